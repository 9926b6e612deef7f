"""What a date of birth in common says, by how many on record were born about that day."""

import math
from collections import Counter
from collections.abc import Iterable
from datetime import date

from models.matching.evidence import BEFORE, chances
from models.matching.facts import is_placeholder

DAYS, ABOUT = 365.25, 1
"""Days of a year; years before and after it in which as many are taken to be born."""


class BirthRarity:
    """How much less a date says here than usual: children of a dozen years share more days."""

    def __init__(self, births: Iterable[date | None]) -> None:
        told = [one for one in births if one is not None]
        self._among = len(told)
        self._dates = Counter(one for one in told if is_placeholder(one))
        self._years = Counter(one.year for one in told if not is_placeholder(one))

    def less(self, born: date | None) -> float:
        """Bits to take from what dates say that agree, at most what a date says in a register."""
        if born is None:
            return 0.0
        usual = chances()["dob"]["new_year" if is_placeholder(born) else "same"][1]
        often = (self._born_like(born) + usual * BEFORE) / (self._among + BEFORE)
        return round(max(math.log2(often / usual), 0.0), 2)

    def _born_like(self, born: date) -> float:
        if is_placeholder(born):
            return self._dates[born]
        years = range(born.year - ABOUT, born.year + ABOUT + 1)
        return sum(self._years[one] for one in years) / (len(years) * DAYS)
