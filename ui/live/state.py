"""What the room shows now and is not in the file: the place, the item, what is revealed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.marks import ItemState, MeetingState
from models.records.item import ItemRecord, ItemRow
from models.records.meeting import AttendanceRow, MeetingRecord
from models.rules.attending import is_guest, sits_for_none
from models.rules.capture import CaptureContext
from models.rules.clocks import Forecast
from models.rules.quorum import HERE
from ui.live.ahead import Found, ReadAhead
from ui.live.catching_up import CatchingUp
from ui.live.facts import Facts, Foretelling, facts_of, is_gone, likely_meeting
from ui.live.going_out import GoingOut
from ui.live.naming import RoomNames

OPENING, ACTIONS, CLOSING = "opening", "actions", "closing"
STILL = frozenset({ItemState.DISCUSSED, ItemState.DEFERRED, ItemState.NOT_REACHED})
Place = str | int
NAMING = frozenset({"subject", "link", "alias", "child", "person_of_concern", "member"})
ORDERING = frozenset({"agenda_item", "meeting_event"})


class RoomState(CatchingUp):
    """The room's place and records; everything said about a meeting comes from here.

    Names are initials, and lines only those that everyone present may read, until `reveal` is
    asked for the item in hand; turning away hides it again.
    """

    place_changed = Signal()

    def __init__(self, workspace: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.facts = Facts()
        self.item: ItemRecord | None = None
        self.place: Place = OPENING
        self.revealed = False
        self.names = RoomNames()
        self._context: CaptureContext | None = None
        self.ahead = ReadAhead()
        self._foretelling = Foretelling()
        self.out = GoingOut(self)

    # what is read

    @property
    def meeting(self) -> MeetingRecord | None:
        """The meeting of this page."""
        return self.facts.meeting

    @property
    def running(self) -> bool:
        """True while the meeting runs."""
        return self.meeting is not None and self.meeting.state == MeetingState.RUNNING

    @property
    def now(self) -> datetime:
        """The time on the wall."""
        now: datetime = self.workspace.store.clock.now()
        return now

    @property
    def item_id(self) -> int | None:
        """The item shown, None elsewhere in the running order."""
        return self.place if isinstance(self.place, int) else None

    @property
    def row(self) -> ItemRow | None:
        """The running order's row of the item shown."""
        return self.row_of(self.item_id)

    def row_of(self, item_id: int | None) -> ItemRow | None:
        """The running order's row of an item, None where it is not there."""
        return next((row for row in self.facts.order if row.id == item_id), None)

    @property
    def present(self) -> tuple[AttendanceRow, ...]:
        """Who is in the room now."""
        return tuple(a for a in self.facts.attendance if a.code in HERE and a.left is None)

    @property
    def without_agency(self) -> tuple[AttendanceRow, ...]:
        """Who may be here for no agency: what is for named agencies stays off the display then.

        A guest of single items is here while one of these is in hand.
        """
        chair, item_id = self.meeting.chair_id if self.meeting is not None else None, self.item_id
        here = (a for a in self.facts.attendance if sits_for_none(a, chair))
        return tuple(a for a in here if not is_guest(a, self.meeting) or item_id in a.guest_of)

    @property
    def stepping_out(self) -> tuple[str, ...]:
        """Who declared a conflict and takes no part in the item in hand."""
        item_id = self.item_id
        if item_id is None:
            return ()
        taken = (a for a in self.facts.attendance if a.code is not None)
        away = {a.name for a in taken if a.code not in HERE or a.left is not None}
        names = (d.member for d in self.facts.declarations if d.item_id in (None, item_id))
        return tuple(name for name in dict.fromkeys(names) if name not in away)

    @property
    def taking_part(self) -> tuple[AttendanceRow, ...]:
        """Who is in the room for the item in hand."""
        return tuple(a for a in self.present if a.name not in self.stepping_out)

    @property
    def live(self) -> ItemRow | None:
        """The item that the meeting is on: its clock runs, or it was opened last."""
        open_ones = [row for row in self.facts.order if row.state == ItemState.OPEN]
        running = [row for row in self.facts.order if row.clock_started is not None]
        return next(iter(running or open_ones[-1:]), None)

    def shown_name(self, row: ItemRow) -> str:
        """An item by name where revealed, by initials elsewhere."""
        return row.label if self.revealed and row.id == self.item_id else row.initials

    def masked(self, text: str | None) -> str:
        """A text as the room may see it: names as initials unless revealed."""
        return (text or "") if self.revealed else self.names.masked(text)

    def forecast(self) -> Forecast | None:
        """When the meeting is likely to end."""
        return self._foretelling.of(self.facts, self.now)

    @property
    def read(self) -> Any:
        """Readings as the room, or as the signed-in person where this item is revealed."""
        if self.revealed or self.meeting is None:
            return self.workspace.read
        reader = self.workspace.room_reader(self.meeting.id, self.item_id)
        return self.workspace.read_as(reader)

    @property
    def context(self) -> CaptureContext | None:
        """The room as the capture bar reads a line against it; made once per item and change."""
        if self._context is None and self.meeting is not None:
            self._context = self.read.capture_context(self.meeting.id, self.item_id)
        return self._context

    # going about

    def open_meeting(self, meeting_id: int | None = None) -> None:
        """Take up a meeting: the one given, else the one running, of today, next, or last."""
        chosen = meeting_id or likely_meeting(self.workspace.read)
        self.facts = Facts()
        self.heard, self._untold, self._item_behind = set(), False, False
        if chosen is not None:
            with self.workspace.store.reading():
                self._read_names(chosen)
                self._read_meeting(chosen)
        self.place = self._first_place()
        self.revealed = False
        self._read_item()
        self.meeting_changed.emit()
        self.place_changed.emit()
        self.item_changed.emit()
        self.tell()

    def show(self, place: Place) -> None:
        """Show another place of the running order; what was revealed is hidden again.

        What was changed before it, such as the item that is over, is read again at once with it.
        """
        self.place, self.revealed, self._context = place, False, None
        behind, tables, before = self.behind, self.heard, self._references()
        self.heard, self._untold, self._item_behind = set(), False, False
        if tables:
            with self.workspace.store.reading():
                self._read_again(tables, before)
                self._read_item()
        else:
            self._read_item()
        if behind:
            self.meeting_changed.emit()
        self.place_changed.emit()
        self.item_changed.emit()
        self.tell()

    def reveal(self, revealed: bool) -> None:
        """Show this item or the read-back whole, as the signed-in person may read it."""
        self.catch_up()  # who was named meanwhile is masked too
        self.revealed, self._context = revealed, None
        self._read_item()
        if self.item_id is None:
            self.meeting_changed.emit()
        self.item_changed.emit()

    def read_again(self, touched: Iterable[str] = ()) -> None:
        if is_gone(self.workspace.read, self.meeting, self.heard):
            self.open_meeting()
            return
        tables, self._context, before = {*self.heard, *touched}, None, self._references()
        self.heard = set()
        # One look at the file for all of it: each opens a session of its own otherwise.
        with self.workspace.store.reading():
            self._read_again(tables, before)
        self._untold = True

    def _read_again(self, tables: set[str], before: list[tuple[int, str]]) -> None:
        """Read what these tables tell; `before`, the items and how they were referred to."""
        meeting_id = self.meeting.id if self.meeting is not None else 0
        if not tables or tables & NAMING:
            self._read_names(meeting_id)
        self._read_meeting(meeting_id)
        row, number = self.row, self.workspace.store.last_operation
        if "agenda_item" in tables <= ORDERING and before == self._references():
            self.ahead.outlives(number)
            if self.item is not None and row is not None:
                self.item = replace(self.item, row=row)
                return
        else:
            self.ahead.forget()
        self._item_behind = True

    def look_ahead(self, item_id: int) -> Found:
        """Read the item that is likely next, off the window's thread; `ahead` takes it."""
        number = self.workspace.store.last_operation
        meeting_id = self.meeting.id if self.meeting is not None else 0
        reader = self.workspace.room_reader(meeting_id, item_id)
        return item_id, number, self.workspace.read_as(reader).item(item_id)

    def not_at_hand(self) -> int | None:
        """The item that is best read ahead now: the nearest after this one that is not at hand."""
        order = [row.id for row in self.facts.order]
        here = order.index(self.place) + 1 if self.place in order else 0
        turn = (*order[here:], *order[:here])
        return self.ahead.missing(turn, self.workspace.store.last_operation)

    def next_from(self, item_id: int | None, step: int = 1) -> Place:
        """The place before or after another in the running order."""
        places = self.places()
        here = places.index(item_id) if item_id in places else self._index(places)
        return places[max(0, min(here + step, len(places) - 1))]

    def next_to_come(self) -> int | None:
        """The next item still to come or left open, then those passed by, then those parked."""
        order = self.facts.order
        here = next((at for at, row in enumerate(order) if row.id == self.item_id), -1)
        turn = [row for row in (*order[here + 1 :], *order[: here + 1]) if row.id != self.item_id]
        wanted = [row.id for row in turn if row.state in (ItemState.PLANNED, ItemState.OPEN)]
        parked = [row.id for row in turn if row.state == ItemState.PARKED]
        return next(iter((*wanted, *parked)), None)

    def places(self) -> list[Place]:
        """Every place of the running order, first to last."""
        return [OPENING, ACTIONS, *(row.id for row in self.facts.order), CLOSING]

    # reading

    def _references(self) -> list[tuple[int, str]]:
        """What records say of each other's items: which there are, and by which references."""
        return [(row.id, row.reference) for row in self.facts.order]

    def _index(self, places: list[Place]) -> int:
        return places.index(self.place) if self.place in places else 0

    def _read_meeting(self, meeting_id: int) -> None:
        with self.workspace.store.reading():
            self.facts = facts_of(self.workspace.read, meeting_id, self.names)

    def _read_names(self, meeting_id: int) -> None:
        read = self.workspace.read
        self.names = self.names.renewed(
            read.subjects_tonight(meeting_id),
            read.everybody(),
            read.subjects_of_actions(),
            read.spoken_of(meeting_id),
        )

    def _read_item(self) -> None:
        self._item_behind = False
        row = self.row
        if row is None:
            self.item = None
            return
        number = self.workspace.store.last_operation
        if not self.revealed and self.ahead.has(row.id, number):
            record = self.ahead.record(row.id)
        else:
            with self.workspace.store.reading():
                record = self.read.item(row.id)
        self.item = self.names.of_item(record, row) if record else None

    def _first_place(self) -> Place:
        if self.meeting is not None and self.meeting.state == MeetingState.CLOSED:
            return CLOSING
        return self.live.id if self.live is not None else OPENING
