"""Reports as they may be published together: small numbers held back from all of them."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.quarterly import quarterly
from models.queries.turned_away import turned_away
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.public_figures import public


def public_reports(session: Session, reader: Reader, on: date) -> tuple[ReportTable, ...]:
    """Every report of a day for a committee or the public, from what the reader may count."""
    return public((quarterly(session, reader, on), turned_away(session, reader, on)))
