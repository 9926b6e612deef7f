"""Version 5: the tracker, the clocks and the picture; what an early fourth version lacked."""

from collections.abc import Callable

from alembic.operations import Operations
from sqlalchemy import inspect

from models.storage.migrations.version_4_disruption import disrupting
from models.storage.migrations.version_4_groups import groups
from models.storage.migrations.version_4_intelligence import submitted_and_decided
from models.storage.migrations.version_4_mentions import mentioned
from models.storage.migrations.version_4_places import places
from models.storage.migrations.version_5_asked import asked
from models.storage.migrations.version_5_clocks import clocks
from models.storage.migrations.version_5_copies import copies
from models.storage.migrations.version_5_drafts import drafts
from models.storage.migrations.version_5_flows import flows
from models.storage.migrations.version_5_learning import learning
from models.storage.migrations.version_5_local import local
from models.storage.migrations.version_5_moves import moves
from models.storage.migrations.version_5_moving import moving
from models.storage.migrations.version_5_names import names
from models.storage.migrations.version_5_read_aloud import read_aloud
from models.storage.migrations.version_5_schemes import schemes
from models.storage.migrations.version_5_sent import sent
from models.storage.migrations.version_5_tiers import tiers
from models.storage.migrations.version_5_verified import verified
from models.storage.migrations.version_5_with_chair import edits_left, with_chair

GREW: tuple[tuple[str, Callable[[Operations], None]], ...] = (
    ("group_assessment", groups),
    ("mention_answer", mentioned),
    ("guardian", places),
    ("submission", submitted_and_decided),
    ("measure_step", disrupting),
)
"""What the fourth version gained after files of it had been made, by a table that tells."""


def tracked(operations: Operations) -> None:
    """Version 5 completes what an early file of version 4 lacks."""
    there = set(inspect(operations.get_bind()).get_table_names())
    for table, make in GREW:
        if table not in there:
            make(operations)
    clocks(operations)
    tiers(operations)
    moving(operations)
    flows(operations)
    schemes(operations)
    moves(operations)
    local(operations)
    learning(operations)
    names(operations)
    verified(operations)
    sent(operations)
    read_aloud(operations)
    with_chair(operations)
    edits_left(operations)
    drafts(operations)
    asked(operations)
    copies(operations)
