"""A Word document in the making: fast verbs that add headings, text, facts and tables."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from exports import paging, template, wording, wordml
from exports.finished import Finished
from exports.imprint import Imprint
from exports.marking import Marked, Marks, alike, first_line
from exports.pictures import Picture
from exports.styles import HEADINGS, Style
from exports.template import Template
from exports.wordml import Rewrite, Text

KEEP_WITH_NEXT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
FACT_WIDTHS = (24, 76)
TALLEST = 0.8
BEFORE_A_PICTURE = 8
"""The most paragraphs that stay on the page of the picture after them."""
CM_PER_TWIP = 2.54 / 1440


class Sheet(Finished):
    """One document: verbs add to it in order, `to_bytes` gives the file.

    Every verb takes None or nothing and then adds nothing; a heading stands only when something
    follows it. `rewrite` is applied to all text, so that names become initials without exception.
    A form that `comes_back` filled in is known again by what it said before; with `marks` the
    words of a document that may be changed in Word are known again by their places.
    """

    def __init__(
        self,
        about: Imprint,
        look: Template | None = None,
        rewrite: Rewrite = str,
        *,
        comes_back: bool = False,
        marks: Marks | None = None,
    ) -> None:
        super().__init__(about, look or template.house(), marks, comes_back=comes_back)
        self.rewrite = rewrite
        self._known: dict[tuple[str, str, str], str] = {}
        self._waiting: list[tuple[int, str, str]] = []
        self._after_table = self._after_list = False
        self._under = 0

    def title(self, text: str, subtitle: str | None = None) -> None:
        """The document's name and the line under it, in which the panel's own name stands as is."""
        below = "" if subtitle else paging.ROOM_BELOW
        self._add(self._paragraph(self._of_panel(text), Style.TITLE, below))
        self._lines(self._of_panel(subtitle or ""), Style.SUBTITLE)

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        """A heading of level 1 to 3, kept back until something stands under it."""
        self.back_to(level)
        if new_page:
            self._keep_small_print()
        self._waiting.append((level, text, NEW_PAGE if new_page else ""))

    def part(self, code: str, level: int, *, new_page: bool = False) -> None:
        """A heading by its code, as the panel calls it."""
        self.heading(self.words(code), level, new_page=new_page)

    def words(self, code: str) -> str:
        """A heading's words, as the panel has them."""
        return wording.heading(self._about.panel, code)

    def back_to(self, level: int) -> None:
        """Drop headings of this level and below that nothing followed: what comes is not theirs."""
        self._waiting = [one for one in self._waiting if one[0] < level]

    @contextmanager
    def of_version(self) -> Iterator[None]:
        """What is added within tells of the version itself."""
        begun = len(self._body)
        yield
        self._of_version = slice(begun, len(self._body))

    def paragraph(self, text: Text | None, *, lead: str = "", with_next: bool = False) -> None:
        """Body text, a paragraph for each of its lines; `lead` stands out before the first.

        `with_next` keeps the first on the page of what follows.
        """
        if text is None or wordml.is_empty(text):
            return
        first, rest = first_line(self._over_lines(text))
        led = (wordml.Bold(f"{lead} "), *first) if lead else first
        self._add(self._paragraph(led, Style.NORMAL, KEEP_WITH_NEXT if with_next else ""))
        self._lines(rest, Style.NORMAL)

    def note(self, text: Text | None) -> None:
        """Small print."""
        self._lines(text, Style.NOTE)

    def end(self, text: str) -> None:
        """The last line, which shows that nothing is missing; no page holds small print alone."""
        self._waiting.clear()
        self.note(text)
        self._keep_small_print()

    def _keep_small_print(self) -> None:
        """Small print that stands last stays on the page of what it stands under."""
        small = f'w:val="{self._ids[Style.NOTE]}"'
        for at in reversed(range(1, len(self._body))):
            if small not in self._body[at]:
                break
            self._body[at - 1] = wordml.kept_with_next(self._body[at - 1])

    def bullets(self, lines: Iterable[Text | None]) -> None:
        """A list."""
        for line in lines:
            if not wordml.is_empty(line):
                self._after_list = False
                self._add(self._paragraph(line or "", Style.BULLET))
                self._after_list = True

    def facts(
        self,
        rows: Iterable[tuple[str, Text | None]],
        caption: str,
        *,
        to_fill_in: Sequence[str] = (),
        with_next: bool = False,
        room: int = 0,
    ) -> None:
        """Labels with their values, without those that have none; then labels to be filled in.

        Short enough not to be split over pages; `with_next` keeps what follows on the same page.
        `room` is the least height of a row.
        """
        widths = self._widths(FACT_WIDTHS)
        shown: list[tuple[str, Text | None]] = [row for row in rows if not wordml.is_empty(row[1])]
        shown += [(label, "") for label in to_fill_in]
        last = len(shown) - (0 if with_next else 1)
        made = [
            self._row((text,), widths, label=label, kept=at < last, room=room)
            for at, (label, text) in enumerate(shown)
        ]
        self._table(made, widths, Style.FACTS, caption)

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[Text | None]],
        widths: Sequence[float],
        caption: str,
        *,
        room: int = 0,
        together: bool = False,
    ) -> None:
        """A table under a repeated heading row; `widths` are shares of the text's width.

        `room` is the least height of a row in twentieths of a point, for tables to be filled in;
        `together` keeps all rows on one page.
        """
        twips = self._widths(widths)
        made = [self._row(row, twips, room=room) for row in rows]
        if made:
            made.insert(0, self._heading_row(headings, twips))
        if together:
            made[:-1] = map(wordml.kept_with_next, made[:-1])
        self._table(paging.rows_together(made), twips, Style.TABLE, caption)

    def picture(self, png: bytes, description: str, width_cm: float = 16.0) -> None:
        """A picture with words for those who cannot see it, no larger than the page allows."""
        key, height = self._pictures.add(png)
        tall = self._look.text_height * CM_PER_TWIP * TALLEST
        width_cm = min(width_cm, self._look.text_width * CM_PER_TWIP, tall / height)
        words = self.rewrite(description)
        number = len(self._pictures.shown)
        run = wordml.picture(key, number, words, width_cm, width_cm * height)
        self._add(wordml.paragraph(run, self._ids[Style.NORMAL]))

    def drawn(self, made: Picture | None, width_cm: float = 12.0) -> None:
        """A picture with its words, where there is one, on the page of the heading it is under."""
        if made is None:
            return
        for at in range(max(self._under, len(self._body) - BEFORE_A_PICTURE), len(self._body)):
            self._body[at] = wordml.kept_with_next(self._body[at])
        self.picture(made.png, made.words, width_cm)

    def _of_panel(self, text: str) -> Text:
        """Text in which the panel's own name names nobody, though a child bears a word of it."""
        name = self._about.panel.name
        before, there, after = text.partition(name) if name else (text, "", "")
        return (before, wordml.Own(wordml.tidy(name)), after) if there else text

    def _lines(self, text: Text | None, style: Style) -> None:
        if text is None or wordml.is_empty(text):
            return
        told = self._over_lines(text)
        if not isinstance(told, str):
            self._add(self._paragraph(told, style))
            return
        for line in wordml.tidy(told).split("\n"):
            if line.strip():
                self._add(self._paragraph(alike(line, told), style))

    def _over_lines(self, text: Text) -> Text:
        """Text of several lines rewritten before it is parted: a name may stand across two."""
        if isinstance(text, str) and "\n" in (told := wordml.tidy(text)):
            return alike(self.rewrite(told), text)
        return text

    def _paragraph(self, text: Text, style: Style, properties: str = "") -> str:
        if self.marks is None or type(text) is str:
            inner = wordml.runs(text, self.rewrite)
        else:
            inner = self._marked(text, self.marks)
        return wordml.paragraph(inner, self._ids[style], properties)

    def _marked(self, text: Text, marks: Marks) -> str:
        """Text as runs, each that has a place on record within its bookmark."""
        told, rewrite = [], self.rewrite
        for piece in (text,) if isinstance(text, str) else text:
            if not piece:
                continue
            run = wordml.run(piece, rewrite)
            told.append(marks.around(piece.place, run) if isinstance(piece, Marked) else run)
        return "".join(told)

    def _add(self, xml: str) -> None:
        if self._waiting:
            for level, text, properties in self._waiting:
                self._body.append(self._paragraph(text, HEADINGS[level], properties))
            self._waiting.clear()
            self._after_table = self._after_list = False
            self._under = len(self._body)
        if self._after_table:
            xml = wordml.after_table(xml)
            self._after_table = False
        if self._after_list:
            xml = paging.below_list(xml)
            self._after_list = False
        self._body.append(xml)

    def _fixed(self, words: str, style: Style, properties: str = "") -> str:
        """A paragraph of the program's own words, which name nobody and come again and again."""
        key = (words, style.value, properties)
        if key not in self._known:
            self._known[key] = wordml.paragraph(wordml.runs(words), self._ids[style], properties)
        return self._known[key]

    def _row(
        self,
        texts: Sequence[Text | None],
        widths: Sequence[int],
        *,
        label: str | None = None,
        room: int = 0,
        kept: bool = False,
    ) -> str:
        properties = KEEP_WITH_NEXT if kept else ""
        told = [self._paragraph(_trimmed(text), Style.CELL, properties) for text in texts]
        if label is not None:
            told.insert(0, self._fixed(label, Style.LABEL, properties))
        return wordml.row(map(wordml.cell, told, widths), room=room)

    def _heading_row(self, headings: Sequence[str], widths: Sequence[int]) -> str:
        told = [self._fixed(words, Style.CELL_HEADING) for words in headings]
        return wordml.row(map(wordml.cell, told, widths), heading=True)

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


def _trimmed(text: Text | None) -> Text:
    return (text or "").strip() if text is None or isinstance(text, str) else text
