"""Dates as the window writes them: day first, month in words."""

from datetime import date, datetime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """Give "Thursday 12 November 2026", whatever the system's language."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain_date(day: date) -> str:
    """Give "12 Nov 2026", as tables and fields write a date."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def short_date(day: date) -> str:
    """Give "Thu 12 Nov", for dates near the present."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def day_and_month(day: date) -> str:
    """Give "24 September", for a date within the year."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def clock_time(moment: datetime) -> str:
    """Give "10:42:07"."""
    return f"{moment:%H:%M:%S}"
