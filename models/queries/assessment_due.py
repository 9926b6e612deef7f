"""Until when an assessment of a day is in date by its scheme."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.validity import validity
from models.records.reader import Reader
from models.rules.schemes import last_day_in_date


def in_date_through(
    session: Session, reader: Reader, scheme_code: str | None, assessed_on: date
) -> date:
    """The last day in date, by the panel's own period, the scheme's, or a month."""
    return last_day_in_date(assessed_on, validity(session)(scheme_code))
