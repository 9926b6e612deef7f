"""The action log at the start of the meeting: what was agreed before and is not finished."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.live.action_review import ActionReview
from ui.live.ask_bar import AskBar
from ui.live.state import RoomState
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState


class ActionLog(QWidget):
    """Open actions of earlier meetings, agency by agency, incomplete first."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.state = state
        self.review = ActionReview(desk, state, bar, "Earlier actions")
        self.card = Card("Earlier actions")
        self.card.add(self.review)
        self.empty = EmptyState(
            "No open action.", "What is agreed in this meeting stands here next time."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        column.addWidget(self.empty, 1)

    def refill(self) -> None:
        """Show the log as the room may see it."""
        meeting = self.state.meeting
        found = self.state.read.actions(open_only=True) if meeting is not None else ()
        earlier = [a for a in found if meeting is None or a.meeting_on != meeting.held_on]
        late = sum(1 for one in earlier if one.rag == "red")
        self.review.refill(earlier, by_agency=True)
        self.card.say(
            "Earlier actions", "incomplete first", f"{len(earlier):,} open, {late:,} overdue"
        )
        self.card.setVisible(bool(earlier))
        self.empty.setVisible(not earlier)

    def first_field(self) -> QWidget:
        """Where the hand goes when the log is shown."""
        return self.review.list
