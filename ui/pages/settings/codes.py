"""The code lists: the panel's own labels, which rows are in use, rows of its own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.desk import CodeBookRow
from ui.desk import Desk
from ui.pages.records.fields import Field, may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel

FIRST = "plans"
COLUMNS = (
    Column[CodeBookRow]("Code", lambda c: c.code, width=12),
    Column[CodeBookRow]("Shipped as", lambda c: c.label, width=22, stretch=True),
    Column[CodeBookRow]("Here called", lambda c: c.local_label, width=18),
    Column[CodeBookRow]("In use", lambda c: c.active, width=6),
    Column[CodeBookRow]("Source", lambda c: c.source, width=22),
)


class CodeRows(ListedPart):
    """The rows of one list."""

    def __init__(self, desk: Desk) -> None:
        self.list_name = FIRST
        super().__init__(
            desk, "Codes", COLUMNS, ("code", "codes"), editable=may(desk, "edit_codes")
        )

    def fields(self) -> Sequence[Field]:
        return (
            Field("local_label", "Here called", hint="Left empty, the shipped words are used"),
            Field("synonyms", "Also written as", "long", hint="With semicolons"),
            Field("note", "Note", "long"),
            Field("position", "Place in the list", "number"),
            Field("active", "In use", "yes"),
        )

    def new_fields(self) -> Sequence[Field]:
        return (Field("code", "Code", hint="Short, as it is stored"), Field("label", "Label"))

    def read(self) -> Sequence[CodeBookRow]:
        return self.desk.workspace.read.code_book(self.list_name)

    def values(self, row: CodeBookRow) -> dict[str, Any]:
        return {field.name: getattr(row, field.name) for field in self.fields()}

    def title_of(self, row: CodeBookRow) -> tuple[str, str]:
        return row.local_label or row.label, row.source or ""

    def add(self, values: dict[str, Any]) -> None:
        code, label = values.get("code") or "", values.get("label") or ""
        if not code or not label:
            raise Refusal("A code needs what is stored and what is shown.", "code")
        if any(row.code.casefold() == code.casefold() for row in self.rows):
            raise Refusal("This list has that code already.", "code")
        self.desk.workspace.panel.add_code(self.list_name, code, label)

    def change(self, row: CodeBookRow, field: str, value: Any) -> None:
        if field == "position" and not isinstance(value, int):
            raise Refusal("Give a whole number.", field)
        if field == "synonyms":
            value = value or ""
        self.desk.workspace.panel.change_code(row.id, **{field: value})


class CodesPart(QWidget):
    """Which list, and its rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        lists = [(name, codes.title(name)) for name in codes.names()]
        self.which = Combo(sorted(lists, key=lambda one: one[1].casefold()), "Code list")
        self.which.set_value(FIRST)
        self.rows = CodeRows(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which)
        column.addWidget(
            SoftLabel("A code once used stays; take it out of use instead. Reports keep its words.")
        )
        column.addWidget(self.rows, 1)
        self.which.changed.connect(self._choose)

    def reload(self) -> None:
        """Read the list again."""
        self.rows.reload()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.rows.settle()

    def _choose(self, name: object) -> None:
        if name is not None and self.rows.settle():
            self.rows.list_name = str(name)
            self.rows.reload()
