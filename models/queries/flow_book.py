"""Flows as the settings list them: versions, how each stands, how many children entered it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import FlowEntry
from models.records.desk import SchemeRow
from models.records.reader import Reader
from models.rules.scheme_versions import standing


def flow_book(session: Session, reader: Reader) -> tuple[SchemeRow, ...]:
    """Every version of every flow."""
    counted = select(FlowEntry.flow_code, func.count()).group_by(FlowEntry.flow_code)
    used = dict(session.execute(counted).all())
    shipped = {one.code for one in codes.shipped("flows")}
    rows = [one for one in codes.load("flows") if isinstance(one, codes.Flow)]
    return tuple(
        SchemeRow(
            one.code, one.label, one.version, standing(one, reader.today), one.active,
            one.code not in shipped, used.get(one.code, 0), one.source,
        )
        for one in rows
    )  # fmt: skip
