"""Versions of schemes and flows as the settings list them: how each stands, how often used."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, FlowEntry
from models.errors import Refusal
from models.records.desk import SchemeRow
from models.records.reader import Reader
from models.rules.scheme_versions import check_unused, standing

ENTERED = "A child went through this version: it stays as it is. Make a new version."


def scheme_book(session: Session, reader: Reader) -> tuple[SchemeRow, ...]:
    """Every version of every scheme, the panel's own after those shipped."""
    return _book(session, reader, "schemes", Assessment.scheme_code)


def flow_book(session: Session, reader: Reader) -> tuple[SchemeRow, ...]:
    """Every version of every flow."""
    return _book(session, reader, "flows", FlowEntry.flow_code)


def _book(session: Session, reader: Reader, name: str, used_by: Any) -> tuple[SchemeRow, ...]:
    used: dict[str | None, int] = dict(
        session.execute(select(used_by, func.count()).group_by(used_by)).all()
    )
    shipped = {one.code for one in codes.shipped(name)}
    return tuple(
        SchemeRow(
            one.code, one.label, one.version, standing(one, reader.today), one.active,
            one.code not in shipped, used.get(one.code, 0), one.source,
        )
        for one in codes.load(name)
        if isinstance(one, (codes.Scheme, codes.Flow))
    )  # fmt: skip


def check_free(session: Session, code: str, field: str) -> None:
    """Raises Refusal where the field is the meaning of assessments made by this version."""
    check_unused(field, _count(session, Assessment.scheme_code == code))


def check_not_entered(session: Session, code: str) -> None:
    """Raises Refusal where a child entered this version of a flow."""
    if _count(session, FlowEntry.flow_code == code):
        raise Refusal(ENTERED, "steps")


def _count(session: Session, which: Any) -> int:
    return session.scalar(select(func.count()).where(which)) or 0
