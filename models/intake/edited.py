"""A document of the panel's own that came back changed: its paragraphs, changes and comments."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change: who made it, when, and where in the paragraph as it reads now.

    `gone` holds what it took out, which stands nowhere any more.
    """

    author: str
    on: datetime | None
    start: int
    end: int
    gone: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark, and where in the paragraph it begins and ends."""

    name: str
    start: int
    end: int


class Cell(NamedTuple):
    """A cell by its table, row and column, each counted from 0; `head` in a row of headings."""

    table: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class EditedParagraph:
    """A paragraph as it reads with every change taken in; `level` is 1 to 9 for a heading."""

    text: str
    level: int = 0
    cell: Cell | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    tracked: tuple[Tracked, ...] = ()

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.cell is not None


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment of Word: by whom, when, on which words of which paragraph."""

    author: str
    on: datetime | None
    text: str
    about: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class EditedPaper:
    """A changed document whole; `notes` are for people."""

    paragraphs: tuple[EditedParagraph, ...]
    comments: tuple[WordComment, ...] = ()
    notes: tuple[str, ...] = field(default=())
