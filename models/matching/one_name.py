"""How far a name tells in this register, by the births of those who are called alike in it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from models.matching.kin import APART
from models.matching.weighing import Weighed

WINDOW, BEFORE, LEAST = 1.5, 8.0, 0.02
"""Bits by which two names may tell more or less and be counted together; pairs that the usual
weight of a name stands for; the share of others that is taken for as good as none."""
TELL = APART | {"same", "swapped", "slip", "day_month"}
MISTAKEN = 0.1
"""Two of one person whose dates of birth are clearly different, beside those whose are one."""
MAY_BE_TWO, ARE_ONE, ENOUGH = 2.0, 5.0, 40
"""Bits of the odds below which a name alone is that of somebody else too, and above which it is
not where so many tell."""


class Telling:
    """What names say where so many who bear names as alike are one person, and so many are two.

    Two who are called alike and born on one day are one; born on clearly different days they are
    two. Where names are few, as in one community or family, half of them are.
    """

    def __init__(self, weighed: Iterable[Weighed], among: float) -> None:
        """`among`: bits that tell one out of all."""
        pairs = sorted(pair for one in weighed if (pair := _told(one)) is not None)
        self._at = [name for name, _ in pairs]
        self._same = [0]
        for _, same in pairs:
            self._same.append(self._same[-1] + same)
        self._among = among
        self._most: dict[float, float] = {}

    def most(self, name: float) -> float:
        """What a name of so many bits says at most here."""
        if name not in self._most:
            self._most[name] = self._among + self._odds(name)
        return self._most[name]

    def is_shared(self, name: float) -> bool | None:
        """Whether two who bear names as alike may well be two; None where too few tell."""
        odds = self.most(name) - self._among
        if odds < MAY_BE_TWO:
            return True
        first, last = self._window(name)
        return False if odds > ARE_ONE and last - first >= ENOUGH else None

    def _odds(self, name: float) -> float:
        first, last = self._window(name)
        usual = 1 / (1 + 2 ** -(name - self._among))
        same = self._same[last] - self._same[first] + BEFORE * usual
        other = last - first + BEFORE - same - MISTAKEN * same
        return math.log2(same / max(other, LEAST))

    def _window(self, name: float) -> tuple[int, int]:
        return bisect_left(self._at, name - WINDOW), bisect_right(self._at, name + WINDOW)


def _told(one: Weighed) -> tuple[float, bool] | None:
    """What the name of a pair says, and whether their births are one; None where nobody knows."""
    if one.name <= 0 or one.born not in TELL:
        return None
    return one.name, one.born not in APART
