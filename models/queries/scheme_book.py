"""Risk schemes as the settings list them: versions, how each stands, how often it is used."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment
from models.records.desk import SchemeRow
from models.records.reader import Reader
from models.rules.scheme_versions import check_unused, standing


def scheme_book(session: Session, reader: Reader) -> tuple[SchemeRow, ...]:
    """Every version of every scheme, the panel's own after those shipped."""
    counted = select(Assessment.scheme_code, func.count()).group_by(Assessment.scheme_code)
    used = {code: many for code, many in session.execute(counted) if code}
    shipped = {one.code for one in codes.shipped("schemes")}
    rows = [one for one in codes.load("schemes") if isinstance(one, codes.Scheme)]
    return tuple(
        SchemeRow(
            one.code, one.label, one.version, standing(one, reader.today), one.active,
            one.code not in shipped, used.get(one.code, 0), one.source,
        )
        for one in rows
    )  # fmt: skip


def check_free(session: Session, code: str, field: str) -> None:
    """Raises Refusal where the field is the meaning of assessments made by this version."""
    made = select(func.count()).select_from(Assessment).where(Assessment.scheme_code == code)
    check_unused(field, session.scalar(made) or 0)
