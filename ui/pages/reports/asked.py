"""Which report is asked for: its name and day, of how many quarters, told apart in which way."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.queries.breakdown import WAYS
from models.records.reports import ReportTable
from ui import look
from ui.desk import Desk
from ui.pages.records.dates import day_that_was
from ui.pages.reports.figures import ask, counts_anything, last_quarter_end
from ui.pages.reports.kinds import (
    NOT_PUBLIC,
    NOT_YET,
    PERFORMANCE,
    PUBLIC,
    QUARTERLY,
    REPORTS,
)
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

WHOLE = ""
AUTHORITY = "authority"
OF_PERFORMANCE = ((WHOLE, "As a whole"), *((one.code, one.words) for one in WAYS))
OF_QUARTERLY = ((WHOLE, "By district"), (AUTHORITY, "By authority"))
QUARTERS = ((2, "2 quarters"), (4, "4 quarters"), (8, "8 quarters"), (12, "12 quarters"))


class Asked(QWidget):
    """The questions over a report; `changed` when another report is meant."""

    changed, own_wanted = Signal(), Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._read, self._store = desk.workspace.read, desk.workspace.store
        self._proposed: date | None = None
        self.which = Combo(REPORTS, "Which report")
        self.day = DateEdit(day_that_was(desk), "Figures as they stood on")
        self.quarters = Combo(QUARTERS, "How many quarters")
        self.way = Combo(OF_PERFORMANCE, "Told apart")
        self.why_not = SoftLabel()
        self.public = QCheckBox("For a committee: small numbers held back")
        self.own = button("Own indicators", self.own_wanted.emit)
        self._build()
        self.which.set_value(QUARTERLY)
        self.quarters.set_value(2)
        self._another(QUARTERLY)
        self.which.changed.connect(self._another)
        for combo in (self.quarters, self.way):
            combo.changed.connect(lambda _value: self._chosen())
        self.public.toggled.connect(self._chosen)
        self.day.changed.connect(lambda _day: self.changed.emit())
        self.day.line.returnPressed.connect(self.changed.emit)

    def propose_day(self) -> None:
        """Ask for the end of the last quarter, until a person names another day."""
        self._proposed = last_quarter_end(self._store.clock.today())
        self.day.set_value(self._proposed)

    def ask_for(self, name: str) -> None:
        """Ask for another report."""
        if self.name != name:
            self.which.set_value(name)
            self._another(name)

    def turned_to_today(self, table: ReportTable) -> str:
        """What is said where nothing stood on record on the day proposed: today is asked for now.

        Nothing where the day stays.
        """
        day, today = self._proposed, self._store.clock.today()
        if day is None or self.day.value() != day or counts_anything(table):
            return ""
        self._proposed = None
        self.day.set_value(today)
        return NOT_YET.format(plain_date(day))

    def key(self) -> tuple[object, ...]:
        """What is asked for, to tell an answer from that of an earlier question."""
        return (self.name, self.day.value(), self.quarters.value(), self.way.value(),
                self.public.isChecked())  # fmt: skip

    @property
    def name(self) -> str:
        """The report's name."""
        return str(self.which.value())

    def question(self, read: Any, on: date) -> Callable[[], tuple[ReportTable, ...]]:
        """What gives the reports: all that are published together where small numbers go."""
        if self.public.isChecked() and self.name in PUBLIC:
            return lambda: read.public_reports(on)
        name, number, way = self.name, self.quarters.value() or 2, self.way.value()
        if name == QUARTERLY and way == AUTHORITY:
            return lambda: (read.quarterly_by_authority(on),)
        if name == PERFORMANCE and way:
            return lambda: (read.performance_by(on, way),)
        if name == PERFORMANCE:
            return lambda: (read.performance(on, number),)
        return lambda: (ask(read, name, on),)

    def _chosen(self, _value: object = None) -> None:
        self._fit()
        self.changed.emit()

    def _another(self, _name: object) -> None:
        """Offer the ways of another report; each begins with its whole."""
        blocked = self.way.blockSignals(True)
        self.way.set_choices(OF_QUARTERLY if self.name == QUARTERLY else OF_PERFORMANCE)
        self.way.set_value(WHOLE)
        self.way.blockSignals(blocked)
        self._chosen()

    def _fit(self) -> None:
        told, public = self.name == PERFORMANCE, self.public.isChecked()
        several = self.name == QUARTERLY and not public and bool(self._read.authorities())
        self.way.setVisible(told or several)
        self.own.setVisible(told)
        self.quarters.setVisible(told and not self.way.value())
        self.public.setVisible(self.name in PUBLIC)
        self.why_not.setText(NOT_PUBLIC.get(self.name, ""))
        self.why_not.setVisible(self.name in NOT_PUBLIC)
        if self.name not in PUBLIC:
            blocked = self.public.blockSignals(True)
            self.public.setChecked(False)
            self.public.blockSignals(blocked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        wide = look.current().px
        for part, width in ((self.which, 240), (self.day, 440), (self.quarters, 150),
                            (self.way, 190), (self.own, 0), (self.public, 0)):  # fmt: skip
            part.setMinimumWidth(wide(width))
            flow.addWidget(part)
        column.addLayout(flow)
        column.addWidget(self.why_not)
