"""A message written as a web page made into paragraphs and tables; nothing in it is loaded."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from models.errors import Refusal
from models.intake.opening import glyphs
from models.intake.opening.notes import Notes
from models.intake.papers import Block, Cell, Table

MAX_LETTERS = 20_000_000
MAX_PARTS = 200_000
MAX_TABLES = 60
UNSEEN = {"script", "style", "head", "title", "template", "noscript", "object", "svg"}
BREAKS = {"p", "div", "br", "li", "ul", "ol", "hr", "blockquote", "section", "article", "pre"}
HEADINGS = {f"h{number}": number for number in range(1, 7)}
BOLD = {"b", "strong", "th"}
FETCHED = {"img", "link", "iframe", "embed", "video", "audio"}


@dataclass
class _Table:
    """A table as it is read; one that holds another only lays the page out."""

    rows: list[list[Cell]] = field(default_factory=list)
    open: bool = False
    layout: bool = False
    span: int = 1


def web_parts(text: str, notes: Notes) -> tuple[Block | Table, ...]:
    """Return the page's parts in reading order."""
    if len(text) > MAX_LETTERS:
        raise Refusal(
            "This e-mail's text is far longer than a real one. Ask the sender what it is."
        )
    reader = _Reader(notes)
    reader.feed(text)
    reader.close()
    reader.finish()
    return tuple(reader.parts)


class _Reader(HTMLParser):
    def __init__(self, notes: Notes) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Block | Table] = []
        self._notes = notes
        self._runs: list[tuple[str, bool]] = []
        self._tables: list[_Table] = []
        self._unseen = self._bold = self._heading = 0
        self._paragraphs = self._made = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag begins."""
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in FETCHED:
            self._notes.add("A picture in the message was not fetched")
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._tables:
            self._end_cell()
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(dict(attrs))
        elif tag in BREAKS or tag in HEADINGS:
            self._break()
            self._heading = HEADINGS.get(tag, 0)
        self._bold += tag in BOLD

    def handle_endtag(self, tag: str) -> None:
        """End what the tag ends."""
        if tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in ("td", "th", "tr") and self._tables:
            self._end_cell()
        elif tag in BREAKS or tag in HEADINGS:
            self._break()
            self._heading = 0
        self._bold = max(self._bold - (tag in BOLD), 0)

    def handle_data(self, data: str) -> None:
        """Take words in; line ends in the source are only spaces."""
        if not self._unseen:
            joined = "".join(" " if each.isspace() and each != "\u00a0" else each for each in data)
            self._runs.append((joined, self._bold > 0))

    def finish(self) -> None:
        """End everything that was left open."""
        while self._tables:
            self._end_table()
        self._flush()

    def _break(self) -> None:
        if self._tables and self._tables[-1].open:
            self._runs.append(("\n", False))
        else:
            self._flush()

    def _begin_table(self) -> None:
        if len(self._tables) >= MAX_TABLES:
            raise Refusal("This e-mail's text is nested too deeply to be read safely.")
        for table in self._tables:
            self._lay_out(table)
        self._flush()
        self._tables.append(_Table())

    def _lay_out(self, table: _Table) -> None:
        """Tell what such a table held so far as paragraphs."""
        for row in table.rows:
            for cell in row:
                self._block(cell.text, cell.bold_lead)
        table.rows, table.layout = [], True

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        stated = attributes.get("colspan") or "1"
        table.span = min(int(stated), 50) if stated.isdigit() and len(stated) < 4 else 1
        table.open, self._runs = True, []

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if not table.open:
            self._flush()
            return
        table.open = False
        if table.layout:
            self._flush()
            return
        text, lead, bold = _said(self._runs)
        self._runs = []
        if not table.rows:
            table.rows.append([])
        self._count()
        checked = glyphs.checked(text)
        cell = Cell(text, "", bold, checked, max(table.span, 1), bold_lead="" if bold else lead)
        table.rows[-1].append(cell)

    def _end_table(self) -> None:
        self._end_cell()
        table = self._tables.pop()
        rows = [row for row in table.rows if any(cell.text for cell in row)]
        if max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    self._block(cell.text, cell.bold_lead)
            return
        self._made += 1
        where = f"message, table {self._made}"
        self.parts.append(Table(tuple(_placed(rows, where)), where))

    def _flush(self) -> None:
        text, lead, _ = _said(self._runs)
        self._runs = []
        self._block(text, lead)

    def _block(self, text: str, lead: str) -> None:
        for line in text.split("\n"):
            if line.strip():
                self._count()
                self._paragraphs += 1
                where = f"message, paragraph {self._paragraphs}"
                shown = lead if lead and line.startswith(lead) else ""
                self.parts.append(Block(line.strip(), where, self._heading, shown))

    def _count(self) -> None:
        self._paragraphs += 0
        if len(self.parts) > MAX_PARTS:
            raise Refusal("This e-mail holds far more than a real one. Ask the sender what it is.")


def _said(runs: list[tuple[str, bool]]) -> tuple[str, str, bool]:
    """The words, the bold ones they begin with, and whether all of them are bold."""
    text = _tidy("".join(said for said, _ in runs))
    lead = ""
    for said, bold in runs:
        if not bold and said.strip():
            break
        lead += said
    lead = _tidy(lead)
    return text, lead, bool(text) and lead == text


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in glyphs.plain(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _placed(rows: list[list[Cell]], where: str) -> list[tuple[Cell, ...]]:
    placed: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, 1):
        column, cells = 1, []
        for cell in row:
            place = f"{where}, row {number}, column {column}"
            cells.append(
                Cell(cell.text, place, cell.bold, cell.checked, cell.span, False, cell.bold_lead)
            )
            column += cell.span
        placed.append(tuple(cells))
    return placed
