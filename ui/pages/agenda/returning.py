"""What comes back before a meeting: returns asked for, asked again, taken, and said otherwise."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.records.meeting import MeetingRecord
from models.rules.timetable import returns_due
from ui.desk import Desk
from ui.pages.agenda.line_question import LineQuestionBar
from ui.pages.agenda.papers_out import PapersOut
from ui.pages.agenda.returns import Returns, returns_words
from ui.pages.agenda.waiting_returns import WaitingReturnsBar


class Returning(QObject):
    """The returns of the meeting in hand; `page` is where refusals go."""

    def __init__(self, desk: Desk, page: QWidget, out: PapersOut) -> None:
        super().__init__(page)
        self._desk, self._page, self._out = desk, page, out
        self._meeting: MeetingRecord | None = None
        self.card = Returns(desk)
        self.waiting, self.question = WaitingReturnsBar(), LineQuestionBar()
        self.card.asked.connect(self._ask)
        self.card.chased.connect(self._chase)
        self.waiting.taken.connect(self._take)
        self.question.answered.connect(self._answer)

    def show(self, meeting: MeetingRecord, *, editable: bool, initials: bool) -> str:
        """Show how the returns stand; gives it in words."""
        self._meeting = meeting
        read, today = self._desk.workspace.read, self._desk.workspace.store.clock.today()
        rows = read.returns(meeting.id)
        due = returns_due(meeting.held_on, today, read.closed_days())
        self.card.show_returns(meeting, rows, due, editable=editable)
        self.waiting.show_waiting(read.waiting_returns() if editable else ())
        asked = editable and not initials
        self.question.show_questions(read.line_questions() if asked else ())
        return returns_words(rows)

    def ask_about_one(self, agency_ids: tuple[int, ...]) -> None:
        """Ask these agencies by the day that stands for returns."""
        self._ask(agency_ids, self.card.due.value())

    def _ask(self, agency_ids: tuple[int, ...], due: date | None) -> None:
        if self._meeting is not None and not self._out.request(self._meeting, agency_ids, due):
            self.card.due.setFocus()

    def _chase(self, ids: tuple[int, ...], step: str) -> None:
        self._desk.attempt(self._page, self._desk.workspace.chasing.returns, ids, step)

    def _answer(self, question: int, take: bool) -> None:
        self._desk.attempt(self._page, self._desk.workspace.chasing.answer_line, question, take)

    def _take(self, day: date | None) -> None:
        if self._meeting is not None:
            take = self._desk.workspace.agenda.take_returns
            self._desk.attempt(self._page, take, self._meeting.id, day)
