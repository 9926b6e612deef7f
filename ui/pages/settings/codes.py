"""The code lists and the catalogue: the panel's own words, values and rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.codes.fields import CodeField, fields_of
from models.errors import Refusal
from models.records.desk import CodeBookRow
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words

FIRST = "plans"
ELSEWHERE = {
    "wordings": "Wording",
    "item_minutes": "Panel",
    "districts": "Panel",
    "minutes_headings": "Wording",
    "document_headings": "Wording",
    "schemes": "Risk schemes",
    "flows": "Flows",
}
"""Lists that another part of the settings edits."""
NOT_READ_YET = frozenset(
    [
        "admission_criteria",
        "asks",
        "chase_ladder",
        "core_membership",
        "decision_makers",
        "directions",
        "group_member_roles",
        "informed_reasons",
        "needs",
        "plan_columns",
        "referral_methods",
        "running_order",
        "section_orders",
        "structured_flags",
    ]
)
"""Lists that are shipped and kept, and that no page or document follows yet."""
LONG = frozenset({"text", "note", "synonyms", "levels", "arithmetic", "legal_basis", "why",
                  "alternatives", "forms", "patterns",
                  "labels", "says", "denies"})  # fmt: skip
PERIOD = "Kept for"
COLUMNS = (
    Column[CodeBookRow]("Code", lambda c: c.id, width=11),
    Column[CodeBookRow]("Here called", lambda c: c.label, width=16, stretch=True),
    Column[CodeBookRow](PERIOD, lambda c: _period(c), width=22),
    Column[CodeBookRow]("Shipped as", lambda c: _shipped(c), width=18),
    Column[CodeBookRow]("In use", lambda c: c.active, width=6),
    Column[CodeBookRow]("Changed here", lambda c: c.changed_on, width=11),
    Column[CodeBookRow]("Source", lambda c: c.source, width=18),
)
FOR_REFERENCE = "Kept for reference: no page and no document follows this list yet."
NOTE = "A code once used stays: take it out of use instead. Issued documents keep its words."


class CodeRows(ListedPart):
    """The rows of one list; the list decides which fields there are."""

    def __init__(self, desk: Desk) -> None:
        self.list_name = FIRST
        self.told = Words("", "soft")
        self.back = button("Put back as shipped", self._put_back)
        super().__init__(desk, "Codes", COLUMNS, ("row", "rows"), editable=may(desk, "edit_codes"))
        self.card.body.insertWidget(self.card.body.indexOf(self.form), self.told)
        self.card.add(self.back)
        self._show_period()

    def choose_list(self, name: str) -> None:
        """Show the rows of another list."""
        self.list_name = name
        self._show_period()
        before, at = self.form, self.card.body.indexOf(self.form)
        self.form = RecordForm(
            self.name, self.fields(), self.desk, self._change_field, editable=self.editable
        )
        self.card.body.insertWidget(at, self.form)
        before.hide()
        before.deleteLater()
        self.reload()

    def _show_period(self) -> None:
        """How long each class is kept, where the list is of these."""
        at = next(at for at, one in enumerate(COLUMNS) if one.title == PERIOD)
        self.table.view.setColumnHidden(at, self.list_name != "retention")

    def fields(self) -> Sequence[Field]:
        return tuple(_field(one) for one in fields_of(self.list_name))

    def new_fields(self) -> Sequence[Field]:
        return (Field("code", "Code", hint="Short, as it is stored"), Field("label", "Label"))

    def read(self) -> Sequence[CodeBookRow]:
        return self.desk.workspace.read.code_book(self.list_name)

    def values(self, row: CodeBookRow) -> dict[str, Any]:
        return dict(row.values)

    def title_of(self, row: CodeBookRow) -> tuple[str, str]:
        return row.label, row.id

    def show_chosen(self, row: CodeBookRow) -> None:
        changed = f"Changed here on {plain_date(row.changed_on)} by {row.changed_by}. " if (
            row.changed_on) else ""  # fmt: skip
        self.told.setText(f"{changed}{_origin(row)}")
        self.back.setVisible(self.editable and bool(row.changed_on) and row.shipped is not None)

    def add(self, values: dict[str, Any]) -> None:
        code, label = values.get("code") or "", values.get("label") or ""
        self.desk.workspace.panel.add_code(self.list_name, code, label)
        self.table.go_to(code.strip())

    def change(self, row: CodeBookRow, field: str, value: Any) -> None:
        if field == "label" and value == row.shipped:
            value = ""
        if isinstance(value, str) and _kind_of(row.list_name, field) == "number":
            raise Refusal("Give a whole number.", field)
        self.desk.workspace.panel.change_code(row.list_name, row.id, field, value)

    def _put_back(self) -> None:
        row = self.chosen()
        if row is not None:
            put_back = self.desk.workspace.panel.put_back_code
            self.desk.attempt(self, put_back, row.list_name, row.id)


class CodesPart(QWidget):
    """Which list, and its rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        lists = [(name, codes.title(name)) for name in codes.names() if name not in ELSEWHERE]
        self.which = Combo(sorted(lists, key=lambda one: one[1].casefold()), "Code list")
        self.which.set_value(FIRST)
        self.rows = CodeRows(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which)
        self.note = SoftLabel(NOTE)
        column.addWidget(self.note)
        column.addWidget(self.rows, 1)
        self.which.changed.connect(self._choose)

    def show_list(self, name: str) -> None:
        """Show one list by its name."""
        self.which.set_value(name)
        self._choose(name)

    def reload(self) -> None:
        """Read the list again."""
        self.rows.reload()

    def ask(self) -> None:
        """Ask for a new row of this list."""
        self.rows.ask()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.rows.settle()

    def _choose(self, name: object) -> None:
        if name is not None and self.rows.settle():
            self.rows.choose_list(str(name))
            self.note.setText(FOR_REFERENCE if name in NOT_READ_YET else NOTE)


def _field(one: CodeField) -> Field:
    if one.kind == "pick":
        return Field(one.name, one.label, "pick", tuple((word, word) for word in one.choices))
    kind = {"yes": "yes", "number": "number", "day": "due"}.get(one.kind, "text")
    return Field(one.name, one.label, "long" if one.name in LONG else kind, hint=one.hint)


def _kind_of(list_name: str, field: str) -> str:
    return next((one.kind for one in fields_of(list_name) if one.name == field), "text")


def _period(row: CodeBookRow) -> str:
    """How long a class of records is kept; of other lists' rows nothing."""
    if row.list_name != "retention":
        return ""
    values = dict(row.values)
    lengths = [(values.get(name), noun) for name, noun in (("years", "year"), ("months", "month"))]
    set_here = [(int(number), noun) for number, noun in lengths if number not in (None, "")]
    if not set_here:
        return "no period set"
    told = [f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in set_here if number]
    return (
        f"{' '.join(told)} from {values['trigger']}"
        if told
        else f"at once when {values['trigger']}"
    )


def _shipped(row: CodeBookRow) -> str:
    if row.shipped is None:
        return "the panel's own"
    return row.shipped if row.shipped != row.label else ""


def _origin(row: CodeBookRow) -> str:
    if row.shipped is None:
        return "A row of the panel's own."
    return f"Shipped as “{row.shipped}”. Source: {row.source or 'check locally'}."
