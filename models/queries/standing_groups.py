"""Children on the tracker on a day, in groups that stand alike: the database counts, not Python."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import Assessment, Child, ChildStatus, Exploitation
from models.queries.knowable import knowable, knows_of_all, leads, listable
from models.queries.standing import ChildStanding, standings
from models.queries.validity import validity
from models.records.reader import Reader
from models.rules.exploitation_words import in_words
from models.rules.schemes import first_day_in_date

LIST = "tracker"
"""The source of what a list of children told."""


class StandingGroup(NamedTuple):
    """Children alike in all that the quarterly picture tells; words as they are recorded."""

    district: str | None
    category: str | None
    plan: str | None
    plan_code: str | None
    other: bool
    in_date: bool
    children: tuple[int, ...]
    sexual: bool = False
    """Whether child sexual exploitation of the day is recorded, but no category."""


def standing_groups(
    session: Session,
    reader: Reader,
    on: date,
    other_types: Iterable[str],
    sexual_types: Iterable[str] = (),
) -> list[StandingGroup]:
    """Each child on the tracker that the reader may know of, in one group.

    `other` is true where the status says so or a type of exploitation of the day is worded as one
    of these, `sexual` likewise. Children with several records are told by all of them.
    """
    others, sexual = set(other_types), set(sexual_types)
    families = leads(session)
    several = {*families, *families.values()}
    alone = and_(knowable(reader, ChildStatus.child_id), ChildStatus.child_id.not_in(several))
    rows = session.execute(_grouped(session, on, others, sexual, alone))
    groups = [
        StandingGroup(
            district, category, plan, code, bool(other), bool(in_date), _ids(ids), bool(s)
        )
        for district, category, plan, code, other, in_date, s, ids in rows
    ]
    return [*groups, *_of_families(session, reader, on, families, others, sexual)]


def left_out(session: Session, reader: Reader, on: date, counted: int) -> int:
    """How many children are on the tracker on the day beside those counted for the reader."""
    if knows_of_all(reader):
        return 0
    families = leads(session)
    several = {*families, *families.values()}
    alone = session.scalar(
        _standing(select(func.count()), on).where(ChildStatus.child_id.not_in(several))
    )
    held = standings(session, reader, set(families.values()), on)
    return (alone or 0) + sum(has.on_tracker for has in held.values()) - counted


def told_later(session: Session, reader: Reader, on: date) -> int:
    """Children of whom a list of a later day is the first that tells how they stand."""
    before = aliased(ChildStatus)
    earlier = exists().where(
        before.child_id == ChildStatus.child_id,
        or_(before.since.is_(None), before.since < ChildStatus.since),
    )
    asked = select(func.count(ChildStatus.child_id.distinct())).where(
        ChildStatus.since > on,
        ChildStatus.source == LIST,
        ~earlier,
        knowable(reader, ChildStatus.child_id),
    )
    return session.scalar(asked) or 0


def types_worded(session: Session, *kinds: Callable[[str], bool]) -> tuple[list[str], ...]:
    """The wordings of types of exploitation on record of which each of these is true."""
    worded = session.scalars(select(Exploitation.worded).distinct()).all()
    return tuple([one for one in worded if is_so(one)] for is_so in kinds)


def _grouped(
    session: Session,
    on: date,
    other_types: set[str],
    sexual_types: set[str],
    alone: ColumnElement[bool],
) -> Select[*tuple[Any, ...]]:
    other = or_(ChildStatus.other_exploitation, _has_type(on, other_types))
    columns = (ChildStatus.district, ChildStatus.category, ChildStatus.plan, ChildStatus.plan_code)
    sexual = and_(_no_category(), _has_type(on, sexual_types))
    told = (
        *columns,
        other.label("other"),
        _in_date(session, on).label("in_date"),
        sexual.label("sexual"),
    )
    ids = func.aggregate_strings(cast(ChildStatus.child_id, String), ",")
    return _standing(select(*told, ids), on).where(alone).group_by(*told)


def _no_category() -> ColumnElement[bool]:
    return or_(ChildStatus.category.is_(None), ChildStatus.category == "")


def _standing(asked: Select[*tuple[Any, ...]], on: date) -> Select[*tuple[Any, ...]]:
    """Ask it of the status row by which each child stands on the day, where on the tracker.

    The row is looked for once for each child, and not once for each of its rows.
    """
    later = aliased(ChildStatus)
    latest = (
        select(later.id)
        .where(later.child_id == Child.id, or_(later.since.is_(None), later.since <= on))
        .order_by(later.since.is_not(None).desc(), later.since.desc(), later.id.desc())
        .limit(1)
        .correlate(Child)
        .scalar_subquery()
    )
    of_children = asked.select_from(Child).join(ChildStatus, ChildStatus.id == latest)
    return of_children.where(ChildStatus.on_tracker)


def _has_type(on: date, worded: set[str]) -> ColumnElement[bool]:
    return exists().where(
        Exploitation.child_id == ChildStatus.child_id,
        Exploitation.worded.in_(worded),
        or_(Exploitation.since.is_(None), Exploitation.since <= on),
        or_(Exploitation.until.is_(None), Exploitation.until > on),
    )


def _in_date(session: Session, on: date) -> ColumnElement[bool]:
    """Whether the latest assessment up to the day is in date on it, by its own scheme."""
    period = validity(session)
    usual = first_day_in_date(on, period(None))
    firsts = {one.code: first_day_in_date(on, period(one.code)) for one in codes.load("schemes")}
    odd = {one: first for one, first in firsts.items() if first != usual}
    first: Any = case(odd, value=Assessment.scheme_code, else_=usual) if odd else usual
    latest = (
        select(Assessment.assessed_on >= first)
        .where(Assessment.child_id == ChildStatus.child_id, Assessment.assessed_on <= on)
        .where(Assessment.screening.is_not(True))
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
        .limit(1)
        .correlate(ChildStatus)
        .scalar_subquery()
    )
    return func.coalesce(latest, False)


def _ids(told: str) -> tuple[int, ...]:
    return tuple(map(int, told.split(",")))


def _of_families(
    session: Session,
    reader: Reader,
    on: date,
    families: Mapping[int, int],
    other_types: set[str],
    sexual_types: set[str],
) -> Iterator[StandingGroup]:
    ids = set(families.values())
    known = session.scalars(select(Child.id).where(Child.id.in_(ids), listable(reader, Child.id)))
    may = set(known)
    for one, has in standings(session, reader, ids, on).items():
        if has.on_tracker and one in may:
            yield _alone(one, has, other_types, sexual_types)


def _alone(
    child_id: int, has: ChildStanding, other_types: set[str], sexual_types: set[str]
) -> StandingGroup:
    other, sexual = (
        not {in_words(None, one) for one in some}.isdisjoint(has.types)
        for some in (other_types, sexual_types)
    )
    return StandingGroup(
        has.district,
        has.category,
        has.plan,
        has.plan_code,
        has.other_exploitation or other,
        not has.assessment_overdue,
        (child_id,),
        sexual and not has.category,
    )
