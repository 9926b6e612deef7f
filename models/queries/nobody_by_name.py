"""What may not stand in the words of an item that a tier takes without a name."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Child, Escalation, Member, PersonOfConcern
from models.marks import PEOPLE
from models.queries.everybody import everybody, people_at_work
from models.queries.knowable import all_records_of
from models.queries.names_on_record import numbers_on_record
from models.queries.people_called import people_called
from models.queries.spoken_of import linked_with, spoken_among, spoken_of
from models.records.masks import Spoken
from models.records.reader import Reader
from models.rules.bearers import full_mask
from models.rules.families import family_names
from models.rules.masking import NameMask
from models.rules.name_parts import spoken
from models.rules.names import plain
from models.rules.nobody_by_name import Telling, compared

SHORTEST = 4
"""Signs of a school's name at least."""


def telling(
    session: Session, reader: Reader, meeting_id: int | None, item_id: int | None
) -> Telling:
    """What tells of somebody in an item's words: of whom it is, or was before it was sent up.

    Its own are its subject and who is linked with it, by every item that it came from; around are
    the children of those meetings. The reader is the program itself: it gives out no name. Words
    of no item and no meeting have neither.
    """
    items = _came_from(session, item_id)
    subjects = {one.subject_id for one in items if one.subject_id is not None}
    records = {each for one in subjects for each in all_records_of(session, one)}
    own = _people(session, {*records, *linked_with(session, records)})
    meetings = dict.fromkeys((meeting_id, *(one.meeting_id for one in items)))
    around = (each for one in meetings if one for each in spoken_of(session, reader, one))
    return Telling(
        own,
        tuple(dict.fromkeys(around)),
        everybody(session, reader),
        compared(numbers_on_record(session)),
        _births(session),
        _schools(session),
        _families(session),
        frozenset(map(plain, session.scalars(select(Member.name).distinct()))),
    )


def _families(session: Session) -> NameMask:
    """The people whom a child's record names as family; who works with a child is none of them."""
    told = session.scalars(
        select(Child.parental_responsibility)
        .where(Child.parental_responsibility.is_not(None))
        .distinct()
    )
    named = [(name,) for words in told for name in family_names(words)]
    return replace(full_mask(named), spared=people_at_work(session))


def _births(session: Session) -> frozenset[date]:
    asked = (select(one.birth_date).where(one.birth_date.is_not(None))
             for one in (Child, PersonOfConcern))  # fmt: skip
    return frozenset(day for one in asked for day in session.scalars(one) if day)


def _schools(session: Session) -> frozenset[str]:
    """Schools of the children on record; what no name of one could be is left out."""
    named = session.scalars(select(Child.school).where(Child.school.is_not(None)).distinct())
    found = (plain(one.split(",")[0]) for one in named if one)
    return frozenset(one for one in found if len(one) >= SHORTEST)


def _came_from(session: Session, item_id: int | None) -> tuple[AgendaItem, ...]:
    """The item, and those that it was carried or sent up from, through every tier."""
    found: dict[int, AgendaItem] = {}
    waiting = [item_id]
    while waiting:
        one = waiting.pop()
        if one is None or one in found:
            continue
        item = found[one] = session.get_one(AgendaItem, one)
        sent = select(Escalation.item_id).where(Escalation.there_id == one)
        waiting += [item.carried_from_id, *session.scalars(sent)]
    return tuple(found.values())


def _people(session: Session, ids: Iterable[int | None]) -> tuple[Spoken, ...]:
    """The children and persons of concern among these, by all that they are called."""
    known = frozenset(one for one in ids if one is not None)
    children = spoken_among(session, known)
    told = {one.subject_id for one in children}
    names, _ = people_called(session, PEOPLE, known - told)
    return (*children, *(spoken(called[0], called[1:]) for called in names.values()))
