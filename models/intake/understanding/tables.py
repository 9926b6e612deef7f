"""A table shaped: which cells are labels, which are values, which rows are lists or tick tables."""

import re

from models.intake.papers import Cell, Table
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, Pair
from models.intake.understanding.inline import Said, carries_values, inline, is_instruction
from models.intake.understanding.lexicon import Match, section_of
from models.intake.understanding.matrices import matrix_at, tick_row
from models.intake.understanding.ticks import has_marks, is_tick

Row = tuple[Cell, ...]
STRONG = 0.85


def shape_table(
    table: Table, context: Context, section: str | None, caption: str = ""
) -> list[Element]:
    """Return the shapes of a table in reading order."""
    return _TableShaper(table, context, section, caption).read()


def filled(row: Row) -> list[Cell]:
    """Return the cells of a row that hold anything."""
    return [cell for cell in row if cell.text.strip() and not cell.continues]


class _TableShaper:
    def __init__(
        self, table: Table, context: Context, section: str | None, caption: str
    ) -> None:
        self.rows = table.rows
        self.table = table
        self.context = context
        self.section = section
        self.outer = section
        self.caption = caption
        self.elements: list[Element] = []
        self.sheet = table.sheet is not None
        self.by_pairs = self._stands_in_pairs()

    def read(self) -> list[Element]:
        place = 0
        while place < len(self.rows):
            place = self._step(place)
        return self.elements

    def _step(self, place: int) -> int:
        cells = filled(self.rows[place])
        if not cells:
            return place + 1
        matrix = matrix_at(self.rows, place, self.context, self.section, self.caption)
        if matrix:
            self.elements += matrix[0]
            return matrix[1]
        if self._is_header(place):
            return self._grid(place)
        if len(cells) == 1 and len(self._cells(place)) == 1:
            return self._single(place)
        ticked = tick_row(self._cells(place), self.context, self.section, self.caption)
        if ticked:
            self.elements += ticked
            return place + 1
        return self._pairs(place)

    def _cells(self, place: int) -> list[Cell]:
        return [cell for cell in self.rows[place] if not cell.continues]

    def _match(self, text: str) -> Match | None:
        return self.context.label(text, self.section) if len(text) <= 250 else None

    def _label(self, cell: Cell) -> Match | None:
        """Return the field a cell is the label of; None where it carries the answer too."""
        return None if carries_values(self._inline(cell)) else self._match(_label_of(cell, True))

    def _inline(self, cell: Cell) -> list[Said]:
        if not re.search(r"[:?\n\t]|\s[–—-]\s|  ", cell.text):
            return []
        return inline(cell.text, self.context, self.section, 0.75)

    def _stands_in_pairs(self) -> bool:
        """Say whether labels stand in the first column and values beside them."""
        rows = [row for row in self.rows[:60] if len(filled(row)) >= 1 and len(row) >= 2]
        if len(rows) < 3:
            return False
        left = sum(bool(self._label(row[0])) for row in rows if row[0].text)
        right = sum(bool(self._label(row[1])) for row in rows if row[1].text)
        return left >= 0.5 * len(rows) and right <= 0.5 * left

    def _is_header(self, place: int) -> bool:
        cells = filled(self.rows[place])
        if len(cells) < 2 or place + 1 >= len(self.rows) or any(map(_is_ticked, cells)):
            return False
        if not self.sheet and len(cells) < 0.7 * len(self._cells(place)):
            return False
        known = sum(bool(self._label(cell)) for cell in cells)
        below = next((filled(row) for row in self.rows[place + 1 :] if filled(row)), [])
        known_below = sum(_is_strong(self._label(cell)) for cell in below)
        strong = sum(_is_strong(self._label(cell)) for cell in cells)
        sure = len(cells) >= 3 and strong >= 0.8 * len(cells)
        limit = max(1, (0.8 if sure else 0.5) * len(below))
        if known < 2 or (below and known_below >= limit and not self._same(place)):
            return False
        if sure:
            return True
        if self.by_pairs and (len(cells) == 2 or known < 0.8 * len(cells)):
            return False
        share = known / len(cells)
        return share >= 0.6 or (share >= 0.4 and len(cells) >= 4 and len(self.rows) - place > 2)

    def _same(self, place: int) -> bool:
        below = self.rows[place + 1] if place + 1 < len(self.rows) else ()
        return [cell.text for cell in below] == [cell.text for cell in self.rows[place]]

    def _grid(self, place: int) -> int:
        starts = _columns(self.rows[place])
        headers = tuple(cell.text for _, cell in starts)
        rows: list[tuple[Cell | None, ...]] = []
        at = place + 1
        while at < len(self.rows):
            row = self.rows[at]
            if self._ends_grid(at, headers):
                break
            if filled(row) and tuple(cell.text for cell in row) != headers:
                rows.append(_under(starts, row))
                self._strays(starts, row)
            at += 1
        self.elements.append(
            Grid(headers, tuple(rows), self.rows[place][0].where, self.section, self.caption)
        )
        return at

    def _ends_grid(self, at: int, headers: tuple[str, ...]) -> bool:
        if self.sheet:
            return False
        cells = filled(self.rows[at])
        if len(cells) == 1 and len(headers) > 1 and len(self._cells(at)) == 1:
            return True
        matches = [self._match(cell.text) for cell in cells]
        known = sum(map(_is_strong, matches))
        all_labels = all(matches) and known >= 0.5 * len(cells)
        many = known >= 0.75 * len(cells) or all_labels
        if len(cells) >= 2 and many and not _repeats(self.rows[at], headers):
            return True
        return len(cells) == 2 and known == 1 and _is_strong(self._match(cells[0].text))

    def _strays(self, starts: list[tuple[int, Cell]], row: Row) -> None:
        """Keep text in columns that have no header."""
        taken = {column for column, _ in starts}
        for column, cell in _columns(row, empty=True):
            if cell.text.strip() and column not in taken and not _covered(starts, column):
                self.elements.append(Loose(cell.text, cell.where, self.section))

    def _single(self, place: int) -> int:
        """Read a row of one cell: a label above its value, a section's name, or text."""
        cell = filled(self.rows[place])[0]
        if carries_values(self._inline(cell)):
            self._said(cell)
            return place + 1
        match = self._match(_label_of(cell, True))
        values, at = self._values_below(place + 1) if match else ([], place + 1)
        if match and values and not (section_of(cell.text) and len(filled(self.rows[place + 1])) > 1):
            value = "\n".join(value.text for value in values)
            self._pair(_label_of(cell, True), value, values[0].where, match)
            return at
        self._text(cell)
        return place + 1

    def _values_below(self, at: int) -> tuple[list[Cell], int]:
        values: list[Cell] = []
        while at < len(self.rows):
            cells = filled(self.rows[at])
            if len(self._cells(at)) > 1 or any(self._begins(c, bool(values)) for c in cells):
                break
            if cells and any(each.value for each in inline(cells[0].text, self.context, None, 0.95)):
                break
            values += cells
            at += 1
        return values, at

    def _begins(self, cell: Cell, after_value: bool) -> bool:
        """Say whether a row begins the next label; after a value a likely one is enough."""
        text = _label_of(cell, True)
        match = self._match(text)
        short = len(text.split()) <= 16 and not text.rstrip().endswith((".", ";", ","))
        return _is_strong(match) or (after_value and match is not None and short)

    def _text(self, cell: Cell) -> None:
        """Keep a text that is no label: a section's name changes whose details follow."""
        named = section_of(cell.text)
        short = len(cell.text.split()) <= 12
        if named or (short and (cell.bold or len(cell.text) < 60)):
            self.section = named or self.outer
            self.caption = cell.text
            self.elements.append(Heading(cell.text, cell.where, 9, self.section))
        else:
            self.elements.append(Loose(cell.text, cell.where, self.section))

    def _pairs(self, place: int) -> int:
        cells = self._cells(place)
        at = 0
        while at < len(cells):
            at = self._pair_at(cells, at, place)
        return place + 1

    def _pair_at(self, cells: list[Cell], at: int, place: int) -> int:
        cell = cells[at]
        if not cell.text.strip():
            return at + 1
        match = self._match(_label_of(cell, at + 1 < len(cells)))
        if self._is_inline(cell, match, at, cells):
            self._said(cell)
            return at + 1
        if match and at + 1 < len(cells):
            return self._gather(cells, at, match)
        if match:
            self._pair(cell.text, "", cell.where, match)
            return at + 1
        return self._unknown(cells, at)

    def _is_inline(self, cell: Cell, match: Match | None, at: int, cells: list[Cell]) -> bool:
        said = self._inline(cell)
        if not carries_values(said):
            return False
        value_beside = at + 1 < len(cells) and cells[at + 1].text.strip()
        beside_is_value = value_beside and not self._match(cells[at + 1].text) and not inline(
            cells[at + 1].text, self.context, self.section, 0.75
        )
        hinted = is_instruction(said[0].value) or (match and match.score >= 0.9 and "\n" not in cell.text)
        return not (beside_is_value and hinted)

    def _gather(self, cells: list[Cell], at: int, match: Match) -> int:
        """Take the cells beside a label until the next label."""
        end = at + 2
        while end < len(cells) and not self._match(_label_of(cells[end], end + 1 < len(cells))):
            if inline(cells[end].text, self.context, self.section):
                break
            end += 1
        if not cells[at + 1].text.strip() and end > at + 2 and not _any_ticks(cells[at + 1 : end]):
            end = at + 2
        values = [cell for cell in cells[at + 1 : end] if cell.text.strip()]
        value = " ".join(cell.text for cell in values)
        if len(values) > 1 and not has_marks(value):
            value = "\n".join(cell.text for cell in values)
        where = values[0].where if values else cells[at].where
        self._pair(_label_of(cells[at], True), value, where, match)
        return end

    def _unknown(self, cells: list[Cell], at: int) -> int:
        beside = cells[at + 1] if at + 1 < len(cells) else None
        if beside is None or len(cells[at].text) > 250:
            self.elements.append(Loose(cells[at].text, cells[at].where, self.section))
            return at + 1
        if self._match(beside.text) and at + 2 < len(cells):
            self._text(cells[at])
            return at + 1
        self._pair(cells[at].text, beside.text, beside.where, None)
        return at + 2

    def _said(self, cell: Cell) -> None:
        for each in self._inline(cell):
            self._pair(each.label, each.value, cell.where, each.match)

    def _pair(self, label: str, value: str, where: str, match: Match | None) -> None:
        self.elements.append(Pair(label, value.strip(), where, match, self.section))


