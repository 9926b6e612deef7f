"""Planning a meeting, or changing one: the day as people say it, times, venue."""

from collections.abc import Collection
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from models.errors import Refusal
from models.records.meeting import MeetingRecord
from models.rules.closed_days import DayOff, day_off
from ui.desk import Desk
from ui.pages.records.dates import typed_time
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.dates import long_date, short_date

FIELDS = (
    Field("held_on", "Day", "due"),
    Field("starts", "From", hint="Such as 09:30"),
    Field("ends", "To"),
    Field("venue", "Venue", hint="A room, or how to join"),
)


class MeetingCard(EntryCard):
    """A form for one meeting; `planned` carries its id."""

    planned = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Plan a meeting", FIELDS, desk, self._keep_meeting)
        self._meeting: MeetingRecord | None = None
        self._series: int | None = None

    def ask_new(self, series_id: int | None = None) -> None:
        """Ask for a new meeting, of a tier or the panel itself, with its usual times."""
        self._meeting, self._series = None, series_id
        panel = self._desk.workspace.read.panel(series_id)
        self.say("Plan a meeting", panel.name if series_id is not None else "")
        self.ask({"starts": f"{panel.starts:%H:%M}", "ends": f"{panel.ends:%H:%M}"})

    def ask_change(self, meeting: MeetingRecord) -> None:
        """Ask what is to change of a meeting."""
        self._meeting = meeting
        self.say("Change this meeting")
        self.ask(
            {
                "held_on": meeting.held_on,
                "starts": f"{meeting.starts:%H:%M}",
                "ends": f"{meeting.ends:%H:%M}",
                "venue": meeting.venue,
            }
        )

    def _keep_meeting(self, values: dict[str, Any]) -> None:
        agenda = self._desk.workspace.agenda
        day = values.get("held_on")
        if not isinstance(day, date):
            raise Refusal("Give the day of the meeting, such as 12 November or next Thursday.",
                          "held_on")  # fmt: skip
        starts, ends = (typed_time(values.get(name), name) for name in ("starts", "ends"))
        venue = values.get("venue")
        off = day_off(day, self._desk.workspace.read.closed_days())
        if self._meeting is None:
            self.planned.emit(agenda.plan_meeting(day, starts, ends, venue, self._series))
            self._remark(off)
            return
        agenda.change_meeting(self._meeting.id, held_on=day, starts=starts, ends=ends, venue=venue)
        self.planned.emit(self._meeting.id)
        self._remark(off)

    def _remark(self, off: DayOff | None) -> None:
        """Say so where the day is one on which nobody works; it may be meant."""
        if off is not None:
            self._desk.notice.say(f"Kept. {long_date(off.day)} is {off.why}.")


def meeting_words(one: MeetingRecord) -> str:
    """A meeting in a list: "Thu 12 Nov 2026"; a closed or running one says so."""
    state = "" if one.state == "planned" else f", {one.state}"
    return f"{short_date(one.held_on)} {one.held_on.year}{state}"


def hours_words(meeting: MeetingRecord, closed: Collection[date]) -> str:
    """From when to when and where: "09:30 to 12:00, Civic Hall"; a day off says so."""
    off = day_off(meeting.held_on, closed)
    why = f" · {off.why}" if off else ""
    return f"{meeting.starts:%H:%M} to {meeting.ends:%H:%M}, {meeting.venue or 'no venue'}{why}"
