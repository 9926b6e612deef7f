"""Versions of what a panel may write for itself: all at the left, the chosen one beside."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.desk import SchemeRow
from models.rules.scheme_versions import BEGINS
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

LEAST = 190
"""Height below which the list of versions shows too few of them."""
NAME = (Field("label", "Name", hint="As people will choose it."),)
VERSION = (Field("version", "Name of the version", hint="Such as 2027."),
           Field("begins", "Begins on", "due"))  # fmt: skip
LAST = (Field("until", "Last day of use", "due"),)


class VersionsPart(QWidget):
    """Choosing a version, and making, copying and retiring one; what it holds stands below.

    A part says what `ONE` and `MANY` are called, gives `_rows`, `_book` and `_version`, and ends
    by standing everything in its place with `_stand`.
    """

    ONE, MANY, TITLE = "", "", ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "edit_codes")
        self.table = RowsTable(
            RowsModel(_columns(self.ONE), lambda row: row.id), self.TITLE,
            noun=(self.ONE, self.MANY),
        )  # fmt: skip
        self.table.setMinimumHeight(LEAST)
        self.head = Card("", large=True)
        self.made = EntryCard(f"A {self.ONE} of your own", NAME, desk, self._make, "Make it")
        self.copied = EntryCard(f"Copy this {self.ONE}", NAME, desk, self._copy, "Copy it")
        self.version = EntryCard("A new version", VERSION, desk, self._begin, "Make it")
        self.last = EntryCard("Take out of use", LAST, desk, self._retire, "Take it out of use")
        self.new = button(f"Make a {self.ONE}", self.made.ask)
        self.copy = button("Copy it", self.copied.ask)
        self.next = button("New version", self.version.ask)
        self.retire = button("Take out of use", self.last.ask)
        self.again = button("Use it again", self._take_up)
        for widget in (self.new, self.copy, self.next):
            widget.setVisible(self._able)
        self._cards: Sequence[EntryCard] = ()
        self._below: Sequence[QWidget] = ()

    def reload(self) -> None:
        """Read the versions again; the chosen one stays chosen."""
        self.table.model.set_rows(self._rows())
        if self.table.current_key() is None and self.table.model.rows:
            self.table.go_to(self.table.model.rows[0].id)
        self._show()

    def chosen(self) -> SchemeRow | None:
        """The version that is chosen."""
        found: SchemeRow | None = self.table.model.row_with(self.table.current_key())
        return found

    def _rows(self) -> Sequence[SchemeRow]:
        """Every version there is."""
        raise NotImplementedError

    def _book(self) -> Any:
        """What makes, copies and retires them."""
        raise NotImplementedError

    def _version(self, code: str) -> Any:
        """What a version holds; None where it is gone."""
        raise NotImplementedError

    def _used(self, row: SchemeRow) -> str:
        """How often it was used."""
        raise NotImplementedError

    def _show_version(self, row: SchemeRow, held: Any) -> None:
        """Show what the chosen version holds."""
        raise NotImplementedError

    def _show(self) -> None:
        row = self.chosen()
        held = self._version(row.id) if row else None
        for widget in (self.head, *self._below):
            widget.setVisible(held is not None)
        if row is None or held is None:
            return
        self.head.say(row.label, f"{row.version} · {row.standing} · {self._used(row)}")
        self._show_version(row, held)
        self.retire.setVisible(self._able and row.active and "until" not in row.standing)
        ends = not row.active or "until" in row.standing
        self.again.setVisible(self._able and ends and not row.standing.startswith(BEGINS))

    def _make(self, values: dict[str, Any]) -> None:
        self._go_to(self._book().make(values.get("label", "")))

    def _copy(self, values: dict[str, Any]) -> None:
        self._go_to(self._book().copy(self._code(), values.get("label", "")))

    def _begin(self, values: dict[str, Any]) -> None:
        begins = values.get("begins")
        if begins is None:
            raise Refusal("Give the day on which it begins.", "begins")
        self._go_to(self._book().new_version(self._code(), values.get("version", ""), begins))

    def _retire(self, values: dict[str, Any]) -> None:
        until = values.get("until")
        if until is None:
            raise Refusal("Give the last day of use.", "until")
        self._book().retire(self._code(), until)

    def _take_up(self) -> None:
        self._desk.attempt(self, self._book().take_up, self._code())

    def _code(self) -> str:
        row = self.chosen()
        return row.id if row else ""

    def _go_to(self, code: str) -> None:
        self.reload()
        self.table.go_to(code)
        self._show()

    def _chosen(self) -> None:
        for card in self._cards:
            card.leave()
        self._show()

    def _stand(
        self,
        above: Sequence[QWidget],
        tools: Sequence[QWidget],
        cards: Sequence[EntryCard],
        below: Sequence[QWidget],
        share: float,
    ) -> None:
        """Buttons above the list, tools and their cards in the head, what it holds below it."""
        self._cards, self._below = cards, below
        self.head.body.addLayout(_in_flow(tools))
        for card in cards:
            self.head.add(card)
        side, inside, around = QWidget(), QWidget(), QVBoxLayout(self)
        column, whole = QVBoxLayout(side), QVBoxLayout(inside)
        for layout in (column, whole, around):
            layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, *below):
            column.addWidget(widget)
        column.setStretchFactor(below[-1], 1)
        around.addWidget(Roomy(inside))
        whole.setSpacing(8)
        whole.addLayout(_in_flow(above))
        whole.addWidget(self.made)
        whole.addWidget(SideBySide(self.table, side, share), 1)
        self.table.chosen.connect(lambda _key: self._chosen())


def _columns(one: str) -> tuple[Column[SchemeRow], ...]:
    return (
        Column(one.capitalize(), lambda row: row.label, width=12, stretch=True),
        Column("Version", lambda row: row.version, width=11, spare=True),
        Column("Stands", lambda row: row.standing, width=19),
    )


def _in_flow(widgets: Sequence[QWidget]) -> FlowLayout:
    flow = FlowLayout(gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