def _is_ticked(cell: Cell) -> bool:
    return cell.checked is not None or is_tick(cell.text) is not None


def _any_ticks(cells: list[Cell]) -> bool:
    return any(has_marks(cell.text) or _is_ticked(cell) for cell in cells)


def _is_strong(match: Match | None) -> bool:
    return match is not None and match.score >= STRONG


def _label_of(cell: Cell, beside: bool) -> str:
    """Return a label cell's own words without the hint typed under them."""
    first, _, hint = cell.text.partition("\n")
    return first if beside and hint and is_instruction(hint) else cell.text


def _columns(row: Row, empty: bool = False) -> list[tuple[int, Cell]]:
    columns, at = [], 0
    for cell in row:
        if empty or cell.text.strip():
            columns.append((at, cell))
        at += cell.span
    return columns


def _covered(starts: list[tuple[int, Cell]], column: int) -> bool:
    return any(start < column < start + cell.span for start, cell in starts)


def _under(starts: list[tuple[int, Cell]], row: Row) -> tuple[Cell | None, ...]:
    by_column = dict(_columns(row))
    return tuple(
        next((by_column[at] for at in range(start, start + cell.span) if at in by_column), None)
        for start, cell in starts
    )


def _repeats(row: Row, headers: tuple[str, ...]) -> bool:
    return tuple(cell.text for cell in row if cell.text.strip()) == headers
