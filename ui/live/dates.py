"""Dates typed in the room: as people say them, counted from today and the next meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from models.rules.dates import ONLY_A_DAY, beside_reading, lately_past, said_behind, spoken_date
from ui.live.state import RoomState
from ui.widgets.date_edit import DateReading
from ui.widgets.working_day import worked


def spoken_in(state: RoomState) -> Callable[[str], DateReading]:
    """Give the reading of dates for this meeting."""

    def read(text: str) -> DateReading:
        meeting = state.meeting
        today: date = state.now.date()
        following = meeting.next_meeting_on if meeting is not None else None
        closed: frozenset[date] = state.workspace.read.closed_days()
        day = max(today, meeting.held_on) if meeting else today
        said = spoken_date(text, day, following, closed=closed)
        if said.value is not None and (beside := beside_reading(text, said)):
            return replace(said, value=None, warning=ONLY_A_DAY.format(beside))
        return worked(lately_past(said_behind(said, text, today), day), closed)

    return read
