"""A list for a wall: no row of it is shown cut, and what has no room is counted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.live.entry_delegate import EntryDelegate
from ui.live.ledger import Ledger
from ui.widgets.lines import Index


class WholeRows(Ledger):
    """Shows rows that stand whole in it; one taller than the list itself is shown from its top."""

    left_out = Signal(int, int)
    """How many entries have no room, above and below."""

    def __init__(self, name: str = "", *, size: int = 14) -> None:
        super().__init__(name, size=size)
        self.painter = _WholeEntries(self, size)
        self.setItemDelegate(self.painter)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._tell())

    def grow(self, size: int) -> None:
        """Write in letters of this size."""
        self.painter.size = size
        self.scheduleDelayedItemsLayout()

    def is_cut(self, place: QRect) -> bool:
        """Whether a row that stands there would be shown in part."""
        height = self.viewport().height()
        return place.height() < height and (place.top() < 0 or place.bottom() >= height)

    def first_shown(self) -> QModelIndex:
        """The first row that stands whole."""
        first = super().first_shown()
        following = first.siblingAtRow(first.row() + 1)
        cut = first.isValid() and self.is_cut(self.visualRect(first))
        return following if cut and following.isValid() else first

    def turn_page(self, pages: int) -> None:
        """Go on (1) where the first row without room begins, or back (-1) where the last ends."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        places = [place for _, place in self._places()]
        if pages > 0:
            on = next((one.top() for one in places if one.bottom() >= height > one.top() > 0), None)
            bar.setValue(bar.value() + (height if on is None else on))
        else:
            back = next((one.bottom() for one in reversed(places) if one.top() < 0), None)
            bar.setValue(bar.value() - height + (0 if back is None else back + 1))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._tell()

    def _tell(self) -> None:
        """Say how many entries are not shown, above and below."""
        above = below = 0
        if self.verticalScrollBar().maximum() > 0:
            entries = [place for heads, place in self._places() if not heads]
            hidden = [one for one in entries if self.is_cut(one) or not self._in_sight(one)]
            above = sum(1 for one in hidden if one.top() < 0)
            below = len(hidden) - above
        self.left_out.emit(above, below)

    def _in_sight(self, place: QRect) -> bool:
        return place.bottom() >= 0 and place.top() < self.viewport().height()

    def _places(self) -> list[tuple[bool, QRect]]:
        """Where each row stands, and whether it is a heading."""
        lines = self.lines.lines
        return [
            (line.heading, self.visualRect(self.lines.index(row))) for row, line in enumerate(lines)
        ]


class _WholeEntries(EntryDelegate):
    """Paints what stands whole in the view."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index | QPersistentModelIndex
    ) -> None:
        if not (isinstance(self._view, WholeRows) and self._view.is_cut(option.rect)):
            super().paint(painter, option, index)


def left_words(above: int, below: int) -> str:
    """What is said of entries that have no room."""
    told = (f"{above} more above" * (above > 0), f"{below} more below" * (below > 0))
    return " · ".join(filter(None, told))
