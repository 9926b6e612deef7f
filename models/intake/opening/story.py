"""One flow of a Word document (body, header, footnote, text box) read into blocks and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.opening import controls, glyphs
from models.intake.opening.limits import MAX_CELL_LETTERS, MAX_SPAN
from models.intake.opening.notes import Notes
from models.intake.opening.paragraphs import Paragraph, ParagraphReader
from models.intake.opening.parse import attribute, child, local, within
from models.intake.opening.styles import toggle
from models.intake.papers import Block, Cell, Table

LAYOUT = {"customXml", "ins", "moveTo", "smartTag"}
SKIPPED = {"del", "moveFrom"}


@dataclass
class _Row:
    """A table row as it is read: its cells, and the tables and text boxes found inside them."""

    cells: list[Cell] = field(default_factory=list)
    inner: list[tuple[Element, str]] = field(default_factory=list)
    column: int = 1


class Story:
    """Reads one flow after another element; `parts` grows in reading order."""

    def __init__(
        self, reader: ParagraphReader, notes: Notes, parts: list[Block | Table], place: str = ""
    ) -> None:
        self.parts = parts
        self._reader = reader
        self._notes = notes
        self._place = place
        self._paragraphs = 0
        self._tables = 0
        self._heading = 0

    def read(self, container: Iterable[Element]) -> None:
        """Read everything in a body, header, note, text box or cell."""
        for element in flow(container):
            if local(element) == "p":
                self._paragraph(element)
            elif local(element) == "tbl":
                self._table(element)
            elif local(element) == "altChunk":
                self._notes.add("An inserted document was not read", self._next_paragraph())

    def _next_paragraph(self) -> str:
        return f"{self._place}paragraph {self._paragraphs + 1}"

    def _paragraph(self, element: Element) -> None:
        where = self._next_paragraph()
        read = self._reader.read(element, where)
        if read.text:
            self._paragraphs += 1
            check_size(read.text, where)
            heading = self._level(element, read)
            self.parts.append(Block(read.text, where, heading, read.bold_lead))
        self._text_boxes([(box, where) for box in read.boxes])

    def _level(self, element: Element, read: Paragraph) -> int:
        if read.heading:
            self._heading = read.heading
            return read.heading
        if self._reader.looks_like_heading(element, read):
            return min(self._heading + 1, 9)
        return 0

    def _text_boxes(self, boxes: list[tuple[Element, str]]) -> None:
        stories: dict[str, Story] = {}
        for box, where in boxes:
            named = where if local(box) == "tbl" else f"{where}, text box"
            story = stories.setdefault(named, self._inner(named))
            story.read((box,) if local(box) == "tbl" else box)

    def _inner(self, where: str) -> "Story":
        return Story(self._reader, self._notes, self.parts, f"{where}, ")

    def _table(self, element: Element) -> None:
        self._tables += 1
        where = f"{self._place}table {self._tables}"
        rows: list[tuple[Cell, ...]] = []
        inner: list[tuple[Element, str]] = []
        for number, row in enumerate(table_rows(element), 1):
            place = f"{where}, row {number}"
            cells = list(row_cells(row))
            if len(cells) == 1 and holds_table(cells[0][0]):
                self._close_table(rows, inner, where)
                rows, inner = [], []
                self._inner(place).read(cells[0][0])
                continue
            read = self._row(row, cells, place)
            rows.append(tuple(read.cells))
            inner.extend(read.inner)
        self._close_table(rows, inner, where)

    def _close_table(
        self, rows: list[tuple[Cell, ...]], inner: list[tuple[Element, str]], where: str
    ) -> None:
        """Put a table, then what lay inside its cells, among the parts."""
        if any(cell.text for row in rows for cell in row):
            self.parts.append(Table(_settled(rows), where))
        self._text_boxes(inner)

    def _row(self, element: Element, cells: list[tuple[Element, bool]], where: str) -> _Row:
        row = _Row()
        before = _count(attribute(child(child(element, "trPr"), "gridBefore"), "val"), 0)
        if before:
            row.cells.append(Cell("", f"{where}, column 1", span=before))
            row.column += before
        for cell, blank in cells:
            self._cell(row, cell, blank, f"{where}, column {row.column}")
        return row

    def _cell(self, row: _Row, element: Element, blank: bool, where: str) -> None:
        properties = child(element, "tcPr")
        span = _count(attribute(child(properties, "gridSpan"), "val"), 1)
        row.column += span
        if _continues(properties, "hMerge") and row.cells:
            before = row.cells[-1]
            row.cells[-1] = _widened(before, span)
        elif _continues(properties, "vMerge"):
            row.cells.append(Cell("", where, span=span, continues=True))
        elif blank:
            row.cells.append(Cell("", where, span=span))
        else:
            row.cells.append(self._filled(row, element, where, span))

    def _filled(self, row: _Row, element: Element, where: str, span: int) -> Cell:
        read: list[Paragraph] = []
        for each in flow(element):
            if local(each) == "p":
                read.append(self._reader.read(each, where))
                row.inner.extend((box, where) for box in read[-1].boxes)
            elif local(each) == "tbl":
                row.inner.append((each, where))
        shown = [each for each in read if each.text]
        text = "\n".join(each.text for each in shown)
        check_size(text, where)
        bold = bool(shown) and all(each.bold for each in shown)
        lead = shown[0].bold_lead if shown and not bold else ""
        raw = shown[0].raw if len(shown) == 1 else ""
        lone_cross = glyphs.stands_alone(raw, glyphs.CROSSES)
        text = glyphs.CROSSES[0] if lone_cross else text
        return Cell(text, where, bold, glyphs.checked(text), span, bold_lead=lead)


def flow(container: Iterable[Element]) -> Iterator[Element]:
    """Yield the paragraphs, tables and inserted documents of a container, through its controls."""
    for element in container:
        name = local(element)
        if name in ("p", "tbl", "altChunk"):
            yield element
        elif name == "sdt" and not controls.is_unanswered(element):
            yield from flow(within(element, "sdtContent"))
        elif name in LAYOUT:
            yield from flow(element)


def table_rows(container: Iterable[Element]) -> Iterator[Element]:
    """Yield a table's rows, without deleted and hidden ones, through content controls."""
    for element in container:
        name = local(element)
        if name == "tr":
            properties = child(element, "trPr")
            if child(properties, "del") is None and not toggle(properties, "hidden"):
                yield element
        elif name == "sdt":
            yield from table_rows(within(element, "sdtContent"))
        elif name in LAYOUT:
            yield from table_rows(element)


