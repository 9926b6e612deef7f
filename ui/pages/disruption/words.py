"""Words and choices that the parts of the Disruption page share."""

from models.marks import Sharing
from models.records.outcomes import MeasureRow
from ui.pages.records.fields import plainly

SHARINGS = plainly(
    one.value for one in (Sharing.ALL_PANEL, Sharing.NAMED_AGENCIES, Sharing.CHAIR_ONLY)
)
KINDS = {
    "child": "child",
    "person_of_concern": "person",
    "location": "place",
    "group": "group",
    "theme": "theme",
}


def standing_kind(one: MeasureRow) -> str:
    """The tint of a measure's standing; the words carry the meaning."""
    if "breached" in one.stands or "overdue" in one.stands:
        return "high"
    if "expiring" in one.stands or one.standing.startswith("expired on"):
        return "medium"
    return "low" if "in force" in one.stands else "plain"
