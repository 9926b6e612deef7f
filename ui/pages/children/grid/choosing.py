"""The card on which columns are chosen, moved and sized by keys alone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.rules.tracker.columns import AT_FIRST, BY_KEY, COLUMNS
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import in_a_row

KEY, OWN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
STEP, NARROWEST, WIDEST, SHOWN = 20, 40, 900, 7
HINT = "Space shows or hides a column, Alt+Up and Alt+Down move it, + and − make it wider."


class ColumnsCard(Card):
    """Columns by a list; `chosen` carries the keys in order and the widths people gave."""

    chosen = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Columns", HINT)
        self.list = _Columns(self)
        self._quiet = False
        self._build()
        self.hide()

    def ask(self, keys: Sequence[str], widths: Mapping[str, int], now: Mapping[str, int]) -> None:
        """Show which columns stand, in their order, the others after them."""
        self._quiet = True
        at = max(self.list.currentRow(), 0)
        self.list.clear()
        for key in (*keys, *(one.key for one in COLUMNS if one.key not in keys)):
            item = QListWidgetItem(BY_KEY[key].title, self.list)
            item.setData(KEY, key)
            item.setData(OWN, (widths.get(key, 0), now.get(key, 100)))
            item.setCheckState(ON if key in keys else OFF)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self._quiet = False
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * SHOWN + 4)
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def move(self, by: int) -> None:
        """Move the current column up or down the list."""
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count() and at >= 0:
            self._quiet = True
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)
            self._quiet = False
            self._tell()

    def size_by(self, by: int) -> None:
        """Make the current column wider or narrower."""
        item = self.list.currentItem()
        if item is None:
            return
        own, now = item.data(OWN)
        width = min(max((own or now) + by * STEP, NARROWEST), WIDEST)
        self._quiet = True
        item.setData(OWN, (width, now))
        self._quiet = False
        self._tell()

    def as_at_first(self) -> None:
        """Put the columns back as they stand where nobody has arranged them."""
        self.chosen.emit(AT_FIRST, {})
        self.ask(AT_FIRST, {}, {})

    def leave(self) -> None:
        """Take the card away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._quiet:
            return
        items = [self.list.item(at) for at in range(self.list.count())]
        keys = tuple(one.data(KEY) for one in items if one.checkState() == ON)
        widths = {one.data(KEY): one.data(OWN)[0] for one in items if one.data(OWN)[0]}
        # Without any column there would be no cell to stand on.
        self.chosen.emit(keys or (AT_FIRST[0],), widths)

    def _build(self) -> None:
        self.list.setAccessibleName("Columns of the tracker")
        self.list.setAccessibleDescription(HINT)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.add(self.list)
        self.add(in_a_row((
            button("Move up", lambda: self.move(-1), keys="Alt+Up"),
            button("Move down", lambda: self.move(1), keys="Alt+Down"),
            button("Wider", lambda: self.size_by(1), keys="+"),
            button("Narrower", lambda: self.size_by(-1), keys="-"),
            button("As at first", self.as_at_first),
            button("Done", self.leave, "primary"),
        ), above=4))  # fmt: skip


class _Columns(QListWidget):
    def __init__(self, card: ColumnsCard) -> None:
        super().__init__()
        self._card = card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._card.move(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.text() in ("+", "=", "-", "−"):
            self._card.size_by(1 if event.text() in "+=" else -1)
        else:
            super().keyPressEvent(event)
