"""People and places: lists, record pages, and questions of sameness."""

from ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
