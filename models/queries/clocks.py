"""Every clock that runs for a child, on one board: first what is over, then what is next."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import Child, MissingInformation, Review, Subject
from models.queries.flows import open_steps
from models.queries.interviews import LOOK_BACK, interviews_owed
from models.queries.knowable import leads, listable
from models.queries.nrm import nrm_waiting
from models.queries.standing import standings
from models.queries.still_missing import StillMissing, still_missing
from models.queries.strategy import strategy_proposals
from models.queries.tellings import to_be_told
from models.records.clocks import (
    ASSESSMENT,
    FLOW,
    INTERVIEW,
    MISSING,
    NRM,
    READY,
    REVIEW,
    STRATEGY,
    TELLING,
    ClockRow,
)
from models.records.reader import Reader
from models.rules.by_day import in_full
from models.rules.day_words import in_words
from models.rules.interviews import Stage, time_words
from models.rules.listing import counted

AHEAD = timedelta(days=14)
SOON_DAYS = 3
TINTS = {Stage.OVER: "high", Stage.SOON: "medium"}
ORDER = {"high": 0, "medium": 1}


class _Child(NamedTuple):
    name: str
    lead: str | None


def clocks(session: Session, reader: Reader) -> tuple[ClockRow, ...]:
    """The clocks of all children the reader may know of whose record is open."""
    known = _known(session, reader)
    found = [
        *_episodes(session, reader, known),
        *_strategy(session, reader, known),
        *_nrm(session, reader, known),
        *_assessments(session, reader, known),
        *_reviews(session, reader, known),
        *_steps(session, reader, known),
        *_tellings(session, reader, known),
        *_information(session, reader, known),
    ]
    return tuple(sorted(found, key=_first))


def _first(one: ClockRow) -> tuple[bool, int, datetime, str]:
    """A child who is missing now stands before everything."""
    return one.kind != MISSING, ORDER.get(one.urgency, 2), one.due or datetime.max, one.child


def _known(session: Session, reader: Reader) -> dict[int, _Child]:
    rows = session.execute(
        select(Child.id, Child.label, Child.lead_name).where(
            Child.closed_on.is_(None), listable(reader, Child.id)
        )
    )
    return {one: _Child(name, lead) for one, name, lead in rows}


def _episodes(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    """Who is missing, however long, and the interviews after returns that are not long ago."""
    for missed in still_missing(session, reader):
        if child := known.get(missed.child_id):
            yield _missing(missed, child, reader.now)
    for one in interviews_owed(session, reader):
        child, clock = known.get(one.child_id), one.clock
        if child is None:
            continue
        detail = f"returned {in_full(one.told)}"
        tint = TINTS.get(clock.stage, "plain")
        yield ClockRow(
            (INTERVIEW, one.episode_id), INTERVIEW, one.child_id, child.name, clock.due,
            clock.words, detail, tint, "episodes", child.lead,
        )  # fmt: skip


def _missing(one: StillMissing, child: _Child, now: datetime) -> ClockRow:
    """A return that nobody has entered for so long may be no more than not entered."""
    reported, long = one.reported_at, one.reported_at <= now - LOOK_BACK
    said = "no return recorded for" if long else "missing for"
    detail = f"reported {in_full(one.told)}"
    return ClockRow(
        (MISSING, one.episode_id), MISSING, one.child_id, child.name, None,
        f"{said} {time_words(elapsed(reported, now))}", detail, "medium" if long else "high",
        "philomena", child.lead,
    )  # fmt: skip


def _strategy(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    for one in strategy_proposals(session, reader):
        child = known.get(one.child_id)
        if child is not None:
            words = f"proposed: missing {one.episodes} times"
            detail = f"last reported {in_words(one.reported.date())}"
            yield ClockRow(
                (STRATEGY, one.episode_id), STRATEGY, one.child_id, child.name, None, words,
                detail, "medium", "episodes", child.lead,
            )  # fmt: skip


def _nrm(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    for one in nrm_waiting(session, reader):
        child = known.get(child_id := leads(session).get(one.child_id, one.child_id))
        if child is None:
            continue
        tint = "high" if one.overdue else _tint(one.due, reader.today)
        yield ClockRow(
            (NRM, one.id), NRM, child_id, child.name, _end_of(one.due), one.clock, one.awaited,
            tint, "nrm", child.lead,
        )  # fmt: skip


def _assessments(
    session: Session, reader: Reader, known: Mapping[int, _Child]
) -> Iterator[ClockRow]:
    for child_id, held in standings(session, reader, None).items():
        child, lasts = known.get(child_id), held.in_date_until
        if child is None or not held.on_tracker:
            continue
        if lasts is None:
            yield ClockRow(
                (ASSESSMENT, child_id), ASSESSMENT, child_id, child.name, None, "never assessed",
                "", "high", "assessments", child.lead,
            )  # fmt: skip
        elif lasts <= reader.today + AHEAD:
            detail = f"assessed {in_words(held.assessed_on)}" if held.assessed_on else ""
            yield _day_row(ASSESSMENT, child_id, child_id, child, lasts, detail, reader.today)


def _reviews(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    rows = session.execute(
        select(Review.subject_id, func.min(Review.due_on))
        .join(Subject, Subject.id == Review.subject_id)
        .where(Review.done_item_id.is_(None), Subject.kind == "child")
        .group_by(Review.subject_id)
    )
    folded, due = leads(session), dict[int, date]()
    for subject_id, day in rows:
        whose = folded.get(subject_id, subject_id)
        due[whose] = min(day, due.get(whose, day))
    for child_id, day in due.items():
        child = known.get(child_id)
        if child is not None and day <= reader.today + AHEAD:
            yield _day_row(REVIEW, child_id, child_id, child, day, "by the panel", reader.today)


def _steps(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    for one in open_steps(session, reader):
        child_id = leads(session).get(one.child_id, one.child_id)
        child = known.get(child_id)
        if child is not None:
            held = f"held by {one.holder}" if one.holder else "held by nobody"
            yield ClockRow(
                (FLOW, one.id), FLOW, child_id, child.name, _end_of(one.due_on), one.clock,
                f"{one.flow}: {one.label}, {held}", one.urgency, "flow", child.lead,
            )  # fmt: skip


def _tellings(session: Session, reader: Reader, known: Mapping[int, _Child]) -> Iterator[ClockRow]:
    for one in to_be_told(session, reader, reader.today + AHEAD):
        child = known.get(one.child_id)
        if child is not None and one.by_date is not None:
            detail = f"{one.whom}, by {one.teller or 'nobody named'}"
            yield _day_row(TELLING, one.id, one.child_id, child, one.by_date, detail, reader.today)


def _information(
    session: Session, reader: Reader, known: Mapping[int, _Child]
) -> Iterator[ClockRow]:
    one = MissingInformation
    rows = session.execute(
        select(one.id, one.child_id, one.review_on, one.reviewed_on).where(
            one.review_on <= reader.today + AHEAD
        )
    )
    for id_, child_id, day, seen in rows:
        child = known.get(child_id := leads(session).get(child_id, child_id))
        if child is not None and day is not None:
            detail = f"last looked at {in_words(seen)}" if seen else "never looked at"
            yield _day_row(READY, id_, child_id, child, day, detail, reader.today)


def _day_row(
    kind: str, key: int, child_id: int, child: _Child, day: date, detail: str, today: date
) -> ClockRow:
    left = (day - today).days
    count = counted(abs(left), "day", "days")
    words = f"{count} left" if left > 0 else f"{count} over" if left < 0 else "due today"
    section = {ASSESSMENT: "assessments", READY: "philomena", TELLING: "agreed"}.get(kind, "")
    return ClockRow(
        (kind, key), kind, child_id, child.name, _end_of(day), words, detail,
        "high" if left < 0 else _tint(day, today), section, child.lead,
    )  # fmt: skip


def _tint(day: date | None, today: date) -> str:
    return "medium" if day is not None and (day - today).days <= SOON_DAYS else "plain"


def _end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time.max).replace(microsecond=0) if day is not None else None
