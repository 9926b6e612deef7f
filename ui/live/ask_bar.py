"""A question in place: one line, perhaps with choices, where others would open a dialogue."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.errors import Refusal
from ui import look
from ui.live.choices import Find
from ui.live.half_typed import HalfTyped, of_meeting
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.widgets.labels import InlineError, SoftLabel, StrongLabel
from ui.widgets.row_list import RowList
from ui.widgets.sentence_line import SentenceLine

Answer = Callable[[str, Hashable | None], bool]
SHOWN, FEWEST, FRAME = 6, 2, 4
HINT = "Enter keeps · Esc leaves it as it is"
LARGE = 1.5
"""From this size of text on the bar says its least: the window is no higher than the screen."""


class AskBar(QFrame):
    """Asks for a reason, a name or an item; Enter answers, Escape leaves things as they are.

    Where it belongs to a room, what is half-typed is safe until the same is asked again, and
    names are veiled as soon as the hand leaves them.
    """

    gone = Signal()
    """The question is gone, answered or not."""

    def __init__(
        self, state: RoomState | None = None, spare: Callable[[], int] | None = None
    ) -> None:
        """`spare` gives the height that the room has for more than it must show now."""
        super().__init__()
        self._spare = spare
        self.setProperty("look", "accent-bar")
        self._answer: Answer | None = None
        self._find: Find | None = None
        self._left: Callable[[], object] | None = None
        self._back: QWidget | None = None
        self.haste: Callable[[QKeyEvent], bool] | None = None
        """Whether a key is part of a sentence that was not meant for the question."""
        self.question, self.line = StrongLabel(), SentenceLine()
        self.half, self.veil = self._safe(state)
        self.found, self.error = RowList("Choices"), InlineError()
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = SoftLabel(HINT, wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (self.question, self.veil or self.line, self.found, self.error, self.hint):
            column.addWidget(part)
        self.line.textChanged.connect(self._look_up)
        self.line.installEventFilter(self)
        self.found.clicked.connect(lambda _index: self._give())
        self.hide()

    def ask(
        self,
        question: str,
        answer: Answer,
        find: Find | None = None,
        text: str = "",
        *,
        left: Callable[[], object] | None = None,
        hint: str = HINT,
        draft: str = "",
    ) -> None:
        """Ask; `answer(text, chosen key)` gives True where the matter is settled.

        `left` follows where it is left by Escape; `draft` names the words half-typed, and is
        the question itself where nothing is said.
        """
        self._note()
        self._draft = draft or question
        self._answer, self._find, self._left = answer, find, left
        self.hint.setText(hint)
        self._back = self.window().focusWidget() if self.isHidden() else self._back
        self.question.setText(question)
        self.line.setAccessibleName(question)
        self.error.say("")
        self.line.setText(text)
        if self.half is not None and not text:
            self.half.recall()
        self._look_up(self.line.text())
        self.hint.setVisible(hint != HINT or look.current().scale < LARGE)
        self._show_choices(self._foreseen())
        self.show()
        if self.veil is not None:
            self.veil.refresh(another=True)
        self.fit()
        hand = self.veil.hand if self.veil is not None else self.line
        hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def waits(self, draft: str) -> bool:
        """Whether words half-typed in answer to a question wait for it."""
        if self.half is None or not self.isHidden():
            return False
        self._draft = draft
        return self.half.found() is not None

    def leave(self) -> None:
        """Take the question away and give the focus back."""
        if self.half is not None and not self.isHidden():
            self.half.drop()
        self.hide()
        self._answer = self._find = self._left = None
        self.line.clear()
        if self._back is not None and self._back.isVisible():
            # Not as by a shortcut: that would select a half-typed sentence, and a key replace it.
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None
        self.gone.emit()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under the line."""
        if self.isHidden():
            return False
        self.refuse(refusal.message)
        return True

    def refuse(self, words: str) -> None:
        """Say under the line why the answer is not taken; the choices make room for it."""
        self._show_choices(1)
        self.error.say(words)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if self.haste is not None and self.haste(event):
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and not event.modifiers():
            self.found.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            left = self._left
            self.leave()
            if left is not None:
                left()
        else:
            return False
        return True

    def _give(self) -> None:
        if self._answer is None:
            return
        self.error.say("")
        back = self._back
        if self._answer(self.line.text().strip(), self.found.current_key()):
            moved = self.window().focusWidget() not in (self.line, None)
            self._back = None if moved else back
            self.leave()

    def _safe(self, state: RoomState | None) -> tuple[HalfTyped | None, Veil | None]:
        """The draft and the veil of the line, in a room; a bar outside any has neither."""
        self._draft = ""
        if state is None:
            return None, None
        veil = Veil(self.line, state)
        veil.shown.installEventFilter(self)
        state.item_changed.connect(lambda: veil.refresh())
        key = of_meeting(state, "ask")
        fields = {"text": self.line}
        store = state.workspace.store
        return HalfTyped(self, store, lambda: self._key(key()), fields), veil

    def _key(self, of_all: str | None) -> str | None:
        return f"{of_all}.{self._draft}" if of_all and self._draft else None

    def _note(self) -> None:
        """What is half-typed waits, where another question comes in its place."""
        if self.half is not None and not self.isHidden() and self._find is None:
            self.half.note()

    def refill(self) -> None:
        """Offer afresh what is found by the text in the line."""
        self._look_up(self.line.text())

    def _look_up(self, text: str) -> None:
        lines = tuple(self._find(text.strip())) if self._find is not None else ()
        self.found.leave()
        self.found.show_lines(lines)
        if self.found.isHidden() == bool(lines):
            self._show_choices(1)
            self.found.setVisible(bool(lines))
        if lines:
            self.found.step(1)
        self.fit()

    def fit(self) -> None:
        """Show as many choices as there is height for, the one where the hand stands at least."""
        layout = self.layout()
        if self._spare is None or layout is None or self.isHidden() or self.found.isHidden():
            self._show_choices(_most_shown())
            return
        layout.activate()
        here = (self.found.minimumHeight() - FRAME) // self._row_height()
        self._show_choices(min(_most_shown(), here + self._spare() // self._row_height()))

    def _foreseen(self) -> int:
        """How many choices there will be height for: what is around is laid out once, not twice."""
        self._show_choices(1)
        page = self.parentWidget()
        layout, around = self.layout(), page.layout() if page is not None else None
        if self._spare is None or layout is None or around is None or not self.isHidden():
            return 1
        room = self._spare() - layout.totalMinimumSize().height() - around.spacing()
        return 1 + max(0, min(_most_shown() - 1, room // self._row_height()))

    def _show_choices(self, most: int) -> None:
        count = max(1, min(most, self.found.lines.rowCount()))
        self.found.setFixedHeight(self._row_height() * count + FRAME)

    def _row_height(self) -> int:
        return max(self.found.sizeHintForRow(0), look.current().px(20))


def _most_shown() -> int:
    """How many choices are seen at once: fewer where letters are large."""
    return max(FEWEST, round(SHOWN - 12 * (look.current().scale - 1)))
