"""How a child stands on a day: plan, category, risk, assessment, missing episodes, interviews."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import (
    Assessment,
    Child,
    ChildStatus,
    Exploitation,
    MissingEpisode,
    ReturnInterview,
)
from models.records.reader import Reader
from models.rules.schemes import overdue

INTERVIEW_HOURS = 72
WINDOW_DAYS = 90


@dataclass(frozen=True)
class ChildStanding:
    """A child's standing; what is not known is None."""

    plan: str | None = None
    plan_code: str | None = None
    district: str | None = None
    category: str | None = None
    other_exploitation: bool = False
    types: tuple[str, ...] = ()
    risk: str | None = None
    direction: str | None = None
    assessed_on: date | None = None
    assessment_overdue: bool = True
    missing_90_days: int | None = None
    interviews_late: int = 0
    on_panel: bool = False
    on_tracker: bool = False


def standing_of(
    session: Session, reader: Reader, child: Child, on: date | None = None
) -> ChildStanding:
    """One child's standing on a day, today where none is named."""
    return standings(session, reader, [child.id], on)[child.id]


def standings(
    session: Session, reader: Reader, child_ids: Iterable[int] | None, on: date | None = None
) -> dict[int, ChildStanding]:
    """Standings by child id; all children where no ids are given. One select for each table."""
    day = on or reader.today
    only = None if child_ids is None else list(child_ids)
    status = _statuses(session, only, day)
    assessed = _assessments(session, only, day)
    types = _types(session, only, day)
    episodes = _episodes(session, only, day)
    stated = dict(
        session.execute(_only(select(Child.id, Child.missing_90_days), Child.id, only)).tuples()
    )
    now = min(reader.now, datetime.combine(day, datetime.max.time()))
    return {
        child_id: _standing(
            status.get(child_id),
            assessed.get(child_id, []),
            types.get(child_id, ()),
            episodes.get(child_id, []),
            missing,
            day,
            now,
        )
        for child_id, missing in stated.items()
    }


def _standing(
    status: ChildStatus | None,
    assessed: list[Assessment],
    types: tuple[str, ...],
    episodes: list[tuple[MissingEpisode, ReturnInterview | None]],
    stated_missing: int | None,
    day: date,
    now: datetime,
) -> ChildStanding:
    latest = assessed[-1] if assessed else None
    level = _level(latest) or (status.risk if status else None)
    before = _level(assessed[-2]) if len(assessed) > 1 else None
    counted = _counted(episodes, day)
    return ChildStanding(
        plan=status.plan if status else None,
        plan_code=status.plan_code if status else None,
        district=status.district if status else None,
        category=status.category if status else None,
        other_exploitation=bool(status and status.other_exploitation),
        types=types,
        risk=level,
        direction=(latest.direction if latest else None) or _direction(before, level),
        assessed_on=latest.assessed_on if latest else None,
        assessment_overdue=overdue(latest.assessed_on if latest else None, day),
        missing_90_days=counted if episodes else stated_missing,
        interviews_late=sum(interview_late(e, i, now) for e, i in episodes),
        on_panel=bool(status and status.on_panel),
        on_tracker=bool(status and status.on_tracker),
    )


def _level(one: Assessment | None) -> str | None:
    return (one.ratified_level or one.judgement_level or one.computed_level) if one else None


RANKS = {"low": 1, "medium": 2, "high": 3}


def _direction(before: str | None, now: str | None) -> str | None:
    ranks = [RANKS.get((level or "").lower()) for level in (before, now)]
    if ranks[0] is None or ranks[1] is None:
        return None
    if ranks[0] == ranks[1]:
        return "same"
    return "increased" if ranks[1] > ranks[0] else "decreased"


def _counted(episodes: list[tuple[MissingEpisode, ReturnInterview | None]], day: date) -> int:
    first = day - timedelta(days=WINDOW_DAYS)
    return sum(
        1 for one, _ in episodes if one.reported_at and first < one.reported_at.date() <= day
    )


def interview_late(
    episode: MissingEpisode, interview: ReturnInterview | None, now: datetime
) -> bool:
    """Whether 72 hours have passed since the return with no interview done or declined.

    Statutory guidance on children who run away or go missing from home or care (2014).
    """
    if episode.returned_at is None:
        return False
    if interview is not None and (interview.conducted_at or interview.declined_reason):
        return False
    return elapsed(episode.returned_at, now) > timedelta(hours=INTERVIEW_HOURS)


def _only(statement: Any, column: Any, only: list[int] | None) -> Any:
    return statement if only is None else statement.where(column.in_(only))


def _statuses(session: Session, only: list[int] | None, day: date) -> dict[int, ChildStatus]:
    rows = session.scalars(
        _only(select(ChildStatus), ChildStatus.child_id, only)
        .where((ChildStatus.since.is_(None)) | (ChildStatus.since <= day))
        .order_by(ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id)
    )
    return {one.child_id: one for one in rows}


def _assessments(
    session: Session, only: list[int] | None, day: date
) -> dict[int, list[Assessment]]:
    rows = session.scalars(
        _only(select(Assessment), Assessment.child_id, only)
        .where(Assessment.assessed_on <= day)
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    found: dict[int, list[Assessment]] = {}
    for one in rows:
        found.setdefault(one.child_id, []).append(one)
    return found


def _types(session: Session, only: list[int] | None, day: date) -> dict[int, tuple[str, ...]]:
    rows = session.execute(
        _only(select(Exploitation.child_id, Exploitation.worded), Exploitation.child_id, only)
        .where((Exploitation.until.is_(None)) | (Exploitation.until > day))
        .order_by(Exploitation.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for child_id, worded in rows:
        found[child_id] = (*found.get(child_id, ()), worded)
    return found


def _episodes(
    session: Session, only: list[int] | None, day: date
) -> dict[int, list[tuple[MissingEpisode, ReturnInterview | None]]]:
    rows = session.execute(
        _only(select(MissingEpisode, ReturnInterview), MissingEpisode.child_id, only)
        .outerjoin(ReturnInterview, ReturnInterview.episode_id == MissingEpisode.id)
        .where(
            MissingEpisode.reported_at
            < datetime.combine(day + timedelta(days=1), datetime.min.time())
        )
        .order_by(MissingEpisode.reported_at, MissingEpisode.id)
    )
    found: dict[int, list[tuple[MissingEpisode, ReturnInterview | None]]] = {}
    for episode, interview in rows:
        found.setdefault(episode.child_id, []).append((episode, interview))
    return found
