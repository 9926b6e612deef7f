"""One worksheet read row by row into a table: shown values, merged cells, what is hidden."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.opening import glyphs
from models.intake.opening.coloured import ALONE, Coloured
from models.intake.opening.container import Package
from models.intake.opening.formats import shown_date, shown_number
from models.intake.opening.limits import (
    MAX_CELL_LETTERS,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_ROWS,
)
from models.intake.opening.notes import Notes
from models.intake.opening.parse import attribute, child, local
from models.intake.opening.strings import Looks, Words, words
from models.intake.papers import Cell, Table

PLACE = re.compile(r"^([A-Z]{1,3})([1-9][0-9]{0,6})$")
MAX_MERGES = 20_000
Grid = dict[int, dict[int, Cell]]
Merge = tuple[int, int, int, int]


@dataclass
class Book:
    """What the sheets of one workbook share, and how much they have used up so far."""

    package: Package
    strings: list[Words]
    looks: Looks
    notes: Notes
    from_1904: bool = False
    rows: int = 0
    cells: int = 0
    letters: int = 0


@dataclass
class Sheet:
    """A worksheet as it is read; `number` names it where its title may not be told."""

    title: str
    number: int
    book: Book
    grid: Grid = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    coloured: Coloured = field(default_factory=Coloured)

    def read(self, part: str) -> Table | None:
        """Return the sheet as a table, or None when it is empty.

        Raises Refusal past the limits of rows, columns, cells and letters in a cell.
        """
        data: Element | None = None
        row_number = 0
        for event, element in self.book.package.events(part):
            name = local(element)
            if event == "start":
                data = element if name == "sheetData" else data
            elif name == "row":
                row_number = self._row(element, row_number)
                if data is not None:
                    data.clear()
            elif name == "mergeCell" and len(self.merges) < MAX_MERGES:
                self.merges.extend(_merge(attribute(element, "ref") or ""))
            elif name == "col" and attribute(element, "hidden") in ("1", "true"):
                self.book.notes.add("A hidden column was read too", self._column_place(element))
        for column in self.coloured.columns():
            self.book.notes.add(ALONE, f"{self.title}, column {column_letters(column)}")
        return self._table() if self.grid else None

    def _column_place(self, element: Element) -> str:
        first = attribute(element, "min") or "1"
        number = int(first) if first.isdigit() else 1
        return f"{self.title}, column {column_letters(min(number, MAX_COLUMNS))}"

    def _row(self, element: Element, before: int) -> int:
        stated = attribute(element, "r") or ""
        number = int(stated) if stated.isdigit() and len(stated) < 9 else before + 1
        cells: dict[int, Cell] = {}
        grounds: list[tuple[int, str, bool]] = []
        column = 0
        for each in element:
            if local(each) == "c":
                column = _column(attribute(each, "r"), column + 1)
                cell = self._cell(each, number, column)
                ground = self.book.looks.look(attribute(each, "s")).ground
                grounds.append((column, ground, cell is not None))
                if cell:
                    self._check_column(column, number)
                    cells[column] = cell
        self.coloured.take(grounds)
        if cells:
            self._count(cells, number)
            self.grid.setdefault(number, {}).update(cells)
            if attribute(element, "hidden") in ("1", "true"):
                self.book.notes.add("A hidden row was read too", f"{self.title}, row {number}")
        return number

    def _count(self, cells: dict[int, Cell], number: int) -> None:
        self.book.rows += 1
        self.book.cells += max(cells)
        if self.book.rows > MAX_ROWS:
            raise Refusal(
                f"This paper has more than {MAX_ROWS:,} rows (sheet {self.number}, "
                f"row {number:,}). Split it and add the parts one by one."
            )
        if self.book.cells > MAX_CELLS:
            raise Refusal(
                f"This paper has more than {MAX_CELLS:,} cells (sheet {self.number}, "
                f"row {number:,}). Split it and add the parts one by one."
            )

    def _count_letters(self, text: str, row: int) -> None:
        """One shared string shown in a million cells is small in the file and huge when read."""
        self.book.letters += len(text)
        if self.book.letters > MAX_LETTERS:
            raise Refusal(
                f"This paper holds more text than any list the panel uses (sheet {self.number}, "
                f"row {row:,}). Split it and add the parts one by one."
            )

    def _check_column(self, column: int, row: int) -> None:
        if column > MAX_COLUMNS:
            raise Refusal(
                f"This paper has more than {MAX_COLUMNS} columns (sheet {self.number}, "
                f"row {row:,}). Take out what the panel does not need and add it again."
            )

    def _cell(self, element: Element, row: int, column: int) -> Cell | None:
        where = f"{self.title}!{column_letters(column)}{row}"
        look = self.book.looks.look(attribute(element, "s"))
        found, dated = self._value(element, look.pattern, where)
        text = glyphs.plain(found.text)
        if len(text) > MAX_CELL_LETTERS:
            raise Refusal(
                f"This paper holds more than {MAX_CELL_LETTERS:,} letters in one cell "
                f"(sheet {self.number}, {column_letters(column)}{row}). "
                "Shorten it and add it again."
            )
        if not text:
            return None
        self._count_letters(text, row)
        kind = attribute(element, "t")
        checked = text == "TRUE" if kind == "b" else glyphs.checked(text)
        lead = glyphs.plain(found.bold_lead)
        place = f"{where} (date)" if dated else where
        return Cell(text, place, look.bold, checked, bold_lead=lead)

    def _value(self, element: Element, pattern: str, where: str) -> tuple[Words, bool]:
        """Return a cell's shown words, and whether they are a date that the sheet itself keeps."""
        kind = attribute(element, "t") or "n"
        if kind == "inlineStr":
            return words(child(element, "is")), False
        value = child(element, "v")
        text = (value.text or "") if value is not None else ""
        if not text and child(element, "f") is not None and kind != "str":
            self.book.notes.add("A formula had no stored result, so it was left empty", where)
        if kind == "s":
            return self._shared(text), False
        if kind == "b":
            return Words("TRUE" if text.strip() in ("1", "true") else "FALSE"), False
        if kind == "e":
            self.book.notes.add(f"An error of the sheet ({text}) was left empty", where)
            return Words(""), False
        if kind == "d":
            return Words(text.replace("T", " ").removesuffix(" 00:00:00")), True
        return self._number(text, pattern) if kind == "n" else (Words(text), False)

    def _shared(self, text: str) -> Words:
        index = int(text) if text.strip().isdigit() else -1
        return self.book.strings[index] if 0 <= index < len(self.book.strings) else Words("")

    def _number(self, text: str, pattern: str) -> tuple[Words, bool]:
        try:
            value = float(text)
        except ValueError:
            return Words(text), False
        if value != value or value in (float("inf"), float("-inf")):
            return Words(text), False
        date = shown_date(value, pattern, self.book.from_1904)
        return (Words(date), True) if date else (Words(shown_number(text, pattern)), False)

    def _table(self) -> Table:
        numbers = sorted(self.grid)
        covered = self._merged(numbers)
        rows: list[tuple[Cell, ...]] = []
        for position, number in enumerate(numbers):
            if position and number > numbers[position - 1] + 1:
                rows.append(())
            rows.append(tuple(self._cells(number, covered)))
        return Table(tuple(rows), f"sheet {self.title}", self.title)

    def _merged(self, numbers: list[int]) -> dict[tuple[int, int], tuple[int, bool]]:
        """Return, for each merged place that has a row: how wide it is, and if it continues."""
        covered: dict[tuple[int, int], tuple[int, bool]] = {}
        budget = MAX_CELLS
        for top, left, bottom, right in self.merges:
            for number in numbers[bisect_left(numbers, top) :]:
                budget -= 1
                if number > bottom or budget < 0:
                    break
                covered[number, left] = (right - left + 1, number > top)
        return covered

    def _cells(
        self, number: int, covered: dict[tuple[int, int], tuple[int, bool]]
    ) -> Iterator[Cell]:
        row = self.grid[number]
        last = max(row)
        column = 1
        while column <= last:
            where = f"{self.title}!{column_letters(column)}{number}"
            span, continues = covered.get((number, column), (1, False))
            cell = row.get(column) or Cell("", where)
            if continues:
                yield Cell("", where, span=span, continues=True)
            else:
                yield cell if span == 1 else replace(cell, span=span)
            column += span


def column_letters(number: int) -> str:
    """Return a column's letters: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _column(place: str | None, otherwise: int) -> int:
    match = PLACE.match(place or "")
    return _number_of(match.group(1)) if match else otherwise


def _number_of(letters: str) -> int:
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - 64
    return number


def _merge(ref: str) -> list[Merge]:
    first, _, last = ref.partition(":")
    start, end = PLACE.match(first), PLACE.match(last)
    if not start or not end:
        return []
    left, right = _number_of(start.group(1)), _number_of(end.group(1))
    top, bottom = int(start.group(2)), int(end.group(2))
    return [(top, left, bottom, min(right, left + MAX_COLUMNS))] if top <= bottom else []
