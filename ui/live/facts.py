"""What the room reads of the meeting as a whole, and the forecast that is made of it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.records.item import ItemRow
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord
from models.rules.clocks import Forecast
from models.rules.forward import in_turn
from models.rules.quorum import Quorum
from ui.live.naming import RoomNames
from ui.live.timing import forecast_of


@dataclass(frozen=True)
class Facts:
    """What is read of the meeting as a whole."""

    meeting: MeetingRecord | None = None
    order: tuple[ItemRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    quorum: Quorum | None = None
    sections: tuple[tuple[str, str], ...] = ()
    declarations: tuple[DeclarationRow, ...] = ()


def facts_of(read: Any, meeting_id: int, names: RoomNames) -> Facts:
    """What is read of a meeting, its items called as the room calls them."""
    return Facts(
        read.meeting(meeting_id),
        in_turn(map(names.of_row, read.running_order(meeting_id))),
        read.attendance(meeting_id),
        read.quorum(meeting_id),
        read.panel_of(meeting_id).section_names,
        read.declarations(meeting_id),
    )


def likely_meeting(read: Any) -> int | None:
    """The meeting that runs, else the next, else any that there is."""
    running: int | None = read.running_meeting()
    if running is not None:
        return running
    found = read.next_meeting() or next(iter(read.meetings()), None)
    return found.id if found else None


def is_gone(read: Any, meeting: MeetingRecord | None, touched: Set[str]) -> bool:
    """Whether there is no meeting, or it was itself taken back: its making is a step as any."""
    if meeting is None:
        return True
    return "meeting" in touched and all(one.id != meeting.id for one in read.meetings())


class Foretelling:
    """When the meeting is likely to end, reckoned once for a second: several parts ask."""

    def __init__(self) -> None:
        self._told: tuple[Facts, datetime, Forecast | None] | None = None

    def of(self, facts: Facts, now: datetime) -> Forecast | None:
        """The forecast from what is known now; none without a meeting."""
        told = self._told
        if told is None or told[0] is not facts or told[1] != now:
            meeting = facts.meeting
            found = forecast_of(meeting, facts.order, now) if meeting is not None else None
            self._told = told = facts, now, found
        return told[2]
