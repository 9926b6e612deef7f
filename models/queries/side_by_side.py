"""Two records beside each other, field by field, so that a person can say whether they are one."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Address, Alias, Link, Referral, Subject
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.knowable import NOT_THERE, all_records_of, knowable, leads, may_know_of
from models.queries.papers import papers_of
from models.queries.visible import visible_to
from models.records.duplicates import ComparedField
from models.records.reader import Reader
from models.rules.day_words import in_words
from models.rules.names import plain

Ids = tuple[int, ...]
FIELDS = (
    ("Date of birth", "birth_date"), ("Gender", "gender"), ("Case-system id", "system_id"),
    ("NHS number", "nhs_number"), ("Postcode", "postcode"), ("School", "school"),
    ("District", "district"), ("Kind of place", "place_type"), ("Address", "address"),
    ("Mark", "registration"), ("Make", "make"), ("Colour", "colour"), ("Number", "digits"),
    ("IMEI", "imei"), ("Network", "network"), ("Platform", "platform"), ("Handle", "handle"),
    ("Shown as", "display_name"), ("What happens there", "what_happens"),
)  # fmt: skip
LINKED = (
    ("Telephones", frozenset({SubjectKind.PHONE})),
    ("Vehicles", frozenset({SubjectKind.VEHICLE})),
    ("Accounts", frozenset({SubjectKind.ACCOUNT})),
    ("Places", frozenset({SubjectKind.PLACE})),
    ("People and groups", frozenset({SubjectKind.CHILD, SubjectKind.PERSON, SubjectKind.GROUP})),
)
COMPANY = frozenset({"Places", "People and groups"})
"""Where one may be known with others than the other is, and still be one."""
SETS = frozenset({"Names", "Addresses", "Referrals", "Papers", *(label for label, _ in LINKED)})


def side_by_side(
    session: Session, reader: Reader, one_id: int, other_id: int
) -> tuple[ComparedField, ...]:
    """What either record says, as far as the reader may read it; fields of which neither does not.

    Records joined with one of them count with it; two that are joined with each other stand apart.
    """
    mine, theirs = _apart(session, reader, one_id, other_id)
    first, second = (dict(_said(session, reader, ids)) for ids in (mine, theirs))
    labels = dict.fromkeys((*first, *second))
    fields = (_compared(label, first.get(label, ()), second.get(label, ())) for label in labels)
    return tuple(one for one in fields if one.mine or one.theirs)


def _apart(session: Session, reader: Reader, one_id: int, other_id: int) -> tuple[Ids, Ids]:
    seen, lead = may_know_of(session, reader), leads(session)
    asked = {one_id, other_id}
    if not all(map(seen, asked | {lead.get(one, one) for one in asked})):
        raise Refusal(NOT_THERE)
    mine, theirs = (all_records_of(session, one) for one in (one_id, other_id))
    return ((one_id,), (other_id,)) if set(mine) & set(theirs) else (mine, theirs)


def _compared(label: str, mine: Sequence[str], theirs: Sequence[str]) -> ComparedField:
    one, other = ({plain(said) for said in each} for each in (mine, theirs))
    standing = ""
    if one and other and label not in ("Referrals", "Papers"):
        shared = "shared" if label in SETS and one & other else "" if label in COMPANY else "other"
        standing = "same" if one == other else shared
    return ComparedField(label, "; ".join(mine), "; ".join(theirs), standing)


def _said(session: Session, reader: Reader, ids: Ids) -> Iterable[tuple[str, tuple[str, ...]]]:
    rows = [session.get_one(Subject, one) for one in ids]
    aliases = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)))
    yield "Names", _each((*(row.label for row in rows), *aliases))
    for label, field in FIELDS:
        yield label, _each(_words(field, getattr(row, field, None)) for row in rows)
    homes = select(Address.text).where(Address.subject_id.in_(ids), Address.restricted.is_(False))
    yield "Addresses", _each(session.scalars(homes))
    yield from _linked(session, reader, ids)
    received = select(Referral.received_on).where(Referral.subject_id.in_(ids))
    yield "Referrals", _each(in_words(day) for day in session.scalars(received) if day)
    if set(ids) == set(all_records_of(session, ids[0])):
        yield "Papers", _each(paper.name for paper in papers_of(session, reader, ids[0]))


def _linked(session: Session, reader: Reader, ids: Ids) -> Iterable[tuple[str, tuple[str, ...]]]:
    other_end = or_(
        and_(Link.from_id.in_(ids), Subject.id == Link.to_id),
        and_(Link.to_id.in_(ids), Subject.id == Link.from_id),
    )
    rows = session.execute(
        select(Subject.kind, Subject.label)
        .join(Link, other_end)
        .where(
            visible_to(reader, Link),
            Link.ended_on.is_(None),
            knowable(reader),
            Subject.id.not_in(ids),
        )
        .order_by(Link.id)
    ).all()
    for label, kinds in LINKED:
        yield label, _each(name for kind, name in rows if kind in kinds)


def _each(said: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in said if one))


def _words(field: str, value: Any) -> str:
    if isinstance(value, date):
        return in_words(value)
    worded: Callable[[str], str] = _gender if field == "gender" else str
    return worded(value) if value else ""


def _gender(code: str) -> str:
    return codes.label_of("genders", code)
