"""A child's risk assessments with their indicators, and entering a new one."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.subjects import AssessmentRecord, ChildRecord
from ui.desk import Desk
from ui.pages.children.words import risk_kind
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable


def _in_date(one: AssessmentRecord) -> str:
    return "in date" if one.in_date else "out of date"


COLUMNS = (
    Column[AssessmentRecord]("Assessed", lambda one: one.assessed_on, width=11),
    Column[AssessmentRecord](
        "Level", lambda one: one.level or "", kind=lambda one: risk_kind(one.level), width=12
    ),
    Column[AssessmentRecord]("Direction", lambda one: one.direction or "", width=10),
    Column[AssessmentRecord]("Score", lambda one: one.score, right=True, width=5),
    Column[AssessmentRecord]("Scheme", lambda one: one.scheme or "", width=14),
    Column[AssessmentRecord]("By", lambda one: one.author or "", width=16, stretch=True),
    Column[AssessmentRecord](
        "Standing", _in_date, kind=lambda one: "" if one.in_date else "medium", width=10
    ),
)


def _fields() -> tuple[Field, ...]:
    schemes = tuple((one.code, one.label) for one in codes.schemes())
    return (
        Field("assessed_on", "Assessed on", "was"),
        Field("level", "Level", "choice", words_of("risk_levels"), "The assessor's judgement."),
        Field("scheme_code", "Scheme", "pick", schemes),
        Field("score", "Score", "number"),
        Field("author", "By"),
        Field("indicators", "Indicators present", "long", hint="One to a line."),
        Field("rationale", "Rationale", "long"),
    )


class Assessments(QWidget):
    """The list of assessments, and what the one stood on found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id = desk, 0
        self._shown: dict[int, AssessmentRecord] = {}
        self.model: RowsModel[AssessmentRecord] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("Never assessed.", "Import an assessment, or add one: Alt+N.")
        noun = ("assessment", "assessments")
        self.table = RowsTable(self.model, "Risk assessments", empty, noun)
        self.found, self.indicators = Card("Indicators"), Words()
        self.entry = EntryCard("Add a risk assessment", _fields(), desk, self._add)
        self.new = button("Add an assessment", self.entry.ask, keys="Alt+N")
        self.new.setEnabled(may(desk, "add_assessment"))
        self.found.add(self.indicators)
        self.found.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.new)
        column.addLayout(flow)
        column.addWidget(self.entry)
        column.addWidget(SideBySide(self.table, self.found, 0.62), 1)
        self.table.chosen.connect(lambda _key: self._show())

    def add(self) -> None:
        """Begin a new assessment."""
        self.entry.ask()

    def show_record(self, record: ChildRecord) -> None:
        """Show a child's assessments, the newest stood on."""
        if record.row.id != self._child_id:
            self.entry.leave()
        self._child_id = record.row.id
        self._shown = {one.id: one for one in record.assessments}
        self.model.set_rows(record.assessments)
        if self.table.current_key() is None and record.assessments:
            self.table.go_to(record.assessments[0].id)
        self._show()

    def _show(self) -> None:
        one = self._shown.get(self.table.current_key())  # type: ignore[call-overload]
        present = one.indicators if one is not None else ()
        self.found.say("Indicators", f"{len(present)} present" if one is not None else "")
        said = "\n".join(f"• {each}" for each in present)
        self.indicators.setText(said or "None recorded.")

    def _add(self, values: dict[str, Any]) -> None:
        if "assessed_on" not in values:
            raise Refusal("Give the day of the assessment.", "assessed_on")
        score = values.pop("score", None)
        if score is not None and not score.isdigit():
            raise Refusal("Enter a whole number.", "score")
        lines = (values.pop("indicators", None) or "").splitlines()
        answers = [(line.strip(), "present") for line in lines if line.strip()]
        self._desk.workspace.register.add_assessment(
            self._child_id,
            score=int(score) if score is not None else None,
            answers=answers,
            **values,
        )
