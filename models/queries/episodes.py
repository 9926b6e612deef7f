"""Missing episodes of a child with their return interviews, the latest first."""

from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import MissingEpisode, ReturnInterview
from models.queries.interviews import interviews_of, told_of
from models.records.subjects import EpisodeRecord
from models.rules.by_day import STANDS, told
from models.rules.interviews import WITHIN, interview_clock, interview_late

EPISODE = (
    "kind", "missing_from", "reported_at", "reported_by", "returned_at", "police_risk",
    "police_reference", "found_where", "found_by", "found_with", "harm", "prevention_check",
    "strategy_meeting", "strategy_reason", "strategy_by", "strategy_on",
)  # fmt: skip
INTERVIEW = (
    "offered_at", "provider", "accepted", "declined_reason", "conducted_at", "independent", "place",
    "push_factors", "pull_factors", "harm", "learned", "shared_on", "gone_through_on",
)  # fmt: skip


def episodes_of(
    session: Session, child_ids: tuple[int, ...], now: datetime
) -> tuple[EpisodeRecord, ...]:
    """Episodes of these records, each with the interview that went furthest."""
    rows = session.scalars(
        select(MissingEpisode)
        .where(MissingEpisode.child_id.in_(child_ids))
        .order_by(MissingEpisode.reported_at.desc(), MissingEpisode.id.desc())
    ).all()
    held = interviews_of(session, [one.id for one in rows])
    return tuple(_record(one, held.get(one.id), now) for one in rows)


def _record(one: MissingEpisode, held: ReturnInterview | None, now: datetime) -> EpisodeRecord:
    done = held.conducted_at if held else None
    by_day = bool(one.returned_by_day)
    exact = not by_day and not (held and held.conducted_by_day)
    taken = elapsed(one.returned_at, done) if one.returned_at and done else None
    clock = interview_clock(one.returned_at, told_of(held), now, by_day=by_day)
    return EpisodeRecord(
        one.id,
        one.reported_at,
        one.returned_at,
        _hours(elapsed(one.reported_at, one.returned_at))
        if one.reported_at and one.returned_at and not (one.reported_by_day or by_day)
        else None,
        one.police_risk,
        one.found_where,
        held.offered_at if held else None,
        done,
        held.declined_reason if held else None,
        _hours(taken) if taken is not None and exact else None,
        taken <= WITHIN if taken is not None else None,
        interview_late(one.returned_at, bool(held and (done or held.declined_reason)), now),
        _values(one, EPISODE),
        _values(held, INTERVIEW),
        clock.stage.value,
        clock.words,
        clock.due,
    )


def _values(row: Any, names: tuple[str, ...]) -> MappingProxyType[str, Any]:
    if row is None:
        return MappingProxyType({})
    return MappingProxyType(
        {name: told(row, name) if name in STANDS else getattr(row, name) for name in names}
    )


def _hours(time: timedelta) -> float:
    return round(time.total_seconds() / 3600, 1)
