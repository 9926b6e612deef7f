"""Reckoning by months: a month's last day, and the same day so many months later."""

from calendar import monthrange
from datetime import date


def month_end(year: int, month: int) -> date:
    """The last day of that month; month 13 is January of the year after."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day."""
    last = month_end(day.year, day.month + count)
    return last.replace(day=min(day.day, last.day))
