"""Persons of concern: the list and each person's page."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from models.entities import Alias, Child, Link, PersonOfConcern, Phone, Subject, Vehicle
from models.errors import Refusal
from models.marks import Information
from models.queries.children import all_links
from models.queries.knowable import NOT_THERE, check_knowable, knowable
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.subjects import PersonRecord, SubjectRow
from models.rules.ages import age
from models.rules.names import initials

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
    ).all()
    names = aliases_by_subject(session, PersonOfConcern)
    return tuple(
        SubjectRow(
            one.id,
            "person_of_concern",
            one.label,
            initials(one.label),
            person_code(one.id, one.system_id),
            _detail(one.status, one.category, one.child_id, closed=one.closed_on is not None),
            names.get(one.id, ()),
        )
        for one in rows
    )


def _detail(status: str, category: str | None, child_id: int | None, *, closed: bool) -> str:
    words = ["a child" if child_id else "", status, category or "", "closed" if closed else ""]
    return " · ".join(filter(None, words))


def person_code(person_id: int, system_id: str | None) -> str:
    """What a person of concern is called where no name may stand."""
    return system_id or f"P{person_id:03d}"


def aliases_by_subject(session: Session, kind: type[Subject]) -> dict[int, tuple[str, ...]]:
    """Other names by subject, for all subjects of a kind."""
    rows = session.execute(
        select(Alias.subject_id, Alias.name)
        .where(Alias.subject_id.in_(select(kind.id)))
        .order_by(Alias.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for subject_id, name in rows:
        found[subject_id] = (*found.get(subject_id, ()), name)
    return found


def person(session: Session, reader: Reader, person_id: int) -> PersonRecord:
    """One person of concern's page; Refusal where there is none the reader may know of.

    Grounds and description that are intelligence are not read for who may not have it. Somebody
    who is a child is said to be one: by the child's own record, or by the date of birth.
    """
    ids = check_knowable(session, reader, person_id)
    one = session.get(
        PersonOfConcern,
        ids[0],
        options=[defer(PersonOfConcern.grounds), defer(PersonOfConcern.description)],
    )
    if one is None:
        raise Refusal(NOT_THERE)
    told = reader.intelligence or one.information != Information.INTELLIGENCE.value
    years = age(_born(session, one), reader.today)
    return PersonRecord(
        id=one.id,
        uuid=one.uuid,
        name=one.label,
        initials=initials(one.label),
        code=person_code(one.id, one.system_id),
        aliases=_names(session, ids),
        birth_date=_born(session, one),
        is_child=years < 18 if years is not None else one.child_id is not None,
        child_id=one.child_id,
        status=one.status,
        category=one.category,
        priority=one.priority,
        grounds=one.grounds if told else None,
        source=one.source,
        information=one.information,
        description=one.description if told else None,
        adopted_on=one.adopted_on,
        review_on=one.review_on,
        closed_on=one.closed_on,
        vehicles=_things(session, reader, ids, Vehicle),
        phones=_things(session, reader, ids, Phone),
        links=all_links(session, reader, ids),
    )


def _born(session: Session, one: PersonOfConcern) -> date | None:
    if one.birth_date is not None or one.child_id is None:
        return one.birth_date
    return session.scalar(select(Child.birth_date).where(Child.id == one.child_id))


def _names(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    found = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)).order_by(Alias.id))
    same = session.scalars(select(Subject.label).where(Subject.id.in_(ids[1:])))
    return tuple(dict.fromkeys((*found, *same)))


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
            visible_to(reader, Link),
            knowable(reader, kind.id),
        )
        .order_by(Link.id)
    )
    return tuple(dict.fromkeys(found))
