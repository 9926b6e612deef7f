"""The meetings of a season and their deadlines as one calendar file: no person, no subject."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from exports import filing
from exports.invitation import LONDON, TIMEZONE
from models.errors import Refusal
from models.records.panel import PanelRecord
from models.records.seasons import CalendarEntry
from models.rules import access
from models.workspace import Workspace

if TYPE_CHECKING:
    from icalendar import Event

NOTHING = "No meeting is planned and none was called off: there is nothing for a calendar."
CALLED_OFF = "This is no longer so."


def write(workspace: Workspace, to: Path) -> str:
    """Write what should stand in calendars now, and keep that it was; gives the file's digest.

    Each entry keeps its identity, so that a calendar replaces what it holds, and takes out what
    was called off.
    """
    access.check(workspace.person.role, "export_documents")
    entries = workspace.read.calendar_entries()
    if not entries:
        raise Refusal(NOTHING)
    blob = calendar_file(workspace.read.panel(), entries, made_at=workspace.store.clock.now())
    digest = filing.put(blob, to)
    workspace.agenda.calendar_sent(entries)
    return digest


def calendar_file(
    panel: PanelRecord, entries: Iterable[CalendarEntry], *, made_at: datetime
) -> bytes:
    """The entries as an .ics file: meetings at their times, deadlines as whole days."""
    from icalendar import Calendar, Component

    calendar = Calendar()
    calendar.add("prodid", "-//MaceDesk//Timetable//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{panel.name}: meetings and deadlines")
    calendar.add_component(Component.from_ical(TIMEZONE))
    for one in entries:
        calendar.add_component(_event(panel, one, made_at))
    return bytes(calendar.to_ical())


def _event(panel: PanelRecord, one: CalendarEntry, made_at: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", one.identity)
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("dtstamp", made_at.replace(tzinfo=LONDON).astimezone(ZoneInfo("UTC")))
    event.add("summary", _summary(one))
    if one.starts is not None and one.ends is not None:
        event.add("dtstart", datetime.combine(one.day, one.starts, LONDON))
        event.add("dtend", datetime.combine(one.day, one.ends, LONDON))
    else:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if one.starts is not None else "TRANSPARENT")
    if one.venue:
        event.add("location", one.venue)
    event.add("description", f"{panel.marking}. {CALLED_OFF if one.cancelled else ''}".strip())
    return event


def _summary(one: CalendarEntry) -> str:
    if one.starts is not None:
        return one.panel
    if one.cancelled and one.day == one.held_on:
        return f"{one.panel}, {one.label[0].lower()}{one.label[1:]}"
    held = f"{one.held_on.day} {one.held_on:%B %Y}"
    return f"{one.panel}, {one.label[0].lower()}{one.label[1:]} for {held}"
