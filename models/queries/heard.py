"""Whether an agenda has spoken of a subject since something came up."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting
from models.marks import ItemState

NOT_HEARD = (ItemState.DEFERRED.value, ItemState.NOT_REACHED.value)


def heard(session: Session, subject_id: int, meeting: Meeting, since: date) -> bool:
    """Whether a meeting from that day on, before this one, spoke of the subject."""
    found = session.scalar(
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id == subject_id,
            AgendaItem.meeting_id != meeting.id,
            AgendaItem.removed.is_(False),
            AgendaItem.state.not_in(NOT_HEARD),
            Meeting.held_on >= since,
            Meeting.held_on < meeting.held_on,
        )
        .limit(1)
    )
    return found is not None
