"""The flow of a changed Word document, paragraph by paragraph as it reads with all taken in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.edited import Bookmark, Cell, EditedParagraph, Tracked
from models.intake.opening.glyphs import SPACES, UNSEEN
from models.intake.opening.limits import MAX_CELL_LETTERS
from models.intake.opening.notes import Notes
from models.intake.opening.parse import attribute, child, local
from models.intake.opening.styles import Styles, outline, toggle

MAX_PARAGRAPHS = 20_000
MAX_NAME = 80
OUT, IN = {"del": False, "moveFrom": True}, {"ins": False, "moveTo": True}
"""What takes words out and what puts them in, and whether it moves them."""
PASSED_OVER = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"}
SPACING = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
ABOUT_LONGEST = 200
PIECES = re.compile(r"\n|[^\S\n]+|\S+")


@dataclass
class _Open:
    """A paragraph as it is read: its words so far, and what lies in them."""

    level: int
    cell: Cell | None
    text: str = ""
    bookmarks: list[Bookmark] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Put words at the end, with single blanks; a line end within the paragraph stays."""
        for part in PIECES.findall(UNSEEN.sub("", SPACES.sub(" ", words))):
            if part == "\n":
                self.text = f"{self.text.rstrip(' ')}\n" if self.text.strip() else ""
            elif not part.isspace():
                self.text += part
            elif self.text and not self.text.endswith((" ", "\n")):
                self.text += " "


@dataclass
class _Change:
    """What is being tracked at a place, and by whom."""

    author: str
    on: datetime | None
    out: bool
    moved: bool


