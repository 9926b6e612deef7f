"""What was made of a date phrase, and what is known when reading one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from models.rules.working_days import NO_CLOSED_DAYS


@dataclass(frozen=True)
class DateReading:
    """A date phrase in a line: its day if one can be named, else why not.

    `start` and `end` span the phrase with its preposition in the text given; `lead` is that
    preposition in lower case ("by", "before", "on", "" …); `hour` what it says of the time of day
    ("by 4pm", "at noon"), which the day alone does not tell. Nothing found: `raw` is empty.
    """

    value: date | None = None
    when: time | None = None
    raw: str = ""
    start: int = 0
    end: int = 0
    vague: bool = False
    warning: str | None = None
    lead: str = ""
    hour: str = ""

    @property
    def found(self) -> bool:
        """True if the line holds a date phrase, readable or not."""
        return bool(self.raw)


@dataclass(frozen=True)
class Frame:
    """The day it is said on, the next meeting, the earliest sensible day, the closed days."""

    today: date
    next_meeting: date | None = None
    after: date | None = None
    closed: Collection[date] = NO_CLOSED_DAYS

    @property
    def earliest(self) -> date:
        """The first day that a phrase without a year or month may mean."""
        return max(self.after or self.today, self.today)


@dataclass(frozen=True)
class Meaning:
    """What a phrase says, before its preposition and its time of day are heard."""

    value: date | None = None
    warning: str | None = None
    vague: bool = False
    when: time | None = None


def vague(warning: str) -> Meaning:
    """A time that names no day, with the sentence that asks for one."""
    return Meaning(warning=warning, vague=True)


def impossible(warning: str) -> Meaning:
    """Something written as a date that no calendar has."""
    return Meaning(warning=warning)
