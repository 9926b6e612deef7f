"""Approving the minutes: what is not decided yet is said before the barrier is closed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.marks import ItemState
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.records.outcomes import ActionRow
from models.rules.set_days import days_off
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words

BARRIER = (
    "What was recorded before can then no longer be undone; "
    "a mistake is put right in a new version."
)
MOST_NAMED = 8


class ApproveCard(Card):
    """Asks in the page; `approved` follows, Escape leaves things as they are."""

    approved = Signal()

    def __init__(self, past_due: QWidget) -> None:
        """`past_due` says what would go out past due."""
        super().__init__("Approve the minutes?")
        self.words, self.warning = Words(BARRIER), Words("", "medium")
        self.yes = button("Approve them", self._approve, "primary")
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(button("Not yet", self.hide))
        row.addStretch(1)
        for part in (self.words, self.warning, past_due):
            self.add(part)
        self.body.addLayout(row)
        self.hide()

    def ask(self, meeting: MeetingRecord, read: Any) -> None:
        """Show what is open still, and what is set for a day on which nobody works."""
        order, actions = read.running_order(meeting.id), read.actions(meeting_id=meeting.id)
        comments = sum(not one.settled for one in read.comments(meeting.id))
        closed = read.closed_days()
        told = [*_still_open(meeting, order, comments), *_unowned(actions), *_undated(actions)]
        told += [said for item in read.items_of(meeting.id) for said in days_off(item, closed)]
        self.warning.setText(" ".join(told))
        self.warning.setVisible(bool(self.warning.text()))
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _approve(self) -> None:
        self.hide()
        self.approved.emit()


def _still_open(meeting: MeetingRecord, order: Sequence[ItemRow], comments: int) -> list[str]:
    undecided = [
        row.reference for row in order if row.state == ItemState.DISCUSSED and not row.decided
    ]
    missing = [
        words
        for words, name in (("chair", meeting.chair), ("minute taker", meeting.minute_taker))
        if not name
    ]
    told = []
    if undecided:
        told.append(f"Without a decision: {_some(undecided)}.")
    if missing:
        told.append(f"Not named: {' and '.join(missing)} (Meeting, Opening).")
    if comments:
        told.append("1 comment is open." if comments == 1 else f"{comments} comments are open.")
    return told


def _unowned(actions: Sequence[ActionRow]) -> list[str]:
    """Actions that no agency finds in its own list, and those that nobody has by name."""
    unowned = [one for one in actions if not one.owner]
    nowhere = [_where(one) for one in unowned if not one.agency]
    unnamed = [_where(one) for one in unowned if one.agency and not one.finished]
    told = [f"In no agency's list, for want of an owner: {_some(nowhere)}."] if nowhere else []
    return [
        *told,
        *([f"Given to an agency, to nobody by name: {_some(unnamed)}."] if unnamed else []),
    ]


def _undated(actions: Sequence[ActionRow]) -> list[str]:
    found = [_where(one) for one in actions if one.due_on is None and not one.finished]
    return [f"Without a date: {_some(found)}."] if found else []


def _where(one: ActionRow) -> str:
    return f"{one.reference} ({one.item_reference})" if one.item_reference else one.reference


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{', '.join(names[:MOST_NAMED])}{more}"
