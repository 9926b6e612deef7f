"""Ages in whole years."""

from datetime import date

FULL_AGE = 18
GROWN = "Aged 18 or over on the day, of those whose date of birth is known: {}."


def born_by(on: date, years: int = FULL_AGE) -> date:
    """The last date of birth of whoever is that old on a day."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - years, on.month, day)


def age(born: date | None, on: date) -> int | None:
    """Whole years on a day; None where the date of birth is not known or lies after it."""
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
