"""Growing up: adult services, who leads there, the plan, and the checklist."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.records.moving import TransitionPointRow, TransitionRecord
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips, in_a_row
from ui.widgets.labels import SoftLabel

FIELDS = (
    Field("adult_service", "Adult service", hint="Who takes over, or an adult panel"),
    Field("adult_lead", "Who leads there"),
    Field("reference", "Their reference"),
    Field("referred_on", "Referred on", "was"),
    Field("accepted_on", "Accepted on", "was"),
    Field("plan", "Plan for the time after 18", "long"),
    Field("not_needed", "Nothing is handed on, because"),
)


class TransitionCard(Card):
    """Closed up until the age from which it is listed, unless somebody begins earlier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Growing up", large=True)
        self._desk = desk
        self._shown: TransitionRecord | None = None
        self._editable, self._early = may(desk, "edit_record"), False
        self.lacks, self.words = Chips(name="What the transition lacks"), SoftLabel()
        self.form = RecordForm("Transition", FIELDS, desk, self._change, editable=self._editable)
        self.ticks: dict[str, QCheckBox] = {}
        self.points = QWidget()
        self._points = QVBoxLayout(self.points)
        self._points.setContentsMargins(0, 0, 0, 0)
        self.settled = button("All is in place", self._settle)
        self.begin = button("Begin now", self._begin)
        for widget in (self.lacks, self.words, self.form, SoftLabel("Checklist"), self.points,
                       in_a_row((self.settled, self.begin))):  # fmt: skip
            self.add(widget)
        heading = self.body.itemAt(self.body.indexOf(self.points) - 1)
        self._heading = heading.widget() if heading is not None else None

    def show_transition(self, record: TransitionRecord) -> None:
        """Show how far a child's transition is."""
        if self._shown is None or self._shown.child_id != record.child_id:
            self._early = False
        self._shown = record
        begun = any(getattr(record, field.name) for field in FIELDS)
        open_up = record.listed or begun or self._early
        self.say("Growing up", record.turns)
        self._show_words(record)
        self.lacks.setVisible(open_up and bool(record.lacking))
        self.lacks.show_tags([(one[:1].upper() + one[1:], "medium") for one in record.lacking])
        for widget in (self.form, self.points, self._heading):
            if widget is not None:
                widget.setVisible(open_up)
        self.settled.setVisible(open_up and self._editable)
        self.settled.setText("Not settled after all" if record.settled_on else "All is in place")
        self.begin.setVisible(not open_up and self._editable and record.birth_date is not None)
        values = {field.name: getattr(record, field.name) for field in FIELDS}
        self.form.show_values(f"transition {record.child_id}", values)
        for point in record.points:
            self._show_point(point)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self._shown is None or self.form.settle()

    def _show_words(self, record: TransitionRecord) -> None:
        words = ""
        if record.settled_on:
            words = f"In place since {plain_date(record.settled_on)}, {record.settled_by}"
        elif not record.listed and record.begins_on:
            words = f"Listed from {plain_date(record.begins_on)}"
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _show_point(self, point: TransitionPointRow) -> None:
        tick = self.ticks.get(point.code)
        if tick is None:
            tick = self.ticks[point.code] = QCheckBox()
            tick.setAccessibleName(point.label)
            tick.clicked.connect(lambda done, code=point.code: self._tick(code, done))
            self._points.addWidget(tick)
        done = point.done_on
        by = f"  ({plain_date(done)}, {point.by_name})" if done else ""
        tick.setText(f"{point.label}{by}")
        tick.setChecked(done is not None)
        tick.setEnabled(self._editable)

    def _tick(self, code: str, done: bool) -> None:
        if self._shown is not None:
            tick = self._desk.workspace.moving.tick
            if not self._desk.attempt(self, tick, self._shown.child_id, code, done):
                self.ticks[code].setChecked(not done)

    def _settle(self) -> None:
        if self._shown is not None and self.form.settle():
            settled = self._shown.settled_on is None
            settle = self._desk.workspace.moving.settle
            self._desk.attempt(self.form, settle, self._shown.child_id, settled)

    def _begin(self) -> None:
        if self._shown is not None:
            self._early = True
            self.show_transition(self._shown)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self._shown is not None:
            change = self._desk.workspace.moving.change_transition
            change(self._shown.child_id, field, value, seen)
