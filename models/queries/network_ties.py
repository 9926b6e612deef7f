"""Links as ties of a network: permitted ones alone, those that say the same laid together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, or_, select
from sqlalchemy.orm import Session

from models.codes.relating import relation as known_relation
from models.codes.relating import relation_wording
from models.entities import Link, PersonOfConcern
from models.marks import Information
from models.queries.knowable import knowable_link, leads
from models.queries.links import firmness, relied_on_until
from models.queries.many import MANY
from models.queries.once import once
from models.queries.prepared import for_reader
from models.records.network import Tie
from models.records.reader import Reader
from models.remembering import remembered

SAME_PERSON = "same person"
INTELLIGENCE = Information.INTELLIGENCE.value
_COLUMNS = (
    Link.id,
    Link.from_id,
    Link.to_id,
    Link.relation,
    Link.from_role,
    Link.to_role,
    Link.confidence,
    Link.confirmed,
    Link.information,
    Link.source,
    Link.first_seen,
    Link.last_seen,
    Link.expires_on,
    Link.recorded_on,
)


@for_reader
def _links(reader: Reader) -> Select[*tuple[Any, ...]]:
    """Every link that stands and that the reader may know, with both its ends."""
    return (
        select(*_COLUMNS)
        .where(
            knowable_link(reader),
            Link.ended_on.is_(None),
        )
        .order_by(Link.id)
    )


@for_reader
def _links_touching(reader: Reader) -> Select[*tuple[Any, ...]]:
    here: BindParameter[int] = bindparam("subjects", expanding=True)
    return _links(reader).where(or_(Link.from_id.in_(here), Link.to_id.in_(here)))


def all_ties(session: Session, reader: Reader, lead: Mapping[int, int]) -> tuple[Tie, ...]:
    """Every tie that the reader may know of."""
    rows = session.execute(_links(reader)).all()
    return (*_laid_together(rows, lead), *_same_persons(session))


def ties_touching(
    session: Session, reader: Reader, lead: Mapping[int, int], subject_ids: Iterable[int]
) -> tuple[Tie, ...]:
    """The ties of these subjects, by any of their records."""
    wanted = set(subject_ids)
    records = {*wanted, *(one for one, end in lead.items() if end in wanted)}
    if len(records) > MANY:
        rows = session.execute(_links(reader)).all()
    else:
        rows = session.execute(_links_touching(reader), {"subjects": tuple(records)}).all()
    ties = (*_laid_together(rows, lead), *_same_persons(session))
    return tuple(tie for tie in ties if tie.from_id in wanted or tie.to_id in wanted)


def _laid_together(rows: Iterable[Any], lead: Mapping[int, int]) -> tuple[Tie, ...]:
    found: dict[tuple[int, int, str], Tie] = {}
    for row in rows:
        tie = _tie(row, lead)
        key = _key(tie)
        if tie.from_id != tie.to_id:
            found[key] = _together(found[key], tie) if key in found else tie
    return tuple(found.values())


def _key(tie: Tie) -> tuple[int, int, str]:
    ends = sorted(tie.ends) if tie.symmetric else tie.ends
    return ends[0], ends[1], tie.relation


def _tie(row: Any, lead: Mapping[int, int]) -> Tie:
    number, one, other, worded, *rest = row
    words, reverse, symmetric = _read_both_ways(worded)
    ends = lead.get(one, one), lead.get(other, other)
    return Tie(number, *ends, worded, words, reverse, symmetric, *rest)


@remembered(512)
def _read_both_ways(worded: str) -> tuple[str, str, bool]:
    known = known_relation(worded)
    return (
        relation_wording(worded, True),
        relation_wording(worded, False),
        known is not None and known.symmetric,
    )


def _together(one: Tie, other: Tie) -> Tie:
    """Two links that say the same: the firmer word, all sources, the first and the last day.

    Where one of them is intelligence, the sources of both are, and where one expires, neither
    says for how long the other stands.
    """
    firmer = min(one, other, key=lambda each: firmness(each.confidence))
    sources = dict.fromkeys(filter(None, (one.source, other.source)))
    kinds = (one.information, other.information)
    return replace(
        one,
        confidence=firmer.confidence,
        confirmed=one.confirmed and other.confirmed,
        information=INTELLIGENCE if INTELLIGENCE in kinds else one.information,
        source="; ".join(sources) or None,
        from_role=one.from_role or other.from_role,
        to_role=one.to_role or other.to_role,
        first_seen=_earlier(one.first_seen, other.first_seen),
        last_seen=max(filter(None, (one.last_seen, other.last_seen)), default=None),
        expires_on=relied_on_until(one.expires_on, other.expires_on),
        recorded_on=_earlier(one.recorded_on, other.recorded_on),
        also=(*one.also, other.id),
    )


def _earlier(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)


@once
def _same_persons(session: Session) -> tuple[Tie, ...]:
    """Persons of concern who are children with a record of their own, tied to that record."""
    lead = leads(session)
    asked = select(PersonOfConcern.id, PersonOfConcern.child_id)
    children = asked.where(PersonOfConcern.child_id.is_not(None))
    rows = session.execute(children.order_by(PersonOfConcern.id))
    pairs = {
        (lead.get(one, one), lead.get(child, child)): one
        for one, child in rows
        if child is not None
    }
    return tuple(
        Tie(-number, one, child, SAME_PERSON, "is also the child", "is also on record as",
            confidence="confirmed", confirmed=True)
        for (one, child), number in pairs.items()
        if one != child
    )  # fmt: skip
