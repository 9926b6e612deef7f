"""An OpenDocument text or spreadsheet read into blocks and tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.opening import glyphs
from models.intake.opening.container import Package
from models.intake.opening.emphasis import chosen
from models.intake.opening.limits import MAX_CELL_LETTERS, MAX_CELLS, MAX_SPAN
from models.intake.opening.notes import Notes
from models.intake.opening.paragraphs import Run, may_be_heading
from models.intake.opening.parse import attribute, below, child, local
from models.intake.papers import Block, Cell, Table

CONTENT = "content.xml"
META = "meta.xml"
SPACING = {"tab": "\t", "line-break": "\n"}
# Deleted text, notes to the reader of the source, and what is drawn or runs.
SKIPPED = {"tracked-changes", "annotation", "script", "scripts", "image", "sequence-decls", "forms"}
Look = tuple[bool, bool]
"""Whether text is bold, and underlined."""
HOLDS = {"section", "list", "list-item", "list-header", "index-body", "numbered-paragraph"}
HOLDS |= {"text-box", "frame", "note", "note-body", "table-header-rows", "table-rows"}


def read_odt(package: Package, notes: Notes) -> tuple[Block | Table, ...]:
    """Return a document's parts in reading order, or a workbook's sheets.

    Raises Refusal for a password, for scripts, for damage and for a document without text.
    """
    _check(package)
    root = package.tree(CONTENT)
    styles = _styles(root, package)
    bold, lined = _having(styles, _weighs_bold), _having(styles, _is_underlined)
    story = _Story(bold, notes, lined)
    body = next(iter(below(root, "body")), None)
    for part in body if body is not None else ():
        story.read(part)
    if package.has("styles.xml") and not story.sheets:
        story.read_edges(package.tree("styles.xml"))
    if not story.parts:
        raise Refusal("This paper holds no text at all. Ask for it to be sent again.")
    return tuple(story.parts)


def _check(package: Package) -> None:
    if package.has("META-INF/manifest.xml"):
        manifest = package.tree("META-INF/manifest.xml")
        if any(True for _ in below(manifest, "encryption-data")):
            raise Refusal(
                "This paper is locked with a password. Open it, take the password off, save it, "
                "and add it again."
            )
    if any(name.startswith(("basic/", "scripts/")) for name in package.names()):
        raise Refusal(
            "This paper carries macros: small programs that could do harm. Open it without "
            "allowing them, save it as .docx, and add that."
        )


Styles = dict[str, tuple[str, Element | None]]
"""The name of each style, its parent's name, and how its text looks."""


def _styles(root: Element, package: Package) -> Styles:
    roots = [root, *([package.tree("styles.xml")] if package.has("styles.xml") else [])]
    return {
        attribute(style, "name") or "": (
            attribute(style, "parent-style-name") or "",
            child(style, "text-properties"),
        )
        for style in (each for one in roots for each in below(one, "style"))
    }


def _having(styles: Styles, look: Callable[[Element], bool | None]) -> frozenset[str]:
    """The styles whose text looks so, by their own word or their parent's."""
    return frozenset(name for name in styles if _looks(name, styles, look))


def _looks(name: str, styles: Styles, look: Callable[[Element], bool | None]) -> bool:
    for _ in range(20):
        parent, shown = styles.get(name, ("", None))
        said = look(shown) if shown is not None else None
        if said is not None:
            return said
        name = parent
    return False


def _weighs_bold(shown: Element) -> bool | None:
    weight = attribute(shown, "font-weight")
    if weight is None:
        return None
    return weight == "bold" or (weight.isdigit() and int(weight) >= 600)


def _is_underlined(shown: Element) -> bool | None:
    style = attribute(shown, "text-underline-style")
    return None if style is None else style != "none"


