"""Brothers, sisters, parents and namesakes: what two of one family have in common tells no one."""

import math
from datetime import date

from models.matching.facts import birth_level

FEWEST = 1000
"""A smaller register is of a place where at least so many may be meant."""
OLDER, GROWN = range(15, 51), 25
"""Years that a parent is older than a child, and from which few live with a twin."""
TWIN, COUSIN, NAMESAKE, SIBLING = -1.0, -1.5, -2.0, -4.0
"""Bits above one in everybody that the evidence is worth at most; none of these is likely one."""
NOTES = {
    TWIN: "perhaps a twin",
    COUSIN: "perhaps two of one name",
    NAMESAKE: "perhaps parent and child",
    SIBLING: "perhaps a brother or sister",
}
SLIPS = frozenset(
    {"same", "new_year", "swapped", "slip", "year", "day_month", "year_month", "year_day"}
)
APART = frozenset({"near", "other"})
"""How two dates of birth agree that may be one and the same; and two that are none."""


def at_most(
    another: bool, asked: date | None, known: date | None, two_ids: bool = False
) -> float | None:
    """What the evidence is worth at most in bits above one in everybody; None for no bound.

    `another`: the first names differ; `two_ids`: each has a system id of its own. A home, a surname
    and a telephone are shared by a family, so they cannot make likely what a first name, or the
    date of birth, speaks against.
    """
    level = birth_level(asked, known) if asked and known else None
    if another:
        return TWIN if level in SLIPS else SIBLING
    if level == "other" and asked and known and abs(asked.year - known.year) in OLDER:
        return NAMESAKE
    if two_ids and level in APART:
        return COUSIN
    return None


def is_grown(born: date | None, today: date) -> bool:
    """Whether somebody is of an age at which few live with a twin."""
    return born is not None and today.year - born.year > GROWN


def apart(among: int) -> float:
    """Bits that tell one out of so many."""
    return math.log2(max(among, FEWEST))
