"""Which subjects a reader may know of, and which records a person has said are the same."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Link, PersonOfConcern, SameAs, Subject
from models.errors import Refusal
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.together import About, Ids, together
from models.queries.visible import own_items, visible_to
from models.records.reader import Reader

_SAME = select(SameAs.other_id, SameAs.lead_id).where(SameAs.same).order_by(SameAs.id)
NOT_THERE = "There is no such record, or it is not yours to read."


def listable(reader: Reader, column: Any = Subject.id) -> ColumnElement[bool]:
    """True in SQL where the subject is knowable and stands for itself, not folded into another.

    For lists of records; what hangs on a folded record (a referral, a link, an episode) is asked
    for by `knowable`, or it would be lost with the joining.
    """
    folded = select(SameAs.other_id).where(SameAs.same)
    return and_(column.not_in(folded), knowable(reader, column))


def knows_of_all(reader: Reader) -> bool:
    """Whether there is no subject that the reader may not know of."""
    return not reader.conflicted_subjects and reader.only_items is None and reader.register


def knowable(reader: Reader, column: Any = Subject.id) -> ColumnElement[bool]:
    """True in SQL where the subject whose id stands in the column is one the reader may know of.

    Left out: what the reader has declared an interest in, a person of concern who is that child,
    and what is not on the reader's own items.
    """
    held = reader.conflicted_subjects
    found: list[ColumnElement[bool]] = [true()]
    if held:
        found += [column.not_in(held), *(column.not_in(also) for also in _also_held(held))]
    if reader.only_items is not None or not reader.register:
        found.append(column.in_(_of_items(reader)))
    return and_(*found)


def knowable_link(reader: Reader) -> ColumnElement[bool]:
    """True in SQL for a link that the reader may read, of two subjects they may know of."""
    ends = knowable(reader, Link.from_id), knowable(reader, Link.to_id)
    return and_(visible_to(reader, Link), *ends)


def _also_held(held: Collection[int]) -> tuple[Select[int], Select[int]]:
    """Persons of concern who are one of these children, and records that these are the same as."""
    return (
        select(PersonOfConcern.id).where(PersonOfConcern.child_id.in_(held)),
        select(SameAs.lead_id).where(SameAs.same, SameAs.other_id.in_(held)),
    )


def _of_items(reader: Reader) -> Any:
    """The subjects of the reader's items, with every record that is the same as one of them."""
    items = own_items(reader) if reader.only_items is None else reader.only_items
    own = select(AgendaItem.subject_id).where(
        AgendaItem.id.in_(items), AgendaItem.subject_id.is_not(None)
    )
    family = own.cte(recursive=True)
    one, other = SameAs.lead_id, SameAs.other_id
    met = or_(one == family.c.subject_id, other == family.c.subject_id)
    end = case((one == family.c.subject_id, other), else_=one)
    family = family.union(select(end).join(family, met).where(SameAs.same))
    return select(family.c.subject_id)


def everybody(_subject_id: int) -> bool:
    """What `may_know_of` answers for a reader from whom nobody is hidden."""
    return True


def may_know_of(session: Session, reader: Reader) -> Callable[[int], bool]:
    """The same question for ids already in hand; folded records count as their lead's."""
    if knows_of_all(reader):
        return everybody
    hidden = set(reader.conflicted_subjects)
    if hidden:
        for also in _also_held(reader.conflicted_subjects):
            hidden.update(session.scalars(also))
    bound = reader.only_items is not None or not reader.register
    only = set(session.scalars(_of_items(reader))) if bound else None
    return lambda subject_id: subject_id not in hidden and (only is None or subject_id in only)


@for_reader
def _known(reader: Reader) -> Select[int]:
    subjects: BindParameter[int] = bindparam("subjects", expanding=True)
    return select(Subject.id).where(Subject.id.in_(subjects), listable(reader))


@together(About.SUBJECT)
def _is_known(session: Session, subject_ids: Ids, reader: Reader) -> Mapping[int, bool]:
    found = session.scalars(_known(reader), {"subjects": subject_ids})
    return dict.fromkeys(found, True)


def check_knowable(session: Session, reader: Reader, subject_id: int) -> tuple[int, ...]:
    """The record's id, or that of the record it is the same as, then those folded into it.

    Raises Refusal where the record is not there or the reader may not know of it.
    """
    ids = all_records_of(session, subject_id)
    if not _is_known(session, ids[0], reader):
        raise Refusal(NOT_THERE)
    return ids


@once
def leads(session: Session) -> Mapping[int, int]:
    """Record id to the record that stands for it, for those a person said are the same."""
    pairs = dict(session.execute(_SAME).all())
    return {other: _end(pairs, other) for other in pairs}


def _end(pairs: dict[int, int], start: int) -> int:
    seen = {start}
    place = start
    while place in pairs and pairs[place] not in seen:
        place = pairs[place]
        seen.add(place)
    return place


def all_records_of(session: Session, subject_id: int) -> tuple[int, ...]:
    """The record itself and every record folded into it."""
    folded = leads(session)
    lead = folded.get(subject_id, subject_id)
    return (lead, *sorted(one for one, end in folded.items() if end == lead and one != lead))


def families(session: Session, subject_ids: Ids) -> dict[int, int]:
    """Every record of these subjects, with the id by which its subject was asked for."""
    return {one: lead for lead in subject_ids for one in all_records_of(session, lead)}
