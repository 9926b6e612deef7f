"""Lines that wait in one field for who may read them; what is typed behind them stands apart."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

NEXT = "; "
"""Stands between a line that is held and what is typed after it."""


class HeldLines(QObject):
    """What is asked about in a field, and the lines held before the one that is typed now.

    What begins right behind a line that is asked about is a line of its own. `released` says that
    the field no longer holds what was asked about.
    """

    released = Signal()

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._asked = ""
        self._held: tuple[str, ...] = ()
        field.textChanged.connect(self._follow)

    @property
    def asks(self) -> bool:
        """True while a question stands."""
        return bool(self._asked)

    def was_asked(self, text: str) -> bool:
        """Whether just this text was asked about."""
        return bool(text) and self._asked == text

    def ask(self, text: str) -> None:
        """Hold this text until it is answered."""
        self._asked = text

    def leave(self) -> bool:
        """Ask no longer; True where a question stood."""
        stood, self._asked = bool(self._asked), ""
        return stood

    def forget(self) -> None:
        """The field begins anew: nothing is held before what stands in it."""
        self._asked, self._held = "", ()

    def lines(self, text: str, is_mark: Callable[[str], bool]) -> tuple[tuple[str, ...], str]:
        """Those held and the last, and the mark where the last only says who may read them."""
        last = text.removeprefix(self._before())
        for mark in (last, f"{last} only") if self._held else ():
            if is_mark(mark):
                return self._held, mark
        return tuple(one for one in (*self._held, last) if one.strip()), ""

    def _follow(self, text: str) -> None:
        asked = self._asked
        if asked == text:
            return
        self._asked = ""
        self.released.emit()
        if asked and text.startswith(asked) and text[len(asked)].isalnum():
            self._held = (*self._held, asked.removeprefix(self._before()))
            self._field.setText(f"{asked}{NEXT}{text[len(asked) :]}")
        elif not text.startswith(self._before()):
            self._held = ()

    def _before(self) -> str:
        """What stands in the field before what is typed now."""
        return "".join(f"{one}{NEXT}" for one in self._held)
