"""Meetings to come with their deadlines, and what of them stands in calendars."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Deadline:
    """A step of a meeting's timetable with its day; `standing` says how far off that is."""

    code: str
    label: str
    due: date
    standing: str


@dataclass(frozen=True)
class MeetingDays:
    """A meeting with the days of its timetable, earliest first."""

    id: int
    uuid: str
    series_id: int
    panel: str
    held_on: date
    starts: time
    ends: time
    venue: str | None
    state: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting or a deadline as it should stand in calendars now, against what was sent.

    `identity` is for ever, `sequence` counts its changes, `is_news` says that this was not sent.
    """

    identity: str
    sequence: int
    cancelled: bool
    meeting_id: int
    panel: str
    label: str
    day: date
    held_on: date
    starts: time | None
    ends: time | None
    venue: str | None
    digest: str
    is_news: bool
