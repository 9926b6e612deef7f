"""What is still to be looked at in a document before a person can say that it may leave."""

import re
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QScrollBar

from models.rules.tactics import tactical_words
from ui.pages.minutes.preview import Preview
from ui.pages.minutes.read_lines import ReadLines

MARKED = re.compile(r"‹[^‹›]*\?›")
MOMENT, STEP = 1.0, 0.4
"""Seconds that a document must have been shown, and between one step and the next."""
POLICE_WORK = "may tell of a measure or of police work; it"
CONFIRM = "Confirm this document"
NOTHING_NEW = "every line read before"
MARGIN = 24
TOO_SOON = "Look at it first: it has only just been shown."


class Looking:
    """The document in sight: how long, how far it was read, and which marks are settled.

    A double click or a held key comes too soon for the next document, and settles one mark. What
    ends it, the confirming, wants a moment after the last step. Lines that were read in papers
    confirmed before need not come into sight again.
    """

    def __init__(self, preview: Preview) -> None:
        self.clock: Callable[[], float] = time.monotonic
        self._preview = preview
        self._key: tuple[str, str] = ("", "")
        self._steps: list[str] = []
        self._done: dict[tuple[str, str], int] = {}
        self._read: set[tuple[str, str]] = set()
        self._before, self._new = ReadLines(), list[int]()
        self._shown = self._acted = 0.0
        self._bar.valueChanged.connect(self._note_end)

    @property
    def _bar(self) -> QScrollBar:
        return self._preview.verticalScrollBar()

    @property
    def _height(self) -> int:
        """How much of the page is in sight: where there is little room, the view stands cut off."""
        in_sight = self._preview.viewport().visibleRegion().boundingRect().height()
        return in_sight or self._bar.pageStep()

    def show(self, document: Any) -> None:
        """Begin to look at a document; what was settled in it stays settled."""
        key = document.name, document.digest
        if key != self._key:
            self._key, self._shown = key, self.clock()
        known = self._before.settled
        self._steps = [
            told for told in self._marks(document) if not known(document.subject_id, told)
        ]
        self._new = [
            number
            for number, line in enumerate(self._lines())
            if not self._before.knows(document.subject_id, line)
        ]

    def keep(self, document: Any) -> None:
        """Keep what was read and settled in a document that was confirmed now."""
        self._before.keep(document.subject_id, self._lines(), self._marks(document))

    def is_at(self, document: Any) -> bool:
        """Whether this is what is being looked at."""
        return self._key == (document.name, document.digest)

    def leave(self) -> None:
        """Look at nothing for now: how far the next text is scrolled says nothing of this one."""
        self._key = ("", "")

    def step(self) -> str:
        """What is to be settled next, with its turn; empty where nothing is."""
        done = self._done.get(self._key, 0)
        if done >= len(self._steps):
            return ""
        return f"{done + 1} of {len(self._steps)} to look at: {self._steps[done]}"

    def find(self) -> None:
        """Show the mark that is next to be settled."""
        done = self._done.get(self._key, 0)
        mark = MARKED.search(self._steps[done]) if done < len(self._steps) else None
        if mark is not None and not self._preview.find(mark[0]):
            self._preview.moveCursor(self._preview.textCursor().MoveOperation.Start)
            self._preview.find(mark[0])

    def go_on(self) -> str:
        """Do the next thing: settle a mark, read on; gives why nothing was done, or empty.

        "confirm" says that nothing is left to look at.
        """
        now = self.clock()
        last = not self.step() and self._is_read()
        if now - self._acted < (MOMENT if last else STEP) or now - self._shown < MOMENT:
            return TOO_SOON
        self._acted = now
        if self.step():
            self._done[self._key] = self._done.get(self._key, 0) + 1
            return ""
        if not self._is_read():
            self._bar.setValue(self._next_place())
            return ""
        return "confirm"

    @property
    def has_just_acted(self) -> bool:
        """Whether a press would be the second of a quick pair, meant for what stood there."""
        return self.clock() - self._acted < MOMENT

    def words(self) -> str:
        """What the button does next."""
        if self.step():
            return "That is right: next"
        return CONFIRM if self._is_read() else "Read on"

    def told(self) -> str:
        """How much of the document is new to whoever reads; empty where all of it is."""
        lines = sum(bool(line.strip()) for line in self._lines())
        if len(self._new) == lines:
            return ""
        return f"new to read: {len(self._new)} of {lines} lines" if self._new else NOTHING_NEW

    def _is_read(self) -> bool:
        at_end = self._bar.value() >= self._bar.maximum()
        return self._key in self._read or at_end or self._to_come() is None

    def _note_end(self, value: int) -> None:
        if 0 < self._bar.maximum() <= value or self._to_come() is None:
            self._read.add(self._key)

    def _to_come(self) -> int | None:
        """Where the first new line begins that is not wholly in sight or above it."""
        seen = self._bar.value() + self._height
        document = self._preview.document()
        for number in self._new:
            place = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
            if place.bottom() > seen:
                return int(place.top())
        return None

    def _next_place(self) -> int:
        """How far to scroll: a page, or to the next new line where that is farther."""
        a_page = self._bar.value() + self._height
        to_come = self._to_come()
        return a_page if to_come is None else max(a_page, to_come - MARGIN)

    def _lines(self) -> list[str]:
        block: QTextBlock = self._preview.document().begin()
        lines = []
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return lines

    def _marks(self, document: Any) -> list[str]:
        found = dict.fromkeys(MARKED.findall(self._preview.toPlainText()))
        return [_told(mark, document.settles.get(mark, mark)) for mark in found]


def _told(mark: str, becomes: str) -> str:
    """What will stand for a mark once the document is confirmed."""
    plain = mark.strip("‹?›")
    if becomes not in (mark, plain):
        return f"{mark} becomes “{becomes}”."
    told = f"{POLICE_WORK} " if tactical_words(plain, about_child=True) else ""
    return f"{mark} {told}stays as it is."
