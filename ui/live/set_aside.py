"""Lines that Enter refused, set aside over the capture bar, and those that Esc took out of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from ui.live.half_line import HalfLine
from ui.live.state import RoomState
from ui.widgets.labels import Words

BRINGS = "↑ brings it back"
UNSEEN = "a line that not everyone here may read, F4 shows it"
SHOWN, MOST = 3, 90
"""Lines shown, and letters of each."""


class SetAside(Words):
    """Says which lines wait there, as the room may see them; the newest stands last."""

    def __init__(self, half: HalfLine, state: RoomState) -> None:
        super().__init__("", "medium")
        self._half, self._state = half, state
        half.aside_changed.connect(self.refresh)
        state.item_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what waits at the item in hand."""
        lines = self._half.aside
        more = len(lines) - SHOWN
        head = [f"Not kept: {more} more line{'s' * (more > 1)}"] if more > 0 else []
        shown = [*head, *(f"Not kept: {self._short(line)}" for line in lines[-SHOWN:])]
        said = "\n".join(shown)
        self.setText(f"{said} · {BRINGS}" if lines else "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(lines))

    def _short(self, line: str) -> str:
        if not self._half.may_stand(line):
            return UNSEEN
        said = self._state.masked(line)
        return said if len(said) <= MOST else f"{said[: MOST - 1].rstrip()}…"


class Refused(QObject):
    """What Enter refused stands in the line to be mended; what begins right behind is another.

    A letter there moves the refused text to those that wait, so that nothing joins it. A stop, a
    space or any other change mends it. `released` says that it is no longer looked at so.
    """

    released = Signal()

    def __init__(self, line: QLineEdit, half: HalfLine, lent: Callable[[], bool]) -> None:
        super().__init__(line)
        self._line, self._half, self._lent = line, half, lent
        self._text = ""
        line.textChanged.connect(self._follow)

    def stands(self, text: str) -> None:
        """This text was refused; an empty one was not."""
        self._text = text

    def bring_back(self) -> bool:
        """Take up the newest line that waits, and set aside what stands there; False if none."""
        lines = self._half.aside
        if not lines or self._lent():
            return False
        self._text, typed = "", self._line.text()
        self.released.emit()
        self._half.set_lines((typed,) * bool(typed.strip()) + lines[:-1])
        self._line.setText(lines[-1])
        return True

    def _follow(self, text: str) -> None:
        before, self._text = self._text, ""
        if not before or text == before:
            self._text = before
            return
        self.released.emit()
        more = text.removeprefix(before) if text.startswith(before) else ""
        if more[:1].isalnum() and not self._lent():
            self._half.set_lines((*self._half.aside, before))
            self._line.setText(more)


class GivenUp:
    """What Esc took out of the line, item by item, until it is brought back; never on disk."""

    def __init__(self, line: QLineEdit, half: HalfLine, lent: Callable[[], bool]) -> None:
        self._line, self._half, self._lent = line, half, lent
        self._texts: dict[int | None, str] = {}

    def take(self, text: str) -> None:
        """This text was taken out at the item in hand."""
        self._texts[self._half.item_id] = text

    def bring_back(self) -> bool:
        """Put it back into the empty line; False where nothing was taken out here."""
        text = self._texts.get(self._half.item_id)
        if text is None or self._lent() or self._line.text():
            return False
        del self._texts[self._half.item_id]
        self._line.setText(text)
        return True
