"""How a file of each earlier version becomes one of the next; imported only for such a file."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations


@dataclass(frozen=True)
class Step:
    """What takes a file to a version; `sheds` names the tables that may lose rows by it."""

    take: Callable[[Operations], None]
    sheds: frozenset[str] = frozenset()


def search_index(operations: Operations) -> None:
    """Version 2 has the search index, which is made at the end of every migration anyway."""


STEPS: dict[int, Step] = {2: Step(search_index)}
