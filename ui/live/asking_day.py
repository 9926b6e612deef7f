"""Asking for a day in the room's bar: a planned meeting, or a day as people say it."""

from collections.abc import Callable, Hashable
from datetime import date

from models.marks import MeetingState
from ui.live.ask_bar import AskBar
from ui.live.dates import spoken_in
from ui.live.state import RoomState
from ui.widgets.dates import long_date
from ui.widgets.lines import Line

NO_DAY = "Give the day, such as 19 November or next Thursday."


def ask_day(state: RoomState, bar: AskBar, question: str, act: Callable[[date], bool]) -> None:
    """Ask for a day after this meeting; what was understood stands under the line."""
    read = spoken_in(state)

    def answer(_text: str, key: Hashable | None) -> bool:
        if isinstance(key, date):
            return act(key)
        bar.refuse(NO_DAY)
        return False

    def find(text: str) -> list[Line]:
        if not text:
            return [Line(day, long_date(day), soft="planned") for day in _planned(state)]
        day = read(text).value
        return [Line(day, long_date(day))] if day is not None else []

    bar.ask(question, answer, find)


def _planned(state: RoomState) -> list[date]:
    """The days of planned meetings after this one, the nearest first."""
    meeting = state.meeting
    return sorted(
        one.held_on
        for one in state.workspace.read.meetings()
        if meeting is not None
        and one.series_id == meeting.series_id
        and one.state == MeetingState.PLANNED
        and one.held_on > meeting.held_on
    )
