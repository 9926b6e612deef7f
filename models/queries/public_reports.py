"""Reports as they may be published together: small numbers held back from all of them."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.by_authority import quarterly_by_authority
from models.queries.published import published_near
from models.queries.turned_away import turned_away
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.public_figures import public


def public_reports(session: Session, reader: Reader, on: date) -> tuple[ReportTable, ...]:
    """Every report of a day for a committee or the public, from what the reader may count.

    What a report of a day close to it held back, which was written already, is held back as well.
    The picture stands with its authorities where the panel has named them: published apart, by
    district and by authority, one could be taken from the other.
    """
    on = min(on, reader.today)
    earlier = [public(_tables(session, reader, day)) for day in published_near(session, on)]
    return public(_tables(session, reader, on), [one for some in earlier for one in some])


def _tables(session: Session, reader: Reader, on: date) -> tuple[ReportTable, ...]:
    return quarterly_by_authority(session, reader, on), turned_away(session, reader, on)
