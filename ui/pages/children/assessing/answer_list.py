"""A scheme's indicators as a list that is answered by keys, and the bar for the one stood on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.records.assessing import Given
from models.rules.scheme_form import (
    NOT_ANSWERED,
    SUSPECTED,
    Choice,
    Question,
    is_present,
    word_of,
)
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout, empty
from ui.widgets.labels import SoftLabel, StrongLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

EMPTY = frozenset({"", NOT_ANSWERED})
TAKES_BACK = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class AnswerList(RowList):
    """Questions under their headings; a key answers the one stood on and goes to the next."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__("Indicators")
        self._asked: tuple[Question, ...] = ()
        self._given: dict[str, Given] = {}
        self._typed_at = ""

    def ask(self, asked: Sequence[Question], given: Iterable[Given]) -> None:
        """Ask these questions, with what is answered so far; what the form lacks is kept."""
        self._asked = tuple(asked)
        self._given = {one.code or one.worded: one for one in given}
        self.leave()
        self._show()
        self.step(1)

    def given(self) -> tuple[Given, ...]:
        """What is answered, in the form's order, then what stands from a paper beside it."""
        order = [one.code for one in self._asked]
        rest = [key for key in self._given if key not in order]
        return tuple(self._given[key] for key in (*order, *rest) if key in self._given)

    def question(self) -> Question | None:
        """The question stood on."""
        key = self.current_key()
        return next((one for one in self._asked if one.code == key), None)

    def answer_to(self, code: str) -> Given | None:
        """What is answered to a question."""
        return self._given.get(code)

    def answer(self, choice: Choice) -> None:
        """Answer the question stood on and go to the next."""
        asked = self.question()
        if asked is not None:
            self._put(asked, choice.answer, choice.window)
            self.step(1)

    def number(self, text: str) -> None:
        """Give the question stood on a number; nothing takes it back."""
        asked = self.question()
        if asked is not None:
            self._put(asked, text, "")

    def evidence(self, text: str) -> None:
        """Note what the answer to the question stood on rests upon."""
        asked = self.question()
        if asked is None:
            return
        before = self._given.get(asked.code) or Given(asked.code, asked.label, NOT_ANSWERED)
        if text.strip() == before.evidence:
            return
        self._keep(Given(asked.code, before.worded, before.answer, before.window, text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self.question()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if asked is None or not plain or not self._press(asked, event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters answer here; none looks for a row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _press(self, asked: Question, event: QKeyEvent) -> bool:
        key = event.text().lower()
        if event.key() in TAKES_BACK:
            self._put(asked, "", "")
            return True
        if asked.number and key.isdecimal() and key:
            self._digit(asked, key)
            return True
        if key == " " and asked.choices:
            here = self._given.get(asked.code)
            if here is None or here.answer in EMPTY:
                self.answer(asked.choices[0])
            else:
                self._put(asked, "", "")
            return True
        choice = next((one for one in asked.choices if one.key == key and key), None)
        if choice is not None:
            self.answer(choice)
        return choice is not None

    def _digit(self, asked: Question, key: str) -> None:
        """A digit of a number; where one digit is all there can be, the next question follows."""
        if asked.most is not None and asked.most < 10:
            self._put(asked, key, "")
            self.step(1)
            return
        here = self._given.get(asked.code)
        before = here.answer if here and self._typed_at == asked.code else ""
        self._put(asked, (before + key).lstrip("0")[-2:] or "0", "")
        self._typed_at = asked.code

    def _put(self, asked: Question, answer: str, window: str) -> None:
        self._typed_at = ""
        before = self._given.get(asked.code)
        evidence = before.evidence if before else ""
        worded = before.worded if before else asked.label
        if not answer and not evidence:
            self._given.pop(asked.code, None)
            self._told()
            return
        self._keep(Given(asked.code, worded, answer or NOT_ANSWERED, window, evidence))

    def _keep(self, given: Given) -> None:
        self._given[given.code or given.worded] = given
        self._told()

    def _told(self) -> None:
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        lines, group = [], None
        for one in self._asked:
            if one.group and one.group != group:
                lines.append(Line(("group", one.group), one.group, heading=True))
            group = one.group
            lines.append(self._line(one))
        self.show_lines(lines)

    def _line(self, asked: Question) -> Line:
        given = self._given.get(asked.code)
        evidence = given.evidence if given else ""
        if given is None or given.answer in EMPTY:
            said = f"{asked.label}: not answered"
            return Line(asked.code, asked.label, soft=evidence, said=said)
        word = word_of(asked, given)
        kind = "medium" if given.answer == SUSPECTED else "accent" * is_present(given.answer)
        said = ". ".join(filter(None, (f"{asked.label}: {word}", evidence)))
        return Line(asked.code, asked.label, soft=evidence, right=word, kind=kind, said=said)


class _Beside(QLineEdit):
    """A line from which Enter goes on to the next question; Ctrl+Enter is left to the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AnswerBar(QWidget):
    """The indicator stood on: its answers as buttons, a number, and what it rests upon."""

    def __init__(self, answers: AnswerList) -> None:
        super().__init__()
        self._answers = answers
        self._code: str | None = None
        self.words, self.hint = StrongLabel(), SoftLabel()
        self.number, self.evidence = _Beside(), _Beside()
        self.number.setAccessibleName("Number given")
        self.number.setMaxLength(2)
        self.number.setMaximumWidth(70)
        self.evidence.setPlaceholderText("Evidence and where it comes from")
        self.evidence.setAccessibleName("Evidence for this indicator")
        self.evidence.setMaxLength(1000)
        self.choices = FlowLayout(gap=6)
        self._build()

    def show_question(self) -> None:
        """Show the question stood on, with its answers."""
        asked = self._answers.question()
        self.setVisible(asked is not None)
        if asked is None:
            return
        given = self._answers.answer_to(asked.code)
        if asked.code != self._code:
            self._code = asked.code
            self.words.setText(asked.label)
            self.hint.setText("" if asked.most is None else f"0 to {asked.most}")
            self.number.setVisible(asked.number)
            empty(self.choices)
            for one in asked.choices:
                self._offer(one)
        has = given.answer if given and given.answer not in EMPTY else ""
        _put_right(self.number, has)
        _put_right(self.evidence, given.evidence if given else "")

    def _offer(self, choice: Choice) -> None:
        made = button(choice.word, lambda: self._answers.answer(choice), keys=choice.key.upper())
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choices.addWidget(made)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        head = FlowLayout(gap=8)
        for widget in (self.words, self.hint, self.number):
            head.addWidget(widget)
        column.addLayout(head)
        column.addLayout(self.choices)
        column.addWidget(self.evidence)
        self.number.textEdited.connect(self._answers.number)
        self.evidence.textEdited.connect(self._answers.evidence)
        for line in (self.number, self.evidence):
            line.returnPressed.connect(self._back_to_list)
        self._answers.chosen.connect(lambda _key: self.show_question())
        self._answers.answered.connect(self.show_question)

    def _back_to_list(self) -> None:
        self._answers.step(1)
        self._answers.setFocus(Qt.FocusReason.OtherFocusReason)


def _put_right(line: QLineEdit, said: str) -> None:
    """Let a line say what is answered; what is just being typed there is that already."""
    if line.text().strip() != said.strip():
        line.setText(said)
