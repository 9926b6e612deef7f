"""A record's time line: a strip of marks over two years, and the rows below it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.records.subjects import HistoryRow
from ui import look
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

BANDS = (
    ("Missing", ("missing", "interview"), "high"),
    ("Assessed", ("assessment", "nrm"), "medium"),
    ("Panel", ("meeting", "action", "recommendation", "disruption"), "accent"),
    ("Other", (), "soft"),
)
KINDS = {"nrm": "NRM"}
DAYS = 730

COLUMNS = (
    Column[tuple[int, HistoryRow]]("Day", lambda one: one[1].at, width=12),
    Column[tuple[int, HistoryRow]](
        "What", lambda one: KINDS.get(one[1].kind, one[1].kind.capitalize()), width=16
    ),
    Column[tuple[int, HistoryRow]]("", lambda one: one[1].text, width=40, stretch=True),
)


class TimeStrip(QWidget):
    """Marks of the last two years in bands, the newest at the right; the rows say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: Sequence[HistoryRow] = ()
        self._until = date.min

    def show_rows(self, rows: Sequence[HistoryRow], until: date) -> None:
        """Show what happened up to a day."""
        self._rows, self._until = rows, until
        counts = ((name, sum(_band(one.kind) == at for one in rows))
                  for at, (name, _, _) in enumerate(BANDS))  # fmt: skip
        self.setAccessibleName("Two years: " + ", ".join(f"{n} {c}" for n, c in counts))
        self.update()

    def sizeHint(self) -> QSize:
        height = look.current().metrics(12).height()
        return QSize(look.current().px(300), (height + 6) * len(BANDS) + height + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        the_look, painter = look.current(), QPainter(self)
        metrics = the_look.metrics(12)
        step = metrics.height() + 6
        left = max(metrics.horizontalAdvance(name) for name, _, _ in BANDS) + 14
        span = max(self.width() - left - 8, 1)
        painter.setFont(the_look.font(12))
        for at, (name, _, token) in enumerate(BANDS):
            middle = at * step + step // 2
            painter.setPen(the_look.colour("soft"))
            painter.drawText(2, middle + metrics.ascent() // 2 - 1, name)
            painter.setPen(the_look.colour("line"))
            painter.drawLine(left, middle, left + span, middle)
            for one in self._rows:
                ago = (self._until - one.at).days
                if _band(one.kind) == at and 0 <= ago <= DAYS:
                    x = left + span - round(span * ago / DAYS)
                    painter.fillRect(x - 2, middle - 5, 4, 11, the_look.colour(token))
        painter.setPen(the_look.colour("soft"))
        base = len(BANDS) * step + metrics.ascent() + 3
        painter.drawText(left, base, plain_date(self._until - timedelta(days=DAYS)))
        last = plain_date(self._until)
        painter.drawText(left + span - metrics.horizontalAdvance(last), base, last)
        painter.end()


class Timeline(QWidget):
    """The strip over its rows."""

    together = Signal()
    """The time line of those linked is wanted beside this one."""

    def __init__(self) -> None:
        super().__init__()
        self.beside = button("Together with those linked", self.together.emit)
        self.strip = TimeStrip()
        self.model: RowsModel[tuple[int, HistoryRow]] = RowsModel(COLUMNS, lambda one: one[0])
        empty = EmptyState("Nothing is dated yet.", "Papers and meetings fill the time line.")
        self.table = RowsTable(self.model, "Time line", empty, ("entry", "entries"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.beside)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.strip)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[HistoryRow], today: date) -> None:
        """Show a record's history up to today."""
        if today > date.min + timedelta(days=DAYS):
            self.strip.show_rows(rows, today)
        self.strip.setVisible(bool(rows))
        self.model.set_rows(tuple(enumerate(rows)))


def _band(kind: str) -> int:
    found = (at for at, (_, kinds, _) in enumerate(BANDS) if kind in kinds)
    return next(found, len(BANDS) - 1)
