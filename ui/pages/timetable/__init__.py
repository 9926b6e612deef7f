"""The timetable: meetings to come with their deadlines, and a season planned at once."""

from ui.pages.timetable.view import Timetable

__all__ = ["Timetable"]
