"""A day as it is written in a line."""

from datetime import date


def short(day: date) -> str:
    """The day as "20 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"


def in_words(day: date) -> str:
    """The day as "Fri 20 Nov 2026"."""
    return f"{day:%a} {short(day)}"
