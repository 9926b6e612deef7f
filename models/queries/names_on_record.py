"""Every name and identifier on record that may not stand in another's file."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, or_, select
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
from models.marks import PEOPLE, SubjectKind
from models.queries.knowable import families
from models.queries.once import once
from models.queries.people import CARRYING
from models.queries.together import About, Ids, grouped, together
from models.records.documents import KnownName
from models.records.reader import Reader
from models.remembering import remembered
from models.rules.families import names_in
from models.rules.names import UNNAMED, plain

LIVED_AT = "place"
_AS_PERSON: Select[*tuple[Any, ...]] = select(PersonOfConcern.id, PersonOfConcern.child_id).where(
    PersonOfConcern.child_id.in_(bindparam("children", expanding=True))
)
_ADDRESSES = select(Address.subject_id, Address.text, Address.postcode, Address.restricted).where(
    Address.subject_id.in_(bindparam("subjects", expanding=True))
)
_child = Child.__table__.c
_WORDS = (
    select(Subject.id, Subject.label, _child.postcode, _child.parental_responsibility)
    .outerjoin(Child.__table__, _child.id == Subject.id)
    .where(Subject.id.in_(bindparam("subjects", expanding=True)))
)


def known_names(
    session: Session, reader: Reader, except_child_id: int | None = None
) -> tuple[KnownName, ...]:
    """Names, aliases, numbers, plates, handles and addresses of children and persons of concern.

    Left out is what is a child's own: the record with all folded into it, the things only that
    child uses, and any text that also stands on that child's own record.
    """
    found = (*_labels(session), *_aliases(session), *_numbers(session), *_places(session))
    known = tuple(dict.fromkeys(one for one in found if one.text))
    if except_child_id is None:
        return known
    return others_than(session, except_child_id, OnRecord(known))


def numbers_on_record(session: Session) -> tuple[str, ...]:
    """Numbers, plates and handles of children and persons of concern, as they are written."""
    return tuple(one.text for one in _numbers(session))


def own_records(session: Session, reader: Reader, child_id: int) -> frozenset[int]:
    """A child's record with all that are the same, and as a person of concern; own things too."""
    return frozenset(_own_ids(session, (child_id,)).get(child_id, {child_id}))


class Own(NamedTuple):
    """A child's own records and things, what stands on them, and homes not everybody may know."""

    ids: AbstractSet[int]
    texts: AbstractSet[str]
    refuges: AbstractSet[str]


class OnRecord:
    """All names on record, to be found by whose they are and by what they say."""

    def __init__(self, known: Iterable[KnownName]) -> None:
        self._known = tuple(known)
        self._whose = grouped((one.subject_id, at) for at, one in enumerate(self._known))
        self._said: dict[str, list[int]] = {}
        for at, one in enumerate(self._known):
            self._said.setdefault(_plain(one.text), []).append(at)

    def others_than(self, own: Own) -> tuple[KnownName, ...]:
        """The names without what is a child's own, a refuge apart."""
        gone = {at for one in own.ids for at in self._whose.get(one, ())}
        gone |= {at for text in own.texts for at in self._said.get(text, ())}
        hidden = (at for text in own.refuges for at in self._said.get(text, ()))
        gone -= {at for at in hidden if self._known[at].kind == LIVED_AT}
        kept = list(self._known)
        for at in sorted(gone, reverse=True):
            del kept[at]
        return tuple(kept)


def others_than(session: Session, child_id: int, known: OnRecord) -> tuple[KnownName, ...]:
    """The names on record without what is this child's own, a refuge apart."""
    own = _own(session, child_id)
    assert own is not None
    return known.others_than(own)


_plain = remembered(65536)(plain)


@together(About.CHILD)
def _own(session: Session, child_ids: Ids) -> Mapping[int, Own]:
    """What is each child's own, by any record of the child."""
    own = _own_ids(session, child_ids)
    asked = {"subjects": tuple({one for ids in own.values() for one in ids})}
    told = grouped((row[0], row[1:]) for row in session.execute(_ADDRESSES, asked))
    words: dict[int, list[str | None]] = {}
    for subject_id, label, postcode, parents in session.execute(_WORDS, asked):
        words[subject_id] = [label, postcode, *names_in(parents)]
    return {child_id: _own_of(ids, told, words) for child_id, ids in own.items()}


def _own_of(
    ids: set[int],
    told: Mapping[int, list[Any]],
    words: Mapping[int, list[str | None]],
) -> Own:
    lived = [row for one in ids for row in told.get(one, ())]
    texts = [text for one in ids for text in words.get(one, ())]
    texts += [text for *at, restricted in lived if not restricted for text in at]
    refuges = [text for *at, restricted in lived if restricted for text in at]
    return Own(ids, _compared(texts), _compared(refuges))


def _compared(texts: Iterable[str | None]) -> set[str]:
    return {plain(text) for text in texts if text}


def _own_ids(session: Session, child_ids: Ids) -> dict[int, set[int]]:
    """The child's records, the child as a person of concern, and the child's own things."""
    lead = families(session, child_ids)
    found: dict[int, set[int]] = {}
    for record, child_id in lead.items():
        found.setdefault(child_id, set()).add(record)
    for person, child_id in session.execute(_AS_PERSON, {"children": tuple(lead)}):
        found[lead[child_id]].add(person)
    for ids in found.values():
        ids |= _own_things(session, ids)
    return found


def _own_things(session: Session, ids: set[int]) -> set[int]:
    """Phones, vehicles and accounts that the child carries and nobody else."""
    return {thing for thing, people in _carried(session).items() if people <= ids}


@once
def _carried(session: Session) -> Mapping[int, AbstractSet[int]]:
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
        if kind in kinds and label != UNNAMED:
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
        yield from _each(subject_id, person, names_in(keeper))
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
        yield from _each(subject_id, "family", names_in(parents))
    for subject_id, postcode in session.execute(
        select(PersonOfConcern.id, PersonOfConcern.postcode)
    ):
        yield from _each(subject_id, LIVED_AT, (postcode,))


def _each(subject_id: int, kind: str, texts: Iterable[str | None]) -> Iterator[KnownName]:
    for text in texts:
        if text and text.strip():
            yield KnownName(subject_id, kind, text.strip())
