"""Which cell of a table a change is in: its row by what names it, its column by its head."""

from collections import Counter
from collections.abc import Iterable, Sequence

from exports.tables import ITEM, REF
from models.intake.edited import Cell

Spot = tuple[str, str]
"""A row and a column as people call them; without a column the whole row."""
ROW = tuple[int, int]
"""A row of a document by its table and its place in it."""


def row_of(cell: Cell) -> ROW:
    """The row that a cell is in."""
    return cell.table, cell.row


class Cells:
    """The cells of all tables of a document, with their words."""

    def __init__(self, told: Iterable[tuple[Cell | None, str]]) -> None:
        self._heads: dict[tuple[int, int], str] = {}
        self._rows: dict[ROW, dict[int, str]] = {}
        for cell, text in told:
            if cell is None or not text:
                continue
            if cell.head:
                self._heads.setdefault((cell.table, cell.column), text)
            row = self._rows.setdefault(row_of(cell), {})
            row[cell.column] = f"{row[cell.column]} {text}" if cell.column in row else text

    def called(self, cell: Cell) -> str:
        """A cell in plain words: "A012 (V1), column “Due”"."""
        if cell.head:
            return "the heads of its columns"
        head = self._heads.get((cell.table, cell.column))
        row = self.row(cell)
        return f"{row}, column “{head}”" if head else row

    def row(self, cell: Cell) -> str:
        """A row by the reference in it and its item, else by its first words."""
        told = self._rows.get(row_of(cell), {})
        by_head = {self._heads.get((cell.table, at), ""): text for at, text in told.items()}
        reference, item = by_head.get(REF), by_head.get(ITEM, "").partition(",")[0]
        if reference:
            return f"{reference} ({item})" if item else reference
        return told[min(told)] if told else "a row"

    def spot(self, cell: Cell) -> Spot:
        """What tells a cell wherever its table is written again: its row and its column."""
        return self.row(cell), self._heads.get((cell.table, cell.column)) or str(cell.column)

    def spots(self) -> dict[Spot, str]:
        """What stands in each cell that can be told again; the first where two are alike."""
        found: dict[Spot, str] = {}
        for (table, row), told in self._rows.items():
            for column, text in told.items():
                found.setdefault(self.spot(Cell(table, row, column)), text)
        return found

    def words(self, cell: Cell) -> str:
        """All that stands in the row of a cell."""
        told = self._rows.get(row_of(cell), {})
        return " · ".join(told[at] for at in sorted(told))


def whole_rows(some: Iterable[int], cells: Sequence[Cell | None]) -> dict[int, Cell]:
    """What of some is in a row of which nothing else stands, each with a cell of that row.

    `cells` are those of all that says anything, by its place in the document.
    """
    there: Counter[ROW] = Counter(row_of(one) for one in cells if one is not None)
    known = {at: cell for at in some if (cell := cells[at]) is not None}
    found = Counter(map(row_of, known.values()))
    return {at: cell for at, cell in known.items() if found[row_of(cell)] == there[row_of(cell)]}
