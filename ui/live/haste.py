"""Words typed where keys act or ask: nobody means three letters within a breath as keys."""

from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.errors import Conflict, Refusal, Trouble
from ui.live.ask_bar import AskBar
from ui.live.ledger import Ledger

BURST, WITHIN_MS, SPACE_MS = 3, 400, 250
HELD = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


def is_a_letter(event: QKeyEvent) -> bool:
    """Whether a key is a letter or a figure as words begin with, and no command."""
    return event.text().isalnum() and not event.modifiers() & HELD


class Key(NamedTuple):
    """A key as typed: when, what, and whether into a list, the capture bar or a question."""

    at: int
    sign: str
    into: str


class Haste(QObject):
    """Takes a sentence out of a list's hands: what its letters did is undone, and they are words.

    Letters act at once, for whoever means them. Three different ones as fast as words are typed,
    or one with a space right after it, are a sentence that was meant for the capture bar. So they
    are where a key among them opened a question, which then holds the rest of the sentence.
    """

    words = Signal(str)

    def __init__(self, store: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._typed: list[Key] = []
        self._before = 0

    def watch(self, *lists: Ledger) -> None:
        """Stand before the letters of these lists."""
        for one in lists:
            one.haste = self.takes

    def watch_questions(self, ask: AskBar, bar: QLineEdit) -> None:
        """Stand before a question, whose key may have been pressed in a list or in the bar."""
        # What was left half-typed there, or stands to be mended, is an answer.
        ask.haste = lambda event: len(ask.line.text()) < BURST and self.takes(event, "question")
        bar.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note what is typed into the capture bar; it is the bar's all the same."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.takes(event, "bar")
        return False

    def takes(self, event: QKeyEvent, into: str = "list") -> bool:
        """Whether this key is part of a sentence; its words are given on, and nothing acts."""
        sign, at = event.text(), event.timestamp()
        # A key without its time was pressed by a program, which makes no such mistake.
        if not sign.isprintable() or not sign or not at or event.modifiers() & HELD:
            self._typed = []
            return False
        self._typed = [one for one in self._typed if at - one.at <= WITHIN_MS][1 - BURST :]
        if not self._typed or into == "bar":
            self._before = self._store.steps
        self._typed.append(Key(at, sign, into))
        if into == "bar" or self._typed[0].into == into == "question" or not self._is_a_sentence():
            return False
        if self._typed[0].into == "list":
            self._take_back()
        said = "".join(one.sign for one in self._typed if one.into != "bar")
        self._typed = []
        self.words.emit(said)
        return True

    def _is_a_sentence(self) -> bool:
        signs = [one.sign for one in self._typed]
        if len(signs) > 1 and signs[-1] == " " and signs[-2].isalpha():
            return self._typed[-1].at - self._typed[-2].at <= SPACE_MS
        return len(signs) == BURST and len({one.casefold() for one in signs}) > 1

    def _take_back(self) -> None:
        try:
            while self._store.steps > self._before:
                self._store.undo()
        except (Conflict, Refusal, Trouble):
            return  # what cannot be undone here says so when it is undone by hand
