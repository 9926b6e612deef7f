"""A child's risk assessments: the list, entering and correcting one, two side by side."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.subjects import AssessmentRecord, ChildRecord
from models.rules.risk_bands import tint_of
from ui.desk import Desk
from ui.pages.children.assessing.comparing import Comparison
from ui.pages.children.assessing.form import AssessmentForm
from ui.pages.children.assessing.found import Found
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.side_by_side import CLOSE, SideBySide
from ui.widgets.table import RowsTable


def _in_date(one: AssessmentRecord) -> str:
    return "screening" if one.screening else "in date" if one.in_date else "out of date"


COLUMNS = (
    Column[AssessmentRecord]("Assessed", lambda one: one.assessed_on, width=11),
    Column[AssessmentRecord](
        "Level", lambda one: one.level or "", kind=lambda one: tint_of(one.level), width=12
    ),
    Column[AssessmentRecord]("Direction", lambda one: one.direction or "", width=10),
    Column[AssessmentRecord]("Score", lambda one: one.score, right=True, width=5, spare=True),
    Column[AssessmentRecord]("Scheme", lambda one: one.scheme or "", width=13, spare=True),
    Column[AssessmentRecord]("By", lambda one: one.author or "", width=10, stretch=True),
    Column[AssessmentRecord](
        "Standing",
        _in_date,
        kind=lambda one: "" if one.in_date or one.screening else "medium",
        width=10,
    ),
)


ADD, CORRECT, COMPARE = "Alt+N", "Alt+K", "Alt+V"
"""Add, correct (put right) and view side by side, where the section is shown."""


class Assessments(QWidget):
    """The list of assessments and the one stood on; the form and the comparison in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id = desk, 0
        self._shown: dict[int, AssessmentRecord] = {}
        self.model: RowsModel[AssessmentRecord] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("Never assessed.", "Import an assessment, or add one: Alt+N.")
        noun = ("assessment", "assessments")
        self.table = RowsTable(self.model, "Risk assessments", empty, noun)
        self.found, self.form, self.comparison = Found(), AssessmentForm(desk), Comparison()
        self.new = button("Add an assessment", self.add, keys=ADD)
        self.mend = button("Correct it", self.correct, keys=CORRECT)
        self.beside = button("Side by side", self.compare, keys=COMPARE)
        self.new.setEnabled(may(desk, "add_assessment"))
        self.stack = QStackedWidget()
        self._build()

    def add(self) -> None:
        """Begin a new assessment, or go on with the one that is half-typed."""
        if self._desk.allows(self.new, "add_assessment"):
            self.form.begin(self._child_id, tuple(self._shown.values()))
            self.stack.setCurrentWidget(self.form)

    def correct(self) -> None:
        """Correct the assessment stood on."""
        one = self._current()
        if one is not None and self._desk.allows(self.mend, "edit_assessment"):
            self._desk.attempt(self.mend, self._correct, one)

    def compare(self) -> None:
        """Compare the assessment stood on with the one before it."""
        if len(self._shown) > 1:
            one = self._current()
            self.comparison.show_pair(tuple(self._shown.values()), one.id if one else None)
            self.stack.setCurrentWidget(self.comparison)

    def show_record(self, record: ChildRecord) -> None:
        """Show a child's assessments, the newest stood on."""
        if record.row.id != self._child_id:
            self.settle()
            self.stack.setCurrentIndex(0)
        self._child_id, self.form.harms = record.row.id, record.row.types
        self._shown = {one.id: one for one in record.assessments}
        self.model.set_rows(record.assessments)
        if self.table.current_key() is None and record.assessments:
            self.table.go_to(record.assessments[0].id)
        self.beside.setEnabled(len(self._shown) > 1)
        if self.stack.currentWidget() is not self.comparison or len(self._shown) < 2:
            self._show()

    def settle(self) -> bool:
        """Keep what is half-typed as a draft: it comes back."""
        if self.stack.currentWidget() is self.form:
            self.form.note()
        return True

    def _correct(self, one: AssessmentRecord) -> None:
        if one.entered is None:
            raise Refusal("Its paper gives no day: add an assessment of that day instead.")
        self.form.correct(self._child_id, one, tuple(self._shown.values()))
        self.stack.setCurrentWidget(self.form)

    def _current(self) -> AssessmentRecord | None:
        return self._shown.get(self.table.current_key())  # type: ignore[call-overload]

    def _show(self) -> None:
        one = self._current()
        past = self._desk.workspace.read.assessment_history(one.id) if one is not None else ()
        self.found.show_one(one, past)
        self.mend.setEnabled(one is not None and may(self._desk, "edit_assessment"))

    def _to_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self._show()
        self.table.view.setFocus()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        for widget in (self.new, self.mend, self.beside):
            flow.addWidget(widget)
        column.addLayout(flow)
        column.addWidget(SideBySide(self.table, self.found, 0.62, CLOSE), 1)
        for widget in (inside, self.form, self.comparison):
            self.stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.table.chosen.connect(lambda _key: self._show())
        self.table.opened.connect(lambda _key: self.correct())
        self.form.kept.connect(self.table.go_to)
        self.form.closed.connect(self._to_list)
        self.comparison.closed.connect(self._to_list)
