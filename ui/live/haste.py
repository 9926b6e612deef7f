"""Words typed into a list whose letters act: nobody means three letters within a breath as keys."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.errors import Conflict, Refusal, Trouble
from ui.live.ledger import Ledger

BURST, WITHIN_MS, SPACE_MS = 3, 400, 250
HELD = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class Haste(QObject):
    """Takes a sentence out of a list's hands: what its letters did is undone, and they are words.

    Letters act at once, for whoever means them. Three different ones as fast as words are typed,
    or one with a space right after it, are a sentence that was meant for the capture bar.
    """

    words = Signal(str)

    def __init__(self, store: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._typed: list[tuple[int, str]] = []
        self._before = 0

    def watch(self, *lists: Ledger) -> None:
        """Stand before the letters of these lists."""
        for one in lists:
            one.haste = self.takes

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key is part of a sentence; its words are given on, and nothing acts."""
        sign, at = event.text(), event.timestamp()
        # A key without its time was pressed by a program, which makes no such mistake.
        if not sign.isprintable() or not sign or not at or event.modifiers() & HELD:
            self._typed = []
            return False
        self._typed = [one for one in self._typed if at - one[0] <= WITHIN_MS][1 - BURST :]
        if not self._typed:
            self._before = self._store.steps
        self._typed.append((at, sign))
        if not self._is_a_sentence():
            return False
        self._take_back()
        said = "".join(one for _at, one in self._typed)
        self._typed = []
        self.words.emit(said)
        return True

    def _is_a_sentence(self) -> bool:
        signs = [one for _at, one in self._typed]
        if len(signs) > 1 and signs[-1] == " " and signs[-2].isalpha():
            return self._typed[-1][0] - self._typed[-2][0] <= SPACE_MS
        return len(signs) == BURST and len({one.casefold() for one in signs}) > 1

    def _take_back(self) -> None:
        try:
            while self._store.steps > self._before:
                self._store.undo()
        except (Conflict, Refusal, Trouble):
            return  # what cannot be undone here says so when it is undone by hand
