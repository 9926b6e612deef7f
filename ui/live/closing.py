"""The end of the meeting: what is asked before it closes, the next date, the action list."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module

from PySide6.QtWidgets import QWidget

from exports.phrases import listed
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.rules.meeting_lacks import lacks
from ui import look
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.choices import among
from ui.live.dates import spoken_in
from ui.live.ledger import Ledger, focus_of
from ui.live.state import RoomState
from ui.live.unreached import Settling, held_by_nobody, key_of
from ui.live.urgent import untold_of
from ui.pages.minutes.writing import write_action_list
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import long_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.working import WorkBar

CLOSE_NOW = "Close it now?"
NAME, ALL_THE_SAME, STAY = "name", "all the same", "stay"
CLOSE_ANYWAY = "Close all the same: Today names it until somebody is told"


class Closing(QWidget):
    """What closes a meeting; it is said first what nobody was told of, and what nobody holds."""

    list: Ledger
    settling: Settling

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.desk, self.state, self.bar = desk, state, bar
        self.next = DateEdit(spoken_in(state), "Next meeting")
        self.next.setMinimumWidth(look.current().px(420))
        self.next.changed.connect(self._next_on)
        self.close_it = ConfirmInPlace("Close the meeting", CLOSE_NOW, "Close it")
        self.close_it.confirmed.connect(lambda _reason: self.ask_to_close())
        self.done = Banner("", "low")
        self.write = self.done.offer("Write the action list", self.write_actions, "Ctrl+S")
        self.done.offer("To the minutes and the action list", self._to_minutes)
        self.work = WorkBar(desk)
        self.end = self._end_card()
        self._ready = False

    def ask_to_close(self) -> None:
        """Close, once it is said what nobody was told of, and what nobody holds until then."""
        untold = untold_of(self.state)
        if untold:
            self._ask_who_tells(untold)
        else:
            self._ask_who_holds()

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
        if not self.desk.allows(self, "export_documents"):
            return
        folder = self.desk.dialogues.choose_folder(self, "Folder for the action list")
        if folder is not None:
            write_action_list(self.desk, self.work, meeting.id, folder, self._written)

    def _ask_who_tells(self, untold: Sequence[str]) -> None:
        def answer(_text: str, key: Hashable | None) -> bool:
            return key != ALL_THE_SAME or not self._ask_who_holds()

        ways = [Line(STAY, "Stay: tell MASH or the police now"), Line(ALL_THE_SAME, CLOSE_ANYWAY)]
        where = listed([*untold])
        self.bar.ask(f"Immediate risk, nobody told yet: {where}.", answer, among(ways))

    def _ask_who_holds(self) -> bool:
        """Ask who holds what nobody does, else close; True where something is asked."""
        self.state.catch_up()
        free = held_by_nobody(self.state)
        if not free:
            self.close_meeting()
            return False

        first, people = free[0], self.settling.holders(free[0])

        def find(text: str) -> list[Line]:
            if not text:
                return _ways(first)
            found = [*people(text), *among(_ways(first)[1:])(text)]
            return [_holds(one, first) for one in found or [self.settling.by_name(text)]]

        def answer(text: str, key: Hashable | None) -> bool:
            if key == NAME:
                self.list.go_to(key_of(first))
                self.settling.ask_holder(first)
                return False
            if key == ALL_THE_SAME:
                self.close_meeting()
                return True
            return self.settling.hold(first, text, key) and not self._ask_who_holds()

        which = listed([row.reference for row in free])
        self.bar.ask(f"Nobody holds {which} until the next meeting.", answer, find)
        return True

    def _show_end(self) -> None:
        """Show how far the end has come, and have at hand what comes after it."""
        meeting = self.state.meeting
        if meeting is not None and not self.next.half_typed:
            self.next.set_value(meeting.next_meeting_on or self._planned_next())
        self._say_closed()
        self._get_ready()

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
        self.done.say(_closed_words(meeting) if meeting is not None and at is not None else "")
        self.end.setVisible(at is None)
        self.close_it.setVisible(self.state.running)
        lacking = lacks(meeting) if meeting is not None else ()
        self.close_it.question.setText(" ".join((*(f"{one}." for one in lacking), CLOSE_NOW)))

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

    def _planned_next(self) -> date | None:
        meeting = self.state.meeting
        read = self.desk.workspace.read
        if meeting is None:
            return None
        following: date | None = read.following_day(meeting.held_on, meeting.series_id)
        return following

    def _written(self, names: tuple[str, ...]) -> None:
        self.desk.notice.say(f"{listed([*names])} written.")

    def _to_minutes(self) -> None:
        if self.state.meeting is not None:
            self.desk.go("minutes", self.state.meeting.id)

    def _end_card(self) -> Card:
        end = Card("Close")
        row = FlowLayout(gap=12)
        row.addWidget(SoftLabel("Next meeting", wrap=False))
        row.addWidget(self.next)
        row.addWidget(self.close_it)
        end.body.addLayout(row)
        return end


def _closed_words(meeting: MeetingRecord) -> str:
    day = meeting.next_meeting_on
    after = f" The next meeting is on {long_date(day)}." if day is not None else ""
    return f"Closed {meeting.closed_at:%H:%M}. The action list can go out now.{after}"


def _nothing(_told: object) -> None:
    """Nobody waits for it."""


def _holds(line: Line, row: ItemRow) -> Line:
    """A choice of whoever holds an item, in whole words; what closes all the same is as it is."""
    return (
        line
        if line.key == ALL_THE_SAME
        else replace(line, words=f"{line.words} holds {row.reference}")
    )


def _ways(row: ItemRow) -> list[Line]:
    return [
        Line(NAME, f"Name who holds {row.reference}"),
        Line(ALL_THE_SAME, "Close all the same", soft="Today keeps naming what nobody holds"),
    ]
