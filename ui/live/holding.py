"""Who chairs the meeting and who takes its minutes."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt

from models.records.meeting import MeetingRecord
from ui.desk import Desk
from ui.forms import Form
from ui.live.agency_words import AgencyWords
from ui.live.state import RoomState
from ui.widgets.card import Card
from ui.widgets.combo import Combo

Naming = Callable[[int, int | None], object]
ME = "me"
SAID = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class HoldingCard(Card):
    """Chair and minute taker, each a member; the minutes name them."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Who holds the meeting")
        self.desk, self.state = desk, state
        self._agencies = AgencyWords(desk)
        self.chair, self.minute_taker = Combo((), "Chair"), Combo((), "Minute taker")
        for field in (self.chair, self.minute_taker):
            field.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        form = Form()
        form.row("chair", "Chair", self.chair)
        form.row("minute_taker", "Minute taker", self.minute_taker)
        self.add(form)
        conduct = desk.workspace.conduct
        self.chair.changed.connect(lambda who: self._name(conduct.set_chair, who))
        self.minute_taker.changed.connect(self._take_minutes)

    def refill(self) -> None:
        """Show who was named."""
        meeting = self.state.meeting
        members = [one for one in self.desk.workspace.read.members() if one.active]
        brief = self._agencies.brief
        choices = [(one.id, _listed(one.name, brief(one.agency))) for one in members]
        full = {one.id: _listed(one.name, one.agency) for one in members}
        for field, kept in (
            (self.chair, meeting.chair_id if meeting else None),
            (self.minute_taker, meeting.minute_taker_id if meeting else None),
        ):
            mine = [(ME, f"{self._me()}, signed in")] if field is self.minute_taker else []
            field.set_choices([*choices, *(mine if self._is_no_member(members) else [])])
            for at, one in enumerate(members):
                for role in SAID:
                    field.setItemData(at, full[one.id], role)
            if not field.half_typed:
                field.set_value(kept)
            field.setToolTip(full.get(kept or 0, ""))
            field.setAccessibleDescription(field.toolTip())
        self.say("Who holds the meeting", _lacking(meeting))

    def _me(self) -> str:
        return self.desk.workspace.signed_in_name

    def _is_no_member(self, members: Sequence[Any]) -> bool:
        person = self.desk.workspace.person
        return person.member_id is None and all(one.name != person.name for one in members)

    def _take_minutes(self, who: object) -> None:
        meeting, conduct = self.state.meeting, self.desk.workspace.conduct
        if who != ME:
            self._name(conduct.set_minute_taker, who)
        elif meeting is not None and self.desk.attempt(self, conduct.take_minutes, meeting.id):
            self.state.refresh({"meeting", "member"})

    def _name(self, name: Naming, who: object) -> None:
        meeting = self.state.meeting
        member = who if isinstance(who, int) else None
        if meeting is not None and self.desk.attempt(self, name, meeting.id, member):
            self.state.refresh({"meeting"})


def _listed(name: str, agency: str | None) -> str:
    return ", ".join(filter(None, (name, agency)))


def _lacking(meeting: MeetingRecord | None) -> str:
    named = meeting is not None and meeting.chair and meeting.minute_taker
    return "" if named else "the minutes name them"
