"""The tracker: every child in a row, with the figures a panel looks at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.subjects import ChildRow
from ui.pages.children.words import ARROWS, risk_kind
from ui.rows import Column, RowsModel
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

Keep = Callable[[ChildRow], bool]
SHOWN: tuple[tuple[str, str, Keep], ...] = (
    ("open", "Open children", lambda one: one.closed_on is None),
    ("panel", "On the panel now", lambda one: one.on_panel),
    ("overdue", "Assessment overdue", lambda one: one.assessment_overdue and not one.closed_on),
    ("late", "Return interview late", lambda one: one.interviews_late > 0),
    ("missing", "Missing in 90 days", lambda one: bool(one.missing_90_days)),
    ("high", "High risk", lambda one: risk_kind(one.risk) == "high"),
    ("nobody", "No lead professional", lambda one: not one.lead and not one.closed_on),
    ("closed", "Closed", lambda one: one.closed_on is not None),
    ("all", "Everybody", lambda one: True),
)


@dataclass(frozen=True)
class Behind:
    """The children behind a figure: their ids, what the figure says, and its day."""

    ids: tuple[int, ...]
    words: str
    on: date


def _risk(one: ChildRow) -> str:
    arrow = ARROWS.get((one.direction or "").lower(), "")
    return f"{one.risk} {arrow}".strip() if one.risk else ""


def _assessed(one: ChildRow) -> str:
    if one.assessed_on is None:
        return "never" if one.closed_on is None else ""
    return "overdue" if one.assessment_overdue else "in date"


def _assessed_kind(one: ChildRow) -> str:
    return "high" if one.assessment_overdue and one.closed_on is None else ""


def _late(one: ChildRow) -> str:
    return f"{one.interviews_late} late" if one.interviews_late else ""


COLUMNS = (
    Column[ChildRow]("Child", lambda one: one.name, width=22, stretch=True),
    Column[ChildRow]("System id", lambda one: one.system_id or "", width=10),
    Column[ChildRow]("Age", lambda one: one.age, right=True, width=3, tip=lambda one: _born(one)),
    Column[ChildRow]("Category", lambda one: one.category or "", width=9),
    Column[ChildRow]("Exploitation", lambda one: one.types, width=17),
    Column[ChildRow]("Plan", lambda one: one.plan or "", width=9),
    Column[ChildRow](
        "Risk", lambda one: one.risk or "", _risk, lambda one: risk_kind(one.risk), width=10
    ),
    Column[ChildRow]("Assessed", lambda one: one.assessed_on, width=10),
    Column[ChildRow]("Standing", _assessed, kind=_assessed_kind, width=8),
    Column[ChildRow]("Missing 90 d", lambda one: one.missing_90_days, right=True, width=4),
    Column[ChildRow](
        "RHI",
        lambda one: one.interviews_late,
        _late,
        lambda one: "high" if one.interviews_late else "",
        width=7,
    ),  # fmt: skip
    Column[ChildRow]("NRM", lambda one: one.nrm or "", width=12),
    Column[ChildRow]("Next review", lambda one: one.next_review, width=10),
    Column[ChildRow]("District", lambda one: one.district or "", width=12),
    Column[ChildRow]("Lead professional", lambda one: one.lead or "", width=18),
    Column[ChildRow]("Gender", lambda one: one.gender or "", width=8),
    Column[ChildRow]("Born", lambda one: one.birth_date, width=10),
    Column[ChildRow]("Closed", lambda one: one.closed_on, width=10),
)


def _born(one: ChildRow) -> str:
    return f"Born {one.birth_date:%d/%m/%Y}" if one.birth_date else "Date of birth not known"


class Tracker(QWidget):
    """The grid with its choice of whom to show; `opened` carries a child's id."""

    opened = Signal(object)

    def __init__(self, empty: EmptyState) -> None:
        super().__init__()
        self._only: frozenset[int] | None = None
        self._keeps = {key: keep for key, _, keep in SHOWN}
        self.shown = Combo(tuple((key, words) for key, words, _ in SHOWN), "Who is shown")
        self.note = SoftLabel(wrap=False)
        self.model: RowsModel[ChildRow] = RowsModel(COLUMNS, lambda one: one.id)
        self.table = RowsTable(self.model, "Children", empty, ("child", "children"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.shown)
        flow.addWidget(self.note)
        column.addLayout(flow)
        column.addWidget(self.table, 1)
        self.shown.changed.connect(lambda _key: self.keep())
        self.table.opened.connect(self.opened)
        self.show_kind("open")

    def show_rows(self, rows: Sequence[ChildRow]) -> None:
        """Show these children; sort, filter and place are kept."""
        self.model.set_rows(tuple(rows))

    def show_kind(self, key: str) -> None:
        """Show one kind of children, such as those whose assessment is overdue."""
        self._only = None
        self.shown.set_value(key)
        self.keep()

    def show_behind(self, figure: Behind) -> None:
        """Show the children behind a figure alone."""
        self._only = frozenset(figure.ids)
        self.shown.set_value(None)
        self.note.setText(f"{figure.words}, on {plain_date(figure.on)}")
        self.model.set_keep(lambda one: one.id in (self._only or ()))

    def keep(self) -> None:
        """Show whom the choice says."""
        key = self.shown.value()
        if key is None and self._only is not None:
            return
        self._only = None
        self.note.setText("Enter opens; Ctrl+Shift+S sorts by the column stood on")
        self.model.set_keep(self._keeps.get(str(key)))
