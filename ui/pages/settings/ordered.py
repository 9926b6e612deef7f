"""Lines in an order of the panel's own: added, mended, moved by keys, taken out."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList, following
from ui.widgets.side_by_side import SideBySide

BESIDE = 360
"""Labels stand beside these short fields as long as there is any room."""
LEAST = 150
"""Height below which too few lines are seen."""


class Acts(NamedTuple):
    """How one line is changed, moved and dropped; each takes the code of the whole first."""

    change: Callable[..., Any]
    move: Callable[..., Any]
    drop: Callable[..., Any]


class OrderedList(RowList):
    """Lines that Alt+Up and Alt+Down move and Delete takes out."""

    shifted = Signal(int)
    taken_out = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class OrderedPart(QWidget):
    """The lines of one flow or scheme, and the fields of the line stood on."""

    NAME, CARD, FORM, DRAFT = "", "", "", ""
    """What the list is called, the card of the line stood on, its form, and what is half-typed."""
    FIELDS: tuple[Field, ...] = ()

    def __init__(self, desk: Desk, add: str, new: Sequence[Field], keep: str) -> None:
        super().__init__()
        self._desk = desk
        self.entry = EntryCard(add, new, desk, self._add, keep)
        self._of: Any = None
        self._editable = False
        self.list, self.note = OrderedList(self.NAME), SoftLabel()
        self.list.setMinimumHeight(LEAST)
        self.card = Card(self.CARD)
        self.form = RecordForm(self.FORM, self.FIELDS, desk, self._change, editable=True)
        self.form.STACK_BELOW = BESIDE
        self.card.add(self.form)
        self.add_button = button(add, self.entry.ask)
        self.up = button("Up", lambda: self._move(-1), keys="Alt+Up")
        self.down = button("Down", lambda: self._move(1), keys="Alt+Down")
        self.out = button("Take it out", self._take_out, keys="Del")
        self.list.chosen.connect(lambda _key: self._show())
        self.list.shifted.connect(self._move)
        self.list.taken_out.connect(self._take_out)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.card.isHidden() or self.form.settle()

    def _acts(self) -> Acts:
        """How a line is changed, moved and dropped."""
        raise NotImplementedError

    def _lines(self) -> Sequence[Any]:
        """The lines of the whole that is shown, as far as they are its own."""
        raise NotImplementedError

    def _add(self, values: dict[str, Any]) -> None:
        """Add what was entered."""
        raise NotImplementedError

    def _take(
        self, of: codes.Flow | codes.Scheme, lines: Sequence[Line], *, editable: bool
    ) -> None:
        if self._of is None or self._of.code != of.code:
            self.entry.leave()
            self.list.leave()
        self._of, self._editable = of, editable
        self.list.show_lines(lines)
        if self.list.current_key() is None:
            self.list.step(1)
        self.add_button.setVisible(editable)
        for widget in (self.up, self.down, self.out):
            widget.setVisible(editable and bool(self._lines()))
        self._show()

    def _show(self) -> None:
        one = self._current()
        self.card.setVisible(self._editable and one is not None)
        if one is not None:
            values = {field.name: getattr(one, field.name) for field in self.FIELDS}
            self.form.show_values(f"{self.DRAFT} {self._of.code} {one.code}", values)

    def _current(self) -> Any:
        key = self.list.current_key()
        return next((one for one in self._lines() if one.code == key), None) if self._of else None

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        one = self._current()
        if one is not None:
            self._acts().change(self._of.code, one.code, field, value)

    def _move(self, by: int) -> None:
        one = self._current()
        if one is not None and self._editable:
            self._desk.attempt(self.list, self._acts().move, self._of.code, one.code, by)
            self.list.setFocus()

    def _take_out(self) -> None:
        one = self._current()
        if one is None or not self._editable:
            return
        then = following([each.code for each in self._lines()], one.code)
        if self._desk.attempt(self.list, self._acts().drop, self._of.code, one.code):
            self.list.go_to(then)
            self._show()
            self.list.setFocus()

    def _stand(self, above: Sequence[QWidget], beside: QWidget, share: float) -> None:
        tools, whole = FlowLayout(gap=8), QVBoxLayout(self)
        for widget in (self.add_button, self.up, self.down, self.out):
            tools.addWidget(widget)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(tools)
        for widget in above:
            whole.addWidget(widget)
        self.sides = SideBySide(self.list, beside, share)
        whole.addWidget(self.sides, 1)
        whole.addStretch(0)