class TrackedStory:
    """Reads a body; `commented` tells by a comment's id on which words of which paragraph."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.commented: dict[str, tuple[str, int]] = {}
        self._styles, self._notes = styles, notes
        self._done: list[_Open] = []
        self._here: _Open | None = None
        self._tables = 0
        self._cells: list[Cell] = []
        self._bookmarks: dict[str, tuple[str, int, int]] = {}
        self._comments: dict[str, tuple[int, int]] = {}

    def read(self, container: Iterable[Element]) -> None:
        """Read everything in a body."""
        for element in container:
            self._block(element)

    def paragraphs(self) -> tuple[EditedParagraph, ...]:
        """What was read; a bookmark that never ends lies where it begins."""
        for name, at, start in self._bookmarks.values():
            self._lies(name, at, start, at, None)
        return tuple(map(_finished, self._done))

    def _block(self, element: Element) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tr":
            self._row(element)
        elif name == "tbl":
            self._cells.append(Cell(self._tables, -1, -1))
            self._tables += 1
            self.read(element)
            self._cells.pop()
        elif name == "tc" and self._cells:
            self._cells[-1] = self._cells[-1]._replace(column=self._cells[-1].column + 1)
            self.read(element)
        elif name == "altChunk":
            self._notes.add("An inserted document was not read")
        elif name not in PASSED_OVER and name not in OUT and not self._stands(element):
            self.read(element)

    def _row(self, element: Element) -> None:
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            return
        if self._cells:
            head = child(properties, "tblHeader") is not None
            here = self._cells[-1]
            self._cells[-1] = Cell(here.table, here.row + 1, -1, head)
        self.read(element)

    def _paragraph(self, element: Element) -> None:
        if len(self._done) == MAX_PARAGRAPHS:
            raise Refusal(f"This file has more than {MAX_PARAGRAPHS:,} paragraphs.")
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        level = outline(properties) or self._styles.heading(style)
        self._here = _Open(level, self._cells[-1] if self._cells else None)
        self._done.append(self._here)
        for each in element:
            self._inline(each, None)
        self._here = None

    def _inline(self, element: Element, change: _Change | None) -> None:
        name = local(element)
        if name == "r":
            self._run(element, change)
        elif name in OUT or name in IN:
            moved = {**OUT, **IN}[name]
            made = _Change(signature(element), moment(element), name in OUT, moved)
            for each in element:
                self._inline(each, made)
        elif name == "AlternateContent":
            self._notes.add("A drawing was not read")
        elif name not in PASSED_OVER and not self._stands(element):
            for each in element:
                self._inline(each, change)

    def _run(self, run: Element, change: _Change | None) -> None:
        assert self._here is not None
        for each in run:
            self._stands(each)
        words, gone = _letters(run, "t"), _letters(run, "delText")
        properties = child(run, "rPr")
        if toggle(properties, "vanish"):
            if words.strip():
                self._notes.add("Hidden text was left out")
            return
        struck = toggle(properties, "strike") or toggle(properties, "dstrike")
        if change is not None and change.out:
            self._keep(change, gone or words)
        elif struck:
            self._keep(_Change("", None, True, False), words)
        elif words:
            start = len(self._here.text)
            self._here.add(words)
            if len(self._here.text) > MAX_CELL_LETTERS:
                raise Refusal(f"One paragraph has more than {MAX_CELL_LETTERS:,} letters.")
            if change is not None:
                here = Tracked(change.author, change.on, start, len(self._here.text))
                self._here.tracked.append(replace(here, moved=change.moved))

    def _keep(self, change: _Change, gone: str) -> None:
        """Keep what was taken out at this place."""
        if self._here is not None and gone:
            at = len(self._here.text)
            one = Tracked(change.author, change.on, at, at, gone, change.moved)
            self._here.tracked.append(one)

    def _stands(self, element: Element) -> bool:
        """Whether an element only marks a place; the place is kept."""
        name = local(element)
        mark = attribute(element, "id") or ""
        at, offset = self._place()
        if name == "bookmarkStart":
            self._bookmarks[mark] = (attribute(element, "name") or "", at, offset)
        elif name == "bookmarkEnd":
            begun = self._bookmarks.pop(mark, None)
            if begun is not None:
                self._lies(*begun, at, offset)
        elif name == "commentRangeStart":
            self._comments[mark] = (at, offset)
        elif name == "commentRangeEnd" or name == "commentReference":
            self._comment(mark, at, offset)
        else:
            return False
        return True

    def _place(self) -> tuple[int, int]:
        """The paragraph and the letter where we are; between two, where the next begins."""
        if self._here is None:
            return len(self._done), 0
        return len(self._done) - 1, len(self._here.text)

    def _lies(self, name: str, first: int, start: int, last: int, end: int | None) -> None:
        for at in range(first, min(last + 1, len(self._done))):
            one = self._done[at]
            begins = start if at == first else 0
            ends = end if at == last and end is not None else len(one.text)
            if at == last and ends == 0 and at > first:
                continue
            one.bookmarks.append(Bookmark(name, begins, max(begins, ends)))

    def _comment(self, mark: str, at: int, offset: int) -> None:
        if mark in self.commented or not self._done:
            return
        first, start = self._comments.pop(mark, (at, offset))
        at = min(at, len(self._done) - 1)
        ended = offset if first == at else None
        about = self._done[min(first, at)].text[start:ended]
        self.commented[mark] = (about.strip()[:ABOUT_LONGEST], min(first, at))


def _letters(run: Element, name: str) -> str:
    """What a run shows; what a field shows is text like any other."""
    told = []
    for each in run:
        kind = local(each)
        told.append(each.text or "" if kind == name else SPACING.get(kind, ""))
    return "".join(told)


def _finished(one: _Open) -> EditedParagraph:
    text = one.text.rstrip()
    return EditedParagraph(text, one.level, one.cell, tuple(one.bookmarks), tuple(one.tracked))


def signature(element: Element) -> str:
    """Who made a change or comment, as Word was told."""
    name = "".join(each for each in attribute(element, "author") or "" if each.isprintable())
    return name.strip()[:MAX_NAME]


def moment(element: Element) -> datetime | None:
    """When a change or comment was made, on the clock of whoever made it."""
    try:
        return datetime.fromisoformat((attribute(element, "date") or "")[:19])
    except ValueError:
        return None
