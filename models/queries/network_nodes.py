"""Subjects as nodes of a network: what each is called, what it is, and how it stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    Child,
    Group,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Place,
    Subject,
    Vehicle,
)
from models.marks import SubjectKind
from models.queries.joined import filled
from models.queries.knowable import knowable, leads, listable
from models.queries.many import MANY
from models.queries.prepared import for_reader
from models.queries.short_labels import short_label
from models.queries.standing import standings
from models.records.network import Node
from models.records.reader import Reader
from models.rules.ages import age
from models.rules.names import person_code

CHILD, PERSON = SubjectKind.CHILD.value, SubjectKind.PERSON.value
_child, _person, _place, _group = (
    one.__table__.c for one in (Child, PersonOfConcern, Place, Group)
)
_vehicle, _phone, _account = (one.__table__.c for one in (Vehicle, Phone, OnlineAccount))
_as_child = aliased(Child.__table__)
FIXED = frozenset(range(5))


@for_reader
def _all(reader: Reader) -> Select[*tuple[Any, ...]]:
    """Every record the reader may know of, with what its kind tells."""
    asked: Select[*tuple[Any, ...]] = select(
        Subject.id,
        Subject.kind,
        Subject.label,
        Subject.closed_on,
        listable(reader),
        _child.system_id,
        _person.system_id,
        _person.status,
        _person.child_id,
        _person.birth_date,
        _as_child.c.birth_date,
        _place.place_type,
        _place.district,
        _group.group_type,
        _vehicle.make,
        _vehicle.colour,
        _phone.network,
        _account.platform,
    ).select_from(Subject)
    for kind in (Child, PersonOfConcern, Place, Group, Vehicle, Phone, OnlineAccount):
        asked = asked.outerjoin(kind.__table__, kind.__table__.c.id == Subject.id)
    asked = asked.outerjoin(_as_child, _as_child.c.id == _person.child_id)
    return asked.where(knowable(reader)).order_by(Subject.id)


@for_reader
def _some(reader: Reader) -> Select[*tuple[Any, ...]]:
    here: BindParameter[int] = bindparam("subjects", expanding=True)
    return _all(reader).where(Subject.id.in_(here))


def nodes_of(session: Session, reader: Reader, subject_ids: Iterable[int]) -> dict[int, Node]:
    """The nodes of these subjects, in their order; those not to be known of are left out."""
    wanted = tuple(dict.fromkeys(subject_ids))
    rows = {row[0]: row for row in _rows(session, reader, wanted) if row[4]}
    known = [rows[one] for one in wanted if one in rows]
    risks = _risks(session, reader, [row[0] for row in known if row[1] == CHILD])
    return {row[0]: _node(session, row, risks, reader.today) for row in known}


def _rows(session: Session, reader: Reader, wanted: Collection[int]) -> Sequence[tuple[Any, ...]]:
    lead, asked = leads(session), set(wanted)
    records = {*asked, *(one for one, end in lead.items() if end in asked)}
    if not records:
        return ()
    if len(records) > MANY:
        found = session.execute(_all(reader))
    else:
        found = session.execute(_some(reader), {"subjects": tuple(records)})
    return filled((tuple(row) for row in found), lead, FIXED)


def _risks(session: Session, reader: Reader, child_ids: Sequence[int]) -> Mapping[int, str | None]:
    if not child_ids:
        return {}
    held = standings(session, reader, child_ids)
    return {one: held[one].risk for one in child_ids if one in held}


def _node(
    session: Session, row: tuple[Any, ...], risks: Mapping[int, str | None], today: date
) -> Node:
    number, kind, label, closed, _, lcs, code, status, child_id, born, as_child, *detail = row
    years = age(born or as_child, today)
    person = kind == PERSON
    minor = years < 18 if years is not None else child_id is not None
    return Node(
        number,
        kind,
        label,
        short_label(session, kind, label),
        person_code(number, code) if person else lcs,
        " · ".join(filter(None, detail)),
        risks.get(number),
        status if person else None,
        kind == CHILD or (person and minor),
        closed_on=closed,
    )
