"""Brothers, sisters, parents and namesakes: what two of one family have in common tells no one."""

import math
from dataclasses import dataclass
from datetime import date

FEWEST = 1000
"""A smaller register is of a place where at least so many may be meant."""
OLDER, GROWN = range(15, 51), 25
"""Years that a parent is older than a child, and from which few live with a twin."""
TWIN, RELATED, COUSIN, NAMESAKE, SIBLING = -1.0, -1.25, -1.5, -2.0, -4.0
"""Bits above one in everybody that the evidence is worth at most; none of these is likely one."""
NOTES = {
    TWIN: "perhaps a twin",
    RELATED: "perhaps a brother or sister",
    COUSIN: "perhaps two of one name",
    NAMESAKE: "perhaps parent and child",
    SIBLING: "perhaps a brother or sister",
}
SLIPS = frozenset(
    {"same", "new_year", "swapped", "slip", "year", "day_month", "year_month", "year_day"}
)
APART, OF_ANOTHER_AGE = frozenset({"near", "other"}), frozenset({"day_month", "other"})
"""How two dates of birth agree that may be one and the same; two that are none; and two of
which the years are too far apart for a slip, whatever the day."""


@dataclass(frozen=True, slots=True)
class Differ:
    """In what two differ, as far as it may be two of one family or of one name.

    `another`: the first names differ; `alike`: they are no more than somewhat alike; `level`: how
    two dates of birth agree, so many `years` apart; `genders`: the genders differ; `one_name`: the
    first names do not; `two_ids`: each has a system id of its own; `named`: nothing but the name
    speaks for the two being one.
    """

    another: bool = False
    alike: bool = False
    level: str | None = None
    years: int = 0
    genders: bool = False
    one_name: bool = True
    two_ids: bool = False
    named: bool = False

    @property
    def at_most(self) -> float | None:
        """What the evidence is worth at most in bits above one in everybody; None for no bound.

        A home, a surname and a telephone are shared by a family, so they cannot make likely what a
        first name, or the date of birth, speaks against.
        """
        if self.another:
            return TWIN if self.level in SLIPS else SIBLING
        if self.level in OF_ANOTHER_AGE and self.years in OLDER:
            return NAMESAKE
        related = not self.one_name and (self.genders or self.level in APART)
        if related or (self.alike and self.level not in SLIPS):
            return RELATED
        if self.genders and self.level != "same":
            return COUSIN
        if self.level in APART and (self.two_ids or self.named):
            return COUSIN
        return None


def is_grown(born: date | None, today: date) -> bool:
    """Whether somebody is of an age at which few live with a twin."""
    return born is not None and today.year - born.year > GROWN


def apart(among: int) -> float:
    """Bits that tell one out of so many."""
    return math.log2(max(among, FEWEST))
