"""Which meetings, and which of their items, stand approved and are not changed any more."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, MinutesVersion
from models.rules.frozen import STANDS


def standing_meetings(session: Session, meeting_ids: Iterable[int]) -> frozenset[int]:
    """Those of these meetings whose latest minutes stand."""
    wanted = set(meeting_ids)
    if not wanted:
        return frozenset()
    latest = (
        select(MinutesVersion.meeting_id, func.max(MinutesVersion.number).label("number"))
        .where(MinutesVersion.meeting_id.in_(wanted))
        .group_by(MinutesVersion.meeting_id)
        .subquery()
    )
    found = session.scalars(
        select(MinutesVersion.meeting_id)
        .join(
            latest,
            (latest.c.meeting_id == MinutesVersion.meeting_id)
            & (latest.c.number == MinutesVersion.number),
        )
        .where(MinutesVersion.state.in_(STANDS))
    )
    return frozenset(found)


def meetings_of(session: Session, item_ids: Iterable[int]) -> dict[int, tuple[int, bool]]:
    """Item id to its meeting, and whether the chair has approved the item by itself."""
    wanted = set(item_ids)
    if not wanted:
        return {}
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.meeting_id, AgendaItem.approved_at).where(
            AgendaItem.id.in_(wanted)
        )
    )
    return {one: (meeting_id, approved is not None) for one, meeting_id, approved in rows}
