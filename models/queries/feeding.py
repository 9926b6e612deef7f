"""What the care-plan feed has still to carry of other meetings: changes, and what never went."""

from collections import defaultdict

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, ExtractDue, Meeting, MinutesVersion, Recommendation
from models.marks import MeetingState
from models.queries.minutes import SETTLED
from models.queries.visible import takes_part
from models.records.reader import Reader
from models.rules.recommendations import UNSETTLED


def to_feed(session: Session, reader: Reader, meeting_id: int) -> dict[int, frozenset[int]]:
    """By item of another meeting: the recommendations that changed since the feed carried them.

    One that no feed has carried goes too, once its minutes are approved and while it waits for
    the plan.
    """
    one = Recommendation
    approved = or_(
        AgendaItem.approved_at.is_not(None),
        AgendaItem.meeting_id.in_(
            select(MinutesVersion.meeting_id).where(MinutesVersion.state.in_(sorted(SETTLED)))
        ),
    )
    waits = one.status.in_(sorted(status.value for status in UNSETTLED))
    never = and_(one.fed_version.is_(None), one.withdrawn.is_(False), waits, approved)
    rows = session.execute(
        select(one.item_id, one.id)
        .join(AgendaItem, AgendaItem.id == one.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Meeting.id != meeting_id,
            Meeting.state == MeetingState.CLOSED.value,
            AgendaItem.removed.is_(False),
            AgendaItem.id.not_in(select(ExtractDue.item_id)),
            takes_part(reader, one.item_id, one.child_id),
            or_(one.fed_version != one.version, never),
        )
        .order_by(Meeting.held_on, one.id)
    )
    found: dict[int, set[int]] = defaultdict(set)
    for item_id, recommendation_id in rows:
        found[item_id or 0].add(recommendation_id)
    return {item_id: frozenset(ids) for item_id, ids in found.items()}
