"""Every name and identifier on record that may not stand in another's file."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Address,
    Alias,
    Child,
    Link,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Subject,
    Vehicle,
)
from models.marks import SubjectKind
from models.queries.knowable import all_records_of
from models.queries.once import once
from models.queries.people import CARRYING
from models.records.documents import KnownName
from models.records.reader import Reader
from models.rules.names import plain

LIVED_AT = "place"
PEOPLE = (SubjectKind.CHILD.value, SubjectKind.PERSON.value)
NAMES = re.compile(r"[^\W\d_][\w'’-]+(?: +[^\W\d_][\w'’-]+)+")


def known_names(
    session: Session, reader: Reader, except_child_id: int | None = None
) -> tuple[KnownName, ...]:
    """Names, aliases, numbers, plates, handles and addresses of children and persons of concern.

    Left out is what is a child's own: the record with all folded into it, the things only that
    child uses, and any text that also stands on that child's own record.
    """
    found = (*_labels(session), *_aliases(session), *_numbers(session), *_places(session))
    known = tuple(dict.fromkeys(one for one in found if one.text))
    return known if except_child_id is None else others_than(session, except_child_id, known)


def others_than(
    session: Session, child_id: int, known: Iterable[KnownName]
) -> tuple[KnownName, ...]:
    """The names on record without what is this child's own, a refuge apart."""
    own, texts = _own(session, child_id)
    refuges = _refuges(session, own)
    return tuple(
        one
        for one in known
        if (one.kind == LIVED_AT and _plain(one.text) in refuges)
        or (one.subject_id not in own and _plain(one.text) not in texts)
    )


_plain = lru_cache(maxsize=65536)(plain)


def _own(session: Session, child_id: int) -> tuple[set[int], set[str]]:
    ids = set(all_records_of(session, child_id))
    ids |= set(session.scalars(select(PersonOfConcern.id).where(PersonOfConcern.child_id.in_(ids))))
    ids |= _own_things(session, ids)
    told = select(Address.text, Address.postcode).where(
        Address.subject_id.in_(ids), Address.restricted.is_(False)
    )
    texts = [text for row in session.execute(told) for text in row]
    texts += session.scalars(select(Child.postcode).where(Child.id.in_(ids)))
    texts += session.scalars(select(Subject.label).where(Subject.id.in_(ids)))
    parents = session.scalars(select(Child.parental_responsibility).where(Child.id.in_(ids)))
    texts += [name for words in parents for name in _names_in(words)]
    return ids, {plain(text) for text in texts if text}


def _refuges(session: Session, own: set[int]) -> set[str]:
    """Homes of the child that not everybody who reads the file may know."""
    told = select(Address.text, Address.postcode).where(
        Address.subject_id.in_(own), Address.restricted
    )
    return {plain(text) for row in session.execute(told) for text in row if text}


def _own_things(session: Session, ids: set[int]) -> set[int]:
    """Phones, vehicles and accounts that the child carries and nobody else."""
    return {thing for thing, people in _carried(session).items() if people <= ids}


@once
def _carried(session: Session) -> dict[int, set[int]]:
    """Who carries each phone, vehicle and account."""
    things = (SubjectKind.PHONE.value, SubjectKind.VEHICLE.value, SubjectKind.ACCOUNT.value)
    ends = session.execute(
        select(Link.to_id, Link.from_id)
        .join(Subject, Subject.id == Link.to_id)
        .where(Subject.kind.in_(things), Link.relation.in_(CARRYING))
    )
    carried: dict[int, set[int]] = {}
    for thing, person in ends:
        carried.setdefault(thing, set()).add(person)
    return carried


def _labels(session: Session) -> Iterator[KnownName]:
    rows = session.execute(select(Subject.id, Subject.kind, Subject.label).order_by(Subject.id))
    kinds = {*PEOPLE, SubjectKind.GROUP.value}
    for subject_id, kind, label in rows:
        if kind in kinds:
            yield KnownName(subject_id, kind, label)
        elif kind == SubjectKind.PLACE.value:
            yield KnownName(subject_id, SubjectKind.PLACE.value, label)


def _aliases(session: Session) -> Iterator[KnownName]:
    rows = session.execute(
        select(Alias.subject_id, Subject.kind, Alias.name)
        .join(Subject, Subject.id == Alias.subject_id)
        .where(Subject.kind.in_((*PEOPLE, SubjectKind.GROUP.value)))
        .order_by(Alias.id)
    )
    for subject_id, kind, name in rows:
        yield KnownName(subject_id, kind, name, whole=len(plain(name).split()) > 1)


def _numbers(session: Session) -> Iterator[KnownName]:
    child, person = SubjectKind.CHILD.value, SubjectKind.PERSON.value
    for row in session.execute(
        select(
            Child.id,
            Child.system_id,
            Child.nhs_number,
            Child.single_identifier,
            Child.upn,
            Child.police_reference,
            Child.youth_justice_reference,
        )
    ):
        yield from _each(row[0], child, row[1:])
    for person_id, reference in session.execute(
        select(PersonOfConcern.id, PersonOfConcern.police_reference)
    ):
        yield from _each(person_id, person, (reference,))
    for subject_id, digits, imei in session.execute(select(Phone.id, Phone.digits, Phone.imei)):
        yield from _each(subject_id, SubjectKind.PHONE.value, (digits, imei))
    for subject_id, mark, keeper in session.execute(
        select(Vehicle.id, Vehicle.registration, Vehicle.keeper)
    ):
        yield from _each(subject_id, SubjectKind.VEHICLE.value, (mark,))
        yield from _each(subject_id, person, _names_in(keeper))
    for subject_id, handle, shown in session.execute(
        select(OnlineAccount.id, OnlineAccount.handle, OnlineAccount.display_name)
    ):
        yield from _each(subject_id, SubjectKind.ACCOUNT.value, (handle, shown))


def _places(session: Session) -> Iterator[KnownName]:
    """Where other people live, and the names of their families."""
    of_people = select(Subject.id).where(Subject.kind.in_(PEOPLE))
    for subject_id, text, postcode in session.execute(
        select(Address.subject_id, Address.text, Address.postcode).where(
            or_(Address.subject_id.in_(of_people), Address.restricted)
        )
    ):
        yield from _each(subject_id, LIVED_AT, (text, postcode))
    for subject_id, postcode, parents in session.execute(
        select(Child.id, Child.postcode, Child.parental_responsibility)
    ):
        yield from _each(subject_id, LIVED_AT, (postcode,))
        yield from _each(subject_id, "family", _names_in(parents))
    for subject_id, postcode in session.execute(
        select(PersonOfConcern.id, PersonOfConcern.postcode)
    ):
        yield from _each(subject_id, LIVED_AT, (postcode,))


def _each(subject_id: int, kind: str, texts: Iterable[str | None]) -> Iterator[KnownName]:
    for text in texts:
        if text and text.strip():
            yield KnownName(subject_id, kind, text.strip())


def _names_in(words: str | None) -> tuple[str, ...]:
    """Names of two words or more in a line such as "Mother: Sarah Dunmore; no contact"."""
    return tuple(
        found[0]
        for found in NAMES.finditer(words or "")
        if all(word[0].isupper() for word in found[0].split())
    )
