"""A line half-typed: it waits at its own item, drafted within a second, back after a crash."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from ui.autosave import DRAFT_MS, once

BETWEEN = "\n"
"""Parts the lines of a draft: none of them holds one."""


def capture_key(meeting_id: int, item_id: int | None) -> str:
    """What the draft of the capture bar is called at an item, or outside of all."""
    return f"capture.{meeting_id}.{item_id or 0}"


class HalfLine(QObject):
    """Drafts what stands in the line as `key` names it for an item, until it is kept or given up.

    While the line is `lent` nothing of it is drafted. A draft that has not been seen is never
    dropped for an empty line. Lines set aside at an item wait there with it; so do those that come
    back and that `may_stand` keeps from the room, until it is asked again.
    """

    aside_changed = Signal()

    def __init__(
        self,
        line: QLineEdit,
        store: Any,
        key: Callable[[int | None], str],
        lent: Callable[[], bool],
        may_stand: Callable[[str], bool],
    ) -> None:
        super().__init__(line)
        self.may_stand = may_stand
        self._veiled: set[int | None] = set()
        self._line, self._store, self._key, self._lent = line, store, key, lent
        self.item_id: int | None = None
        self._waiting: dict[int | None, str] = {}
        self._aside: dict[int | None, tuple[str, ...]] = {}
        self._known: dict[str, str] = {}
        self._pause = once(self, DRAFT_MS, self.note)
        line.textChanged.connect(self._typed)

    @property
    def key(self) -> str:
        """What the draft of the item in hand is called."""
        return self._key(self.item_id)

    @property
    def aside(self) -> tuple[str, ...]:
        """The lines set aside at the item in hand, the newest last."""
        return self._aside.get(self.item_id, ())

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """These lines, and no others, wait aside at the item in hand."""
        self._aside[self.item_id] = lines
        self._typed()
        self.aside_changed.emit()

    def turn(self, item_id: int | None) -> None:
        """Leave what stands in the line with its item, and take up what waits at another."""
        self.note()
        self._waiting[self.item_id] = self._line.text()
        self.item_id = item_id
        self._line.setText(self._waiting.get(item_id, ""))
        self.aside_changed.emit()

    def recall(self) -> None:
        """Bring back, once in a sitting, what was left when the program stopped."""
        if self._lent() or self.key in self._known:
            return
        left = self._drafted()
        if left and not self._line.text() and not self.aside:
            *aside, line = left.split(BETWEEN)
            aside, line = self._as_seen(aside, line)
            self._line.setText(line)
            self.set_lines(tuple(aside))

    def _as_seen(self, aside: list[str], line: str) -> tuple[list[str], str]:
        """What came back, its newest line aside where the room may not see it."""
        lines = [*aside, *filter(None, [line])]
        if self.may_stand(lines[-1]):
            return aside, line
        self._veiled.add(self.item_id)
        return lines, ""

    def unveil(self) -> None:
        """What came back unseen stands in the line again, once it may and nothing else does."""
        lines = self.aside
        if self.item_id not in self._veiled or self._lent() or self._line.text():
            return
        if not lines:
            self._veiled.discard(self.item_id)
        elif self.may_stand(lines[-1]):
            self._veiled.discard(self.item_id)
            self._line.setText(lines[-1])
            self.set_lines(lines[:-1])

    def note(self) -> None:
        """Write the line to its draft; where it was emptied, the draft goes."""
        self._pause.stop()
        text = BETWEEN.join((*self.aside, self._line.text()))
        if self._lent() or text == self._known.get(self.key, ""):
            return
        if text:
            self._store.keep_draft(self.key, text)
            self._known[self.key] = text
        else:
            self.drop()

    def drop(self) -> None:
        """It was kept or given up: forget the draft, but for the lines set aside."""
        self._pause.stop()
        self._waiting.pop(self.item_id, None)
        if self.aside:
            self.note()
        elif self._drafted():
            self._store.drop_draft(self.key)
            self._known[self.key] = ""

    def _drafted(self) -> str:
        if self.key not in self._known:
            self._known[self.key] = self._store.draft(self.key) or ""
        return self._known[self.key]

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
