"""A table shaped: labels with the values beside, below or within them, lists and tick tables."""

from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding import in_cells
from models.intake.understanding.cells import (
    LEAST_HEADS,
    Labels,
    Row,
    any_ticks,
    bold_label,
    filled,
    is_across,
    is_left_blank,
    is_strong,
    label_of,
    lead_of,
    looks_like_question,
    only_column,
    own_cells,
)
from models.intake.understanding.columns_each import a_column_each, a_row_each
from models.intake.understanding.context import Context
from models.intake.understanding.described_levels import described_levels
from models.intake.understanding.elements import Element, Heading, Loose, Pair
from models.intake.understanding.forms_own import heads_part, is_instruction
from models.intake.understanding.grids import read_grid
from models.intake.understanding.guidance import without_hints_under_labels
from models.intake.understanding.header_rows import FORMS, is_header
from models.intake.understanding.inline import carries_values, inline
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.lexicon import Match, section_of
from models.intake.understanding.line_marks import before_boxes
from models.intake.understanding.marked_columns import marked_list
from models.intake.understanding.marked_options import marked_option
from models.intake.understanding.matrices import matrix_at, tick_row
from models.intake.understanding.prepared import prepared
from models.intake.understanding.sheet_titles import entitles, heads_sheet
from models.intake.understanding.side_notes import side_notes
from models.intake.understanding.table_ways import (
    before_hint,
    bold_in_turns,
    label_places,
    lists_marks,
    names_rows_beside,
    stands_in_bands,
    stands_in_pairs,
)
from models.intake.understanding.ticks import has_marks
from models.intake.understanding.two_heads import with_one_head

LEAST_IN_TURNS = 2  # cells that head those below them, where rows in bold take turns


def shape_table(
    table: Table, context: Context, section: str | None, caption: str = ""
) -> list[Element]:
    """Return the shapes of a table in reading order."""
    notes, table = side_notes(table, Labels(context, section))
    forms = prepared(table, context, section)
    each = (_TableShaper(form, context, section, caption).read() for form in forms)
    return [*(one for elements in each for one in elements), *notes]


