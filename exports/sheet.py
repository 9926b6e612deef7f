"""A Word document in the making: fast verbs that add headings, text, facts and tables."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from docx.oxml.parser import parse_xml
from docx.shared import Cm
from lxml import etree

from exports import filing, imprint, template, wordml
from exports.imprint import Imprint
from exports.styles import HEADINGS, Style
from exports.template import Template
from exports.wordml import Rewrite, Text

AFTER_TABLE = '<w:spacing w:before="140"/>'
FACT_WIDTHS = (24, 76)


class Sheet:
    """One document: verbs add to it in order, `to_bytes` gives the file.

    Every verb takes None or nothing and then adds nothing; a heading stands only when something
    follows it. `rewrite` is applied to all text, so that names become initials without exception.
    """

    def __init__(
        self, about: Imprint, look: Template | None = None, rewrite: Rewrite = str
    ) -> None:
        self.rewrite = rewrite
        self._about = about
        self._look = look or template.house()
        self._ids = self._look.style_ids
        self._document = self._look.open()
        self._body: list[str] = []
        self._waiting: list[tuple[int, str]] = []
        self._after_table = False

    def title(self, text: str, subtitle: str | None = None) -> None:
        """The document's name and the line under it."""
        self._add(self._paragraph(text, Style.TITLE))
        self._lines(subtitle, Style.SUBTITLE)

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 3, kept back until something stands under it."""
        self._waiting = [one for one in self._waiting if one[0] < level]
        self._waiting.append((level, self._paragraph(text, HEADINGS[level])))

    def paragraph(self, text: Text | None, *, lead: str = "") -> None:
        """Body text, a paragraph for each of its lines; `lead` stands out before the first."""
        if text is None or wordml.is_empty(text):
            return
        first, rest = _first_line(text)
        self._add(
            self._paragraph((wordml.Bold(f"{lead} "), *first) if lead else first, Style.NORMAL)
        )
        self._lines(rest, Style.NORMAL)

    def note(self, text: Text | None) -> None:
        """Small print."""
        self._lines(text, Style.NOTE)

    def bullets(self, lines: Iterable[Text | None]) -> None:
        """A list."""
        for line in lines:
            if not wordml.is_empty(line):
                self._add(self._paragraph(line or "", Style.BULLET))

    def facts(
        self,
        rows: Iterable[tuple[str, Text | None]],
        caption: str,
        *,
        to_fill_in: Sequence[str] = (),
    ) -> None:
        """Labels with their values, without those that have none; then labels to be filled in."""
        widths = self._widths(FACT_WIDTHS)
        styles = (Style.LABEL, Style.CELL)
        shown: list[tuple[str, Text | None]] = [row for row in rows if not wordml.is_empty(row[1])]
        shown += [(label, "") for label in to_fill_in]
        self._table([self._row(row, widths, styles) for row in shown], widths, Style.FACTS, caption)

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[Text | None]],
        widths: Sequence[float],
        caption: str,
    ) -> None:
        """A table under a repeated heading row; `widths` are shares of the text's width."""
        twips = self._widths(widths)
        made = [self._row(row, twips, [Style.CELL] * len(twips)) for row in rows]
        if made:
            styles = [Style.CELL_HEADING] * len(twips)
            made.insert(0, self._row(headings, twips, styles, heading=True))
        self._table(made, twips, Style.TABLE, caption)

    def picture(self, png: bytes, description: str, width_cm: float = 16.0) -> None:
        """A picture with words for those who cannot see it."""
        part: Any = self._document.part
        inline = part.new_pic_inline(io.BytesIO(png), width=Cm(width_cm))
        inline.docPr.set("descr", self.rewrite(wordml.tidy(description)))
        drawing = etree.tostring(inline, encoding="unicode")
        run = f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"
        self._add(wordml.paragraph(run, self._ids[Style.NORMAL]))

    def to_bytes(self) -> bytes:
        """The finished file."""
        self._waiting.clear()
        body: Any = self._document.element.body
        for element in reversed(self._parsed()):
            body.insert(0, element)
        for story in template.stories(self._document):
            imprint.fill(story.element, self._about.placeholders)
        self._set_properties()
        to = io.BytesIO()
        self._document.save(to)
        return to.getvalue()

    @property
    def digest(self) -> str:
        """The digest of what the document says, apart from header, footer and properties."""
        return filing.sha256("".join(self._body).encode())

    def _parsed(self) -> list[Any]:
        text = "".join(self._body)
        return list(parse_xml(f"<w:body {wordml.NAMESPACES}>{text}</w:body>"))

    def _lines(self, text: Text | None, style: Style) -> None:
        if text is None or wordml.is_empty(text):
            return
        lines = wordml.tidy(text).split("\n") if isinstance(text, str) else [text]
        for line in lines:
            if not wordml.is_empty(line):
                self._add(self._paragraph(line, style))

    def _paragraph(self, text: Text, style: Style) -> str:
        inner = wordml.runs(text, self.rewrite)
        return wordml.paragraph(inner, self._ids[style])

    def _add(self, xml: str) -> None:
        if self._waiting:
            self._body.extend(one for _, one in self._waiting)
            self._waiting.clear()
            self._after_table = False
        if self._after_table:
            xml = _spaced(xml)
            self._after_table = False
        self._body.append(xml)

    def _row(
        self,
        texts: Sequence[Text | None],
        widths: Sequence[int],
        styles: Sequence[Style],
        *,
        heading: bool = False,
    ) -> str:
        cells = (
            wordml.cell(self._paragraph(text or "", style), width)
            for text, width, style in zip(texts, widths, styles, strict=True)
        )
        return wordml.row(cells, heading=heading)

    def _table(self, rows: list[str], widths: Sequence[int], style: Style, caption: str) -> None:
        if not rows:
            return
        headed = style is Style.TABLE
        self._add(
            wordml.table(rows, self._ids[style], widths, self.rewrite(caption), headed=headed)
        )
        self._after_table = True

    def _widths(self, shares: Sequence[float]) -> list[int]:
        whole = sum(shares)
        return [round(share / whole * self._look.text_width) for share in shares]

    def _set_properties(self) -> None:
        about, properties = self._about, self._document.core_properties
        properties.title = about.title
        properties.subject = about.panel.marking
        properties.author = properties.last_modified_by = about.panel.name
        properties.keywords = about.reference
        properties.category = properties.comments = properties.content_status = ""
        properties.identifier = properties.version = ""
        properties.language = "en-GB"
        properties.revision = 1
        properties.created = properties.modified = _whole_seconds(about.made_at)


def _whole_seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _spaced(xml: str) -> str:
    if xml.startswith("<w:tbl>"):
        raise ValueError("Two tables with nothing between them would become one.")
    return xml.replace("</w:pPr>", f"{AFTER_TABLE}</w:pPr>", 1)


def _first_line(text: Text) -> tuple[tuple[str, ...], str]:
    if not isinstance(text, str):
        return text, ""
    first, _, rest = wordml.tidy(text).lstrip().partition("\n")
    return (first,), rest
