"""After the meeting: minutes from draft to issued, and every document confirmed before it goes."""

from ui.pages.minutes.page import MinutesPage

__all__ = ["MinutesPage"]
