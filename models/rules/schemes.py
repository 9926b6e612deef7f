"""Scores by a risk scheme, and when an assessment is due again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from models.codes.risk import Level, Points, Scheme, Validity
from models.rules.months import add_months

JUDGEMENT = "Professional judgement."

Direction = Literal["increased", "same", "decreased"]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One indicator's answer: present, absent or unknown (None), when, and what the form gave.

    `group` and `windows` are those of the scheme; `points` the number written on the form;
    `level` the level given to a domain; `weight` what the scheme lets the indicator weigh.
    """

    indicator: str
    present: bool | None = None
    group: str = ""
    windows: frozenset[str] = frozenset()
    points: int | None = None
    level: str = ""
    suspected: bool = False
    weight: int = 1


@dataclass(frozen=True, kw_only=True)
class Score:
    """What the arithmetic gives: points, the level of their band, domains by level, and why not.

    `level` is None where the scheme, or what was answered, leaves it to professional judgement.
    """

    points: int | None = None
    level: Level | None = None
    domains: Mapping[str, int] = field(default_factory=dict)
    note: str = ""


def score(scheme: Scheme, answers: Sequence[Answer]) -> Score:
    """The score of some answers by a scheme; it never closes or declines anyone."""
    ways = {"points": _by_points, "sum": _by_sum, "count": _by_count, "domains": _by_domains}
    way = ways.get(scheme.arithmetic.kind)
    return way(scheme, answers) if way else Score(note=JUDGEMENT)


def level_of(scheme: Scheme, points: int) -> Level | None:
    """The level whose band holds the points, or nothing: professional judgement."""
    return next((level for level in scheme.levels if level.holds(points)), None)


def direction(before: Level | None, after: Level | None) -> Direction | None:
    """Whether risk went up, stayed or went down; nothing where a level is not known."""
    if before is None or after is None:
        return None
    if before.rank == after.rank:
        return "same"
    return "increased" if after.rank > before.rank else "decreased"


def last_day_in_date(assessed: date, validity: Validity) -> date:
    """The last day on which an assessment of that day is in date; month ends are clamped."""
    if validity.unit == "months":
        return add_months(assessed, validity.number)
    days = validity.number * (7 if validity.unit == "weeks" else 1)
    return assessed + timedelta(days=days)


def first_day_in_date(on: date, validity: Validity) -> date:
    """The earliest day of an assessment that is still in date on a day."""
    if validity.unit != "months":
        return on - timedelta(days=validity.number * (7 if validity.unit == "weeks" else 1))
    first = add_months(on, -validity.number)
    # Where the month is too short to hold the day, its last day goes out of date too soon.
    return first if last_day_in_date(first, validity) >= on else first + timedelta(days=1)


def overdue(assessed: date | None, on: date, validity: Validity | None) -> bool:
    """Whether a child's assessment is overdue on a day.

    Never assessed by then is overdue. With one month's validity an assessment of 30 November is
    in date through 30 December. A scheme without a period has nothing to be overdue by.
    """
    if assessed is None or assessed > on:
        return True
    return validity is not None and on > last_day_in_date(assessed, validity)


def _by_points(scheme: Scheme, answers: Sequence[Answer]) -> Score:
    worth = [_worth(scheme, answer) for answer in answers if answer.present]
    known = [points for points in worth if points is not None]
    total = sum(known)
    if short := len(worth) - len(known):
        return Score(points=total, note=f"{short} indicators without group or time. {JUDGEMENT}")
    return _banded(scheme, total)


def _worth(scheme: Scheme, answer: Answer) -> int | None:
    counted = [row.points for row in counting(scheme, answer)]
    return sum(counted) * answer.weight if counted else None


def counting(scheme: Scheme, answer: Answer) -> list[Points]:
    """The rows of the arithmetic by which an indicator that is present counts."""
    group = answer.group.casefold()
    rows = [row for row in scheme.arithmetic.points if row.group.casefold() == group]
    return [row for row in rows if not row.window or row.window in answer.windows]


def _by_sum(scheme: Scheme, answers: Sequence[Answer]) -> Score:
    given = [answer.points for answer in answers if answer.points is not None]
    most = scheme.arithmetic.max_per_indicator
    bounds = {one.code: one.most for one in scheme.indicators if one.most is not None}
    if any(_beyond(answer, bounds.get(answer.indicator, most)) for answer in answers):
        return Score(note=f"A number on the form is out of range. {JUDGEMENT}")
    wanted = scheme.arithmetic.indicators or len(scheme.indicators) or len(answers)
    total = sum((answer.points or 0) * answer.weight for answer in answers)
    if len(given) != wanted:
        return Score(points=total, note=f"{len(given)} of {wanted} scored. {JUDGEMENT}")
    return _banded(scheme, total)


def _beyond(answer: Answer, most: int | None) -> bool:
    points = answer.points
    return points is not None and (points < 0 or (most is not None and points > most))


def _by_count(scheme: Scheme, answers: Sequence[Answer]) -> Score:
    there = sum(answer.weight for answer in answers if answer.present is True)
    maybe = sum(answer.weight for answer in answers if answer.suspected)
    return _banded(scheme, there + maybe * scheme.arithmetic.suspected)


def _by_domains(scheme: Scheme, answers: Sequence[Answer]) -> Score:
    counted = Counter(answer.level for answer in answers)
    return Score(
        domains={level.code: counted[level.code] for level in scheme.levels}, note=JUDGEMENT
    )


def _banded(scheme: Scheme, points: int) -> Score:
    level = level_of(scheme, points)
    return Score(points=points, level=level, note="" if level else JUDGEMENT)
