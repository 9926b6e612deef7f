"""A panel's own indicators: listed, worded anew, tried before they are kept, taken away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exports import charts
from models.errors import Refusal
from models.records.own_indicators import OwnIndicator
from models.records.reports import ReportRow
from models.rules.own_indicators import (
    MOST,
    NOUNS,
    SETTING,
    defined,
    kept,
    noun,
    read_where,
    worded,
)
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout, in_a_row
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

NUMBER, SHARE = "number", "per cent"
COUNTED = tuple((one.code, one.words) for one in NOUNS)
WHERE_HINT = "plan is CLA and risk is High; empty counts all"
FIELDS = (
    Field("name", "Name"),
    Field("counted", "Count", "pick", COUNTED),
    Field("where", "Whose", hint=WHERE_HINT),
    Field("shown", "Shown as", "pick", ((NUMBER, "A number"), (SHARE, "Per cent of all of them"))),
)
SEEN = 8
"""How many of them are seen at once."""
KEPT = "Kept. Own indicators stand at the end of Performance."
OPENED = "Own indicators stand open above the table."
NONE = "None yet. What the framework does not count can be counted here."
TESTS = (
    "Tests: is, is not, at least, at most, is recorded, is not recorded; joined by “and”, several "
    "values by “or”: plan is CLA or CP."
)


class OwnIndicators(Card):
    """Hidden until it is opened; `changed` when an indicator was kept or taken away."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Own indicators")
        self._desk, self._at = desk, -1
        self.list = RowList("Own indicators")
        self.none, self.fields, self.told = SoftLabel(NONE), SoftLabel(), Words()
        self.entry = EntryCard("An indicator", FIELDS, desk, self._keep)
        self.new = button("New indicator", self.ask)
        self.change = button("Change it", self.ask_change)
        self.gone = button("Take it away", self.take_away)
        self.shut = button("Close", self.hide)
        counted = self.entry.editor_of("counted")
        if isinstance(counted, Combo):
            counted.changed.connect(lambda code: self._say_fields(code))
        self._build()
        self.hide()

    def open(self) -> None:
        """Show the panel's own indicators, and go to them."""
        self.reload()
        self.show()
        (self.list if self._every() else self.new).setFocus()
        bring_into_sight(self)
        self._desk.notice.say(OPENED)

    def reload(self) -> None:
        """Read them again."""
        every = self._every()
        self.list.show_lines(
            [Line(at, one.name, soft=defined(one)) for at, one in enumerate(every)]
        )
        self.list.setVisible(bool(every))
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(len(every), SEEN) + 6)
        self.none.setVisible(not every)
        for made in (self.change, self.gone):
            made.setEnabled(bool(every) and may(self._desk, "edit_settings"))
        self.new.setEnabled(may(self._desk, "edit_settings"))

    def ask(self) -> None:
        """Word a new indicator."""
        self._ask(-1, {"counted": "children", "shown": NUMBER})

    def ask_change(self) -> None:
        """Word the one stood on anew."""
        at = self.list.current_key()
        if isinstance(at, int):
            one = self._every()[at]
            shown = SHARE if one.share else NUMBER
            values = {"name": one.name, "counted": one.counted, "shown": shown}
            self._ask(at, {**values, "where": worded(one.where)})

    def take_away(self) -> None:
        """Count the one stood on no more; undo brings it back."""
        at = self.list.current_key()
        if isinstance(at, int):
            every = self._every()
            self._write([one for place, one in enumerate(every) if place != at])

    def try_it(self) -> None:
        """Say what the indicator in the form comes to, without keeping it."""
        self.told.hide()
        self.entry.form.clear_errors()
        self._desk.attempt(self.entry.form, self._try)

    def _try(self) -> None:
        row = self._counted(self._worded(self.entry.said()))
        now, before = (_figure(row, at) for at in (0, 1))
        self.told.setText(f"This quarter {now}, the quarter before {before}. {row.definition}")
        self.told.show()

    def _counted(self, one: OwnIndicator) -> ReportRow:
        """What it comes to now; Refusal for a value that nothing on record has."""
        read, today = self._desk.workspace.read, self._desk.workspace.store.clock.today()
        row: ReportRow = read.tried(one, today)
        return row

    def _ask(self, at: int, values: dict[str, Any]) -> None:
        self._at = at
        self.told.hide()
        self._say_fields(values["counted"])
        self.entry.ask(values)

    def _say_fields(self, code: object) -> None:
        known = ", ".join(noun(str(code)).fields) if code else ""
        self.fields.setText(f"Known of these: {known}. {TESTS}")

    def _keep(self, values: dict[str, Any]) -> None:
        one, every = self._worded(values), list(self._every())
        self._counted(one)
        if any(o.name == one.name for at, o in enumerate(every) if at != self._at):
            raise Refusal("Another indicator has this name.", "name")
        if self._at < 0 and len(every) >= MOST:
            raise Refusal(f"A panel has at most {MOST} of its own.", "name")
        if self._at < 0:
            every.append(one)
        else:
            every[self._at] = one
        self._write(every)

    def _worded(self, values: dict[str, Any]) -> OwnIndicator:
        if not values.get("name"):
            raise Refusal("An indicator needs a name.", "name")
        counted = str(values.get("counted") or "")
        noun(counted)
        where = read_where(counted, values.get("where") or "")
        return OwnIndicator(values["name"], counted, where, values.get("shown") == SHARE)

    def _write(self, every: Sequence[OwnIndicator]) -> None:
        def keep() -> None:
            self._desk.workspace.panel.set(SETTING, kept(every))

        if self._desk.attempt(self, keep):
            self.reload()
            self.changed.emit()
            self._desk.notice.say(KEPT if every else "")
            (self.list if every else self.new).setFocus()

    def _every(self) -> tuple[OwnIndicator, ...]:
        every: tuple[OwnIndicator, ...] = self._desk.workspace.read.own_indicators()
        return every

    def _build(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        for made in (self.new, self.change, self.gone, self.shut):
            flow.addWidget(made)
        self.entry.add(self.fields)
        self.entry.add(in_a_row((button("Count it now", self.try_it),)))
        self.entry.add(self.told)
        self.told.hide()
        for widget in (self.none, self.list, holder, self.entry):
            self.add(widget)


def _figure(row: ReportRow, at: int) -> str:
    """A figure as people read it, or why there is none."""
    why = row.why[at].rstrip(".")
    return f"cannot be told ({why})" if why else charts.figure(row, at)
