"""Meetings to come with their deadlines, and what of them stands in calendars."""

from dataclasses import dataclass
from datetime import date, time

MEETING = "meeting"
"""The step of a timetable that is the meeting itself."""


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

    @property
    def is_meeting(self) -> bool:
        """Whether it is of a meeting itself and not of a deadline."""
        return self.identity.endswith(f"-{MEETING}")
