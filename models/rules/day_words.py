"""A day as it is written in a line."""

from datetime import date


def short(day: date) -> str:
    """The day as "20 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"


def near(day: date, beside: date) -> str:
    """The day as "20 Nov", with the year where it is another than that of `beside`."""
    return f"{day.day} {day:%b}" if day.year == beside.year else short(day)


def in_words(day: date) -> str:
    """The day as "Fri 20 Nov 2026"."""
    return f"{day:%a} {short(day)}"


def to_come(on: date, today: date) -> tuple[str, ...]:
    """What is to be said of figures on a day that is still to come; nothing of any other."""
    if on <= today:
        return ()
    return (
        f"{in_words(on)} is still to come: nothing after today, {in_words(today)}, is counted.",
    )
