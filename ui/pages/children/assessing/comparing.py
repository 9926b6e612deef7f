"""Two assessments side by side: level and judgement, and by one scheme every indicator."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from models import codes
from models.records.subjects import AssessmentRecord
from models.rules.assessment_comparison import (
    CHANGED,
    GONE,
    THERE,
    Pair,
    alike,
    compared,
)
from models.rules.scheme_form import Question, questions
from ui.pages.children.assessing.worded import answered_with, head_of, level_words
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.table import RowsTable

KINDS = {THERE: ("high", "low"), GONE: ("low", "high"), CHANGED: ("medium", "medium")}  # fmt: skip
"""The tag of a change: of a risk, and of what speaks for safety."""
COLUMNS = (
    Column[Pair]("Indicator", lambda one: one.label, width=34, stretch=True),
    Column[Pair]("Under", lambda one: one.group, width=18),
    Column[Pair]("Earlier", lambda one: one.earlier, width=15),
    Column[Pair]("Later", lambda one: one.later, width=15),
    Column[Pair]("Change", lambda one: one.change, kind=lambda one: _kind(one),
                 width=17),
)  # fmt: skip
OTHER = "Two different schemes: their indicators do not compare, only level and judgement do."
SAME_FORM = "Indicator by indicator."
TWO_VERSIONS = "Two versions of one scheme: what only one of them asks is marked."


class Comparison(QWidget):
    """Choosing an earlier and a later assessment, and what changed between them."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[object, AssessmentRecord] = {}
        self.earlier, self.later = Combo(name="Earlier assessment"), Combo(name="Later assessment")
        self.levels = (Words(), Words())
        self.note, self.only = SoftLabel(), QCheckBox("Only what changed")
        self.model: RowsModel[Pair] = RowsModel(COLUMNS, lambda one: (one.group, one.label))
        self.table = RowsTable(self.model, "Indicators side by side", noun=("row", "rows"))
        self._build()

    def show_pair(self, every: Sequence[AssessmentRecord], later_id: int | None) -> None:
        """Offer these assessments, the latest first, and compare one with the one before it."""
        self._known = {one.id: one for one in every}
        choices = [(one.id, head_of(one)) for one in every]
        ids = [one.id for one in every]
        at = ids.index(later_id) if later_id in ids[:-1] else 0
        for combo, place in ((self.later, at), (self.earlier, at + 1)):
            combo.set_choices(choices)
            combo.set_value(ids[place])
        self._lay()
        self.earlier.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> tuple[Pair, ...]:
        """What the two chosen say, indicator by indicator; nothing for two schemes."""
        pair = self._pair()
        if pair is None:
            return ()
        before, now = (_form(one) for one in pair)
        if not alike(*(one.entered.scheme_code if one.entered else None for one in pair)):
            return ()
        return compared(answered_with(pair[0]), answered_with(pair[1]), before, now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _pair(self) -> tuple[AssessmentRecord, AssessmentRecord] | None:
        first, second = (self._known.get(one.value()) for one in (self.earlier, self.later))
        return (first, second) if first is not None and second is not None else None

    def _lay(self, _chosen: object = None) -> None:
        pair, rows = self._pair(), self.rows()
        for one, level in zip(pair or (), self.levels, strict=False):
            level.setText(level_words(one))
        self.note.setText(_note(pair))
        same = pair is not None and _note(pair) != OTHER
        self.table.setVisible(same)
        self.only.setVisible(same)
        self.model.set_rows([one for one in rows if one.change or not self.only.isChecked()])

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, combo in enumerate((self.earlier, self.later)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(SoftLabel(("Earlier", "Later")[column]), 0, column)
            grid.addWidget(combo, 1, column)
            grid.addWidget(self.levels[column], 2, column, Qt.AlignmentFlag.AlignTop)
            combo.changed.connect(self._lay)
        self.only.toggled.connect(self._lay)
        tools = FlowLayout(gap=12)
        for widget in (button("Back to the list", self.closed.emit, keys="Esc"), self.only,
                       self.note):  # fmt: skip
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addLayout(grid)
        column.addWidget(self.table, 1)
        column.addStretch(0)


def _kind(one: Pair) -> str:
    return KINDS[one.change][one.protective] if one.change in KINDS else ""


def _form(one: AssessmentRecord) -> tuple[Question, ...]:
    code = one.entered.scheme_code if one.entered else None
    scheme = codes.scheme(code) if code else None
    return questions(scheme, codes.indicators()) if scheme else ()


def _note(pair: tuple[AssessmentRecord, AssessmentRecord] | None) -> str:
    if pair is None:
        return "Choose two assessments."
    first, second = (one.entered.scheme_code if one.entered else None for one in pair)
    if not alike(first, second):
        return OTHER
    return SAME_FORM if first == second else TWO_VERSIONS
