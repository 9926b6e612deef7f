"""Returns that came before their meeting was planned, given to it once it is."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgencyReturn, InformationLine, Meeting


def attach_waiting(session: Session, meeting: Meeting, day: date | None = None) -> int:
    """Give this meeting the returns that wait for one on its day, and their lines.

    `day` is another day for which they came, where a person says that they are for this meeting.
    Gives how many there were.
    """
    wanted = day or meeting.held_on
    waiting = session.scalars(
        select(AgencyReturn).where(
            AgencyReturn.meeting_id.is_(None),
            func.coalesce(AgencyReturn.meeting_on, wanted) == wanted,
        )
    ).all()
    for given in waiting:
        _attach(session, meeting.id, given)
    return len(waiting)


def _attach(session: Session, meeting_id: int, given: AgencyReturn) -> None:
    """A return joins what its agency was asked for this meeting, if it was asked."""
    asked = session.scalars(
        select(AgencyReturn).where(
            AgencyReturn.meeting_id == meeting_id, AgencyReturn.agency_id == given.agency_id
        )
    ).first()
    stands = asked or given
    lines = session.scalars(
        select(InformationLine).where(InformationLine.agency_return_id == given.id)
    )
    for line in lines:
        line.meeting_id, line.agency_return_id = meeting_id, stands.id
    given.meeting_id = meeting_id
    if asked is None:
        return
    asked.nothing_known = given.nothing_known and (asked.nothing_known or not asked.received_at)
    asked.received_at = given.received_at or asked.received_at
    asked.completed_by = given.completed_by or asked.completed_by
    asked.paper_id = given.paper_id or asked.paper_id
    session.flush()
    session.delete(given)
