"""A calendar invitation to one slot: the panel's name and the item's reference, nothing more."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from exports.audience import Document, Names
from exports.filing import safe_name, sha256
from exports.making import Making
from models.records.issuing import SlotInvitation
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
KIND, FOLDER = "invitations", "invitations/"
PLEASE = "Please join at this time, for this item only."
NO_LONGER = "You are no longer asked to join."


def invitations(making: Making) -> Iterator[tuple[Document, SlotInvitation]]:
    """An invitation for each person invited for one item, and each cancellation that is due."""
    read, names = making.audiences.panel, Names()
    organiser = making.audiences.setting("reply_to")
    for one in read.slot_invitations(making.audiences.meeting_id):
        blob = compose(making.papers.panel, one, organiser, made_at=making.papers.made_at)
        parts = ("cancel", safe_name(one.reference)) if one.cancelled else (one.reference,)
        name = names.take(FOLDER, *parts, ending=".ics")
        yield _document(name, one, blob), one


def _document(name: str, one: SlotInvitation, blob: bytes) -> Document:
    return Document(
        name, KIND, one.name, lambda _: blob, sha256(blob), recipient=one.name,
        address=one.address, item_id=one.item_id,
    )  # fmt: skip


def compose(
    panel: PanelRecord, one: SlotInvitation, organiser: str = "", *, made_at: datetime
) -> bytes:
    """The invitation, or its cancellation, as an .ics file.

    It is a request with organiser and attendee where both addresses are known, else it is only
    published; its identity and the count of its changes let a calendar replace what it holds.
    """
    from icalendar import Calendar, Component

    addressed = "@" in organiser and bool(one.address)
    calendar = Calendar()
    calendar.add("prodid", "-//MaceDesk//Slot invitation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", _method(one, addressed=addressed))
    calendar.add_component(Component.from_ical(TIMEZONE))
    event = _event(panel, one, made_at)
    if addressed:
        event.add("organizer", f"mailto:{organiser.strip()}")
        how = {"role": "REQ-PARTICIPANT", "partstat": "NEEDS-ACTION", "rsvp": "TRUE"}
        event.add("attendee", f"mailto:{one.address}", parameters=how)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _method(one: SlotInvitation, *, addressed: bool) -> str:
    if one.cancelled:
        return "CANCEL"
    return "REQUEST" if addressed else "PUBLISH"


def _event(panel: PanelRecord, one: SlotInvitation, made_at: datetime) -> "Event":
    from icalendar import Event

    begins = datetime.combine(one.day, one.starts, LONDON)
    event = Event()
    event.add("uid", one.identity)
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("dtstamp", made_at.replace(tzinfo=LONDON).astimezone(ZoneInfo("UTC")))
    what = one.reference if " " in one.reference else f"item {one.reference}"
    event.add("summary", f"{panel.name}, {what}")
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=max(one.minutes, SHORTEST)))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    if one.venue:
        event.add("location", one.venue)
    event.add("description", f"{panel.marking}. {NO_LONGER if one.cancelled else PLEASE}")
    return event
