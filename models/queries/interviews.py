"""The return home interview of an episode that went furthest, and what a clock needs of it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import ReturnInterview
from models.rules.interviews import Interview


def interviews_of(session: Session, episode_ids: list[int]) -> dict[int, ReturnInterview]:
    """The interview of each of these episodes that went furthest."""
    rows = session.scalars(
        select(ReturnInterview)
        .where(ReturnInterview.episode_id.in_(episode_ids))
        .order_by(ReturnInterview.conducted_at.is_not(None), ReturnInterview.id)
    )
    return {one.episode_id: one for one in rows}


def told_of(held: ReturnInterview | None) -> Interview:
    """What the clock needs of an interview, where there is one."""
    if held is None:
        return Interview()
    return Interview(
        held.offered_at,
        held.accepted,
        held.declined_reason,
        held.conducted_at,
        by_day=bool(held.conducted_by_day),
    )
