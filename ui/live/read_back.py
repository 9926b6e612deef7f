"""Reading back and closing: every action by agency, what is undecided or open, the next date."""

from collections.abc import Hashable, Sequence
from datetime import date
from importlib import import_module

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.phrases import listed
from models.records.item import ItemRecord, ItemRow
from models.records.outcomes import ActionRow
from ui import look
from ui.desk import Desk
from ui.live.agreed_actions import action_entry, by_agency
from ui.live.ask_bar import AskBar
from ui.live.choices import among
from ui.live.dates import spoken_in
from ui.live.ledger import Entry, Ledger, focus_of
from ui.live.left_open import open_points
from ui.live.state import RoomState
from ui.live.unreached import (
    CLOSED_HINT,
    HINT,
    Settling,
    held_by_nobody,
    key_of,
    left_over,
    undecided_lines,
    unreached_lines,
)
from ui.live.urgent import untold_of, urgent_of_all
from ui.pages.minutes.writing import write_action_list
from ui.pages.records.fields import may
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import long_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.row_list import Line
from ui.working import WorkBar

APPROVE_HINT = "V approves the item of an action"
NAME, ALL_THE_SAME, STAY = "name", "all the same", "stay"
CLOSE_ANYWAY = "Close all the same: Today names it until somebody is told"


