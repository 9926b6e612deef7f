"""The part of the settings for risk schemes: all versions at the left, the chosen one beside."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.desk import SchemeRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.schemes.indicators import Indicators
from ui.pages.settings.schemes.tried import Tried
from ui.pages.settings.schemes.what import What
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.steps import StepTabs
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[SchemeRow]("Scheme", lambda one: one.label, width=12, stretch=True),
    Column[SchemeRow]("Version", lambda one: one.version, width=9),
    Column[SchemeRow]("Stands", lambda one: one.standing, width=8),
)
TABS = ("What it is", "Indicators", "Try it")
KINDS = "Risk schemes (*.json)"
LARGEST = 256_000
LEAST = 190
"""Height below which the list of schemes shows too few of them."""
NAME = (Field("label", "Name", hint="As people will choose it."),)
VERSION = (Field("version", "Name of the version", hint="Such as 2027."),
           Field("begins", "Begins on", "due"))  # fmt: skip
LAST = (Field("until", "Last day of use", "due"),)


class SchemesPart(QWidget):
    """Choosing a scheme, and what is done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "edit_codes")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id), "Risk schemes", noun=("scheme", "schemes")
        )
        self.table.setMinimumHeight(LEAST)
        self.head, self.tabs = Card("", large=True), StepTabs(TABS, "Parts of the scheme")
        self.what, self.indicators, self.tried = What(desk), Indicators(desk), Tried()
        self.stack = QStackedWidget()
        self.made = EntryCard("A scheme of your own", NAME, desk, self._make, "Make it")
        self.copied = EntryCard("Copy this scheme", NAME, desk, self._copy, "Copy it")
        self.version = EntryCard("A new version", VERSION, desk, self._begin, "Make it")
        self.last = EntryCard("Take out of use", LAST, desk, self._retire, "Take it out of use")
        self._buttons()
        self._build()

    def reload(self) -> None:
        """Read the schemes again; the chosen one stays chosen."""
        self.table.model.set_rows(self._desk.workspace.read.scheme_book())
        if self.table.current_key() is None and self.table.model.rows:
            self.table.go_to(self.table.model.rows[0].id)
        self._show()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.what.settle() and self.indicators.settle()

    def chosen(self) -> SchemeRow | None:
        """The version that is chosen."""
        found: SchemeRow | None = self.table.model.row_with(self.table.current_key())
        return found

    def take_in(self) -> None:
        """Choose a scheme's file and keep what it holds."""
        for path in self._desk.dialogues.open_files(self, "A risk scheme", KINDS)[:1]:
            self._desk.attempt(self, self._take_in, path)

    def save(self) -> None:
        """Write the chosen scheme as a file for another panel."""
        row = self.chosen()
        scheme = codes.scheme(row.id) if row else None
        if scheme is None:
            return
        path = self._desk.dialogues.save_file(self, "A risk scheme", "risk scheme.json", KINDS)
        if path is not None:
            self._desk.attempt(self, self._write, path, scheme)

    def _show(self) -> None:
        row = self.chosen()
        scheme = codes.scheme(row.id) if row else None
        for widget in (self.head, self.tabs, self.stack):
            widget.setVisible(scheme is not None)
        if row is None or scheme is None:
            return
        used = f"{row.used} assessment{'s' * (row.used != 1)}" if row.used else "not used yet"
        self.head.say(row.label, f"{row.version} · {row.standing} · {used}")
        self.what.show_scheme(scheme, row, able=self._able)
        self.indicators.show_scheme(scheme, editable=row.own and not row.used and self._able)
        self.tried.show_scheme(scheme)
        self.retire.setVisible(self._able and row.active and "until" not in row.standing)
        self.again.setVisible(self._able and (not row.active or "until" in row.standing))

    def _make(self, values: dict[str, Any]) -> None:
        self._go_to(self._desk.workspace.schemes.make(values.get("label", "")))

    def _copy(self, values: dict[str, Any]) -> None:
        self._go_to(self._desk.workspace.schemes.copy(self._code(), values.get("label", "")))

    def _begin(self, values: dict[str, Any]) -> None:
        begins = values.get("begins")
        if begins is None:
            raise Refusal("Give the day on which it begins.", "begins")
        version = self._desk.workspace.schemes.new_version
        self._go_to(version(self._code(), values.get("version", ""), begins))

    def _retire(self, values: dict[str, Any]) -> None:
        until = values.get("until")
        if until is None:
            raise Refusal("Give the last day of use.", "until")
        self._desk.workspace.schemes.retire(self._code(), until)

    def _take_up(self) -> None:
        self._desk.attempt(self, self._desk.workspace.schemes.take_up, self._code())

    def _take_in(self, path: Path) -> None:
        from models.rules.scheme_file import read

        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            raise Refusal("This file cannot be read.") from None
        self._go_to(self._desk.workspace.schemes.take_in(read(data)))
        self._desk.notice.say("Taken in. Try it before anybody is assessed by it.")

    def _write(self, path: Path, scheme: codes.Scheme) -> None:
        from models.rules.scheme_file import written

        try:
            path.write_text(written(scheme), encoding="utf-8")
        except OSError:
            raise Refusal("The file could not be written there.") from None
        self._desk.notice.say("The scheme is written. It holds no assessment and no name.")

    def _code(self) -> str:
        row = self.chosen()
        return row.id if row else ""

    def _go_to(self, code: str) -> None:
        self.reload()
        self.table.go_to(code)
        self._show()

    def _chosen(self) -> None:
        for card in (self.copied, self.version, self.last):
            card.leave()
        self._show()

    def _buttons(self) -> None:
        self.new = button("Make a scheme", self.made.ask)
        self.bring = button("Take one in …", self.take_in)
        self.copy = button("Copy it", self.copied.ask)
        self.next = button("New version", self.version.ask)
        self.retire = button("Take out of use", self.last.ask)
        self.again = button("Use it again", self._take_up)
        self.export = button("Save as a file …", self.save)
        for widget in (self.new, self.bring, self.copy, self.next):
            widget.setVisible(self._able)

    def _build(self) -> None:
        tools, side = FlowLayout(gap=8), QWidget()
        for widget in (self.copy, self.next, self.retire, self.again, self.export):
            tools.addWidget(widget)
        self.head.body.addLayout(tools)
        for card in (self.copied, self.version, self.last):
            self.head.add(card)
        for widget in (self.what, self.indicators, self.tried):
            self.stack.addWidget(widget)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self.stack.setCurrentIndex)
        self.table.chosen.connect(lambda _key: self._chosen())
        inside, around = QWidget(), QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Roomy(inside))
        above, whole = FlowLayout(gap=8), QVBoxLayout(inside)
        for widget in (self.new, self.bring):
            above.addWidget(widget)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(above)
        whole.addWidget(self.made)
        whole.addWidget(SideBySide(self.table, side, 0.38), 1)
