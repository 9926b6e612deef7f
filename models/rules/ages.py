"""Ages in whole years."""

from datetime import date


def age(born: date | None, on: date) -> int | None:
    """Whole years on a day; None where the date of birth is not known or lies after it."""
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
