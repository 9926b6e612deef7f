"""How many children need assessing again: counted in SQL, for Today asks it at every start."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from models.entities import Assessment, Child, ChildStatus, SameAs
from models.queries.knowable import leads
from models.queries.standing import standings
from models.queries.validity import validity
from models.records.reader import Reader
from models.rules.schemes import overdue


def reassessments_due(session: Session, reader: Reader) -> int:
    """How many children on the tracker have no risk assessment in date today."""
    day, period = reader.today, validity(session)
    found = session.execute(_ALONE, {"day": day})
    alone: int = sum(many for on, scheme, many in found if overdue(on, day, period(scheme)))
    return alone + _joined(session, reader)


def _joined(session: Session, reader: Reader) -> int:
    """Of the children who stand for several records: few, and each is read as on its page."""
    folded, heads = leads(session), session.scalars(select(SameAs.lead_id).where(SameAs.same))
    several = {folded.get(one, one) for one in heads}
    held = standings(session, reader, several) if several else {}
    return sum(one.on_tracker and one.assessment_overdue for one in held.values())


def _last_status() -> Select[int]:
    return (
        select(ChildStatus.id)
        .where(
            ChildStatus.child_id == Child.id,
            or_(ChildStatus.since.is_(None), ChildStatus.since <= bindparam("day")),
        )
        .order_by(ChildStatus.since.is_not(None).desc(), ChildStatus.since.desc())
        .order_by(ChildStatus.id.desc())
        .limit(1)
        .correlate(Child)
    )


def _last_assessment() -> Select[int]:
    return (
        select(Assessment.id)
        .where(Assessment.child_id == Child.id, Assessment.assessed_on <= bindparam("day"))
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
        .limit(1)
        .correlate(Child)
    )


def _unjoined() -> ColumnElement[bool]:
    folded = select(SameAs.other_id).where(SameAs.same)
    standing = select(SameAs.lead_id).where(SameAs.same)
    return Child.id.not_in(folded) & Child.id.not_in(standing)


_ALONE: Select[*tuple[Any, ...]] = (
    select(Assessment.assessed_on, Assessment.scheme_code, func.count())
    .select_from(Child)
    .join(ChildStatus, ChildStatus.id == _last_status().scalar_subquery())
    .outerjoin(Assessment, Assessment.id == _last_assessment().scalar_subquery())
    .where(ChildStatus.on_tracker, _unjoined())
    .group_by(Assessment.assessed_on, Assessment.scheme_code)
)
