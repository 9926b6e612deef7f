"""Whether a panel spoke of somebody before."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, ChildStatus, Meeting
from models.marks import ItemKind, ItemState
from models.queries.knowable import all_records_of
from models.queries.tiers import MAIN, same_tier


def been_here(session: Session, subject_id: int, meeting: Meeting) -> bool:
    """Whether an earlier meeting of this one's tier discussed a subject, by any of its records.

    A child who is or was open to the panel before its meetings were kept here was spoken of too.
    What was only notified was not.
    """
    ids = all_records_of(session, subject_id)
    discussed = (
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id.in_(ids),
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.kind != ItemKind.NOTIFICATION.value,
            AgendaItem.removed.is_(False),
            Meeting.held_on < meeting.held_on,
            same_tier(meeting),
        )
        .limit(1)
    )
    if session.scalar(discussed) is not None:
        return True
    return session.scalar(select(MAIN)) == meeting.series_id and _was_open(session, ids, meeting)


def _was_open(session: Session, ids: tuple[int, ...], meeting: Meeting) -> bool:
    since = ChildStatus.since
    open_to_panel = select(ChildStatus.id).where(
        ChildStatus.child_id.in_(ids),
        ChildStatus.on_panel,
        or_(since.is_(None), since < meeting.held_on),
    )
    return session.scalar(open_to_panel.limit(1)) is not None
