"""Numbers given out one after another, or known of several: no slips of one another."""

from collections import Counter
from collections.abc import Iterable

from models.matching.belongings import Belongings
from models.matching.things import SLIPPED


def row_of(number: str) -> str:
    """What the numbers of one row have in common; empty where it may stand in none.

    >>> row_of("07700900123"), row_of("raybo88"), row_of("kmx")
    ('07700900', 'raybo', '')
    """
    if number.isdigit():
        return number[:-SLIPPED]
    letters = "".join(one for one in number if not one.isdigit())
    return letters if letters != number else ""


class GivenOut:
    """The telephones and handles of all who are compared: how many have each, and their rows."""

    def __init__(self, whose: Iterable[Belongings], others: Iterable[str] = ()) -> None:
        self._have = Counter(one for each in whose for one in (*each.phones, *each.handles))
        self._rows = Counter(row_of(one) for one in {*self._have, *others})

    def no_slip(self, one: str, other: str) -> bool:
        """Whether each of the two is known of somebody else too, or they stand in a row of numbers.

        Two telephones alone are a row where they follow each other; else it takes a third.
        """
        if min(self._have[one], self._have[other]) > 1:
            return True
        row = row_of(one)
        if not row or row != row_of(other):
            return False
        return _follow(one, other) or self._rows[row] > 2


def _follow(one: str, other: str) -> bool:
    return one.isdigit() and len(one) == len(other) and abs(int(one) - int(other)) == 1
