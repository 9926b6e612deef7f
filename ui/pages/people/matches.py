"""Records that may be one: asked with the reasons, answered by a person, never by the program."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.records.papers import MatchQuestionRow
from ui.desk import Desk
from ui.pages.records.fields import may
from ui.pages.records.picker import KINDS
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words

MOST_SHOWN = 30
JOINED = "One record now, with what both say."
EMPTY = ("No question of sameness is open.", "They come when papers name somebody alike.")


class MatchCard(Card):
    """One question: the two records, why it is asked, and the answer with its reason."""

    answered = Signal(int, bool, str, object)
    """The question, whether the same, the reason, and the record whose name is to stand."""
    opened = Signal(str, int)

    def __init__(self, row: MatchQuestionRow, editable: bool) -> None:
        super().__init__(f"{row.label} and {row.with_label}", _kinds(row))
        self._row = row
        self.add(Words(f"Why it is asked: {row.why}"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason")
        self.reason.setAccessibleName(f"Reason: {row.label} and {row.with_label}")
        self.reason.setEnabled(editable)
        self.add(self.reason)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        for words, same, stands in _answers(row):
            made = button(words, partial(self._answer, same, stands))
            made.setEnabled(editable)
            flow.addWidget(made)
        for label, kind, subject_id in (
            (row.label, row.kind, row.subject_id),
            (row.with_label, row.with_kind, row.with_id),
        ):
            press = partial(self.opened.emit, kind, subject_id)
            flow.addWidget(button(f"Open {label}", press, "quiet"))
        column.addLayout(flow)
        self.add(holder)

    def _answer(self, same: bool, stands: int | None) -> None:
        self.answered.emit(self._row.id, same, self.reason.text().strip(), stands)


class Matches(CardList):
    """Every open question; `opened` carries kind and id of a record to look at."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Possible matches")
        self._desk = desk
        self._cards: dict[int, tuple[MatchQuestionRow, MatchCard]] = {}

    def show_rows(self, rows: Sequence[MatchQuestionRow]) -> None:
        """Show the questions; a reason being typed stays."""
        shown = rows[:MOST_SHOWN]
        self._cards = {row.id: (row, self._card(row)) for row in shown}
        cards: list[QWidget] = [card for _, card in self._cards.values()]
        if not cards:
            cards = [_nothing()]
        if len(rows) > MOST_SHOWN:
            rest = Card()
            rest.add(SoftLabel(f"{len(rows) - MOST_SHOWN} more questions follow these."))
            cards.append(rest)
        self.show_cards(cards)

    def _card(self, row: MatchQuestionRow) -> MatchCard:
        known = self._cards.get(row.id)
        if known is not None and known[0] == row:
            return known[1]
        made = MatchCard(row, may(self._desk, "merge_records"))
        made.answered.connect(self._answer)
        made.opened.connect(self.opened)
        return made

    def _answer(self, question_id: int, same: bool, reason: str, stands: int | None) -> None:
        settle = self._desk.workspace.register.settle_match
        if self._desk.attempt(self, settle, question_id, same, reason, stands):
            said = JOINED if same else "They stay two records."
            self._desk.notice.say(f"{said} Ctrl+Z takes it back.")
            first = next(iter(self._cards.values()), None)
            if first is not None:
                first[1].reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _answers(row: MatchQuestionRow) -> Sequence[tuple[str, bool, int | None]]:
    """The answers offered: words, whether the same, and the record whose name then stands."""
    if row.label == row.with_label:
        return (("The same", True, None), ("Not the same", False, None))
    return (
        (f"The same: keep “{row.with_label}”", True, row.with_id),
        (f"The same: keep “{row.label}”", True, row.subject_id),
        ("Not the same", False, None),
    )


def _kinds(row: MatchQuestionRow) -> str:
    kind = KINDS.get(row.kind, row.kind)
    refs = " and ".join(one for one in (row.reference, row.with_reference) if one)
    return " · ".join(part for part in (kind, refs) if part)


def _nothing() -> Card:
    card = Card()
    card.add(EmptyState(*EMPTY))
    return card
