"""The heading of what stands first in a list, where the list is too long to show it itself."""

from ui import look
from ui.live.ledger import Ledger
from ui.widgets.labels import Words
from ui.widgets.lines import Line


class UnderWhich(Words):
    """Stands over a list that has to be scrolled, and says under which heading it begins.

    It has its room as long as not everything is in sight, so that a list does not jump under it.
    """

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("", "soft", wrap=False)
        self._ledger, self._at_end = ledger, False
        self.hide()
        bar = ledger.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(lambda _least, _most: self._follow())

    def _follow(self) -> None:
        """Take or give up its room, and stay at the end where the list stood at its end."""
        bar, at_end = self._ledger.verticalScrollBar(), self._at_end
        room = self._ledger.height() + (self.height() if self.isVisible() else 0)
        self.setVisible(self._ledger.wanted_height() > room)
        self.setFont(look.current().font(self._ledger.painter.size, 600))
        if at_end:
            bar.setValue(bar.maximum())
        self._say()

    def _moved(self, at: int) -> None:
        self._at_end = at == self._ledger.verticalScrollBar().maximum() > 0
        self._say()

    def _say(self) -> None:
        """The heading over the first row in sight, where the heading itself is out of it."""
        rows, first = self._ledger.lines.lines, self._ledger.first_shown()
        # A list that has just become shorter may still be asked of a row that is gone.
        at = first.row() if first.row() < len(rows) else -1
        heading = next((one for one in rows[at::-1] if _heads(one)), None) if at >= 0 else None
        seen = at >= 0 and heading is rows[at] and self._ledger.visualRect(first).top() >= 0
        self.setText("" if heading is None or seen else heading.words)


def _heads(line: Line) -> bool:
    return line.heading or bool(getattr(line, "head", False))
