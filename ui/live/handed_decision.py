"""A decision of the capture bar that needs more than its line has: its step asks for the rest."""

from abc import abstractmethod

from PySide6.QtCore import Signal

from models import codes
from models.rules.capture import CaptureKind, CaptureReading
from ui.live.lent_line import LentLine
from ui.live.state import RoomState


class HandedDecision(LentLine):
    """`closing(code, rationale, review day or None)` is told when a second person is needed.

    The line waits until the decision is kept in its step, in the bar or set aside over it.
    """

    state: RoomState
    closing = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._handed: str | None = None
        self._waits: tuple[int, str, str] | None = None
        """The item, what stands in its line, and the decision that its step asks more for."""
        self._lacks_second = False

    @abstractmethod
    def _clear(self) -> None:
        """Empty the line and forget its draft."""

    def hand_over(self, reading: CaptureReading, piece: str) -> bool:
        """Let the step ask for what a decision lacks; the line waits until it is kept there."""
        row = self.state.row
        if reading.kind is not CaptureKind.DECISION or row is None or not self._lacks_second:
            return False
        kind = codes.find_decision(reading.decision or reading.text, row.subject_kind or "theme")
        if kind is not None:
            self._handed, self._waits = piece, (row.id, piece, kind.code)
            self.error.say(f"{self.error.text().removesuffix('.')}: Ctrl+5 goes to it.")
            self.closing.emit(kind.code, reading.rationale or "", reading.due)
        return kind is not None

    def see_what_was_handed_over(self) -> None:
        """Take a decision out of the line once it is kept in its step."""
        item = self.state.item
        if self._waits is None or item is None or item.decision is None:
            return
        at, piece, code = self._waits
        if (at, code) != (item.row.id, item.decision.code):
            return
        if self.line.text() == piece:
            self._clear()
        elif piece in self.half.aside:
            self.half.set_lines(tuple(one for one in self.half.aside if one != piece))
        else:
            return
        self._handed = self._waits = None
