"""Items of meetings that were held to their end, as indicators count them."""

from sqlalchemy import ColumnElement, and_

from models.entities import AgendaItem, Meeting
from models.marks import MeetingState
from models.queries.tiers import of_tiers
from models.queries.visible import takes_part
from models.records.reader import Reader


def of_meetings_held(reader: Reader) -> ColumnElement[bool]:
    """True in SQL for an item not removed of a closed meeting, in which the reader takes part."""
    return and_(
        AgendaItem.removed.is_(False),
        Meeting.cancelled.is_(False),
        Meeting.state == MeetingState.CLOSED.value,
        of_tiers(reader),
        takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
    )