@dataclass
class _Story:
    """Reads one part after the other; `parts` grows in reading order."""

    bold: frozenset[str]
    notes: Notes
    lined: frozenset[str] = frozenset()
    parts: list[Block | Table] = field(default_factory=list)
    place: str = ""
    paragraphs: int = 0
    tables: int = 0
    heading: int = 0
    cells: int = 0
    sheets: bool = False

    def read(self, element: Element) -> None:
        """Read an element and what it holds."""
        name = local(element)
        if name in ("p", "h"):
            self._paragraph(element)
        elif name == "table":
            self._table(element)
        elif name in SKIPPED:
            self._note(name)
        elif name in HOLDS or name in ("text", "spreadsheet"):
            self.sheets = self.sheets or name == "spreadsheet"
            for each in element:
                self.read(each)

    def read_edges(self, styles: Element) -> None:
        """Read what stands in the pages' heads and feet, each once."""
        for kind in ("header", "footer"):
            words: set[str] = set()
            for edge in below(styles, kind):
                said = "".join(edge.itertext())
                if said.strip() and said not in words:
                    words.add(said)
                    self.place, self.paragraphs, self.tables = f"{kind}, ", 0, 0
                    for each in edge:
                        self.read(each)

    def _note(self, name: str) -> None:
        if name == "tracked-changes":
            self.notes.add("A tracked deletion was left out")
        elif name == "image":
            self.notes.add("A picture was not read")
        elif name == "annotation":
            self.notes.add("A comment was not read")

    def _paragraph(self, element: Element) -> None:
        text, lead, bold = self._said(element)
        if text:
            self.paragraphs += 1
            where = f"{self.place}paragraph {self.paragraphs}"
            level = self._level(element, text, bold)
            self.parts.append(Block(text, where, level, "" if level else lead or text * bold))
        for frame in below(element, "text-box"):
            self.read(frame)

    def _level(self, element: Element, text: str, bold: bool) -> int:
        if local(element) == "h":
            stated = attribute(element, "outline-level") or "1"
            self.heading = min(int(stated), 9) if stated.isdigit() else 1
            return self.heading
        return min(self.heading + 1, 9) if bold and may_be_heading(text) else 0

    def _said(self, element: Element) -> tuple[str, str, bool]:
        """A paragraph's text, the bold words it begins with, and whether all of it is bold."""
        runs = list(self._runs(element, self._look(element, (False, False))))
        text = glyphs.plain(chosen(runs) or "".join(run.text for run in runs))
        if len(text) > MAX_CELL_LETTERS:
            raise Refusal("This paper holds a paragraph far longer than a real one.")
        lead = ""
        for run in runs:
            if not run.bold and run.text.strip():
                break
            lead += run.text
        lead = glyphs.plain(lead)
        return text, lead if lead != text else "", bool(text) and lead == text

    def _look(self, element: Element, around: Look) -> Look:
        """Whether text is bold and underlined: in a span as its style says, or around it."""
        style = attribute(element, "style-name")
        bold, lined = around
        return (bold or style in self.bold, lined or style in self.lined) if style else around

    def _runs(self, element: Element, look: Look) -> Iterator[Run]:
        if element.text:
            yield Run(_flat(element.text), *look)
        for each in element:
            yield from self._inline(each, look)
            if each.tail:
                yield Run(_flat(each.tail), *look)

    def _inline(self, each: Element, look: Look) -> Iterator[Run]:
        name = local(each)
        if name == "s":
            count = attribute(each, "c") or "1"
            yield Run(" " * min(int(count) if count.isdigit() else 1, 200), *look)
        elif name in SPACING:
            yield Run(SPACING[name], *look)
        elif name in SKIPPED:
            self._note(name)
        elif name == "frame":
            if any(True for _ in below(each, "image")):
                self._note("image")
        elif name != "note":
            yield from self._runs(each, self._look(each, look))

    def _table(self, element: Element) -> None:
        self.tables += 1
        name = attribute(element, "name") or "Sheet"
        where = name if self.sheets else f"{self.place}table {self.tables}"
        rows: list[tuple[Cell, ...]] = []
        for row in _table_rows(element):
            number = len(rows) + 1
            cells = tuple(self._row(row, f"{where}, row {number}"))
            if any(cell.text or cell.continues for cell in cells):
                rows.append(cells)
        if any(cell.text for row in rows for cell in row):
            self.parts.append(Table(tuple(rows), where, name if self.sheets else None))

    def _row(self, row: Element, where: str) -> Iterator[Cell]:
        column, covered = 1, 0
        for each in row:
            if local(each) not in ("table-cell", "covered-table-cell"):
                continue
            for _ in range(min(_count(each, "number-columns-repeated"), MAX_SPAN)):
                if local(each) == "covered-table-cell" and covered:
                    covered -= 1
                    continue
                cell = self._cell(each, f"{where}, column {column}")
                column, covered = column + cell.span, cell.span - 1
                yield cell

    def _cell(self, element: Element, where: str) -> Cell:
        """A cell; one that a higher cell covers continues it."""
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise Refusal("This paper holds more cells than a real one. Ask the sender what it is.")
        if local(element) == "covered-table-cell":
            return Cell("", where, continues=True)
        shown = [one for one in map(self._said, _paragraphs(element)) if one[0]]
        text = "\n".join(one[0] for one in shown)
        bold = bool(shown) and all(one[2] for one in shown)
        lead = shown[0][1] or shown[0][0] * shown[0][2] if shown and not bold else ""
        span = min(_count(element, "number-columns-spanned"), MAX_SPAN)
        return Cell(text, where, bold, glyphs.checked(text), span, bold_lead=lead)


def _table_rows(table: Element) -> Iterator[Element]:
    for each in table:
        if local(each) == "table-row":
            yield each
        elif local(each) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _table_rows(each)


def _paragraphs(cell: Iterable[Element]) -> Iterator[Element]:
    for each in cell:
        if local(each) in ("p", "h"):
            yield each
        elif local(each) in HOLDS or local(each) in ("table", "table-row", "table-cell"):
            yield from _paragraphs(each)


def _flat(text: str) -> str:
    """Text as OpenDocument means it: line ends in the file are only spaces."""
    return re.sub(r"[ \t\r\n]+", " ", text)


def _count(element: Element, name: str) -> int:
    stated = attribute(element, name) or "1"
    return max(int(stated), 1) if stated.isdigit() and len(stated) < 8 else 1
