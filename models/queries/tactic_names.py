"""Names of disruption measures, which may stand in no child's file."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Measure
from models.rules.names import plain
from models.rules.tactics import is_care

# Names that are everyday words as well: alone they say nothing of a measure.
EVERYDAY = frozenset(
    [
        "abduction",
        "case review",
        "closure",
        "confiscation",
        "curfew",
        "disclosure scheme",
        "flag",
        "hotel visit",
        "ice",
        "intermediary",
        "lighting",
        "outreach",
        "possession",
        "possession order",
        "recovery",
        "registration",
        "situational",
        "tag",
    ]
)


def tactic_names(session: Session, meeting_id: int | None = None) -> tuple[str, ...]:
    """Measures of the catalogue, of the panel's own list, and those agreed at the meeting, or at
    any.

    What the catalogue holds only for the care of the child, such as a return interview, is no
    tactic.
    """
    wanted = select(Measure.name)
    if meeting_id is not None:
        at_meeting = AgendaItem.meeting_id == meeting_id
        wanted = wanted.join(AgendaItem, AgendaItem.id == Measure.item_id).where(at_meeting)
    agreed = session.scalars(wanted)
    found = (*_shipped(), *_local(), *agreed)
    return tuple(dict.fromkeys(one.strip() for one in found if one and plain(one) not in EVERYDAY))


def _shipped() -> Iterator[str]:
    for one in codes.shipped("measures"):
        if isinstance(one, codes.MeasureType) and not is_care(one):
            yield from (one.name, *one.synonyms)


def _local() -> Iterator[str]:
    """The panel's own measures and names, also those that are out of use."""
    care = {
        one.code
        for one in codes.shipped("measures")
        if isinstance(one, codes.MeasureType) and is_care(one)
    }
    for one in codes.load("measures"):
        if one.code not in care:
            yield from (one.label, *one.synonyms)
