"""Risk schemes as data: levels, arithmetic and how long an assessment is in date."""

from dataclasses import dataclass
from typing import Literal

from models.codes.code import Code, Ranked

Counting = Literal["judgement", "points", "sum", "count", "domains"]
Unit = Literal["days", "weeks", "months"]
Asking = Literal["", "tick", "yes_no", "suspected", "number", "level"]
"""How an indicator is answered; nothing where a scheme is no form but levels alone."""


@dataclass(frozen=True, kw_only=True)
class Level(Ranked):
    """A level of a scheme; `low` and `high` bound its score where the source gives a band.

    A band without `high` is open above; a level without `low` is professional judgement. `band` is
    the level of all schemes as which it counts: none, low, medium or high; where it names none, its
    own words say it.
    """

    low: int | None = None
    high: int | None = None
    band: str = ""

    def holds(self, points: int) -> bool:
        """Whether a score falls within the band."""
        if self.low is None:
            return False
        return self.low <= points and (self.high is None or points <= self.high)


@dataclass(frozen=True, kw_only=True)
class Points:
    """What an indicator of a group is worth, in one window of time or at any time."""

    group: str
    points: int
    window: str = ""


@dataclass(frozen=True, kw_only=True)
class SchemeIndicator:
    """What a scheme asks: its words under a heading, what it weighs, the most it may be given.

    `group` is the heading, and the group of the arithmetic's points.
    """

    code: str
    label: str
    group: str = ""
    weight: int = 1
    most: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Arithmetic:
    """How answers make a score.

    judgement: no score. points: by `points`. sum: numbers given on the form. count: indicators
    present, each by its weight. domains: a level for each domain. `indicators` is how many the
    form has, if known. `suspected` is what a suspected indicator counts; 0 where it does not.
    """

    kind: Counting
    points: tuple[Points, ...] = ()
    windows: tuple[str, ...] = ()
    indicators: int | None = None
    max_per_indicator: int | None = None
    suspected: int = 0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Validity:
    """How long an assessment is in date."""

    number: int
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Scheme(Code):
    """A version of a risk scheme; without `validity` the note says that it is set locally.

    A scheme with `bank` asks the indicators of the bank, unless it has some of its own. `meaning`
    says in words what its score and levels mean. One that `screens` a contact is no assessment of
    the child: it counts as none in date, and says no risk.
    """

    version: str
    arithmetic: Arithmetic
    levels: tuple[Level, ...] = ()
    answers: Asking = ""
    indicators: tuple[SchemeIndicator, ...] = ()
    bank: bool = False
    screens: bool = False
    meaning: str = ""
    validity: Validity | None = None
    validity_note: str = ""

    def level(self, code: str) -> Level | None:
        """The level of that code, or nothing."""
        return next((level for level in self.levels if level.code == code), None)
