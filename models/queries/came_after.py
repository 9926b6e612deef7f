"""Which lines of returns came after their meeting had closed, and on which day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgencyReturn, InformationLine, Meeting
from models.storage.tables import change, operation


def came_after(session: Session, lines: Sequence[InformationLine]) -> Mapping[int, date]:
    """The day on which each line came that its meeting could not know; what was said is not late.

    Of an agency that wrote again, what was on record before the close stays what was known.
    """
    returned = [one for one in lines if one.agency_return_id and one.said_at is None]
    late = _late(session, {one.agency_return_id or 0 for one in returned})
    asked = [one for one in returned if one.agency_return_id in late]
    kept = _kept_at(session, [one.id for one in asked])
    found = {}
    for one in asked:
        came, closed = late[one.agency_return_id or 0]
        if kept.get(one.id, came) > closed:
            found[one.id] = came.date()
    return found


def _late(session: Session, returns: Collection[int]) -> Mapping[int, tuple[datetime, datetime]]:
    """When each return came that did so after its meeting, and when that had ended."""
    if not returns:
        return {}
    rows = session.execute(
        select(AgencyReturn.id, AgencyReturn.received_at, Meeting.closed_at, Meeting.held_on)
        .join(Meeting, Meeting.id == AgencyReturn.meeting_id)
        .where(AgencyReturn.id.in_(returns), AgencyReturn.received_at.is_not(None))
    )
    ends = ((one, came, closed or datetime.combine(on, time.max)) for one, came, closed, on in rows)
    return {one: (came, closed) for one, came, closed in ends if came and came > closed}


def _kept_at(session: Session, ids: Collection[int]) -> Mapping[int, datetime]:
    """When each line was first kept, by the journal."""
    if not ids:
        return {}
    rows = session.execute(
        select(change.c.row_id, func.min(operation.c.at))
        .join(operation, operation.c.number == change.c.operation)
        .where(change.c.table == InformationLine.__tablename__, change.c.row_id.in_(ids))
        .group_by(change.c.row_id)
    )
    return {line_id: at for line_id, at in rows if at}
