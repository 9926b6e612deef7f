"""Words and choices that the parts of the Disruption page share."""

from models.records.outcomes import MeasureRow
from ui.desk import Desk
from ui.pages.records.choices import agencies
from ui.pages.records.fields import Field, words_of

KINDS = {
    "child": "child",
    "person_of_concern": "person",
    "location": "place",
    "group": "group",
    "theme": "theme",
}


def begun_with(desk: Desk) -> tuple[Field, ...]:
    """What a plan begins with: its aim and strand, who leads, and when it is looked at again."""
    return (
        Field("objective", "Aim", "long", hint="What is to stop, for whom, by when"),
        Field("strand", "Strand", "choice", words_of("disruption_strands")),
        Field("lead_agency_id", "Lead agency", "pick", agencies(desk)),
        Field("lead_name", "Lead"),
        Field("review_on", "Review", "due"),
    )


def standing_kind(one: MeasureRow) -> str:
    """The tint of a measure's standing; the words carry the meaning."""
    if "breached" in one.stands or "overdue" in one.stands:
        return "high"
    if "expiring" in one.stands or one.standing.startswith("expired on"):
        return "medium"
    return "low" if "in force" in one.stands else "plain"
