"""A calendar invitation to one slot: the panel's name and the item's reference, nothing more."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from exports import filing
from exports.filing import Target
from models.errors import Refusal
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.records.panel import PanelRecord

if TYPE_CHECKING:
    from icalendar import Event

TIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
LONDON = ZoneInfo("Europe/London")
SHORTEST = 5


def write(
    panel: PanelRecord,
    meeting: MeetingRecord,
    item: ItemRow,
    to: Target,
    *,
    made_at: datetime,
    sequence: int = 0,
) -> str:
    """The invitation as an .ics file at `to`; gives its sha256."""
    return filing.put(compose(panel, meeting, item, made_at=made_at, sequence=sequence), to)


def compose(
    panel: PanelRecord,
    meeting: MeetingRecord,
    item: ItemRow,
    *,
    made_at: datetime,
    sequence: int = 0,
) -> bytes:
    """The invitation; a later one for the same item replaces it by a higher `sequence`.

    Raises Refusal for an item that has no slot.
    """
    from icalendar import Calendar, Component

    if item.slot is None:
        raise Refusal(f"Item {item.reference} has no slot yet.", "slot")
    calendar = Calendar()
    calendar.add("prodid", "-//MaceDesk//Slot invitation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    begins = datetime.combine(meeting.held_on, item.slot, LONDON)
    calendar.add_component(Component.from_ical(TIMEZONE))
    calendar.add_component(_event(panel, meeting, item, begins, made_at, sequence))
    return bytes(calendar.to_ical())


def _event(
    panel: PanelRecord,
    meeting: MeetingRecord,
    item: ItemRow,
    begins: datetime,
    made_at: datetime,
    sequence: int,
) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", item.uuid)
    event.add("sequence", sequence)
    event.add("dtstamp", made_at.replace(tzinfo=LONDON).astimezone(ZoneInfo("UTC")))
    event.add("summary", f"{panel.name}, item {item.reference}")
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=max(item.planned_minutes, SHORTEST)))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    if meeting.venue:
        event.add("location", meeting.venue)
    event.add("description", f"{panel.marking}. Please join at this time, for this item only.")
    return event
