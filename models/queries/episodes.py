"""Missing episodes of a child with their return interviews, the latest first."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import MissingEpisode, ReturnInterview
from models.records.subjects import EpisodeRecord
from models.rules.interviews import WITHIN, interview_late


def episodes_of(
    session: Session, child_ids: tuple[int, ...], now: datetime
) -> tuple[EpisodeRecord, ...]:
    """Episodes of these records, each with the interview that went furthest."""
    rows = session.scalars(
        select(MissingEpisode)
        .where(MissingEpisode.child_id.in_(child_ids))
        .order_by(MissingEpisode.reported_at.desc(), MissingEpisode.id.desc())
    ).all()
    held = _interviews(session, [one.id for one in rows])
    return tuple(_record(one, held.get(one.id), now) for one in rows)


def _interviews(session: Session, episode_ids: list[int]) -> dict[int, ReturnInterview]:
    rows = session.scalars(
        select(ReturnInterview)
        .where(ReturnInterview.episode_id.in_(episode_ids))
        .order_by(ReturnInterview.conducted_at.is_not(None), ReturnInterview.id)
    )
    return {one.episode_id: one for one in rows}


def _record(one: MissingEpisode, held: ReturnInterview | None, now: datetime) -> EpisodeRecord:
    done = held.conducted_at if held else None
    taken = elapsed(one.returned_at, done) if one.returned_at and done else None
    return EpisodeRecord(
        one.id,
        one.reported_at,
        one.returned_at,
        _hours(elapsed(one.reported_at, one.returned_at))
        if one.reported_at and one.returned_at
        else None,
        one.police_risk,
        one.found_where,
        held.offered_at if held else None,
        done,
        held.declined_reason if held else None,
        _hours(taken) if taken is not None else None,
        taken <= WITHIN if taken is not None else None,
        interview_late(one.returned_at, bool(held and (done or held.declined_reason)), now),
    )


def _hours(time: timedelta) -> float:
    return round(time.total_seconds() / 3600, 1)
