"""Risk schemes: looked at, copied, written, tried, begun on a day."""

from ui.pages.settings.schemes.part import SchemesPart

__all__ = ["SchemesPart"]
