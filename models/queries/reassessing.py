"""How many children need assessing again: counted in SQL, for Today asks it at every start."""

from datetime import date

from sqlalchemy import ColumnElement, Select, bindparam, case, func, literal, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, Child, ChildStatus, SameAs
from models.queries.knowable import leads
from models.queries.validity import validity
from models.records.reader import Reader
from models.rules.schemes import first_day_in_date

_child = Child.__table__


def reassessments_due(session: Session, reader: Reader) -> int:
    """How many children on the tracker have no risk assessment in date today."""
    day = reader.today
    lapsed = or_(Assessment.id.is_(None), Assessment.assessed_on < _in_date_from(session, day))
    alone = session.scalar(_ALONE.where(lapsed), {"day": day}) or 0
    return alone + _joined(session, reader)


def _in_date_from(session: Session, day: date) -> ColumnElement[date]:
    """The first day on which an assessment by the row's scheme is in date still."""
    period = validity(session)
    usual = literal(first_day_in_date(day, period(None)))
    schemes = {one.code: first_day_in_date(day, period(one.code)) for one in codes.load("schemes")}
    return case(schemes, value=Assessment.scheme_code, else_=usual)


def _joined(session: Session, reader: Reader) -> int:
    """Of the children who stand for several records: few, and each is read as on its page."""
    folded, heads = leads(session), session.scalars(select(SameAs.lead_id).where(SameAs.same))
    several = {folded.get(one, one) for one in heads}
    if not several:
        return 0
    from models.queries.standing import standings  # a panel without such children waits for none

    held = standings(session, reader, several)
    return sum(one.on_tracker and one.assessment_overdue for one in held.values())


def _last_status() -> Select[int]:
    return (
        select(ChildStatus.id)
        .where(
            ChildStatus.child_id == _child.c.id,
            or_(ChildStatus.since.is_(None), ChildStatus.since <= bindparam("day")),
        )
        .order_by(ChildStatus.since.is_not(None).desc(), ChildStatus.since.desc())
        .order_by(ChildStatus.id.desc())
        .limit(1)
        .correlate(_child)
    )


def _last_assessment() -> Select[int]:
    return (
        select(Assessment.id)
        .where(Assessment.child_id == _child.c.id, Assessment.assessed_on <= bindparam("day"))
        .where(Assessment.screening.is_not(True))
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
        .limit(1)
        .correlate(_child)
    )


def _unjoined() -> ColumnElement[bool]:
    folded = select(SameAs.other_id).where(SameAs.same)
    standing = select(SameAs.lead_id).where(SameAs.same)
    return _child.c.id.not_in(folded) & _child.c.id.not_in(standing)


_ALONE = (
    select(func.count())
    .select_from(_child)
    .join(ChildStatus, ChildStatus.id == _last_status().scalar_subquery())
    .outerjoin(Assessment, Assessment.id == _last_assessment().scalar_subquery())
    .where(ChildStatus.on_tracker, _unjoined())
)
