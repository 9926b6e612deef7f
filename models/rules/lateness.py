"""How late something is, in words that people can weigh."""

from collections.abc import Collection
from datetime import date

from models.rules.day_words import in_words
from models.rules.working_days import working_days_between

COUNTED = 60
"""Up to so many working days are counted; of what is later the day says more."""


def late_words(due: date, today: date, closed: Collection[date]) -> str:
    """As “3 working days late”; “late” where none has passed; since when, after a quarter."""
    days = working_days_between(due, today, closed)
    if days > COUNTED:
        return f"late since {in_words(due)}"
    return f"{_counted(days)} late" if days else "late"


def overdue_words(due: date, today: date, closed: Collection[date]) -> str:
    """The same of what is “overdue by 3 working days”, counted in the same way."""
    days = working_days_between(due, today, closed)
    if days > COUNTED:
        return f"overdue since {in_words(due)}"
    return f"overdue by {_counted(days)}" if days else "overdue"


def _counted(days: int) -> str:
    return f"{days} working day{'' if days == 1 else 's'}"