def row_cells(container: Iterable[Element], blank: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield a row's cells, each with whether a control around it still shows its placeholder."""
    for element in container:
        name = local(element)
        if name == "tc":
            yield element, blank
        elif name == "sdt":
            inside = within(element, "sdtContent")
            yield from row_cells(inside, blank or controls.is_unanswered(element))
        elif name in LAYOUT:
            yield from row_cells(element, blank)


def holds_table(cell: Element) -> bool:
    """Return whether a cell has a table in it, as forms laid out in frames do."""
    return any(local(each) == "tbl" for each in flow(cell))


def check_size(text: str, where: str) -> None:
    """Raise Refusal where one cell or paragraph is longer than any real one."""
    if len(text) > MAX_CELL_LETTERS:
        raise Refusal(
            f"This paper holds more than {MAX_CELL_LETTERS:,} letters in one place ({where}). "
            "Take that out into a paper of its own and add it again."
        )


def _settled(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows with lone crosses as ticked boxes, or as open ones where ticks say yes."""
    ticked = any(cell.checked for row in rows for cell in row)
    sign = glyphs.OPEN if ticked else glyphs.TICKED
    return tuple(tuple(_crossed(cell, sign) for cell in row) for row in rows)


def _crossed(cell: Cell, sign: str) -> Cell:
    if cell.text != glyphs.CROSSES[0]:
        return cell
    return Cell(sign, cell.where, cell.bold, glyphs.checked(sign), cell.span)


def _widened(cell: Cell, span: int) -> Cell:
    return Cell(
        cell.text,
        cell.where,
        cell.bold,
        cell.checked,
        cell.span + span,
        cell.continues,
        cell.bold_lead,
    )


def _continues(properties: Element | None, name: str) -> bool:
    merge = child(properties, name)
    return merge is not None and (attribute(merge, "val") or "continue") == "continue"


def _count(text: str | None, default: int) -> int:
    if text is None or not text.isdigit() or len(text) > 6:
        return default
    return max(default, min(int(text), MAX_SPAN))
