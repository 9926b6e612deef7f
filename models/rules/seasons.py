"""A season of meetings: the days of a rule, which are left out, and each meeting's deadlines."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.errors import Refusal
from models.rules.dates import spoken_date
from models.rules.day_words import in_words
from models.rules.listing import counted
from models.rules.timetable import StepDue, TimetableStep, due_dates
from models.rules.working_days import bank_holidays, next_working_day

SCHOOL_HOLIDAYS = "school_holidays"
"""The setting that holds the days on which schools are closed."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST = 5
MOST = 120
"""Meetings that one season holds at most; more is a slip of the dates."""
TOO_LONG = f"A season holds at most {MOST} meetings. Look at its first and last day."


class Way(StrEnum):
    """How the days of a season are told."""

    WEEKS = "weeks"
    MONTHLY = "monthly"
    TYPED = "typed"


@dataclass(frozen=True)
class Rule:
    """Every so many weeks or months on a weekday, or days that were typed.

    `nth` is which of the month, 1 to 4, 5 for the last. `next_day` holds a meeting on the next
    working day where its own is a day off; else it is left out.
    """

    way: Way
    first: date
    last: date
    weekday: int = 3
    every: int = 4
    nth: int = 2
    typed: tuple[date, ...] = ()
    next_day: bool = False


@dataclass(frozen=True)
class SeasonDay:
    """A day of a season: why it is left out, from which day it was moved, and its deadlines.

    `passed` names the deadlines before the meeting that are over already.
    """

    day: date
    left_out: str = ""
    moved_from: date | None = None
    deadlines: tuple[StepDue, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def standing(self) -> str:
        """What becomes of the day, in words."""
        if self.left_out:
            return f"left out: {self.left_out}"
        moved = f"instead of {in_words(self.moved_from)}" if self.moved_from else "to be planned"
        if not self.passed:
            return moved
        return f"{moved}; {counted(len(self.passed), 'deadline', 'deadlines')} past already"


def season(
    rule: Rule,
    steps: Iterable[TimetableStep],
    today: date,
    *,
    taken: Collection[date] = (),
    closed: Collection[date] = frozenset(),
    holidays: Collection[date] = frozenset(),
) -> tuple[SeasonDay, ...]:
    """Every day of the rule in order, with its deadlines in working days, or why it is left out.

    `taken` are days on which a meeting is planned already, `closed` the panel's own closed days,
    `holidays` those of schools. Refusal for a rule that gives no day, or far too many.
    """
    _check(rule)
    wanted = tuple(steps)
    found, held = [], set(taken)
    for day in _days(rule):
        made = _placed(day, rule, today, held, closed, holidays)
        if not made.left_out:
            held.add(made.day)
            made = _with_deadlines(made, wanted, today, closed)
        found.append(made)
    if not found:
        raise Refusal("No day between the first and the last fits the rule.", "last")
    return tuple(found)


def passed_in_words(days: Iterable[SeasonDay]) -> str:
    """Which deadlines of the days to be planned are past already; empty where none is."""
    late = [one for one in days if one.passed and not one.left_out]
    told = (f"{in_words(one.day)}: {', '.join(one.passed)}" for one in late)
    return f"Past already, of {'; of '.join(told)}." if late else ""


def typed_days(text: str, today: date) -> tuple[date, ...]:
    """Days as people write them, one after the other; Refusal for what is no day."""
    found = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", text))):
        day = spoken_date(part, today).value
        if day is None:
            raise Refusal(f"This is no day: {part}. Write 12 November 2026.", "typed")
        found.append(day)
    if not found:
        raise Refusal("Write the days, with commas or one to a line.", "typed")
    return tuple(sorted(set(found)))


def moved_deadlines(
    before: date, after: date, steps: Iterable[TimetableStep], closed: Collection[date]
) -> Mapping[str, tuple[date, date]]:
    """Each deadline by its words: the day it was, and the day it is once the meeting has moved."""
    wanted = tuple(steps)
    old = {one.label: one.due for one in due_dates(before, wanted, before, closed)}
    new = {one.label: one.due for one in due_dates(after, wanted, after, closed)}
    return {label: (day, new[label]) for label, day in old.items() if label in new}


def _check(rule: Rule) -> None:
    if rule.way is not Way.TYPED and rule.last < rule.first:
        raise Refusal("The last day lies before the first.", "last")
    if rule.way is Way.WEEKS and not 1 <= rule.every <= 26:
        raise Refusal("Give between 1 and 26 weeks.", "every")


def _days(rule: Rule) -> Iterator[date]:
    days = {Way.WEEKS: _weekly, Way.MONTHLY: _monthly, Way.TYPED: _typed}
    for number, day in enumerate(days[rule.way](rule), 1):
        if number > MOST:
            raise Refusal(TOO_LONG, "last")
        yield day


def _typed(rule: Rule) -> Iterator[date]:
    yield from rule.typed


def _weekly(rule: Rule) -> Iterator[date]:
    day = rule.first + timedelta(days=(rule.weekday - rule.first.weekday()) % 7)
    while day <= rule.last:
        yield day
        day += timedelta(weeks=rule.every)


def _monthly(rule: Rule) -> Iterator[date]:
    year, month = rule.first.year, rule.first.month
    while (year, month) <= (rule.last.year, rule.last.month):
        day = _nth(year, month, rule.weekday, rule.nth)
        if rule.first <= day <= rule.last:
            yield day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7, weeks=min(nth, 4) - 1)
    following = day + timedelta(weeks=1)
    return following if nth == LAST and following.month == month else day


def _placed(
    day: date,
    rule: Rule,
    today: date,
    taken: Collection[date],
    closed: Collection[date],
    holidays: Collection[date],
) -> SeasonDay:
    why = _off(day, closed, holidays)
    if not why:
        return SeasonDay(day, _impossible(day, today, taken))
    if not rule.next_day:
        return SeasonDay(day, why)
    other = next_working_day(day, {*closed, *holidays})
    return SeasonDay(other, _impossible(other, today, taken), day)


def _off(day: date, closed: Collection[date], holidays: Collection[date]) -> str:
    if day in bank_holidays(day.year):
        return "a bank holiday"
    if day.weekday() > 4:
        return "at a weekend"
    if day in closed:
        return "a closed day"
    return "school holidays" if day in holidays else ""


def _impossible(day: date, today: date, taken: Collection[date]) -> str:
    if day < today:
        return "past already"
    return "a meeting is planned then" if day in taken else ""


def _with_deadlines(
    made: SeasonDay, steps: tuple[TimetableStep, ...], today: date, closed: Collection[date]
) -> SeasonDay:
    due = due_dates(made.day, steps, today, closed)
    passed = tuple(one.label for one in due if one.due < today)
    return SeasonDay(made.day, "", made.moved_from, due, passed)
