"""When training is renewed."""

from datetime import date

from models.rules.months import add_months


def renew_on(done_on: date, months: int | None) -> date | None:
    """The day on which a course is to be done again; None where it never is."""
    return add_months(done_on, months) if months else None


def overdue(renewed_by: date | None, today: date) -> bool:
    """Whether the day on which it was to be done again is past."""
    return renewed_by is not None and renewed_by < today
