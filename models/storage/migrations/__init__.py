"""How a file of each earlier version becomes one of the next; imported only for such a file."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations


@dataclass(frozen=True)
class Step:
    """What takes a file to a version; `sheds` names the tables that may lose rows by it."""

    take: Callable[[Operations], None]
    sheds: frozenset[str] = frozenset()


STEPS: dict[int, Step] = {}
