"""Reports: figures of a day as table and picture, and as files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.reports import ReportTable
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.behind_figure import Behind
from ui.pages.page import Page
from ui.pages.reports.asked import Asked
from ui.pages.reports.behind import BehindCard
from ui.pages.reports.drawn import DrawnCard
from ui.pages.reports.figures import LEAD, Numbered, columns_of, terms_under
from ui.pages.reports.kinds import (
    COUNTING,
    FILES,
    HINT,
    HOLDING_BACK,
    INSPECTION,
    NOBODY,
    NOBODY_SHOWN,
    NOT_PUBLIC,
    NOTHING,
    PATIENCE,
    PERFORMANCE,
    PUBLIC,
    REPORTS,
)
from ui.pages.reports.own import OwnIndicators
from ui.pages.reports.saving import Wanted
from ui.rows import RowsModel
from ui.tasks import Progress
from ui.widgets.banner import Banner, BusyBar
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.cell import row_height
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import SoftLabel, Words
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
        self.asked, self.own = Asked(desk), OwnIndicators(desk)
        self.which, self.day, self.public = self.asked.which, self.asked.day, self.asked.public
        self.busy, self.notice = BusyBar(), Banner("", "medium")
        self.figures, self.drawn, self.cards = Card(), DrawnCard(desk), CardList("Figures")
        self.behind, self.told = BehindCard(desk), Words()
        self.sums, self.terms, self.hint = Words(), SoftLabel(), SoftLabel(HINT)
        self.picture = self.drawn.picture
        self.buttons = [button(words, partial(self.save, ending)) for ending, words, _ in FILES]
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._slow.timeout.connect(lambda: self.busy.show_progress(0, 0, self._words()))
        self._build()
        self.asked.propose_day()

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
            Command("report_quarters", "Choose how many quarters", "choose_quarters", "Alt+Q",
                    where="Reports"),
            Command("report_way", "Choose how figures are told apart", "choose_way", "Alt+B",
                    where="Reports"),
            Command("own_indicators", "Own indicators", "open_own", "Alt+O", where="Reports"),
            *(Command(f"save_{ending}", f"Save the report as {words}", "save",
                      "Ctrl+S" if ending == "docx" else "", where="Reports", argument=ending)
              for ending, words, _ in FILES),
        )  # fmt: skip

    def reload(self) -> None:
        """Count again for the day in the field, off the window's thread."""
        on = self.day.value()
        if on is None:
            self.notice.say("Give the day of the figures, such as 30 Sep 2026.")
            return
        self.notice.say("")
        self.behind.hide()
        key, words = self.asked.key(), self._words()
        question = self.asked.question(self.desk.workspace.read, on)

        def work(progress: Progress) -> tuple[ReportTable, ...]:
            progress.report(0, 0, words)
            return question()

        self._slow.start()
        self.desk.tasks.run(work, lambda tables: self._counted(key, tables), self._failed)

    def toggle_public(self) -> None:
        """Hold small numbers back, as for a committee, or show them all."""
        if self.asked.name in PUBLIC:
            self.public.toggle()
        else:
            self.notice.say(NOT_PUBLIC[self.asked.name])

    def open_own(self) -> None:
        """Show the panel's own indicators, over the report at whose end they stand."""
        self.asked.ask_for(PERFORMANCE)
        self.own.open()

    def choose_quarters(self) -> None:
        """Go to the choice of how many quarters."""
        self.asked.quarters.setFocus()

    def choose_way(self) -> None:
        """Go to the choice of how figures are told apart."""
        self.asked.way.setFocus()

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
        listed = self.asked.name == INSPECTION
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

    def _counted(self, key: tuple[object, ...], tables: tuple[ReportTable, ...]) -> None:
        self._finish()
        if key != self.asked.key():
            return
        self.together = tables
        if said := self.asked.turned_to_today(tables[0]):
            self.reload()
            self.notice.say(said)
            return
        self._show_whole(tables[PUBLIC.index(self.asked.name) if self.public.isChecked() else 0])

    def _words(self) -> str:
        return HOLDING_BACK if self.public.isChecked() else COUNTING

    def _finish(self) -> None:
        self._slow.stop()
        self.busy.finish()

    def _show_whole(self, table: ReportTable) -> None:
        self.table = table
        self.told.hide()
        if self.asked.name != PERFORMANCE:
            self.own.hide()
        self._show(table)
        self.drawn.draw(table)

    def _show(self, table: ReportTable) -> None:
        self.figures.say(table.title)
        if self.view is None or self._heads != (table.columns, len(table.shown)):
            self._make_view(table)
        rows = tuple(enumerate(table.shown))
        self.model.set_rows(rows)
        if self.view is not None:
            header = self.view.horizontalHeader().sizeHint().height()
            bar = self.view.horizontalScrollBar().sizeHint().height()
            self.view.setFixedHeight(header + row_height() * len(rows) + bar + 4)
        self.sums.setText("\n".join(table.reconciliation))
        self.sums.setVisible(bool(table.reconciliation))
        self.terms.setText("\n".join(terms_under(table)))
        self.hint.setVisible(not self.public.isChecked())

    def _make_view(self, table: ReportTable) -> None:
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self._heads = (table.columns, len(table.shown))
        self.model: RowsModel[Numbered] = RowsModel(columns_of(table), lambda row: row[0])
        self.view = RowsView(self.model, dict(REPORTS)[self.asked.name])
        self.view.setSortingEnabled(False)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.table_room.addWidget(self.view)

    def _tell(self, index: QModelIndex) -> None:
        """Say in full what the row stood on counts."""
        table = self.table
        told = table.explained(table.shown[index.row()]) if table and index.isValid() else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        if table and index.isValid():
            if not table.apart:
                self.drawn.draw(table, (index.row(), max(index.column() - LEAD, 0)))
            self._follow()

    def _follow(self) -> None:
        """Let the page follow the row stood on: the table is as tall as its rows."""
        view = self.view
        if view is not None:
            bring_into_sight(view.viewport(), lambda: view.visualRect(view.currentIndex()))

    def _open(self, index: QModelIndex) -> None:
        table, at = self.table, index.column() - LEAD
        if table is None or at < 0:
            return
        row = table.shown[index.row()]
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

    def _saved(self, path: Path) -> None:
        self.busy.finish()
        self.desk.notice.say("The report is written.")

    def _failed(self, error: Any) -> None:
        self._finish()
        self.desk.notice.answer(self, error)

    def _build(self) -> None:
        self.table_room = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self.table_room)
        self.table_room.setContentsMargins(0, 0, 0, 0)
        self.told.hide()
        for widget in (holder, self.hint, self.sums, self.terms):
            self.figures.add(widget)
        for card in (self.own, self.behind, self.figures, self.drawn):
            self.cards.add(card)
        saving_row = QWidget()
        saving = FlowLayout(saving_row, gap=8)
        saving.addWidget(SoftLabel("Save as", wrap=False))
        for made in self.buttons:
            saving.addWidget(made)
        for widget in (self.asked, saving_row, self.notice, self.busy, self.cards, self.told):
            self.body.addWidget(widget, 1 if widget is self.cards else 0)
        self.asked.changed.connect(self.reload)
        self.asked.own_wanted.connect(self.open_own)
        self.own.changed.connect(self.reload)
        look.current().changed.connect(self._redraw)

    def _redraw(self) -> None:
        if self.table is not None and self.isVisible():
            self._show(self.table)
            self.drawn.draw(self.table)