class _TableShaper:
    def __init__(self, table: Table, context: Context, section: str | None, caption: str) -> None:
        self.context = context
        self.outer = section
        self.labels = Labels(context, section)
        table = with_one_head(table, self.labels)
        self.by_cells = in_cells.stands_in_cells(table, self.labels)
        self.one_column, self.listed = bool(only_column(table)), lists_marks(table)
        bare = without_hints_under_labels(table, self.labels)
        self.table = table = table if self.by_cells else bare
        self.rows = table.rows
        self.caption = caption
        self.elements: list[Element] = []
        self.in_turns = bold_in_turns(table)
        self.labels.least = LEAST_IN_TURNS if self.in_turns else LEAST_HEADS
        self.labels.bands = self.in_turns or stands_in_bands(table, self.labels)
        self.by_pairs = stands_in_pairs(table, self.labels)
        self.labels.places = label_places(table, self.labels)
        self.head: Row | None = None

    def read(self) -> list[Element]:
        each = a_column_each(self.table, self.labels) or a_row_each(self.table, self.labels)
        each = each or marked_list(self.table, self.labels)
        each = each or described_levels(self.table, self.labels, self.caption)
        if each:
            return each
        place = 0
        while place < len(self.rows):
            place = self._step(place)
        return self.elements

    def _step(self, place: int) -> int:
        self._enter_part(place)
        section, cells = self.labels.section, own_cells(self.rows[place])
        if not filled(cells):
            return place + 1
        matrix = matrix_at(self.rows, place, self.context, section, self.caption)
        if matrix is None and len(filled(cells)) > 1 and in_cells.all_led(filled(cells)):
            return self._cells_apart(cells, place)
        if matrix is None and is_header(self.table, place, self.labels, self.by_pairs):
            matrix = read_grid(self.table, place, self.labels, self.caption)
            self.head = self.rows[place]
        if matrix is None and self._goes_on(cells):
            matrix = read_grid(self.table, place, self.labels, self.caption, self.head)
        if matrix and matrix[1] > place:
            self.elements += matrix[0]
            return matrix[1]
        if len(cells) == 1 or is_across(cells):
            led = (self.one_column or lead_of(cells[0])) and in_cells.in_cell(cells[0])[1]
            return self._cells_apart(cells, place) if self.by_cells and led else self._single(place)
        if self.by_cells:
            return self._cells_apart(cells, place)
        own = None if self.by_pairs else section
        ticked = tick_row(cells, self.context, own, self.caption, self.listed)
        if ticked:
            self.elements += ticked
            return place + 1
        at = 0
        while at < len(cells):
            at = self._pair_at(cells, at, place)
        return place + 1

    def _cells_apart(self, cells: list[Cell], place: int) -> int:
        """Take each cell for a label, known or not, with its answer."""
        option = marked_option(cells, self.labels.section)
        self.elements += [option] if option else in_cells.pairs_in_cells(filled(cells), self.labels)
        return place + 1

    def _enter_part(self, place: int) -> None:
        """Take a first cell merged downwards beside rows in bold for whose details they ask."""
        row, below = self.rows[place], self.rows[place + 1] if place + 1 < len(self.rows) else ()
        if self.in_turns and len(row) > 1 and below and below[0].continues and row[0].text.strip():
            self._text(replace(row[0], text=row[0].text.rpartition("\n")[2]))
            bare = (replace(row[0], text="", continues=True), *row[1:])
            self.rows = (*self.rows[:place], bare, *self.rows[place + 1 :])
            self.table = replace(self.table, rows=self.rows)

    def _goes_on(self, cells: list[Cell]) -> bool:
        """Say whether a row goes on with a return's list after a row that names a child."""
        lines = self.context.kind == "return" and self.head is not None
        return lines and len(cells) > 2 and len(cells) == len(own_cells(self.head or ()))

    def _single(self, place: int) -> int:
        """Read a row of one cell: a label above its value, a section's name, or text."""
        cell = filled(self.rows[place])[0]
        if self.context.kind in FORMS and heads_sheet(cell, self.table, self.elements):
            self._text(cell)
            return place + 1
        if carries_values(self.labels.inline(cell)):
            self._said(cell)
            return place + 1
        if self._answers_itself(cell, alone=True):
            return place + 1
        match = self.labels.match(label_of(cell))
        match = None if entitles(cell, match, self.table, self.elements) else match
        asks = bool(match) or (looks_like_question(cell) and not section_of(cell.text))
        asks = asks and not (self.table.sheet and self.context.kind in LISTS)
        values, at = self._values_below(place + 1, cell.bold) if asks else ([], place + 1)
        if asks and values:
            value = "\n".join(value.text for value in values)
            self._pair(label_of(cell), value, values[0].where, match)
            return at
        self._text(cell)
        return place + 1

    def _answers_itself(self, cell: Cell, alone: bool = False) -> bool:
        """Take a cell whose bold first line, or likely label, is over or before its answer."""
        label = bold_label(cell) or (alone and in_cells.plain_lead(cell, self.labels))
        told = (label, cell.text[len(label) :]) if label else before_boxes(cell.text)
        if told := told or (in_cells.told_within(cell, self.labels) if alone else None):
            self._pair(told[0], told[1].lstrip(" :;"), cell.where, self.labels.match(told[0]))
        return told is not None

    def _values_below(self, at: int, asked_in_bold: bool) -> tuple[list[Cell], int]:
        values: list[Cell] = []
        while at < len(self.rows):
            cells = filled(self.rows[at])
            if len(own_cells(self.rows[at])) > 1 or self.by_cells and any(map(lead_of, cells)):
                break
            heads = (asked_in_bold and cell.bold and heads_part(cell.text) for cell in cells)
            if any(heads) or any(self.labels.begins(cell, bool(values)) for cell in cells):
                break
            said = inline(cells[0].text, self.context, None, 0.95) if cells else []
            if any(each.value for each in said):
                break
            values += cells
            at += 1
        return values, at

    def _text(self, cell: Cell) -> None:
        """Keep a text that is no label: a section's name changes whose details follow."""
        named = self.context.whose(cell.text)
        if named or len(cell.text) < 60 or (cell.bold and len(cell.text.split()) <= 12):
            self.labels.section = named or self.outer
            self.caption = cell.text
            self.elements.append(Heading(cell.text, cell.where, 9, self.labels.section))
        else:
            self.elements.append(Loose(cell.text, cell.where, self.labels.section))

    def _pair_at(self, cells: list[Cell], at: int, place: int) -> int:
        cell = cells[at]
        if not cell.text.strip():
            return at + 1
        below = self.rows[place + 1] if place + 1 < len(self.rows) else ()
        if not at and names_rows_beside(cells, below, self.labels):
            self._text(cell)
            return at + 1
        beside = at + 1 < len(cells)
        if self.by_pairs and (asked := before_hint(cells[at:], self.labels)):
            return self._gather([asked[0], *cells[at + 1 :]], 0, asked[1]) + at
        alone = not beside or bold_label(cells[at + 1]) or not cells[at + 1].text.strip()
        alone = alone or before_boxes(cell.text) is not None
        if alone and not carries_values(self.labels.inline(cell)) and self._answers_itself(cell):
            return at + 1
        match = self.labels.match(label_of(cell, beside))
        if not self._asks_at(cells, at) and entitles(cell, match, self.table, self.elements):
            self.elements += [Loose(c.text, c.where, self.labels.section) for c in filled(cells)]
            return len(cells)
        if self._carries_answer(cells, at, match):
            self._said(cell)
            return at + 1
        if match and beside:
            return self._gather(cells, at, match)
        if match:
            self._pair(cell.text, "", cell.where, match)
            return at + 1
        return self._unknown(cells, at)

    def _carries_answer(self, cells: list[Cell], at: int, match: Match | None) -> bool:
        """Say whether a cell holds its label and answer, and the next is not the answer."""
        cell = cells[at]
        said = self.labels.inline(cell)
        if not carries_values(said):
            return False
        beside = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].text.strip() else None
        paired = self._asks_at(cells, at) or self.by_pairs and len(cells) == 2
        if beside and match and paired and not self._is_label(cells, at + 1):
            return False
        if beside is None or self.labels.match(beside.text) or self.labels.inline(beside):
            return True
        sure = match is not None and (match.score >= 0.9 or has_marks(beside.text))
        return not (is_instruction(said[0].value) or sure and "\n" not in cell.text)

    def _gather(self, cells: list[Cell], at: int, match: Match) -> int:
        """Take the cells beside a label until the next label."""
        unsure = is_left_blank(cells[at]) or not is_strong(match) and len(cells) == 2
        if unsure and self.labels.holds_another(cells[at + 1], match):
            self._pair(label_of(cells[at]), "", cells[at].where, match)
            return at + 1
        end = at + 2
        while end < len(cells) and not self._is_label(cells, end):
            end += 1
        if not cells[at + 1].text.strip() and end > at + 2 and not any_ticks(cells[at + 1 : end]):
            end = at + 2
        values = filled(cells[at + 1 : end])
        joint = " " if has_marks(" ".join(cell.text for cell in values)) else "\n"
        where = values[0].where if values else cells[at].where
        self._pair(label_of(cells[at]), joint.join(cell.text for cell in values), where, match)
        return end

    def _is_label(self, cells: list[Cell], at: int) -> bool:
        beside = at + 1 < len(cells)
        asked = self._asks_at(cells, at) and cells[at].text.strip()
        if beside and (asked or looks_like_question(cells[at])):
            return True
        if self.labels.match(label_of(cells[at], beside)):
            return True
        return bool(inline(cells[at].text, self.context, self.labels.section))

    def _asks_at(self, cells: list[Cell], at: int) -> bool:
        """Say whether most rows of so many cells have a label at that place."""
        return at in self.labels.places.get(len(cells), ())

    def _unknown(self, cells: list[Cell], at: int) -> int:
        cell = cells[at]
        beside = cells[at + 1] if at + 1 < len(cells) else None
        if beside is None or len(cell.text) > 250:
            self.elements.append(Loose(cell.text, cell.where, self.labels.section))
            return at + 1
        if not self._asks_at(cells, at) and self.labels.match(beside.text) and at + 2 < len(cells):
            self._text(cell)
            return at + 1
        over = is_left_blank(cell) or section_of(cell.text)
        if over and self.labels.holds_another(beside, None):
            self.elements.append(Loose(cell.text, cell.where, self.labels.section))
            return at + 1
        self._pair(cell.text, beside.text, beside.where, None)
        return at + 2

    def _said(self, cell: Cell) -> None:
        for each in self.labels.inline(cell):
            self._pair(each.label, each.value, cell.where, each.match)

    def _pair(self, label: str, value: str, where: str, match: Match | None) -> None:
        self.elements.append(Pair(label, value.strip(), where, match, self.labels.section))
