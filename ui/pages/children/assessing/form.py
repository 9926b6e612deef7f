"""Entering or correcting an assessment: indicators by keys, the score beside them, judgement."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.records.assessing import Given
from models.records.subjects import AssessmentRecord
from models.rules.assessing import in_scheme
from models.rules.scheme_form import Question, questions
from ui.desk import Desk
from ui.pages.children.assessing import drafted
from ui.pages.children.assessing.answer_list import AnswerBar, AnswerList
from ui.pages.children.assessing.fields import AssessmentFields
from ui.pages.children.assessing.score_card import ScoreCard
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel
from ui.widgets.side_by_side import CLOSE, SideBySide

EACH_MS = 1000
KEYS = "Up and Down move, the letter or number answers, Backspace takes back."
NO_FORM = "This scheme has levels alone: no indicators are shipped for it."
GOES_ON = "Goes on from what was half-typed."


class AssessmentForm(QWidget):
    """One assessment in the making; what is typed is drafted each second until it is kept."""

    closed = Signal()
    kept = Signal(int)
    """The assessment that was kept, before the form closes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._child_id, self._key = 0, ""
        self._corrected: AssessmentRecord | None = None
        self._earlier: Sequence[AssessmentRecord] = ()
        self._asked: tuple[Question, ...] = ()
        self._noted, self._begun = "", ""
        self._last_scheme: str | None = None
        self.harms: tuple[str, ...] = ()
        """The kinds of exploitation of the child shown."""
        self._last_harms: frozenset[str] = frozenset()
        self.answers, self.score = AnswerList(), ScoreCard()
        self.bar = AnswerBar(self.answers)
        self.none, self.keys = SoftLabel(NO_FORM), SoftLabel(KEYS)
        self.form, self.title = AssessmentFields(desk), Card("", large=True)
        self.keep_button = button("Keep the assessment", self.keep, "primary", "Ctrl+Enter")
        self._drafting = QTimer(self, interval=EACH_MS)
        self._drafting.timeout.connect(self.note)
        self._build()

    def begin(self, child_id: int, earlier: Sequence[AssessmentRecord]) -> None:
        """Ask for a new assessment of a child, going on from what was half-typed.

        The scheme is the child's own, else the one used last where a harm of that child is theirs.
        """
        schemes = [one.entered.scheme_code for one in earlier if one.entered]
        alike = self._last_harms & frozenset(self.harms)
        usual = next((code for code in schemes if code), self._last_scheme if alike else None)
        known = codes.scheme(usual) if usual else None
        values = {
            "scheme_code": known.code if known and known.active else None,
            "assessed_on": self._desk.workspace.store.clock.today(),
        }
        self._open(child_id, earlier, None, values)

    def correct(
        self, child_id: int, one: AssessmentRecord, every: Sequence[AssessmentRecord]
    ) -> None:
        """Correct an assessment on record that has its day."""
        assert one.entered is not None
        earlier = [each for each in every if each.id != one.id]
        self._open(child_id, earlier, one, drafted.fields_of(one.entered))

    def keep(self) -> None:
        """Keep what stands in the form as one step; a refusal is shown beside its field."""
        self.form.clear_errors()
        if self._desk.attempt(self.form, self._keep):
            self._last_scheme = self.form.value("scheme_code")
            self._last_harms = frozenset(self.harms)
            self.discard()

    def leave(self) -> None:
        """Go back to the list; what is half-typed is kept and comes back."""
        self.note()
        self._close()

    def discard(self) -> None:
        """Drop what was typed and go back."""
        self._desk.workspace.store.drop_draft(self._key)
        self._close()

    def note(self) -> None:
        """Keep what is typed now, where it is not what the form began with."""
        typed = drafted.written(self.form.values(), self.answers.given())
        if self._key and typed not in (self._begun, self._noted):
            self._noted = typed
            self._desk.workspace.store.keep_draft(self._key, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _open(
        self,
        child_id: int,
        earlier: Sequence[AssessmentRecord],
        corrected: AssessmentRecord | None,
        values: dict[str, Any],
    ) -> None:
        self._child_id, self._earlier, self._corrected = child_id, earlier, corrected
        self._key = f"assessment {child_id}" + (f" {corrected.id}" if corrected else "")
        self._fill(values, corrected.entered.given if corrected and corrected.entered else ())
        self._begun = self._noted = drafted.written(self.form.values(), self.answers.given())
        draft = self._desk.workspace.store.draft(self._key)
        if draft is not None:
            self._fill(*drafted.read(draft))
        what = "Correct the assessment" if corrected else "New assessment"
        self.title.say(what, GOES_ON if draft is not None else "")
        self._drafting.start()
        # A new one begins in the same place whether or not a scheme is proposed.
        first = self.answers if corrected and self._asked else self.form.editors["scheme_code"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, values: dict[str, Any], given: tuple[Given, ...]) -> None:
        self.form.fill(values)
        self._ask(given)

    def _ask(self, given: tuple[Given, ...]) -> None:
        """Ask the chosen scheme's indicators; what they have in common with those before stays."""
        scheme = self.form.scheme()
        self._asked = questions(scheme, codes.indicators()) if scheme else ()
        self.answers.ask(self._asked, given)
        self.bar.show_question()
        self.beside.show_first(bool(self._asked))
        self.none.setVisible(scheme is not None and not self._asked)
        self.form.show_row("score", not self._asked and scheme is not None)
        self.form.offer_levels()
        self._reckon()

    def _reckon(self) -> None:
        scheme, form = self.form.scheme(), self.form
        computed = self.score.show_score(scheme, self._asked, self._answered(), form.total())
        judged, day = in_scheme(scheme, form.value("judgement")), form.value("assessed_on")
        self.score.show_judged(computed, judged, form.value("rationale"))
        self.score.show_move(scheme, self._before(day), judged or computed)
        through = self._desk.workspace.read.in_date_through
        screens = scheme is None or scheme.screens
        self.score.show_due(None if screens or day is None else through(scheme.code, day))

    def _answered(self) -> tuple[Given, ...]:
        """The answers that the scheme asks for; of one that is corrected all that stand."""
        asked = {one.code for one in self._asked}
        given = self.answers.given()
        if self._corrected is not None:
            return given
        return tuple(one for one in given if one.code in asked)

    def _before(self, day: date | None) -> tuple[str, date, str | None] | None:
        for one in self._earlier:
            if one.level and one.assessed_on and (day is None or one.assessed_on < day):
                return one.level, one.assessed_on, one.entered.scheme_code if one.entered else None
        return None

    def _keep(self) -> None:
        register, corrected = self._desk.workspace.register, self._corrected
        seen = corrected.entered if corrected else None
        entered = self.form.entered(self._answered(), seen)
        if corrected is None:
            self.kept.emit(register.assess(self._child_id, entered))
        else:
            register.correct_assessment(corrected.id, entered, seen)

    def _close(self) -> None:
        self._drafting.stop()
        self._key = ""
        self.closed.emit()

    def _build(self) -> None:
        left, right, side = QWidget(), QWidget(), CardList("The assessment")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.answers, self.bar, self.keys):
            column.addWidget(widget, int(widget is self.answers))
        ways = (
            self.keep_button, button("Leave it for now", self.leave, keys="Esc"),
            button("Discard", self.discard, "quiet"),
        )  # fmt: skip
        for widget in (self.none, self.form):
            self.title.add(widget)
        for card in (self.score, self.title):
            side.add(card)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(side, 1)
        beside.addWidget(in_a_row(ways))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.beside = SideBySide(left, right, 0.5, CLOSE)
        whole.addWidget(self.beside, 1)
        self.answers.answered.connect(self._reckon)
        self.form.counted.connect(self._reckon)
        self.form.scheme_chosen.connect(lambda: self._ask(self.answers.given()))
