"""A scheme's form tried with an example: the score is reckoned, and nothing is kept."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.rules.scheme_bands import open_ends
from models.rules.scheme_form import questions
from ui.pages.children.assessing.answer_list import AnswerBar, AnswerList
from ui.pages.children.assessing.score_card import ScoreCard
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import SideBySide

KEPT_NOT = "An example: nothing is kept. Keys are those of the form on a child's page."


class Tried(QWidget):
    """The form as assessors will see it, with its score and what its bands leave open."""

    def __init__(self) -> None:
        super().__init__()
        self._scheme: codes.Scheme | None = None
        self.answers, self.score = AnswerList(), ScoreCard()
        self.bar, self.ends = AnswerBar(self.answers), Card("Bands")
        self.words = Words()
        self.clear_button = button("Begin the example again", self._clear)
        self._build()

    def show_scheme(self, scheme: codes.Scheme) -> None:
        """Ask this scheme's questions; the example goes on where it is the same scheme."""
        same = self._scheme is not None and self._scheme.code == scheme.code
        self._scheme = scheme
        given = self.answers.given() if same else ()
        here = self.answers.current_key()
        asked = questions(scheme, codes.indicators())
        self.sides.show_first(bool(asked))
        self.answers.ask(asked, given)
        self.answers.go_to(here)
        self.bar.show_question()
        ends = open_ends(scheme, asked)
        self.words.setText("\n".join(ends))
        self.ends.setVisible(bool(ends))
        self._reckon()

    def _clear(self) -> None:
        if self._scheme is not None:
            self.answers.ask(questions(self._scheme, codes.indicators()), ())
            self._reckon()

    def _reckon(self) -> None:
        if self._scheme is None:
            return
        asked = questions(self._scheme, codes.indicators())
        known = {one.code for one in asked}
        given = [one for one in self.answers.given() if one.code in known]
        self.score.show_score(self._scheme, asked, given, None)
        self.score.show_judged(None, None, None)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        self.sides = SideBySide(left, right, 0.55)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.answers, self.bar):
            column.addWidget(widget, int(widget is self.answers))
        self.ends.add(self.words)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        for widget in (SoftLabel(KEPT_NOT), self.score, self.ends, in_a_row((self.clear_button,))):
            beside.addWidget(widget)
        beside.addStretch(1)
        for label in (self.score.moves, self.score.due, self.score.differs):
            label.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides, 1)
        self.answers.answered.connect(self._reckon)
