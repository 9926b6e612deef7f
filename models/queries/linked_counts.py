"""How many children, people and places a theme or place is linked with: numbers, never names."""

from collections import Counter

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import ChildStatus, Link, Subject
from models.marks import SubjectKind
from models.queries.district_names import named_as_ours
from models.queries.knowable import leads
from models.rules.districts import is_no_district
from models.rules.tiers import counted_words

KINDS = (SubjectKind.CHILD, SubjectKind.PERSON, SubjectKind.PLACE, SubjectKind.GROUP)


def linked_counts(session: Session, subject_ids: tuple[int, ...]) -> tuple[str, ...]:
    """Each kind in words with its number, children by district where it is known."""
    near = _near(session, subject_ids)
    kinds = Counter(near.values())
    children = [one for one, kind in near.items() if kind == SubjectKind.CHILD]
    return counted_words({kind: kinds[kind] for kind in KINDS}, _districts(session, children))


def _near(session: Session, subject_ids: tuple[int, ...]) -> dict[int, str]:
    """Who and what a standing link leads to, each record joined to another as that one."""
    rows = session.execute(
        select(Link.from_id, Link.to_id).where(
            or_(Link.from_id.in_(subject_ids), Link.to_id.in_(subject_ids)),
            Link.ended_on.is_(None),
        )
    )
    lead = leads(session)
    ends = {lead.get(one, one) for pair in rows for one in pair} - set(subject_ids)
    known = session.execute(
        select(Subject.id, Subject.kind).where(Subject.id.in_(ends), Subject.closed_on.is_(None))
    )
    return dict(known.all())


def _districts(session: Session, child_ids: list[int]) -> Counter[str]:
    """How many of these children live in each district, by their latest standing."""
    rows = session.execute(
        select(ChildStatus.child_id, ChildStatus.district)
        .where(ChildStatus.child_id.in_(child_ids))
        .order_by(ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id)
    )
    ours = named_as_ours(session)
    said = dict(rows.all()).values()
    return Counter(ours(one) for one in said if one and not is_no_district(one))
