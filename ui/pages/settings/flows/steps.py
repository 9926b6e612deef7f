"""The steps of a flow: worded, with who does each and in how many working days; foretold."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.rules.flows import foretold
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.settings.schemes.indicators import BESIDE, LEAST, OrderedList
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.row_list import Line, following
from ui.widgets.side_by_side import SideBySide

FIELDS = (
    Field("label", "Step"),
    Field("who", "Who does it", hint="The role, not a name."),
    Field("working_days", "Working days", "number", hint="Empty where there is no limit."),
    Field("repeats", "May be done again", "yes"),
)
NEW = FIELDS[:3]
EXAMPLE = "If a child entered today"
ENDS = "with a reason and a second person"


class Steps(QWidget):
    """A flow's steps in order, the fields of the one stood on, and what they come to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flow: codes.Flow | None = None
        self._editable = False
        self.list = OrderedList("Steps of the flow")
        self.card, self.preview, self.about = Card("Step"), Card(EXAMPLE), Card("About it")
        self.form = RecordForm("Flow step", FIELDS, desk, self._change, editable=True)
        self.entry = EntryCard("Add a step", NEW, desk, self._add, "Add it")
        self.note, self.words = SoftLabel(), Words()
        self.add_button = button("Add a step", self.entry.ask)
        self.up = button("Up", lambda: self._move(-1), keys="Alt+Up")
        self.down = button("Down", lambda: self._move(1), keys="Alt+Down")
        self.out = button("Take it out", self._take_out, keys="Del")
        self._build()

    def show_flow(self, flow: codes.Flow, *, editable: bool, why: str) -> None:
        """Show a flow's steps; those of one in use are read only."""
        if self._flow is None or self._flow.code != flow.code:
            self.entry.leave()
            self.list.leave()
        self._flow, self._editable = flow, editable
        self.list.show_lines([_line(one) for one in flow.steps])
        if self.list.current_key() is None:
            self.list.step(1)
        self.note.setText("\n".join(filter(None, (why, flow.note))))
        for widget in (self.add_button, self.up, self.down, self.out):
            widget.setVisible(editable)
        today: date = self._desk.workspace.store.clock.today()
        closed = self._desk.workspace.read.closed_days()
        self.words.setText("\n".join(foretold(flow, today, closed)))
        self._show()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.card.isHidden() or self.form.settle()

    def _show(self) -> None:
        one = self._current()
        self.card.setVisible(self._editable and one is not None)
        if one is not None and self._flow is not None:
            names = ("label", "who", "working_days", "repeats")
            values = {name: getattr(one, name) for name in names}
            self.form.show_values(f"flow {self._flow.code} {one.code}", values)
            self.form.show_row("repeats", not one.ends)

    def _current(self) -> codes.FlowStep | None:
        key = self.list.current_key()
        return self._flow.step(str(key)) if self._flow and key else None

    def _add(self, values: dict[str, Any]) -> None:
        if self._flow is not None:
            self._desk.workspace.flow_book.add_step(
                self._flow.code, values.get("label", ""), values.get("who", ""),
                values.get("working_days"),
            )  # fmt: skip

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        one = self._current()
        if one is not None and self._flow is not None:
            self._desk.workspace.flow_book.change_step(self._flow.code, one.code, field, value)

    def _move(self, by: int) -> None:
        one = self._current()
        if one is not None and self._flow is not None and self._editable:
            move = self._desk.workspace.flow_book.move_step
            self._desk.attempt(self.list, move, self._flow.code, one.code, by)
            self.list.setFocus()

    def _take_out(self) -> None:
        one = self._current()
        if one is not None and self._flow is not None and self._editable:
            then = following([each.code for each in self._flow.steps], one.code)
            drop = self._desk.workspace.flow_book.drop_step
            if self._desk.attempt(self.list, drop, self._flow.code, one.code):
                self.list.go_to(then)
                self._show()
                self.list.setFocus()

    def _build(self) -> None:
        self.form.STACK_BELOW = self.entry.form.STACK_BELOW = BESIDE
        self.card.add(self.form)
        self.preview.add(self.words)
        tools, cards = FlowLayout(gap=8), CardList("The step, and an example")
        for widget in (self.add_button, self.up, self.down, self.out):
            tools.addWidget(widget)
        self.about.add(self.note)
        for card in (self.card, self.preview, self.about):
            cards.add(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(tools)
        whole.addWidget(self.entry)
        whole.addWidget(SideBySide(self.list, cards, 0.42), 1)
        self.list.setMinimumHeight(LEAST)
        self.list.chosen.connect(lambda _key: self._show())
        self.list.shifted.connect(self._move)
        self.list.taken_out.connect(self._take_out)


def _line(one: codes.FlowStep) -> Line:
    days = one.working_days
    limit = "no limit" if days is None else f"{days} working day{'s' * (days != 1)}"
    soft = ", ".join(filter(None, (one.who, "may repeat" if one.repeats else "",
                                   ENDS if one.ends else "")))  # fmt: skip
    return Line(one.code, one.label, soft=soft, right=limit)