class ReadBack(QWidget):
    """What the chair reads at the end; closing needs no more than this page.

    Actions that not everyone here may hear are counted; F4 shows them, once whoever must has left.
    """

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.desk, self.state, self.bar = desk, state, bar
        self.settling = Settling(desk, state, bar, self._settled)
        self._read_at: tuple[int, ...] = (-1,)
        self._found: tuple[Sequence[ItemRecord], Sequence[ActionRow]] = ((), ())
        self.spoken = SoftLabel(desk.workspace.read.wording("read_back"))
        self.list = Ledger("Read-back", {**self.settling.keys, "v": self._approve})
        self.hint = Words(HINT, "small")
        self.next = DateEdit(spoken_in(state), "Next meeting")
        self.next.setMinimumWidth(look.current().px(420))
        self.next.changed.connect(self._next_on)
        self.close_it = ConfirmInPlace("Close the meeting", "Close it now?", "Close it")
        self.close_it.confirmed.connect(lambda _reason: self.ask_to_close())
        self.done = Banner("", "low")
        self.write = self.done.offer("Write the action list", self.write_actions, "Ctrl+S")
        self.done.offer("To the minutes and the action list", self._to_minutes)
        self.work = WorkBar(desk)
        self._ready = False
        self._build()

    def refill(self) -> None:
        """Show everything that is to be read back."""
        meeting = self.state.meeting
        if meeting is None:
            return
        items, actions = self._agreed(meeting.id)
        apart = self._apart(meeting.id, actions)
        actions = [one for one in actions if one not in apart]
        self.list.show_entries(
            [
                *urgent_of_all(self.state),
                *self._kept_back(apart),
                Line("h.count", f"Actions agreed  {len(actions)}", heading=True),
                *by_agency(self.state.masked, actions),
                *undecided_lines(self.state),
                *open_points(self.state, items),
                *unreached_lines(self.state),
            ]
        )
        words = self._hints()
        self.hint.setText(" · ".join(words))
        self.hint.setVisible(bool(words))
        if not self.next.half_typed:
            self.next.set_value(meeting.next_meeting_on or self._planned_next())
        self._say_closed()
        self._get_ready()

    def ask_to_close(self) -> None:
        """Close, once it is said what nobody was told of, and what nobody holds until then."""
        untold = untold_of(self.state)
        if untold:
            self._ask_who_tells(untold)
        else:
            self._ask_who_holds()

    def _ask_who_tells(self, untold: Sequence[str]) -> None:
        def answer(_text: str, key: Hashable | None) -> bool:
            return key != ALL_THE_SAME or not self._ask_who_holds()

        ways = [Line(STAY, "Stay: tell MASH or the police now"), Line(ALL_THE_SAME, CLOSE_ANYWAY)]
        where = listed(list(untold))
        self.bar.ask(f"Immediate risk, nobody told yet: {where}.", answer, among(ways))

    def _ask_who_holds(self) -> bool:
        """Ask who holds what nobody does, else close; True where something is asked."""
        free = held_by_nobody(self.state)
        if not free:
            self.close_meeting()
            return False

        def answer(_text: str, key: Hashable | None) -> bool:
            if key == NAME:
                self.list.go_to(key_of(free[0]))
                self.settling.ask_holder(free[0])
                return False
            if key == ALL_THE_SAME:
                self.close_meeting()
            return True

        which = listed([row.reference for row in free])
        self.bar.ask(
            f"Nobody holds {which} until the next meeting.", answer, lambda _text: _ways(free[0])
        )
        return True

    def close_meeting(self) -> None:
        """Close the meeting; items not reached are named as such."""
        meeting = self.state.meeting
        if meeting is None:
            return
        close = self.desk.workspace.conduct.close
        if self.desk.attempt(self, close, meeting.id, self.next.value()):
            self.state.refresh()
            focus_of(self.write)

    def write_actions(self) -> None:
        """Write the action list in Word to a folder that is chosen, once the meeting is closed."""
        meeting = self.state.meeting
        if meeting is None or meeting.closed_at is None:
            self.desk.notice.say("The action list is written once the meeting is closed.")
            return
        folder = self.desk.dialogues.choose_folder(self, "Folder for the action list")
        if folder is not None:
            write_action_list(self.desk, self.work, meeting.id, folder, self._written)

    def first_field(self) -> QWidget:
        """Where the hand goes when the read-back is shown."""
        return self.list

    def _agreed(self, meeting_id: int) -> tuple[Sequence[ItemRecord], Sequence[ActionRow]]:
        """The items and actions, read again only after a change that is not one of this page."""
        when = (self.desk.workspace.store.last_operation, meeting_id, self.state.revealed)
        if when != self._read_at:
            read = self.state.read
            self._found = read.items_of(meeting_id), read.actions(meeting_id=meeting_id)
            self._read_at = when
        return self._found

    def _hints(self) -> list[str]:
        """What letters do here: with items not reached, and for whoever approves."""
        letters = [HINT if self.state.running else CLOSED_HINT] if left_over(self.state) else []
        approving = may(self.desk, "approve_minutes") and bool(self._found[1])
        return [*letters, APPROVE_HINT] if approving else letters

    def _approve(self, key: Hashable) -> None:
        """The chair approves the item of an action that was read, so that its papers go first."""
        if not isinstance(key, tuple) or key[0] != "action":
            return
        action = next((one for one in self._found[1] if one.id == key[1]), None)
        if action is None or action.item_id is None:
            return
        approve = self.desk.workspace.minutes.approve_item
        if self.desk.attempt(self, approve, action.item_id):
            words = f"{action.item_reference} is approved: extract, sheet and actions may go."
            self.desk.notice.say(words)

    def _settled(self, before: int) -> None:
        """What becomes of an item was said: that changes nothing of what was agreed."""
        now = self.desk.workspace.store.last_operation
        number, *rest = self._read_at
        if number == before and now == before + 1:
            self._read_at = (now, *rest)

    def _get_ready(self) -> None:
        """Have at hand, off the window's thread, what makes the action list after the close."""
        if self.state.running and not self._ready:
            self._ready = True
            self.desk.tasks.run(
                lambda _progress: import_module("exports.issue"), _nothing, _nothing
            )

    def _say_closed(self) -> None:
        meeting = self.state.meeting
        at = meeting.closed_at if meeting is not None else None
        words = f"Closed {at:%H:%M}. The action list can go out now." if at else ""
        self.done.say(words)
        self.close_it.setVisible(self.state.running)
        self.next.setEnabled(at is None)

    def _next_on(self, day: object) -> None:
        """Kept at once, so that a look elsewhere loses nothing; planned when the meeting closes."""
        meeting = self.state.meeting
        name = self.desk.workspace.conduct.name_next
        if (
            isinstance(day, date)
            and meeting is not None
            and self.desk.attempt(self, name, meeting.id, day)
        ):
            self.state.refresh({"meeting"})
            self.desk.notice.say(f"Next meeting {long_date(day)}, planned as this one closes.")

    def _apart(self, meeting_id: int, shown: Sequence[ActionRow]) -> list[ActionRow]:
        """Actions that not everyone in the room may hear, as the signed-in person reads them."""
        workspace = self.desk.workspace
        heard = shown
        if self.state.revealed:
            reader = workspace.room_reader(meeting_id)
            heard = workspace.read_as(reader).actions(meeting_id=meeting_id)
        known = {one.id for one in heard}
        mine = workspace.read.actions(meeting_id=meeting_id)
        return [one for one in mine if one.id not in known]

    def _kept_back(self, apart: Sequence[ActionRow]) -> list[Line]:
        """How many actions stay unread, and who leaves first; revealed, the actions themselves."""
        if not apart:
            return []
        leaving = self._leaving(apart)
        if self.state.revealed:
            head = Line("h.apart", f"Not for everyone here  {len(apart)}", heading=True)
            first = [Entry("leaving", f"{leaving} before these are read.")] if leaving else []
            return [head, *first, *(action_entry(self.state.masked, one) for one in apart)]
        what = "1 more action is" if len(apart) == 1 else f"{len(apart)} more actions are"
        whom = "it" if len(apart) == 1 else "them"
        said = f"{what} not read aloud: not everyone here may hear {whom}."
        first = f"{leaving} first. " if leaving else ""
        return [Entry("kept", said, soft=f"{first}F4 shows {whom} to you.")]

    def _leaving(self, apart: Sequence[ActionRow]) -> str:
        """Who declared an interest in the items of these actions and is here."""
        items = {one.item_id for one in apart}
        here = {one.member_id for one in self.state.present}
        names = dict.fromkeys(
            one.member
            for one in self.state.facts.declarations
            if one.item_id in items and one.member_id in here
        )
        leaves = "leaves" if len(names) == 1 else "leave"
        return f"{' and '.join(names)} {leaves} the room" if names else ""

    def _planned_next(self) -> date | None:
        meeting = self.state.meeting
        read = self.desk.workspace.read
        return read.following_day(meeting.held_on) if meeting is not None else None

    def _written(self, names: tuple[str, ...]) -> None:
        self.desk.notice.say(f"{listed(names)} written.")

    def _to_minutes(self) -> None:
        if self.state.meeting is not None:
            self.desk.go("minutes", self.state.meeting.id)

    def _build(self) -> None:
        card = Card("Read-back")
        card.add(self.spoken)
        card.add(self.list)
        card.add(self.hint)
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)
        end = Card("Close")
        row = FlowLayout(gap=12)
        row.addWidget(SoftLabel("Next meeting", wrap=False))
        row.addWidget(self.next)
        row.addWidget(self.close_it)
        end.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.done)
        whole.addWidget(self.work)
        whole.addWidget(card, 1)
        whole.addWidget(end)


def _nothing(_told: object) -> None:
    """Nobody waits for it."""


def _ways(row: ItemRow) -> list[Line]:
    return [
        Line(NAME, f"Name who holds {row.reference}"),
        Line(ALL_THE_SAME, "Close all the same", soft="Today keeps naming what nobody holds"),
    ]
