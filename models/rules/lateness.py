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
    return f"{days} working day{'' if days == 1 else 's'} late" if days else "late"
