"""The quarterly picture of a panel of several authorities: each with its districts."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.local import authorities
from models.queries.quarterly import quarterly
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules import by_authority as rule


def quarterly_by_authority(session: Session, reader: Reader, on: date) -> ReportTable:
    """The picture with a column for each authority; by district alone where none is named."""
    table, whose = quarterly(session, reader, on), authorities(session, reader)
    return rule.by_authority(table, whose) if whose else table
