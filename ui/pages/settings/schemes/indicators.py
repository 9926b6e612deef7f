"""The indicators of a scheme: added many at once, worded, weighed, ordered, taken out."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.rules.scheme_form import Question, questions
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.row_list import Line, RowList, following
from ui.widgets.side_by_side import SideBySide

ADDED = (
    Field("group", "Heading", hint="Such as Missing. Empty for none."),
    Field("lines", "Indicators", "long", hint="One to a line: a whole form can be pasted."),
)
FIELDS = (
    Field("label", "Words"),
    Field("group", "Heading"),
    Field("weight", "Weight", "number", hint="What one of it counts."),
    Field("most", "At most", "number", hint="Where a number is given."),
)
BESIDE = 360
"""Labels stand beside these short fields as long as there is any room."""
LEAST = 150
"""Height below which too few of them are seen."""
NONE = "This scheme asks nothing: it has levels alone."
BANK = "It asks the indicator bank. Add indicators to ask your own instead."


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


class Indicators(QWidget):
    """A scheme's indicators under their headings, with the fields of the one stood on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._scheme: codes.Scheme | None = None
        self._editable = False
        self.list, self.note = OrderedList("Indicators of the scheme"), SoftLabel()
        self.card = Card("Indicator")
        self.form = RecordForm("Indicator", FIELDS, desk, self._change, editable=True)
        self.entry = EntryCard("Add indicators", ADDED, desk, self._add, "Add them")
        self.add_button = button("Add indicators", self.entry.ask)
        self.up = button("Up", lambda: self._move(-1), keys="Alt+Up")
        self.down = button("Down", lambda: self._move(1), keys="Alt+Down")
        self.out = button("Take it out", self._take_out, keys="Del")
        self.form.STACK_BELOW = BESIDE
        self._build()

    def show_scheme(self, scheme: codes.Scheme, *, editable: bool) -> None:
        """Show a scheme's indicators; those of one in use are read only."""
        if self._scheme is None or self._scheme.code != scheme.code:
            self.entry.leave()
            self.list.leave()
        self._scheme, self._editable = scheme, editable
        asked = questions(scheme, codes.indicators())
        self.list.show_lines(_lines(scheme, asked))
        if self.list.current_key() is None:
            self.list.step(1)
        self.note.setText("" if scheme.indicators else BANK if scheme.bank else NONE)
        self.note.setVisible(bool(self.note.text()))
        for widget in (self.add_button, self.up, self.down, self.out):
            widget.setVisible(editable)
        self._show()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return not self.card.isVisibleTo(self) or self.form.settle()

    def _show(self) -> None:
        one = self._current()
        self.card.setVisible(self._editable and one is not None)
        if one is not None and self._scheme is not None:
            values = {name: getattr(one, name) for name in ("label", "group", "weight", "most")}
            self.form.show_values(f"indicator {self._scheme.code} {one.code}", values)

    def _current(self) -> codes.SchemeIndicator | None:
        key = self.list.current_key()
        own = self._scheme.indicators if self._scheme else ()
        return next((one for one in own if one.code == key), None)

    def _add(self, values: dict[str, Any]) -> None:
        if self._scheme is not None:
            lines = (values.get("lines") or "").splitlines()
            group = values.get("group") or ""
            self._desk.workspace.schemes.add_indicators(self._scheme.code, group, lines)

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        one = self._current()
        if one is not None and self._scheme is not None:
            change = self._desk.workspace.schemes.change_indicator
            change(self._scheme.code, one.code, field, value)

    def _move(self, by: int) -> None:
        one = self._current()
        if one is not None and self._scheme is not None and self._editable:
            move = self._desk.workspace.schemes.move_indicator
            self._desk.attempt(self.list, move, self._scheme.code, one.code, by)
            self.list.setFocus()

    def _take_out(self) -> None:
        one = self._current()
        if one is not None and self._scheme is not None and self._editable:
            keys = [each.code for each in self._scheme.indicators]
            then = following(keys, one.code)
            drop = self._desk.workspace.schemes.drop_indicator
            if self._desk.attempt(self.list, drop, self._scheme.code, one.code):
                self.list.go_to(then)
                self._show()
                self.list.setFocus()

    def _build(self) -> None:
        self.card.add(self.form)
        tools = FlowLayout(gap=8)
        for widget in (self.add_button, self.up, self.down, self.out):
            tools.addWidget(widget)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(tools)
        whole.addWidget(self.entry)
        whole.addWidget(self.note)
        whole.addWidget(SideBySide(self.list, side, 0.55), 1)
        self.list.setMinimumHeight(LEAST)
        self.list.chosen.connect(lambda _key: self._show())
        self.list.shifted.connect(self._move)
        self.list.taken_out.connect(self._take_out)


def _lines(scheme: codes.Scheme, asked: tuple[Question, ...]) -> list[Line]:
    lines, group = [], None
    for at, one in enumerate(asked):
        if one.group and one.group != group:
            lines.append(Line(("group", at), one.group, heading=True))
        group = one.group
        parts = [f"weight {one.weight}" if one.weight != 1 else "",
                 f"0 to {one.most}" if one.most is not None else ""]  # fmt: skip
        lines.append(Line(one.code, one.label, soft=", ".join(filter(None, parts))))
    return lines
