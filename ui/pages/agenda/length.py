"""How long an agenda is against its meeting, in words that name what could move."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from models.marks import ItemKind, ItemState
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.rules.clocks import AgendaLength, TimedItem, agenda_length, minutes_between
from models.rules.listing import counted

OPENING_MINUTES = "15"
NAMED = 3
NONE_CAN_WAIT = "none of it can wait: lengthen the meeting or move an item by hand"


def length_of(meeting: MeetingRecord, order: Sequence[ItemRow], opening: int) -> AgendaLength:
    """The agenda's minutes, its opening among them, against the meeting's."""
    start, end = (datetime.combine(meeting.held_on, at) for at in (meeting.starts, meeting.ends))
    items = [
        TimedItem(
            row.id, ItemKind(row.kind), row.planned_minutes, row.seconds, ItemState(row.state)
        )
        for row in order
    ]
    return agenda_length(items, minutes_between(start, end), opening)


def length_words(found: AgendaLength, order: Sequence[ItemRow]) -> tuple[str, str]:
    """The length in words with its tint: "Over by 23 min; could move: V9 review"."""
    if found.over <= 0:
        spare = f", {-found.over} min in hand" if found.over else ", to the minute"
        return f"{found.planned} of {found.available} min planned{spare}", "plain"
    rows = {row.id: row for row in order}
    could = [f"{rows[one].reference} {rows[one].kind}" for one in found.could_move]
    named = ", ".join(could[:NAMED])
    more = f" and {len(could) - NAMED} more" if len(could) > NAMED else ""
    move = f"could move: {named}{more}" if could else NONE_CAN_WAIT
    return f"Over by {found.over} min of {found.available}; {move}", "medium"


def length_tag(
    meeting: MeetingRecord, order: Sequence[ItemRow], settings: Mapping[str, str]
) -> tuple[str, str]:
    """The length of an agenda in words with its tint, by the panel's settings."""
    opening = int(settings.get("minutes.opening", OPENING_MINUTES))
    return length_words(length_of(meeting, order, opening), order)


def ready_words(ready: Sequence[bool]) -> str:
    """How many items are ready of all: "3 of 12 items ready"."""
    return f"{sum(ready)} of {counted(len(ready), 'item', 'items')} ready"
