"""The register of measures: in force, expiring, breached, considered but not pursued."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.outcomes import MeasureRow
from models.rules.measures import IN_FORCE
from ui.desk import Desk
from ui.pages.disruption.plans import standing_kind
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, may
from ui.rows import Column, RowsModel
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

NOT_YET = frozenset({"agreed", "considered", "evidence gathering", "applied"})
NOT_PURSUED = ("not pursued", "refused")
FILTERS: dict[str, tuple[str, Callable[[MeasureRow], bool]]] = {
    "all": ("All measures", lambda row: True),
    "in force": ("In force", lambda row: row.status in IN_FORCE),
    "expiring": ("Expiring in 30 days", lambda row: "expires in" in row.standing),
    "breached": ("Breached", lambda row: bool(row.breaches) or row.status == "breached"),
    "waiting": ("Agreed, considered or applied for", lambda row: row.status in NOT_YET),
    "overdue": ("Overdue", lambda row: "overdue" in row.standing),
    "not pursued": ("Considered, not pursued", lambda row: row.status in NOT_PURSUED),
}  # fmt: skip
COLUMNS = (
    Column[MeasureRow]("Measure", lambda r: r.name, width=22, stretch=True),
    Column[MeasureRow]("Against", lambda r: r.against, width=15),
    Column[MeasureRow]("Standing", lambda r: r.standing, kind=standing_kind, width=22),
    Column[MeasureRow]("Lead", lambda r: r.lead, width=13),
    Column[MeasureRow]("Due", lambda r: r.due_on, width=11),
    Column[MeasureRow]("Plan", lambda r: r.plan_reference, width=6),
    Column[MeasureRow]("Legal basis", lambda r: r.legal_basis, width=22),
)


class Register(QWidget):
    """Every measure with its standing; the chosen one's state changed beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        choices = [(key, words) for key, (words, _) in FILTERS.items()]
        self.which = Combo(choices, "Which measures")
        self.which.set_value("all")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id),
            "Register of measures",
            EmptyState("No measures yet.", "They are recorded in the meeting."),
            ("measure", "measures"),
        )
        self.panel = MeasurePanel(desk)
        self.side = SideBySide(self.table, self.panel, 0.66)
        self._rows: tuple[MeasureRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.side, 1)
        self.which.changed.connect(self._filter)
        self.table.chosen.connect(self._choose)

    def show_measures(self, rows: Sequence[MeasureRow]) -> None:
        """Show these measures."""
        self._rows = tuple(rows)
        self.table.model.set_rows(rows)
        self._choose(self.table.current_key())

    def go_to(self, measure_id: Hashable) -> None:
        """Go to one measure, among all of them."""
        self.choose_filter("all")
        self.table.go_to(measure_id)

    def choose_filter(self, key: str) -> None:
        """Show only measures of one kind; an unknown key shows all."""
        self.which.set_value(key if key in FILTERS else "all")
        self._filter()

    def _filter(self, _value: object = None) -> None:
        self.table.model.set_keep(FILTERS.get(str(self.which.value()), FILTERS["all"])[1])

    def _choose(self, key: Hashable | None) -> None:
        row = next((row for row in self._rows if row.id == key), None)
        self.panel.show_measure(row)
        self.side.show_second(row is not None)


class MeasurePanel(QWidget):
    """One measure's state, dates and conditions, kept together as one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: MeasureRow | None = None
        self.none = SoftLabel("Choose a measure to change how far it has come.")
        self.card, self.basis = Card("", large=True), Words("", "soft")
        self.entry = EntryCard("How far it has come", _fields(), desk, self._keep, lasting=True)
        self.card.add(self.basis)
        self.cards = CardList("The chosen measure")
        self.cards.add(self.card)
        self.cards.add(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)

    def show_measure(self, row: MeasureRow | None) -> None:
        """Show a measure, or what to do where none is chosen."""
        same = row is not None and row == self.row
        self.row = row
        self.none.setVisible(row is None)
        self.cards.setVisible(row is not None)
        if row is None or same:
            return
        self.card.say(row.name, row.against or "", "")
        applies = f"Applied for by {row.applicant}" if row.applicant else ""
        self.basis.setText(" · ".join(part for part in (row.legal_basis or "", applies) if part))
        self.basis.setVisible(bool(self.basis.text()))
        self.entry.setVisible(may(self._desk, "record_measure"))
        detail = self._desk.workspace.read.measure_detail(row.id)
        self.entry.ask(
            {
                "status": row.status,
                "due_on": row.due_on,
                "in_force_from": row.in_force_from,
                "in_force_to": row.in_force_to,
                "breaches": row.breaches or None,
                "conditions": row.conditions,
                "lead": row.lead,
                "court": detail.court,
                "reference": detail.reference,
                "effect": detail.effect,
                "not_pursued_reason": detail.not_pursued_reason,
            }
        )

    def _keep(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        names = ("due_on", "in_force_from", "in_force_to", "conditions", "court", "reference",
                 "effect", "not_pursued_reason")  # fmt: skip
        changes = {name: values.get(name) for name in names}
        changes["status"] = values.get("status") or self.row.status
        changes["breaches"] = _count(values.get("breaches"))
        if values.get("lead") != self.row.lead:
            changes["lead"] = values.get("lead")
        self._desk.workspace.disruption.change_measure(self.row.id, **changes)
        self._desk.notice.say("The measure is kept.")


def _fields() -> tuple[Field, ...]:
    statuses = tuple((one.code, one.label) for one in codes.load("measure_statuses"))
    return (
        Field("status", "Status", "pick", statuses),
        Field("not_pursued_reason", "Why not pursued"),
        Field("due_on", "Due", "due"),
        Field("in_force_from", "In force from", "was"),
        Field("in_force_to", "In force to", "due"),
        Field("breaches", "Breaches", "number"),
        Field("conditions", "Conditions", "long"),
        Field("lead", "Lead"),
        Field("court", "Court"),
        Field("reference", "Reference"),
        Field("effect", "Effect", "long"),
    )


def _count(value: Any) -> int:
    if value is None:
        return 0
    if not str(value).isdigit():
        raise Refusal("Give the number of breaches, such as 1.", "breaches")
    return int(value)
