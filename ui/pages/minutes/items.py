"""Item by item: approved ahead of the rest, an extract due or why not."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.marks import ItemState as Held
from models.marks import SubjectKind
from models.records.desk import NoExtractRow
from models.records.item import ItemRow
from models.rules.finished import offered_for, reasons
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plainly
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

NAMED_LEAD = Field("named_lead", "Who carries the child's plan instead")


def _fields() -> tuple[Field, ...]:
    reason = Field("reason", "Why no extract is due", "choice", plainly(reasons()))
    return (reason, NAMED_LEAD)


@dataclass(frozen=True)
class ItemState:
    """An item with what is settled about its papers."""

    row: ItemRow
    approved: bool
    no_extract: NoExtractRow | None
    gone: bool = False

    @property
    def extract(self) -> str:
        """Whether an extract goes to the child's file, in words."""
        if self.row.subject_kind != SubjectKind.CHILD:
            return ""
        if self.no_extract is not None:
            return f"none due: {self.no_extract.reason}"
        return "issued" if self.gone else "due"


COLUMNS = (
    Column[ItemState]("Item", lambda s: s.row.reference, width=6),
    Column[ItemState]("About", lambda s: s.row.initials, width=16, stretch=True),
    Column[ItemState]("Held", lambda s: s.row.state, width=12),
    Column[ItemState](
        "Decision", lambda s: "decided" if s.row.decided else "no decision",
        kind=lambda s: "" if s.row.decided else "medium", width=13,
    ),
    Column[ItemState]("Approved", lambda s: "approved" if s.approved else "", width=10),
    Column[ItemState]("Extract for the child's file", lambda s: s.extract, width=26),
)  # fmt: skip


class Items(SideBySide):
    """The items; what is settled about the chosen one beside them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._states: dict[Hashable, ItemState] = {}
        self._shown: Hashable | None = None
        self._settled = False
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda state: state.row.id), "Items", noun=("item", "items")
        )
        self.none = SoftLabel("Choose an item to approve it by itself, or to say that no extract "
                              "is due.")  # fmt: skip
        self.card, self.words = Card("", large=True), Words()
        self.approve_button = button("Approve this item", self.approve, "primary")
        self.open_button = button("Take the approval back", self.open)
        self.due_button = button("An extract is due after all", self._due)
        self.entry = EntryCard("No extract is due", _fields(), desk, self._no_extract, lasting=True)
        super().__init__(self.table, self._side(), 0.62)
        self.table.chosen.connect(self._choose)

    def show_items(
        self,
        rows: Sequence[ItemRow],
        approved: frozenset[int],
        without: Mapping[int, NoExtractRow],
        gone: frozenset[int] = frozenset(),
        *,
        settled: bool,
    ) -> None:
        """Show these items; `settled` once the chair has approved the minutes as a whole."""
        self._settled = settled
        states = [
            ItemState(row, row.id in approved, without.get(row.id), row.id in gone) for row in rows
        ]
        self._states = {state.row.id: state for state in states}
        self.table.model.set_rows(states)
        self._choose(self.table.current_key())

    def approve(self) -> None:
        """Approve the chosen item, so that its papers may go first."""
        if isinstance(self._shown, int):
            self._desk.attempt(self, self._desk.workspace.minutes.approve_item, self._shown)

    def open(self) -> None:
        """Take back that the chosen item is approved, so that it can be changed."""
        if isinstance(self._shown, int):
            self._desk.attempt(self, self._desk.workspace.minutes.open_item, self._shown)

    def _no_extract(self, values: dict[str, Any]) -> None:
        if not isinstance(self._shown, int):
            return
        if not values.get("reason"):
            raise Refusal("Say why no extract is due.", "reason")
        minutes = self._desk.workspace.minutes
        minutes.no_extract(self._shown, values["reason"], values.get("named_lead"))
        self.entry.ask({})

    def _due(self) -> None:
        if isinstance(self._shown, int):
            self._desk.attempt(self, self._desk.workspace.minutes.extract_due, self._shown)

    def _choose(self, key: Hashable | None) -> None:
        state, before = self._states.get(key), self._shown
        self._shown = key if state is not None else None
        self.none.setVisible(state is None)
        self.cards.setVisible(state is not None)
        if state is None:
            return
        child = state.row.subject_kind == SubjectKind.CHILD
        self.card.say(f"{state.row.reference}  {state.row.initials}", state.row.kind)
        self.words.setText(_words(state, self._settled))
        may_approve = may(self._desk, "approve_minutes") and not self._settled
        self.approve_button.setVisible(may_approve and not state.approved)
        self.open_button.setVisible(may_approve and state.approved)
        may_edit = child and may(self._desk, "edit_minutes")
        self.entry.setVisible(may_edit and state.no_extract is None)
        self.due_button.setVisible(may_edit and state.no_extract is not None)
        if key != before:
            offered = offered_for(Held(state.row.state), holder=True)
            self.entry.ask({"reason": offered.label} if offered is not None else {})

    def _side(self) -> QWidget:
        self.card.add(self.words)
        for one in (self.approve_button, self.open_button, self.due_button):
            self.card.body.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards = CardList("The chosen item")
        self.cards.add(self.card)
        self.cards.add(self.entry)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)
        return side


def _words(state: ItemState, settled: bool) -> str:
    approved = "The minutes are approved." if settled else (
        "Approved by the chair: its extract, sheet and actions may go."
        if state.approved
        else "Not approved yet."
    )  # fmt: skip
    if state.no_extract is not None:
        lead = state.no_extract.named_lead
        carried = f" {lead} carries the child's plan." if lead else ""
        return f"{approved} No extract is due: {state.no_extract.reason}.{carried}"
    return approved
