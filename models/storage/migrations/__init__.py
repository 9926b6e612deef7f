"""How a file of each earlier version becomes one of the next; imported only for such a file."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations

from models.storage.migrations.version_2 import NEVER_WRITTEN, asked_about
from models.storage.migrations.version_3 import ended_interests
from models.storage.migrations.version_4 import out_and_back
from models.storage.migrations.version_5 import tracked


@dataclass(frozen=True)
class Step:
    """What takes a file to a version; `sheds` names the tables that may lose rows by it."""

    take: Callable[[Operations], None]
    sheds: frozenset[str] = frozenset()


STEPS: dict[int, Step] = {
    2: Step(asked_about, frozenset(NEVER_WRITTEN)),
    3: Step(ended_interests),
    4: Step(out_and_back),
    5: Step(tracked),
}
