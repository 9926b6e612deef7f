"""Recommendations on which no word came in time, and whom the ladder says to ask next."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes import ChaseStep
from models.entities import Child, Recommendation
from models.queries.chases import chases
from models.queries.overdue import awaited
from models.queries.visible import takes_part
from models.queries.working import days_closed
from models.records.chasing import ChaseRow
from models.records.reader import Reader
from models.records.today import Offer, TodayLine
from models.rules import recommendations as rule
from models.rules import silence
from models.rules.names import initials
from models.rules.working_days import working_days_between

SECTION, ACT, MOST = "Overdue", "climb", 8


class Silent(NamedTuple):
    """A recommendation with the day its next word was due, and the step that is due now."""

    row: Recommendation
    child: str
    awaited: date
    step: ChaseStep | None
    asked: str
    steps: tuple[ChaseRow, ...]


def silent(session: Session, reader: Reader) -> list[Silent]:
    """Those that the reader may know of, by child."""
    one = Recommendation
    rows = session.execute(
        select(one, Child.label, Child.team, Child.iro_or_cp_chair)
        .join(Child, Child.id == one.child_id)
        .where(
            takes_part(reader, one.item_id, one.child_id),
            one.withdrawn.is_(False),
            one.status.in_(sorted(status.value for status in rule.UNSETTLED)),
        )
        .order_by(Child.label, Child.id, one.id)
    ).all()
    due = awaited(session)
    late = [(row, day) for row in rows if (day := due(row[0])) is not None and day < reader.today]
    taken = chases(session, silence.ABOUT, silence.LADDER, [row[0].id for row, _ in late])
    closed = days_closed(session)
    return [_silent(row, day, taken.get(row[0].id, ()), reader.today, closed) for row, day in late]


def chased(session: Session, reader: Reader, ids: Iterable[int]) -> dict[int, tuple[ChaseRow, ...]]:
    """Steps taken over these recommendations, as far as the reader may know of them."""
    one = Recommendation
    known = session.scalars(
        select(one.id).where(one.id.in_(set(ids)), takes_part(reader, one.item_id, one.child_id))
    )
    return chases(session, silence.ABOUT, silence.LADDER, known)


def to_climb(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each step that is due and whom it goes to, with the step offered."""
    due = [one for one in silent(session, reader) if one.step is not None]
    due.sort(key=lambda one: (_code(one), one.asked))
    closed = days_closed(session)
    return [
        _line(list(group), reader.today, closed)
        for _, group in groupby(due, key=lambda one: (_code(one), one.asked))
    ]


def _silent(
    row: tuple[Recommendation, str, str | None, str | None],
    day: date,
    steps: tuple[ChaseRow, ...],
    today: date,
    closed: frozenset[date],
) -> Silent:
    one, child, team, reviewer = row
    since = one.reworded_on or date.min
    steps = tuple(step for step in steps if step.made_at.date() > since)
    taken = [(step.step, step.made_at.date()) for step in steps]
    step = silence.next_step(day, taken, today, closed)
    asked = silence.whom(step, team, reviewer) if step else ""
    return Silent(one, child, day, step, asked, steps)


def _line(found: list[Silent], today: date, closed: frozenset[date]) -> TodayLine:
    step, asked = found[0].step, found[0].asked
    assert step is not None
    generic = asked.lower() == step.whom.lower()
    first = min(one.awaited for one in found)
    return TodayLine(
        "high",
        SECTION,
        f"{_named(found)}: {_silence(found)} for {_for_days(found, today, closed)}",
        "" if generic else f"next: {asked}",
        "care_plans",
        found[0].row.id,
        first,
        Offer(step.label, ACT, tuple(one.row.id for one in found), step.code),
    )


def _named(found: list[Silent]) -> str:
    shown = [f"{one.row.reference} {initials(one.child)}" for one in found]
    rest = len(shown) - MOST
    return ", ".join([*shown[:MOST], f"{rest} more"] if rest > 0 else shown)


def _for_days(found: list[Silent], today: date, closed: frozenset[date]) -> str:
    days = sorted({working_days_between(one.awaited, today, closed) for one in found})
    most = f"{days[-1]} working day{'' if days[-1] == 1 else 's'}"
    return most if len(days) == 1 else f"up to {most}"


def _code(one: Silent) -> str:
    return one.step.code if one.step else ""


def _silence(found: list[Silent]) -> str:
    if all(one.row.status == rule.RecommendationStatus.ISSUED for one in found):
        return "no answer"
    return "not in the plan"
