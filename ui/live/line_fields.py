"""What a line of the agency round is typed into: words, kind, sharing, agencies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.marks import Sharing
from ui.desk import Desk
from ui.live.both_texts import BothTexts
from ui.live.line_marks import LineMarks
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.word_watch import WordWatch
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import InlineError, SoftLabel, StrongLabel
from ui.widgets.sentence_line import SentenceLine

HINT = "Enter keeps · ↓ kind · ↑ sharing · Esc leaves it as it is"
APART, CLOSE = 6, 3
"""Pixels between the fields, and where the room is short."""


class LineFields(QFrame):
    """The fields of one line as they stand in their bar, or both texts of it instead of them."""

    asking = Signal(bool)
    """Both texts of a line are shown, and need the room; or no longer."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.setProperty("look", "accent-bar")
        self._short, self._whose = False, ""
        self.conflict = BothTexts(state.masked)
        self.whose, self.error = StrongLabel(), InlineError()
        self.text = SentenceLine()
        self.marks = LineMarks(desk, self.text)
        self.kind, self.sharing = self.marks.kind, self.marks.sharing
        self.agencies = self.marks.agencies
        self.veil = Veil(self.text, state)
        self.watch = WordWatch(self.text)
        self.hint = SoftLabel(HINT, wrap=False)
        self.text.setAccessibleName("What was said")
        self.text.setPlaceholderText("What was said")
        self.marks.graded.connect(lambda words: self.whose.setText(f"{self._whose}{words}"))
        self._build()
        self.hide()

    def _show_both(self, *, shown: bool) -> None:
        if not shown:
            self.conflict.hide()
        for part in (self.whose, self.veil.hand, self.kind):
            part.setVisible(not shown)
        policy = self.sharing.sizePolicy()
        policy.setRetainSizeWhenHidden(not shown)
        self.sharing.setSizePolicy(policy)
        self.sharing.setVisible(not shown and self.marks.tells)
        self.agencies.setVisible(not shown and self.sharing.value() == Sharing.NAMED_AGENCIES)
        self.hint.setVisible(not shown and not self._short)
        self.asking.emit(shown)

    def be_short(self, short: bool) -> None:
        """Say less and stand closer where the room is short."""
        self._short = short
        self._column.setSpacing(CLOSE if short else APART)
        self.hint.setVisible(not short and not self.conflict.asked)

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(APART)
        row = FlowLayout(gap=8)
        for part in (self.kind, self.sharing, self.agencies):
            row.addWidget(part)
        column.addWidget(self.whose)
        column.addWidget(self.veil)
        column.addLayout(row)
        column.addWidget(self.conflict)
        column.addWidget(self.error)
        column.addWidget(self.hint)
