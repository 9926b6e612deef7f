"""Telephones, vehicles, accounts and homes of people, where the reader may see whose they are."""

# A link may be hidden from a reader, so these are read each time and never kept with the facts.

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import Address, Link, OnlineAccount, Phone, Place, Vehicle
from models.marks import SubjectKind
from models.matching.belongings import Belongings, address_key
from models.matching.things import PARTS, handle_key, thing_keys
from models.queries.prepared import for_reader
from models.queries.sharing_keys import sharing
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.identifiers import phone_key
from models.rules.partial_marks import is_partial, mark_key

OWN = ("owns", "uses", "drives", "lives at")
"""Links that say whose a thing is; to be seen in a car is not to have it."""
# The things' own tables: what every subject has is not asked for.
_phone, _vehicle, _account, _place = (
    one.__table__.c for one in (Phone, Vehicle, OnlineAccount, Place)
)
_COLUMNS: Mapping[str, Any] = {
    "phones": _phone.digits,
    "vehicles": _vehicle.registration,
    "handles": _account.handle,
    "addresses": _place.address,
}
COMPARED = {
    "phones": phone_key,
    "vehicles": mark_key,
    "handles": handle_key,
    "addresses": address_key,
}
_HOMES = select(Address.subject_id, Address.text).where(Address.restricted.is_(False))
_THEIR_HOMES = _HOMES.where(Address.subject_id.in_(bindparam("people", expanding=True)))


def belongings(
    session: Session, reader: Reader, ids: Iterable[int] | None = None
) -> dict[int, Belongings]:
    """What each of these people has, or of everybody; who has nothing is left out."""
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one, what, said in _told(session, reader, None if ids is None else list(ids)):
        found[one][what].add(COMPARED[what](said))
    return {
        one: Belongings(**{what: frozenset(filter(None, said)) for what, said in each.items()})
        for one, each in found.items()
    }


def having(session: Session, reader: Reader, asked: Belongings) -> set[int]:
    """Who has one of these telephones, vehicles or accounts, or one that is a slip apart."""
    keys = {
        key
        for kind, said in (
            (SubjectKind.PHONE, asked.phones),
            (SubjectKind.VEHICLE, asked.vehicles),
            (SubjectKind.ACCOUNT, asked.handles),
        )
        for one in said
        for key in thing_keys(kind, (one,))
        if key[0] not in PARTS or is_partial(one)
    }
    things = sharing(session, keys)
    return set(session.scalars(_holders(reader), {"things": list(things)})) if things else set()


def as_compared(
    phones: Iterable[str], vehicles: Iterable[str], handles: Iterable[str], addresses: Iterable[str]
) -> Belongings:
    """What somebody wrote, as it is compared."""
    return Belongings(
        frozenset(filter(None, map(phone_key, phones))),
        frozenset(filter(None, map(mark_key, vehicles))),
        frozenset(filter(None, map(handle_key, handles))),
        frozenset(filter(None, map(address_key, addresses))),
    )


def _told(
    session: Session, reader: Reader, ids: list[int] | None
) -> Iterator[tuple[int, str, str]]:
    asked = {"people": ids} if ids is not None else {}
    linked = _all_linked(reader) if ids is None else _linked(reader)
    for one, *said in session.execute(linked, asked):
        yield from ((one, what, text) for what, text in zip(_COLUMNS, said, strict=True) if text)
    for one, text in session.execute(_HOMES if ids is None else _THEIR_HOMES, asked):
        yield one, "addresses", text


def _own(reader: Reader, *columns: Any) -> Select[Any]:
    return select(*columns).where(
        Link.relation.in_(OWN), Link.ended_on.is_(None), visible_to(reader, Link)
    )


@for_reader
def _all_linked(reader: Reader) -> Select[Any]:
    asked = _own(reader, Link.from_id, *_COLUMNS.values())
    for one in (Phone, Vehicle, OnlineAccount, Place):
        asked = asked.outerjoin(one.__table__, one.__table__.c.id == Link.to_id)
    return asked


@for_reader
def _linked(reader: Reader) -> Select[Any]:
    return _all_linked(reader).where(Link.from_id.in_(bindparam("people", expanding=True)))


@for_reader
def _holders(reader: Reader) -> Select[Any]:
    """Who has one of these things."""
    return _own(reader, Link.from_id).where(Link.to_id.in_(bindparam("things", expanding=True)))
