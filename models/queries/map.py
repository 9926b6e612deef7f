"""Places where they lie, with how often each is named on record and by how many children."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, Link, Place, PostcodePosition
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.incidents import incidents
from models.queries.joined import filled
from models.queries.knowable import knowable, leads
from models.queries.places import places
from models.queries.visible import visible_to
from models.records.incidents import Incident, MapPlace
from models.records.reader import Reader
from models.rules.addresses import postcode_key
from models.rules.place_shapes import ONLINE, shape_of
from models.rules.positions import Position, at, maybe

PLACED = "latitude and longitude"
FIXED = frozenset([0])
_place, _child = Place.__table__, Child.__table__


class Known(NamedTuple):
    """What a place's record says of where it lies."""

    id: int
    place_type: str | None
    ward: str | None
    district: str | None
    postcode: str | None
    map_reference: str | None
    latitude: float | None
    longitude: float | None


def map_places(session: Session, reader: Reader) -> tuple[MapPlace, ...]:
    """Every place the reader may know of, by name, with its position where one is known."""
    known = _known(session, reader)
    named: dict[int, list[Incident]] = defaultdict(list)
    children = _children(session, reader)
    for one in incidents(session, reader):
        named[one.place_id].append(one)
        if one.subject_kind == SubjectKind.CHILD and one.subject_id is not None:
            children[one.place_id].add(one.subject_id)
    coded = postcodes(session)
    return tuple(
        _map_place(row, known[row.id], coded, children.get(row.id, ()), named.get(row.id, ()))
        for row in places(session, reader)
    )


def postcodes(session: Session) -> dict[str, Position]:
    """Where the postcodes lie that a file was read for."""
    one = PostcodePosition
    rows = session.execute(select(one.postcode, one.easting, one.northing))
    return {code: Position(east, north, 100.0) for code, east, north in rows}


def place_postcodes(session: Session, reader: Reader) -> frozenset[str]:
    """The postcodes of places that the reader may know of, as compared."""
    rows = session.scalars(
        select(Place.postcode).where(Place.postcode.is_not(None), knowable(reader, Place.id))
    )
    return frozenset(filter(None, map(postcode_key, rows)))


def _known(session: Session, reader: Reader) -> dict[int, Known]:
    rows: Iterable[Any] = session.execute(
        select(*(getattr(Place, name) for name in Known._fields)).where(knowable(reader, Place.id))
    )
    return {row[0]: Known(*row) for row in filled(map(tuple, rows), leads(session), FIXED)}


def _children(session: Session, reader: Reader) -> dict[int, set[int]]:
    """Children linked to each place."""
    lead = leads(session)
    found: dict[int, set[int]] = defaultdict(set)
    for here, other in ((Link.from_id, Link.to_id), (Link.to_id, Link.from_id)):
        rows = session.execute(
            select(here, other)
            .join(_place, _place.c.id == here)
            .join(_child, _child.c.id == other)
            .where(
                visible_to(reader, Link),
                Link.ended_on.is_(None),
                knowable(reader, here),
                knowable(reader, other),
            )
        )
        for place_id, child_id in rows:
            found[lead.get(place_id, place_id)].add(lead.get(child_id, child_id))
    return found


def _map_place(
    row: Any,
    one: Known,
    coded: Mapping[str, Position],
    children: Iterable[int],
    named: Iterable[Incident],
) -> MapPlace:
    kind = codes.recognise("place_types", one.place_type) if one.place_type else None
    where, known_by = _position(one, coded)
    code = kind.code if kind is not None else ""
    return MapPlace(
        row=row,
        type=kind.label if kind is not None else one.place_type or "",
        shape=shape_of(code),
        ward=one.ward,
        district=one.district,
        postcode=one.postcode,
        easting=where.easting if where else None,
        northing=where.northing if where else None,
        within=where.within if where else 0,
        known_by=known_by,
        placeable=code != ONLINE,
        children=frozenset(children),
        incidents=tuple(named),
    )


def _position(one: Known, coded: Mapping[str, Position]) -> tuple[Position | None, str]:
    """Its own position before that of its postcode, which many places share."""
    if one.latitude is not None and one.longitude is not None:
        try:
            return at(one.latitude, one.longitude), PLACED
        except Refusal:
            pass
    if found := maybe(one.map_reference):
        return found, "map reference"
    if found := coded.get(postcode_key(one.postcode)):
        return found, "postcode"
    return None, ""
