"""When a child's item is finished: its extract has gone, or why none is due is kept."""

from models import codes
from models.marks import ItemState

REASONS = "no_extract_reasons"
NO_HOLDER = "no plan holder"
EXTRACTS = "extracts/"
"""How the name of every extract begins, in the folder and in the log."""
SHEETS = "recommendations/"
"""How that of every sheet of recommendations does."""
REQUESTS = ("requests/", "requests-")
"""How that of every request for information does, alone and in the folder of an agency."""


def offered_for(state: ItemState, *, holder: bool) -> "codes.ExtractReason | None":
    """The reason that suggests itself for an item that left nothing for a child's file.

    None where an extract is what is missing: the item was discussed and somebody holds the plan.
    """
    if state is ItemState.DEFERRED:
        return _reason(ItemState.DEFERRED)
    if state in (ItemState.PLANNED, ItemState.NOT_REACHED):
        return _reason(ItemState.NOT_REACHED)
    return None if holder else _reason(NO_HOLDER)


def reasons() -> tuple[str, ...]:
    """Every reason in use, as it is kept."""
    return tuple(one.label for one in codes.rows_of(REASONS, codes.ExtractReason))


@codes.kept
def _reason(when: str) -> "codes.ExtractReason | None":
    rows = codes.rows_of("no_extract_reasons", codes.ExtractReason)
    return next((one for one in rows if one.when == when), None)
