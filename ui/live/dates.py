"""Dates typed in the room: as people say them, counted from today and the next meeting."""

from collections.abc import Callable
from datetime import date

from models.rules.dates import DateReading, spoken_date
from ui.live.state import RoomState


def spoken_in(state: RoomState) -> Callable[[str], DateReading]:
    """Give the reading of dates for this meeting."""

    def read(text: str) -> DateReading:
        meeting = state.meeting
        today: date = state.now.date()
        following = meeting.next_meeting_on if meeting is not None else None
        return spoken_date(text, max(today, meeting.held_on) if meeting else today, following)

    return read
