"""Reading back and closing: every action by agency, what is undecided or open, the next date."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import ItemState
from models.records.meeting import ItemRecord, ItemRow
from models.records.outcomes import ActionRow
from ui import look
from ui.desk import Desk
from ui.live.dates import spoken_in
from ui.live.ledger import Entry, Ledger
from ui.live.state import TO_COME, RoomState
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import long_date, short_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.row_list import Line


class ReadBack(QWidget):
    """What the chair reads at the end; closing needs no more than this page.

    Actions that not everyone here may hear are counted; F4 shows them, once whoever must has left.
    """

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.spoken = SoftLabel(desk.workspace.read.wording("read_back"))
        self.list = Ledger("Read-back")
        self.next = DateEdit(spoken_in(state), "Next meeting")
        self.next.setMinimumWidth(look.current().px(420))
        self.next.changed.connect(self._next_on)
        self.close_it = ConfirmInPlace("Close the meeting", "Close it now?", "Close it")
        self.close_it.confirmed.connect(lambda _reason: self.close_meeting())
        self.done = Banner("", "low")
        self.done.offer("To the minutes and the action list", self._to_minutes)
        self._build()

    def refill(self) -> None:
        """Show everything that is to be read back."""
        meeting = self.state.meeting
        if meeting is None:
            return
        read = self.state.read
        items = read.items_of(meeting.id)
        actions = read.actions(meeting_id=meeting.id)
        apart = self._apart(meeting.id, actions)
        self.list.show_entries(
            [
                *self._kept_back(apart),
                *_by_agency(self.state, [one for one in actions if one not in apart]),
                *_undecided(self.state),
                *_open_points(self.state, items),
                *_not_reached(self.state),
            ]
        )
        if not self.next.half_typed:
            self.next.set_value(meeting.next_meeting_on or self._planned_next())
        self._say_closed()

    def close_meeting(self) -> None:
        """Close the meeting; items not reached are named as such."""
        meeting = self.state.meeting
        if meeting is None:
            return
        close = self.desk.workspace.conduct.close
        if self.desk.attempt(self, close, meeting.id, self.next.value()):
            self.state.refresh()

    def first_field(self) -> QWidget:
        """Where the hand goes when the read-back is shown."""
        return self.list

    def _say_closed(self) -> None:
        meeting = self.state.meeting
        at = meeting.closed_at if meeting is not None else None
        words = f"Closed {at:%H:%M}. The action list is made on the page Minutes." if at else ""
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
            return [head, *first, *(_action(self.state, one) for one in apart)]
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
        days = [one.held_on for one in self.desk.workspace.read.meetings()]
        return min((day for day in days if meeting and day > meeting.held_on), default=None)

    def _to_minutes(self) -> None:
        if self.state.meeting is not None:
            self.desk.go("minutes", self.state.meeting.id)

    def _build(self) -> None:
        card = Card("Read-back")
        card.add(self.spoken)
        card.add(self.list)
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)
        end = Card("Close")
        row = FlowLayout(gap=12)
        row.addWidget(SoftLabel("Next meeting", wrap=False))
        row.addWidget(self.next)
        end.body.addLayout(row)
        end.add(self.close_it)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.done)
        whole.addWidget(card, 1)
        whole.addWidget(end)


def _by_agency(state: RoomState, actions: Sequence[ActionRow]) -> list[Line]:
    """Actions of the meeting under their agencies, those that nobody owns first."""
    rows = sorted(actions, key=lambda one: (one.agency or "", one.due_on or date.max))
    lines: list[Line] = [Line("h.count", f"Actions agreed  {len(rows)}", heading=True)]
    agency: str | None = None
    for one in rows:
        if (one.agency or "No agency") != agency:
            agency = one.agency or "No agency"
            lines.append(Entry(("agency", agency), agency, head=True))
        lines.append(_action(state, one))
    return lines if rows else [*lines, Entry("none", "No action was agreed.")]


def _action(state: RoomState, one: ActionRow) -> Entry:
    due = short_date(one.due_on) if one.due_on else one.due_words or ""
    missing = [] if one.owner else ["no named owner"]
    missing += [] if due else ["no date"]
    soft = (one.owner or "", due)
    return Entry(
        ("action", one.id),
        state.masked(one.text),
        soft=" · ".join(part for part in soft if part),
        amber=", ".join(missing),
        tag=one.item_reference or one.reference,
    )


def _undecided(state: RoomState) -> list[Line]:
    held = {ItemState.DISCUSSED, ItemState.OPEN}
    rows = [row for row in state.facts.order if row.state in held and not row.decided]
    return _named(state, "Without a decision", rows)


def _not_reached(state: RoomState) -> list[Line]:
    rows = [r for r in state.facts.order if r.state in TO_COME or r.state == ItemState.NOT_REACHED]
    deferred = [row for row in state.facts.order if row.state == ItemState.DEFERRED]
    return [*_named(state, "Not reached", rows), *_named(state, "Deferred", deferred)]


def _named(state: RoomState, title: str, rows: Sequence[ItemRow]) -> list[Line]:
    if not rows:
        return []
    head = Line(f"h.{title}", f"{title}  {len(rows)}", heading=True)
    entries = [
        Entry(
            (title, row.id),
            state.shown_name(row),
            soft=state.masked(row.deferred_reason),
            tag=row.reference,
            tag_kind="medium",
        )
        for row in rows
    ]
    return [head, *entries]


def _open_points(state: RoomState, items: Sequence[ItemRecord]) -> list[Line]:
    held = {ItemState.DISCUSSED, ItemState.OPEN}
    entries = []
    for item in items:
        left = [words for words, stands in item.points if not stands and words != "Decision"]
        if left and item.row.state in held:
            name = state.shown_name(item.row)
            entries.append(
                Entry(("open", item.row.id), name, soft=", ".join(left), tag=item.row.reference)
            )
    if not entries:
        return []
    return [Line("h.open", f"Open points  {len(entries)}", heading=True), *entries]
