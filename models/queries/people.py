"""Persons of concern: the list and each person's page."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from models.entities import Alias, Child, Link, PersonOfConcern, Phone, Subject, Vehicle
from models.errors import Refusal
from models.marks import Information
from models.queries.concern import bases, basis_of
from models.queries.joined import Joined, filled, joined
from models.queries.knowable import NOT_THERE, check_knowable, knowable, leads
from models.queries.links import links_of
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.subjects import PersonRecord, SubjectRow
from models.rules.ages import age
from models.rules.names import beside, initials, person_code

INTELLIGENCE = Information.INTELLIGENCE.value
WITHOUT_GROUNDS = (defer(PersonOfConcern.grounds), defer(PersonOfConcern.description))
FIXED = frozenset([0, 1, 6])
OWN = (
    "child_id", "status", "category", "priority", "grounds", "source", "description", "adopted_on",
    "review_on",
)  # fmt: skip
LABELS = {
    "birth_date": "Date of birth",
    "status": "Status",
    "category": "Category",
    "priority": "Priority",
    "grounds": "Grounds",
    "description": "Description",
    "source": "Source",
    "adopted_on": "Adopted on",
    "review_on": "Review on",
}
"""Fields of a person of which joined records may say different things, with their labels."""
CARRYING = ("owns", "uses", "drives", "seen in vehicle")


def people(session: Session, reader: Reader) -> tuple[SubjectRow, ...]:
    """Persons of concern the reader may know of, by name; detail: status, category, a child."""
    rows = session.execute(
        select(
            PersonOfConcern.id,
            PersonOfConcern.label,
            PersonOfConcern.system_id,
            PersonOfConcern.status,
            PersonOfConcern.category,
            PersonOfConcern.child_id,
            PersonOfConcern.closed_on,
        )
        .where(knowable(reader, PersonOfConcern.id))
        .order_by(PersonOfConcern.label, PersonOfConcern.id)
    )
    lead = leads(session)
    names = aliases_by_subject(session, PersonOfConcern, lead)
    known = filled((tuple(row) for row in rows), lead, FIXED)
    stands = bases(session, lead)
    return tuple(
        SubjectRow(
            person_id,
            "person_of_concern",
            label,
            initials(label),
            person_code(person_id, system_id),
            _detail(status, category, child_id, closed=closed_on is not None),
            beside(label, names.get(person_id, ())),
            closed_on is not None,
            stands[person_id].review_on,
            stands[person_id].missing,
        )
        for person_id, label, system_id, status, category, child_id, closed_on in known
    )


def _detail(status: str, category: str | None, child_id: int | None, *, closed: bool) -> str:
    words = ["a child" if child_id else "", status, category or "", "closed" if closed else ""]
    return " · ".join(filter(None, words))


def aliases_by_subject(
    session: Session, kind: type[Subject], lead: Mapping[int, int]
) -> dict[int, tuple[str, ...]]:
    """Other names by subject, for all subjects of a kind; names of joined records count as such."""
    written = (
        select(Alias.subject_id, Alias.name)
        .where(Alias.subject_id.in_(select(kind.id)))
        .order_by(Alias.id)
    )
    joined_names = select(kind.id, kind.label).where(kind.id.in_(lead))
    found: dict[int, dict[str, None]] = {}
    for subject_id, name in (*session.execute(written), *session.execute(joined_names)):
        found.setdefault(lead.get(subject_id, subject_id), {})[name] = None
    return {subject_id: tuple(names) for subject_id, names in found.items()}


def person(session: Session, reader: Reader, person_id: int) -> PersonRecord:
    """One person of concern's page; Refusal where there is none the reader may know of.

    Grounds and description that are intelligence are not read for who may not have it. Somebody
    who is a child is said to be one: by the child's own record, or by the date of birth.
    """
    ids = check_knowable(session, reader, person_id)
    family = person_joined(session, reader, ids)
    if not family.records:
        raise Refusal(NOT_THERE)
    one, said, told = family.records[0], family.value, family.holder("grounds")
    born = said("birth_date") or _born_as_child(session, said("child_id"))
    years = age(born, reader.today)
    return PersonRecord(
        id=one.id,
        uuid=one.uuid,
        name=one.label,
        initials=initials(one.label),
        code=person_code(one.id, said("system_id")),
        aliases=_names(session, ids),
        birth_date=born,
        is_child=years < 18 if years is not None else said("child_id") is not None,
        information=told.information,
        closed_on=one.closed_on,
        vehicles=_things(session, reader, ids, Vehicle),
        phones=_things(session, reader, ids, Phone),
        links=links_of(session, reader, ids[0]),
        also_said=family.also(LABELS),
        missing=basis_of(session, ids).missing,
        closed_reason=one.closed_reason,
        **{field: said(field) for field in OWN},
    )


def person_joined(session: Session, reader: Reader, ids: tuple[int, ...]) -> Joined:
    """A person's records read as one, without grounds and description the reader may not have."""
    family = joined(session, PersonOfConcern, ids, WITHOUT_GROUNDS)
    return Joined(family.records, lambda record, field: _told(reader, record, field))


def _told(reader: Reader, record: PersonOfConcern, field: str) -> bool:
    """Whether a field may be read: what is intelligence only by who may have that."""
    graded = field in ("grounds", "description")
    return not graded or reader.intelligence or record.information != INTELLIGENCE


def _born_as_child(session: Session, child_id: int | None) -> date | None:
    return session.scalar(select(Child.birth_date).where(Child.id == child_id))


def _names(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    found = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)).order_by(Alias.id))
    named = session.execute(select(Subject.id, Subject.label).where(Subject.id.in_(ids)))
    labels = {row.id: row.label for row in named}
    return beside(labels.pop(ids[0], ""), (*found, *labels.values()))


def _things(
    session: Session, reader: Reader, ids: tuple[int, ...], kind: type[Vehicle] | type[Phone]
) -> tuple[str, ...]:
    """Labels of vehicles or phones that the person owns, uses, drives or was seen in."""
    found = session.scalars(
        select(kind.label)
        .join(Link, Link.to_id == kind.id)
        .where(
            Link.from_id.in_(ids),
            Link.relation.in_(CARRYING),
            Link.ended_on.is_(None),
            # A list of things says of none that it is intelligence.
            Link.information != INTELLIGENCE,
            visible_to(reader, Link),
            knowable(reader, kind.id),
        )
        .order_by(Link.id)
    )
    return tuple(dict.fromkeys(found))
