"""The time line of several subjects together."""

from ui.pages.people.times.view import TimesView

__all__ = ["TimesView"]
