"""A list of people or agencies beside the fields of the one chosen, and a form for a new one."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SoftLabel
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

Values = Callable[[Any], dict[str, Any]]


class ListedPart(QWidget):
    """Records by id: chosen at the left, edited at the right, added above."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        columns: Sequence[Column[Any]],
        noun: tuple[str, str],
        *,
        editable: bool,
    ) -> None:
        super().__init__()
        self.desk, self.name, self.noun = desk, name, noun
        self.editable = editable
        self.rows: tuple[Any, ...] = ()
        add = f"Add a {noun[0]}" if editable else ""
        empty = EmptyState(f"No {noun[1]} yet.", "", add, self._ask)
        self.table = RowsTable(RowsModel(columns, lambda row: row.id), name, empty, noun)
        self.none = SoftLabel(f"Choose one to change it, or add a {noun[0]}.")
        self.card, self.form = Card("", large=True), RecordForm(
            name, self.fields(), desk, self._change_field, editable=editable
        )  # fmt: skip
        self.entry = EntryCard(
            f"Add a {noun[0]}", self.new_fields(), desk, self.add, f"Add the {noun[0]}"
        )
        self.add_button = button(f"Add a {noun[0]}", self._ask)
        self._build()

    # what each list gives

    def fields(self) -> Sequence[Field]:
        """The fields of one record."""
        return ()

    def new_fields(self) -> Sequence[Field]:
        """The fields that a new record is asked for."""
        return self.fields()

    def new_values(self) -> dict[str, Any]:
        """What a new record begins with."""
        return {}

    def read(self) -> Sequence[Any]:
        """Read the records."""
        return ()

    def values(self, row: Any) -> dict[str, Any]:
        """The values of a record by field: as they stand in it under the fields' names."""
        return {field.name: getattr(row, field.name) for field in self.fields()}

    def title_of(self, row: Any) -> tuple[str, str]:
        """A record's name and the soft words beside it."""
        return row.name, ""

    def add(self, values: dict[str, Any]) -> None:
        """Add a record."""

    def change(self, row: Any, field: str, value: Any) -> None:
        """Change one field of a record."""

    # showing

    def reload(self) -> None:
        """Read again; the chosen one stays chosen."""
        self.rows = tuple(self.read())
        self.table.model.set_rows(self.rows)
        self._offer_to_add()
        self._choose(self.table.current_key())

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.chosen() is None or self.form.settle()

    def chosen(self) -> Any:
        """The record that is chosen, or None."""
        key = self.table.current_key()
        return next((row for row in self.rows if row.id == key), None)

    def show_chosen(self, row: Any) -> None:
        """Show more of the chosen record, for a list that has more."""

    def _choose(self, _key: Hashable | None) -> None:
        row = self.chosen()
        self.none.setVisible(row is None and bool(self.rows))
        self.cards.setVisible(row is not None)
        if row is None:
            return
        self.card.say(*self.title_of(row))
        self.form.show_values(f"{self.name} {row.id}", self.values(row))
        self.show_chosen(row)

    def _ask(self) -> None:
        self.entry.ask(self.new_values())

    def _offer_to_add(self) -> None:
        """The way to the first one stands in the empty place, to others under the list."""
        self.add_button.setVisible(self.editable and bool(self.rows))
        if self.table.empty.button is not None:
            self.table.empty.button.setText(self.add_button.text())
            self.table.empty.button.setAccessibleName(self.add_button.text())

    def _change_field(self, field: str, value: Any, _seen: Any) -> None:
        row = self.chosen()
        if row is not None:
            self.change(row, field, value)

    def _build(self) -> None:
        self.card.add(self.form)
        self.cards = CardList(f"The chosen {self.noun[0]}")
        self.cards.add(self.card)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(8)
        self.whole.addWidget(self.entry)
        self.whole.addWidget(SideBySide(self.table, side, 0.52), 1)
        self.whole.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.setVisible(self.editable)
        self.table.chosen.connect(self._choose)
