"""A list of people or agencies beside the fields of the one chosen, and a form for a new one."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
CHOOSE = "Choose one to change it."
VOWELS = "aeiou"


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
        add: str = "",
    ) -> None:
        """`add` are the words of the button for a new one, where they are its own."""
        super().__init__()
        self.desk, self.name, self.noun = desk, name, noun
        self.editable = editable
        self.rows: tuple[Any, ...] = ()
        one = f"{'an' if noun[0][0] in VOWELS else 'a'} {noun[0]}"
        add = add or f"Add {one}"
        empty = EmptyState(f"No {noun[1]} yet.", "", add if editable else "", self.ask)
        self.table = RowsTable(RowsModel(columns, lambda row: row.id), name, empty, noun)
        self.none = SoftLabel(CHOOSE if editable else "", wrap=False)
        self.card, self.form = Card("", large=True), RecordForm(
            name, self.fields(), desk, self._change_field, editable=editable
        )  # fmt: skip
        self.entry = EntryCard(
            f"Add {one}", self.new_fields(), desk, self.add, f"Add the {noun[0]}"
        )
        self.add_button = button(add, self.ask, keys="Ctrl+N")
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
        self.beside.show_second(row is not None)
        if row is None:
            return
        self.card.say(*self.title_of(row))
        self.form.show_values(f"{self.name} {row.id}", self.values(row))
        self.show_chosen(row)

    def ask(self) -> None:
        """Ask for a new record, of whoever may add one."""
        if self.editable:
            self.entry.ask(self.new_values())

    def _offer_to_add(self) -> None:
        """The way to the first one stands in the empty place, to others under the list."""
        self.add_button.setVisible(self.editable and bool(self.rows))
        if self.table.empty.button is not None:
            self.table.empty.button.setText(self.add_button.text())
            self.table.empty.button.setAccessibleName(self.add_button.accessibleName())

    def _change_field(self, field: str, value: Any, _seen: Any) -> None:
        row = self.chosen()
        if row is not None:
            self.change(row, field, value)

    def _build(self) -> None:
        self.card.add(self.form)
        self.cards = CardList(f"The chosen {self.noun[0]}")
        self.cards.add(self.card)
        self.beside = SideBySide(self.table, self.cards, 0.52)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.add_button)
        self.foot.addWidget(self.none)
        self.foot.addStretch(1)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(8)
        self.whole.addWidget(self.entry)
        self.whole.addWidget(self.beside, 1)
        self.whole.addLayout(self.foot)
        self.add_button.setVisible(self.editable)
        self.table.chosen.connect(self._choose)
