"""When each step of preparing and following up a meeting is due."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from models import codes
from models.errors import Refusal
from models.rules.day_words import in_words
from models.rules.listing import counted
from models.rules.working_days import (
    NO_CLOSED_DAYS,
    add_working_days,
    is_working_day,
    last_working_day_before,
    next_working_day,
)

ONE_DAY = timedelta(days=1)


class TimetableStep(Protocol):
    """A row of the panel's timetable: working days from the meeting, none for "before the next"."""

    @property
    def label(self) -> str: ...
    @property
    def working_days(self) -> int | None: ...


@dataclass(frozen=True)
class StepDue:
    """A step with its day, and whether that day is past, today or still to come."""

    label: str
    days: int
    due: date
    standing: str


def due_dates(
    meeting: date,
    steps: Iterable[TimetableStep],
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> tuple[StepDue, ...]:
    """Every step that has a date, earliest first; steps of one day keep the panel's order."""
    dated = [
        StepDue(step.label, days, due, _standing(due, today))
        for step in steps
        if (days := step.working_days) is not None
        for due in [add_working_days(meeting, days, closed)]
    ]
    return tuple(sorted(dated, key=lambda step: step.due))


def _standing(due: date, today: date) -> str:
    if due == today:
        return "today"
    count = counted(abs((due - today).days), "day", "days")
    return f"in {count}" if due > today else f"{count} ago"


def next_step(steps: Collection[StepDue], today: date) -> StepDue | None:
    """The first step that is today or still to come."""
    return next((step for step in steps if step.due >= today), None)


def returns_due(
    meeting: date, today: date, closed: Collection[date] = NO_CLOSED_DAYS
) -> date | None:
    """The day of the panel's timetable by which returns are due, or the next still possible.

    Nothing where no working day is left before the meeting. Of a meeting that is over, the day
    that it was.
    """
    steps = [step for step in codes.timetable() if step.code == "returns"]
    found = due_dates(meeting, steps, today, closed)
    if not found:
        return None
    if found[0].due > today or meeting < today:
        return found[0].due
    day = min(next_working_day(today + ONE_DAY, closed), max(today, meeting - ONE_DAY))
    if not is_working_day(day, closed):
        day = last_working_day_before(day, closed)
    return day if day >= today else None


def check_returns_due(due: date, meeting: date, today: date) -> None:
    """Refusal where returns would be due on a day that is past, or after their meeting."""
    if due < today:
        raise Refusal(
            f"Returns cannot be due on {in_words(due)}: that day is past.",
            "due",
        )
    if due > meeting:
        raise Refusal(
            f"Returns cannot be due on {in_words(due)}: the meeting is on {in_words(meeting)}.",
            "due",
        )
