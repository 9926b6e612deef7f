"""Which meetings, and which of their items, stand approved and are not changed any more."""

from collections.abc import Iterable

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, MinutesVersion
from models.rules.frozen import STANDS

_meetings: BindParameter[int] = bindparam("meetings", expanding=True)
_latest = (
    select(MinutesVersion.meeting_id, func.max(MinutesVersion.number).label("number"))
    .where(MinutesVersion.meeting_id.in_(_meetings))
    .group_by(MinutesVersion.meeting_id)
    .subquery()
)
# Kept ready: every line that is kept asks them.
_STANDING = (
    select(MinutesVersion.meeting_id)
    .join(
        _latest,
        (_latest.c.meeting_id == MinutesVersion.meeting_id)
        & (_latest.c.number == MinutesVersion.number),
    )
    .where(MinutesVersion.state.in_(STANDS))
)
_OF_ITEMS = select(AgendaItem.id, AgendaItem.meeting_id, AgendaItem.approved_at).where(
    AgendaItem.id.in_(bindparam("items", expanding=True))
)


def standing_meetings(session: Session, meeting_ids: Iterable[int]) -> frozenset[int]:
    """Those of these meetings whose latest minutes stand."""
    wanted = set(meeting_ids)
    if not wanted:
        return frozenset()
    return frozenset(session.scalars(_STANDING, {"meetings": list(wanted)}))


def meetings_of(session: Session, item_ids: Iterable[int]) -> dict[int, tuple[int, bool]]:
    """Item id to its meeting, and whether the chair has approved the item by itself."""
    wanted = set(item_ids)
    if not wanted:
        return {}
    rows = session.execute(_OF_ITEMS, {"items": list(wanted)})
    return {one: (meeting_id, approved is not None) for one, meeting_id, approved in rows}
