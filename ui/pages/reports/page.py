"""Reports: figures of a day as table and picture, and as files."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from exports import charts
from models.records.reports import ReportTable
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.children.tracker import Behind
from ui.pages.page import Page
from ui.pages.records.dates import day_that_was
from ui.pages.reports.behind import BehindCard
from ui.pages.reports.figures import LEAD, Numbered, ask, colours_of, columns_of, last_quarter_end
from ui.pages.reports.kinds import (
    FILES,
    HOLDING_BACK,
    INSPECTION,
    NOBODY,
    NOBODY_SHOWN,
    NOT_PUBLIC,
    NOTHING,
    PUBLIC,
    QUARTERLY,
    REPORTS,
)
from ui.pages.reports.saving import Wanted
from ui.rows import RowsModel
from ui.tasks import Progress
from ui.widgets.banner import Banner, BusyBar
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.cell import row_height
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.picture import Picture
from ui.widgets.table import RowsView


class ReportsPage(Page):
    """A report on a day; a figure leads to the children behind it."""

    room_safe = True
    title = "Reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table: ReportTable | None = None
        self.view: RowsView | None = None
        self.together: tuple[ReportTable, ...] = ()
        self.public = QCheckBox("For a committee: small numbers held back")
        self.day = DateEdit(day_that_was(desk), "Figures as they stood on")
        self.which = Combo(REPORTS, "Which report")
        self.busy, self.notice = BusyBar(), Banner("", "medium")
        self.figures, self.drawn = Card(), Card("Picture")
        self.behind, self.told = BehindCard(desk), Words()
        self.sums, self.terms = Words(), SoftLabel()
        self.picture = Picture()
        self.buttons = [button(words, partial(self.save, ending)) for ending, words, _ in FILES]
        self._build()
        self.day.set_value(last_quarter_end(desk.workspace.store.clock.today()))

    def commands(self) -> Sequence[Command]:
        return (
            Command("which_report", "Choose the report", "choose_report", "Alt+R",
                    where="Reports"),
            Command("report_day", "Choose the report's day", "choose_day", "Alt+D",
                    where="Reports"),
            Command("report_public", "Hold small numbers back, for a committee", "toggle_public",
                    "Alt+H", where="Reports"),
            Command("open_figure", "Open the children behind this figure", "open_figure",
                    where="Reports"),
            *(Command(f"save_{ending}", f"Save the report as {words}", "save",
                      "Ctrl+S" if ending == "docx" else "", where="Reports", argument=ending)
              for ending, words, _ in FILES),
        )  # fmt: skip

    def reload(self) -> None:
        """Count again for the day in the field."""
        on = self.day.value()
        if on is None:
            self.notice.say("Give the day of the figures, such as 30 Sep 2026.")
            return
        self.notice.say("")
        self.behind.hide()
        which = str(self.which.value())
        if self.public.isChecked():
            if which in PUBLIC:
                self._ask_public(on)
                return
            self.public.setChecked(False)
            self.notice.say(NOT_PUBLIC)
            return
        self.together = (ask(self.desk.workspace.read, which, on),)
        self._show_whole(self.together[0])

    def toggle_public(self) -> None:
        """Hold small numbers back, as for a committee, or show them all."""
        self.public.toggle()

    def choose_day(self) -> None:
        """Go to the day's field."""
        self.day.line.setFocus()
        self.day.line.selectAll()

    def choose_report(self) -> None:
        """Go to the choice of the report."""
        self.which.setFocus()
        self.which.showPopup()

    def open_figure(self) -> None:
        """Show the children behind the figure stood on."""
        if self.view is not None and self.view.currentIndex().isValid():
            self._open(self.view.currentIndex())

    def save(self, ending: str) -> None:
        """Write the report to a file that is chosen."""
        table = self.table
        if table is None:
            return
        kinds = next(kind for one, _, kind in FILES if one == ending)
        committees = ending == "docx" and self.public.isChecked()
        listed = str(self.which.value()) == INSPECTION
        wanted = Wanted(table, ending, self.together if committees else (), listed)
        path = self.desk.dialogues.save_file(self, "Save the report", wanted.name, kinds)
        if path is None:
            return
        to = path if path.suffix else path.with_suffix(f".{ending}")
        workspace = self.desk.workspace
        panel = workspace.read.panel()

        def work(progress: Progress) -> Path:
            progress.report(0, 0, "Writing the report")
            return wanted.write(workspace, panel, to)

        self.busy.show_progress(0, 0, "Writing the report")
        self.desk.tasks.run(work, self._saved, self._failed)

    # what is shown

    def _ask_public(self, on: date) -> None:
        """Count for a committee, off the window's thread: what else to hold back takes a while."""
        read = self.desk.workspace.read

        def work(progress: Progress) -> tuple[ReportTable, ...]:
            progress.report(0, 0, HOLDING_BACK)
            return read.public_reports(on)

        self.busy.show_progress(0, 0, HOLDING_BACK)
        self.desk.tasks.run(work, self._counted, self._failed)

    def _counted(self, tables: tuple[ReportTable, ...]) -> None:
        self.busy.finish()
        if not self.public.isChecked() or tables[0].on != self.day.value():
            return
        self.together = tables
        which = str(self.which.value())
        if which in PUBLIC:
            self._show_whole(tables[PUBLIC.index(which)])

    def _show_whole(self, table: ReportTable) -> None:
        self.table = table
        self._show(table)
        self._draw(table)

    def _show(self, table: ReportTable) -> None:
        self.figures.say(table.title)
        if self.view is None or self._heads != table.columns:
            self._make_view(table)
        rows = tuple(enumerate(table.rows))
        self.model.set_rows(rows)
        if self.view is not None:
            header = self.view.horizontalHeader().sizeHint().height()
            bar = self.view.horizontalScrollBar().sizeHint().height()
            self.view.setFixedHeight(header + row_height() * len(rows) + bar + 4)
        self.sums.setText("\n".join(table.reconciliation))
        self.sums.setVisible(bool(table.reconciliation))
        self.terms.setText("\n".join(table.definitions))

    def _make_view(self, table: ReportTable) -> None:
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self._heads = table.columns
        self.model: RowsModel[Numbered] = RowsModel(columns_of(table), lambda row: row[0])
        self.view = RowsView(self.model, dict(REPORTS)[str(self.which.value())])
        self.view.setSortingEnabled(False)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._tell)
        self.table_room.addWidget(self.view)

    def _tell(self, index: QModelIndex) -> None:
        """Say in full what the row stood on counts."""
        table = self.table
        told = table.explained(table.rows[index.row()]) if table and index.isValid() else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _open(self, index: QModelIndex) -> None:
        table, at = self.table, index.column() - LEAD
        if table is None or at < 0:
            return
        row = table.rows[index.row()]
        words = f"{row.label}, {table.columns[at]}"
        listed = row.listed[at] if at < len(row.listed) else ()
        if listed:
            self.behind.show_list(words, listed)
            return
        ids = row.children[at] if at < len(row.children) else ()
        if not ids:
            nobody = NOTHING if table.defined else NOBODY
            self.desk.notice.say(NOBODY_SHOWN if self.public.isChecked() else nobody)
            return
        self.desk.go("children", Behind(tuple(ids), words, table.on))

    def _draw(self, table: ReportTable) -> None:
        colours, scale = colours_of(look.current()), look.current().scale
        sharp = self.devicePixelRatioF()
        size = {"width": 12 / scale, "height": 4.4 / scale, "dpi": round(110 * scale * sharp)}

        def work(progress: Progress) -> bytes:
            return charts.picture(table, colours, **size)  # type: ignore[arg-type]

        words = charts.alternative(table)
        self.desk.tasks.run(work, lambda png: self._drawn(table, png, words), self._failed)

    def _drawn(self, table: ReportTable, png: bytes, words: str) -> None:
        if table is self.table:
            self.picture.show_png(png, words)

    def _saved(self, path: Path) -> None:
        self.busy.finish()
        self.desk.notice.say("The report is written.")

    def _failed(self, error: Any) -> None:
        self.busy.finish()
        self.desk.notice.answer(self, error)

    def _build(self) -> None:
        self.table_room = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self.table_room)
        self.table_room.setContentsMargins(0, 0, 0, 0)
        hint = SoftLabel("Enter or a double click on a figure shows what stands behind it.")
        self.told.hide()
        for widget in (self.told, holder, hint, self.sums, self.terms):
            self.figures.add(widget)
        self.drawn.add(self.picture)
        cards = CardList("Figures")
        cards.add(self.behind)
        cards.add(self.figures)
        cards.add(self.drawn)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        self.day.setMinimumWidth(look.current().px(440))
        flow.addWidget(self.which)
        flow.addWidget(self.day)
        flow.addWidget(self.public)
        column.addLayout(flow)
        saving = FlowLayout(gap=8)
        saving.addWidget(SoftLabel("Save as", wrap=False))
        for made in self.buttons:
            saving.addWidget(made)
        column.addLayout(saving)
        for widget in (head, self.notice, self.busy, cards):
            self.body.addWidget(widget, 1 if widget is cards else 0)
        self.which.set_value(QUARTERLY)
        self.which.setMinimumWidth(look.current().px(240))
        self.public.toggled.connect(lambda _on: self.reload())
        self.which.changed.connect(lambda _name: self.reload())
        self.day.changed.connect(lambda _day: self.reload())
        self.day.line.returnPressed.connect(self.reload)
        look.current().changed.connect(self._redraw)

    def _redraw(self) -> None:
        if self.table is not None and self.isVisible():
            self._show(self.table)
            self._draw(self.table)
