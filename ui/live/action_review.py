"""Earlier actions reviewed by key: done, in progress, not done, not possible, carried."""

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.outcomes import ActionRow
from models.rules.actions import CARRIED, FINISHED, ActionStatus
from models.rules.said_done import stands_so
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.asking_day import ask_day
from ui.live.ledger import Entry, Ledger
from ui.live.state import RoomState
from ui.widgets.dates import short_date
from ui.widgets.labels import Words
from ui.widgets.lines import Line

HINT = "C done · P in progress · N not done · X not possible · F carry forward · E escalated"
TINTS = {"red": "high", "amber": "medium", "blue": "low", "green": "low", "grey": "plain"}
ASKED = {
    ActionStatus.IN_PROGRESS: "How far is it?",
    ActionStatus.ESCALATED: "To whom is it escalated?",
    ActionStatus.COMPLETE: "What shows that it is done?",
    ActionStatus.NOT_DONE: "Why has it not been done?",
    ActionStatus.NOT_POSSIBLE: "Which circumstances changed, so that it is no longer possible?",
}
TOLD = (ActionStatus.IN_PROGRESS, ActionStatus.ESCALATED, ActionStatus.NOT_DONE)
"""What the room hears of an open action beside how it stands by its date."""


class ActionReview(QWidget):
    """A list of actions; a letter says what became of one, and asks in place what the rule asks."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar, name: str) -> None:
        super().__init__()
        self.desk, self.state, self.bar = desk, state, bar
        self._actions: dict[int, ActionRow] = {}
        self.list = Ledger(
            name,
            {
                "c": lambda key: self._told(key, ActionStatus.COMPLETE),
                "p": lambda key: self._told(key, ActionStatus.IN_PROGRESS),
                "n": lambda key: self._told(key, ActionStatus.NOT_DONE),
                "x": lambda key: self._told(key, ActionStatus.NOT_POSSIBLE),
                "f": lambda key: self._told(key, CARRIED),
                "e": lambda key: self._told(key, ActionStatus.ESCALATED),
            },
        )
        self.list.nowhere.connect(lambda: desk.notice.say("Stand on an action first: up or down."))
        self.hint = Words(HINT, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)

    def refill(self, actions: Sequence[ActionRow], *, by_agency: bool = False) -> None:
        """Show actions, those not done first; grouped by agency where the whole log is reviewed."""
        self._actions = {one.id: one for one in actions}
        rows = in_turn(actions, by_agency=by_agency)
        lines: list[Line] = []
        agency: str | None = None
        for one in rows:
            if by_agency and (one.agency or "No agency") != agency:
                agency = one.agency or "No agency"
                lines.append(Line(f"h.{agency}", agency, heading=True))
            lines.append(self._entry(one))
        self.list.show_entries(lines)
        self.hint.setVisible(bool(rows))

    def _entry(self, one: ActionRow) -> Entry:
        due = short_date(one.due_on) if one.due_on else one.due_words or ""
        subject = one.subject if self.state.revealed else self.state.masked(one.subject_initials)
        carried = _carried(one.carried_count)
        told = self.state.masked(one.last_update or one.last_reason)
        soft = (one.reference, one.owner or "", due, subject or "", carried, told)
        return Entry(
            one.id,
            self.state.masked(one.text),
            soft=" · ".join(part for part in soft if part),
            amber="" if one.owner else "no named owner",
            right=one.status if one.finished or one.status in TOLD else "",
            tag=_short(one.standing),
            tag_kind=TINTS.get(one.rag, "plain"),
        )

    def _told(self, key: Hashable, status: str) -> None:
        action = self._actions.get(key) if isinstance(key, int) else None
        if action is None:
            return
        if status == CARRIED:
            question = f"{action.reference}: to which day is it carried?"
            carry = partial(self._update, action, CARRIED, "")
            ask_day(self.state, self.bar, question, carry)
            return
        question = "This is finished. Why is it opened again?" if _reopens(action, status) else ""
        self.bar.ask(
            f"{action.reference}: {question or ASKED[ActionStatus(status)]}",
            lambda text, _key: self._tell(action, status, text),
        )

    def _tell(self, action: ActionRow, status: str, text: str) -> bool:
        if status == ActionStatus.ESCALATED and not text:
            self.bar.refuse("Say to whom, such as the head of service.")
            return False
        whom = status == ActionStatus.ESCALATED and not _reopens(action, status)
        return self._update(action, status, f"Escalated to {text}" if whom else text)

    def _update(
        self, action: ActionRow, status: str, text: str, new_due: date | None = None
    ) -> bool:
        meeting = self.state.meeting
        done = self.desk.attempt(
            self.bar if not self.bar.isHidden() else self,
            self.desk.workspace.conduct.update_action,
            action.id,
            status,
            text or None,
            reason=text or None,
            new_due=new_due,
            item_id=self.state.item_id,
            meeting_id=meeting.id if meeting is not None else None,
        )
        if done:
            self.state.refresh({"action"})
            self._go_on(action)
        return done

    def _go_on(self, action: ActionRow) -> None:
        """The hand goes to the next, whatever was told; what is finished may be gone already."""
        if self.list.current_key() == action.id:
            self.list.step(1)


def in_turn(actions: Sequence[ActionRow], *, by_agency: bool = False) -> list[ActionRow]:
    """Actions as they are gone through: those not done first, agency after agency if so asked."""
    rank = {"red": 0, "amber": 1, "green": 2}
    rows = sorted(actions, key=lambda one: (rank.get(one.rag, 3), one.due_on or one.made_on))
    return sorted(rows, key=lambda one: one.agency or "~") if by_agency else rows


def _reopens(action: ActionRow, status: str) -> bool:
    return action.finished and ActionStatus(status) not in FINISHED


def _carried(count: int) -> str:
    return f"carried {count} times" if count > 1 else "carried once" if count else ""


def _short(standing: str) -> str:
    """The standing in a tag's width: what is overdue says so, the days stand in the line."""
    if standing == "complete late":
        return "done late"
    if stands_so(standing):
        return "said done"
    return standing if len(standing) <= 12 else standing.split(" by ")[0].split(" within ")[0]
