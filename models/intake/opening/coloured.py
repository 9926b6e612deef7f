"""Columns of a worksheet whose empty cells are told apart by colour alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

ALONE = "Cells that say something by their colour alone were read as empty, so write the words in"
SEVERAL = 2
"""Colours that must meet in a column: one alone may be a band, or what was looked at."""


class Coloured:
    """Gathers, row by row, which empty cells have a colour that the rest of their row has not."""

    def __init__(self) -> None:
        self._met: dict[int, set[str]] = {}

    def take(self, row: Sequence[tuple[int, str, bool]]) -> None:
        """A row: of each cell its column, the colour of its ground, and whether it says something.

        A row that says nothing tells of nobody.
        """
        said = Counter(colour for _, colour, words in row if words)
        if not said:
            return
        for column, colour, words in row:
            if colour and not words and colour not in said:
                self._met.setdefault(column, set()).add(colour)

    def columns(self) -> Iterator[int]:
        """The columns in which several colours stand where no words do."""
        return (one for one in sorted(self._met) if len(self._met[one]) >= SEVERAL)
