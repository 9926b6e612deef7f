"""Reports as they may be published together: small numbers held back from all of them."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.by_authority import quarterly_by_authority
from models.queries.turned_away import turned_away
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.public_figures import public


def public_reports(session: Session, reader: Reader, on: date) -> tuple[ReportTable, ...]:
    """Every report of a day for a committee or the public, from what the reader may count.

    The picture stands with its authorities where the panel has named them: published apart, by
    district and by authority, one could be taken from the other.
    """
    picture = quarterly_by_authority(session, reader, on)
    return public((picture, turned_away(session, reader, on)))
