"""A child's way through a flow: the steps with their clocks, and what is done at the open one."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.flows import FlowRecord, FlowStepRow
from models.records.subjects import ChildRecord
from models.rules.flows import lacks_checklist
from ui.desk import Desk
from ui.pages.children.flow_words import (
    DONE,
    DOWN,
    ENTER,
    HOLDER,
    LOOKED,
    NO_CHECKLIST,
    OFF,
    SKIP,
    lines_of,
    sentences_of,
)
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import plainly
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.row_list import RowList
from ui.widgets.side_by_side import CLOSE, SideBySide

BESIDE = 440
"""Labels stand beside these few fields as long as there is room."""


class FlowSection(QWidget):
    """The child's flows; the open step is acted upon at the right.

    `assessing` asks for the child's assessments, where what a step asks for is filled in.
    """

    assessing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id = desk, 0
        self._flows: tuple[FlowRecord, ...] = ()
        self._assessed: list[tuple[date | None, str | None, bool]] = []
        self._stood_open: int | None = None
        """The step that was open when the flows were last shown: the hand goes on with it."""
        self.list = RowList("Steps of the flow")
        self.empty = EmptyState(
            "In no flow.", "Let the child enter one: the open step has its clock here and on Today."
        )
        self.step, self.told, self.looked = Card("", large=True), Words(), SoftLabel(LOOKED)
        self.chosen, self.past = Card(), Words()
        self.enter = EntryCard("Enter a flow", ENTER, desk, self._enter, "Enter it")
        self.done = EntryCard("The step is done", DONE, desk, self._done, "Done")
        self.again = EntryCard("Done, and once more", DONE, desk, self._again, "Done, once more")
        self.skip = EntryCard("Skip the step", SKIP, desk, self._skip, "Skip it")
        self.held = EntryCard("Who holds it", (HOLDER,), desk, self._hold)
        self.off = EntryCard("Another day", OFF, desk, self._put_off)
        self.down = EntryCard("Step down", DOWN, desk, self._step_down, "Step down")
        self.out = EntryCard(
            "Leave the flow early", DOWN, desk, self._leave, "Take the child out", way_out="Cancel"
        )
        self._buttons()
        self._build()

    def add(self) -> None:
        """Enter a flow, or finish the open step."""
        step = self._open_step()
        if step is None:
            self._ask_enter()
        elif step.ends:
            self._ask_second(self.down)
        else:
            self.done.ask({"on": self._today()})

    def show_record(self, record: ChildRecord) -> None:
        """Show a child's flows, the open one first."""
        if record.row.id != self._child_id:
            for card in self._cards:
                card.turn_to(record.row.id)
            self.list.leave()
        self._child_id = record.row.id
        self._flows = self._desk.workspace.read.flows_of(record.row.id)
        self._assessed = [
            (one.assessed_on, one.scheme, one.screening) for one in record.assessments
        ]
        self.list.show_lines(lines_of(self._flows))
        self.list.setVisible(bool(self._flows))
        self.empty.setVisible(not self._flows)
        flow, step = self._current(), self._open_step()
        here, was = self.list.current_key(), self._stood_open
        self._stood_open = step.id if step is not None else None
        if step is not None and (here is None or here == was):
            self.list.go_to(step.id)
        self._show_step(flow, step, closed=record.closed_on is not None)
        self._show_past()

    def _current(self) -> FlowRecord | None:
        return next((one for one in self._flows if one.ended_on is None), None)

    def _open_step(self) -> FlowStepRow | None:
        flow = self._current()
        return flow.open_step if flow else None

    def _show_step(
        self, flow: FlowRecord | None, step: FlowStepRow | None, *, closed: bool
    ) -> None:
        able = may(self._desk, "edit_record") and not closed
        self.new.setVisible(flow is None and able)
        self.step.setVisible(step is not None)
        if step is None or flow is None:
            return
        self.step.say(step.label, ", ".join(filter(None, (step.who, step.clock))))
        lacks = lacks_checklist(step.label, flow.entered_on, self._assessed)
        self.told.setText("\n".join([*[NO_CHECKLIST] * lacks, *sentences_of(flow, step)]))
        shown = (
            (self.finish, not step.ends), (self.once_more, step.repeats),
            (self.leap, not step.ends), (self.holder, True), (self.later, True),
            (self.assess, not step.ends),
            (self.looked, step.ends),
            (self.ending, step.ends),
            (self.early, not step.ends),
        )  # fmt: skip
        for widget, fits in shown:
            widget.setVisible(fits and able)

    def _show_past(self) -> None:
        """The step or flow stood on, where it is over."""
        here = self.list.current_key()
        steps = [(flow, one) for flow in self._flows for one in flow.steps]
        found = next(((flow, one) for flow, one in steps if one.id == here), None)
        over = found is not None and found[1].state != "open"
        self.chosen.setVisible(over)
        if over and found is not None:
            flow, step = found
            self.chosen.say(step.label, step.clock)
            self.past.setText("\n".join(sentences_of(flow, step)))

    def _stay(self) -> None:
        """The hand stays in the flow when a form goes away."""
        here: QWidget = self.list if self._flows else self.new
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    # what a person does

    def _ask_enter(self) -> None:
        flow, step = self.enter.editor_of("flow"), self.enter.editor_of("step")
        assert isinstance(flow, Combo) and isinstance(step, Combo)
        flow.set_choices([(one.code, f"{one.label} ({one.version})") for one in codes.flows()])
        only = codes.flows()[0].code if codes.flows() else None
        self.enter.ask({"flow": only, "on": self._today()})
        self._offer_steps(only)

    def _offer_steps(self, code: object) -> None:
        flow = codes.flow(str(code)) if code else None
        step = self.enter.editor_of("step")
        if isinstance(step, Combo):
            steps = [(one.code, one.label) for one in flow.steps if not one.ends] if flow else []
            step.set_choices(steps)
            step.set_value(steps[0][0] if steps else None)

    def _ask_second(self, card: EntryCard) -> None:
        read, mine = self._desk.workspace.read, self._desk.workspace.signed_in_name
        people = {one.name for one in (*read.users(), *read.members()) if one.active} - {mine}
        second = card.editor_of("second_person")
        if isinstance(second, Combo):
            second.set_choices(plainly(sorted(people)))
        card.ask()

    def _enter(self, values: dict[str, Any]) -> None:
        if "flow" not in values:
            raise Refusal("Choose the flow.", "flow")
        self._desk.workspace.flows.enter(
            self._child_id, values["flow"], values.get("step"), on=values.get("on"),
            holder=values.get("holder"), reason=values.get("reason"),
        )  # fmt: skip

    def _done(self, values: dict[str, Any]) -> None:
        flow, step = self._current(), self._open_step()
        self._desk.workspace.flows.finish(self._step_id(), **values)
        if flow and step and lacks_checklist(step.label, flow.entered_on, self._assessed):
            self._desk.notice.say(f"{step.label} is done. {NO_CHECKLIST}")

    def _again(self, values: dict[str, Any]) -> None:
        self._desk.workspace.flows.finish(self._step_id(), again=True, **values)

    def _skip(self, values: dict[str, Any]) -> None:
        self._desk.workspace.flows.skip(
            self._step_id(), values.get("reason", ""), values.get("next_holder")
        )

    def _hold(self, values: dict[str, Any]) -> None:
        self._desk.workspace.flows.hold(self._step_id(), values.get("holder", ""))

    def _put_off(self, values: dict[str, Any]) -> None:
        if "until" not in values:
            raise Refusal("Give the day.", "until")
        put_off = self._desk.workspace.flows.put_off
        put_off(self._step_id(), values["until"], values.get("reason", ""))

    def _step_down(self, values: dict[str, Any], *, left: bool = False) -> None:
        flow = self._current()
        self._desk.workspace.flows.step_down(
            flow.id if flow else 0, values.get("reason", ""), values.get("second_person"),
            left=left,
        )  # fmt: skip

    def _leave(self, values: dict[str, Any]) -> None:
        self._step_down(values, left=True)

    def _step_id(self) -> int:
        step = self._open_step()
        return step.id if step else 0

    def _today(self) -> date:
        today: date = self._desk.workspace.store.clock.today()
        return today

    def _buttons(self) -> None:
        self.new = button("Enter a flow", self._ask_enter, keys="Alt+N")
        self.finish = button("Done", self.add, "primary", keys="Alt+N")
        self.once_more = button("Done, and once more", lambda: self.again.ask(
            {"on": self._today()}))  # fmt: skip
        self.leap = button("Skip it", self.skip.ask)
        self.holder = button("Who holds it", self._ask_holder)
        self.later = button("Another day", self.off.ask)
        self.assess = button("To the assessments", self.assessing.emit)
        self.ending = button("Step down", lambda: self._ask_second(self.down), "danger", "Alt+N")
        self.early = button("Leave the flow early", lambda: self._ask_second(self.out))

    def _ask_holder(self) -> None:
        step = self._open_step()
        self.held.ask({"holder": step.holder if step else None})

    def _build(self) -> None:
        self._cards = (
            self.enter, self.done, self.again, self.skip, self.held, self.off, self.down, self.out,
        )  # fmt: skip
        tools, left, side = FlowLayout(gap=8), QWidget(), CardList("The open step")
        for widget in (
            self.finish, self.once_more, self.leap, self.holder, self.later, self.assess,
            self.ending, self.early,
        ):  # fmt: skip
            tools.addWidget(widget)
        self.step.add(self.told)
        self.step.body.addLayout(tools)
        self.step.add(self.looked)
        self.chosen.add(self.past)
        for card in self._cards:
            card.form.STACK_BELOW = BESIDE
            card.closed.connect(self._stay)
        for card in (self.step, *self._cards, self.chosen):
            side.add(card)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.new)
        column.addLayout(flow)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideBySide(left, side, 0.5, CLOSE), 1)
        self.list.chosen.connect(lambda _key: self._show_past())
        chosen = self.enter.editor_of("flow")
        assert isinstance(chosen, Combo)
        chosen.changed.connect(self._offer_steps)
