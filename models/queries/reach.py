"""Whether a measure fits whom it is against and the children it protects, by the record."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import Child, ChildStatus, PersonOfConcern, Subject
from models.marks import SubjectKind
from models.queries.knowable import knowable
from models.queries.prepared import for_reader
from models.records.reader import Reader
from models.rules.ages import age
from models.rules.reach import Reached, in_care, mismatches

LOOKED_AFTER = frozenset({"CLA", "OLA", "UASC"})
"""Plans under which a child may be in care: without a legal status on record, nobody knows."""
_child, _person = Child.__table__, PersonOfConcern.__table__
_later = aliased(ChildStatus)


@for_reader
def _by_today(reader: Reader) -> Select[*tuple[Any, ...]]:
    """How these records stand by the status of the `day` it is asked with."""
    return _statement(reader, _later.since.is_(None) | (_later.since <= bindparam("day")))


@for_reader
def _by_latest(reader: Reader) -> Select[*tuple[Any, ...]]:
    """How these records stand by their latest status, whenever it holds from."""
    return _statement(reader)


def _statement(reader: Reader, *held: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    latest = (
        select(_later.id)
        .where(_later.child_id == Subject.id, *held)
        .order_by(_later.since.is_(None), _later.since.desc(), _later.id.desc())
        .limit(1)
        .correlate(Subject)
        .scalar_subquery()
    )
    return (
        select(
            Subject.id,
            Subject.label,
            Subject.kind,
            _child.c.birth_date,
            _person.c.birth_date,
            ChildStatus.legal_status,
            ChildStatus.plan_code,
        )
        .outerjoin(_child, _child.c.id == Subject.id)
        .outerjoin(_person, _person.c.id == Subject.id)
        .outerjoin(ChildStatus, ChildStatus.id == latest)
        .where(Subject.id.in_(bindparam("ids", expanding=True)), knowable(reader))
    )


def born_and_held(
    session: Session, reader: Reader, ids: Iterable[int]
) -> Mapping[int, tuple[date | None, bool | None]]:
    """Date of birth, and whether in care by the latest status, of these records."""
    rows = session.execute(_by_latest(reader), {"ids": list(ids)})
    return {
        one: (born or known, _in_care(legal, plan)) for one, _, _, born, known, legal, plan in rows
    }


def reached(session: Session, reader: Reader, ids: Iterable[int]) -> Mapping[int, Reached]:
    """Age, and whether in care, of these records, of those that the reader may know of."""
    rows = session.execute(_by_today(reader), {"ids": list(ids), "day": reader.today})
    return {
        one: Reached(
            label, SubjectKind(kind), age(born or known, reader.today), _in_care(legal, plan)
        )
        for one, label, kind, born, known, legal, plan in rows
    }


def _in_care(legal_status: str | None, plan_code: str | None) -> bool | None:
    """By the legal status; a child under a plan of another sort is not in care."""
    known = in_care(legal_status)
    if known is None and plan_code is not None and plan_code not in LOOKED_AFTER:
        return False
    return known


def measure_fits(
    session: Session,
    reader: Reader,
    measure: str,
    against_id: int | None,
    child_ids: tuple[int, ...] = (),
) -> tuple[str, ...]:
    """A sentence for each thing that does not fit a measure's reach; nothing for a free name."""
    known = codes.measure(measure) or codes.find_measure(measure)
    if known is None:
        return ()
    ids = [one for one in (against_id, *child_ids) if one is not None]
    facts = reached(session, reader, ids) if ids else {}
    children = [facts[one] for one in child_ids if one in facts]
    return mismatches(known, facts.get(against_id or 0), children)
