"""The time line of several subjects together."""

from ui.pages.people.times.room import RoomTimes
from ui.pages.people.times.view import AGENDA, BESIDE, TimesView, asked

__all__ = ["AGENDA", "BESIDE", "RoomTimes", "TimesView", "asked"]
