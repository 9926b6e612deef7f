"""Planning a meeting, or changing one: the day as people say it, times, venue."""

from datetime import date, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.errors import Refusal
from models.records.meeting import MeetingRecord
from models.rules.dates.times import clock_time
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.card import CardList
from ui.widgets.dates import short_date

FIELDS = (
    Field("held_on", "Day", "due"),
    Field("starts", "From", hint="Such as 09:30"),
    Field("ends", "To"),
    Field("venue", "Venue", hint="A room, or how to join"),
)


class MeetingCard(EntryCard):
    """A form for one meeting; `planned` carries its id."""

    planned, asked = Signal(int), Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Plan a meeting", FIELDS, desk, self._keep_meeting)
        self._meeting: MeetingRecord | None = None
        self._in_place_of_it = False

    def ask_new(self) -> None:
        """Ask for a new meeting, with the panel's usual times."""
        self._meeting = None
        self.asked.emit()
        self.say("Plan a meeting")
        panel = self._desk.workspace.read.panel()
        self.ask({"starts": f"{panel.starts:%H:%M}", "ends": f"{panel.ends:%H:%M}"})

    def ask_change(self, meeting: MeetingRecord) -> None:
        """Ask what is to change of a meeting."""
        self._meeting = meeting
        self.asked.emit()
        self.say("Change this meeting")
        self.ask(
            {
                "held_on": meeting.held_on,
                "starts": f"{meeting.starts:%H:%M}",
                "ends": f"{meeting.ends:%H:%M}",
                "venue": meeting.venue,
            }
        )

    def scrolling(self, instead_of: QWidget) -> CardList:
        """The form where it scrolls; while it asks it stands instead of something else."""
        place = CardList("Planning a meeting")
        place.add(self)
        place.hide()
        self.asked.connect(lambda: self._stand(place, instead_of))
        self.closed.connect(place.hide)
        self.closed.connect(lambda: instead_of.setVisible(self._in_place_of_it))
        self.planned.connect(self._planned)
        return place

    def _planned(self, _meeting_id: int) -> None:
        # With a meeting there is something to show again, also where there was nothing before.
        self._in_place_of_it = True

    def _stand(self, place: CardList, instead_of: QWidget) -> None:
        if place.isHidden():
            self._in_place_of_it = not instead_of.isHidden()
        place.show()
        instead_of.hide()

    def _keep_meeting(self, values: dict[str, Any]) -> None:
        agenda = self._desk.workspace.agenda
        day = values.get("held_on")
        if not isinstance(day, date):
            raise Refusal("Give the day of the meeting, such as 12 November or next Thursday.",
                          "held_on")  # fmt: skip
        starts, ends = _time(values, "starts"), _time(values, "ends")
        venue = values.get("venue")
        if self._meeting is None:
            self.planned.emit(agenda.plan_meeting(day, starts, ends, venue))
            return
        agenda.change_meeting(self._meeting.id, held_on=day, starts=starts, ends=ends, venue=venue)
        self.planned.emit(self._meeting.id)


def meeting_words(one: MeetingRecord) -> str:
    """A meeting in a list: "Thu 12 Nov 2026"; a closed or running one says so."""
    state = "" if one.state == "planned" else f", {one.state}"
    return f"{short_date(one.held_on)} {one.held_on.year}{state}"


def _time(values: dict[str, Any], name: str) -> time:
    found = clock_time(str(values.get(name) or ""))
    if found is None:
        raise Refusal("Write the time as 09:30.", name)
    return found
