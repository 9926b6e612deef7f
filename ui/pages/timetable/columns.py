"""Columns for the days of a timetable: one for each step, meetings down, days across."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol

from models import codes
from models.records.seasons import MEETING
from ui.rows import Column
from ui.widgets.dates import short_date

SHORT = {
    "referral_deadline": "Referrals by",
    "triage": "Triage",
    "requests": "Requests out",
    "papers": "Papers out",
    "returns": "Returns in",
    "updates": "Updates in",
    "briefing": "Briefing",
    "action_list": "Actions out",
    "draft_minutes": "Draft minutes",
    "extracts": "Extracts out",
    "minutes": "Minutes out",
}
"""Headings of the shipped steps; a step that the panel has worded itself has its own words."""
SOON = 2


class Step(Protocol):
    """A step of a meeting with its day."""

    @property
    def label(self) -> str: ...
    @property
    def due(self) -> date: ...
    @property
    def standing(self) -> str: ...


def heading(step: "codes.TimetableStep") -> str:
    """The short heading of a step."""
    shipped = next((one for one in codes.shipped("timetable") if one.code == step.code), None)
    own = shipped is None or shipped.label != step.label
    return step.label if own else SHORT.get(step.code, step.label)


def step_columns(steps_of: Callable[[Any], Iterable[Step]], today: date) -> list[Column[Any]]:
    """A column for each step of the panel's timetable but the meeting itself."""
    wanted = [one for one in codes.timetable() if one.code != MEETING and one.working_days]
    return [_column(heading(one), one.label, steps_of, today) for one in wanted]


def _column(
    title: str, label: str, steps_of: Callable[[Any], Iterable[Step]], today: date
) -> Column[Any]:
    def found(row: Any) -> Step | None:
        return next((one for one in steps_of(row) if one.label == label), None)

    def due(row: Any) -> date | None:
        one = found(row)
        return one.due if one is not None else None

    def is_soon(day: date) -> bool:
        return 0 <= (day - today).days <= SOON

    def said(row: Any) -> str:
        one = found(row)
        if one is None:
            return ""
        return f"{short_date(one.due)}, {one.standing}" if is_soon(one.due) else short_date(one.due)

    def kind(row: Any) -> str:
        day = due(row)
        return "medium" if day is not None and is_soon(day) else ""

    def tip(row: Any) -> str:
        one = found(row)
        return f"{one.label}, {one.standing}" if one is not None else ""

    return Column(title, due, said, kind, tip, width=max(11, len(title)))
