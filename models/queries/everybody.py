"""The names of everybody on record, for one purpose: to show initials in their place."""

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Address, Alias, Child, Member, Place, Referral
from models.marks import PEOPLE
from models.queries.changed import SUBJECTS, held, hold, renamed_since, rows_since
from models.queries.free_texts import NARRATIVE
from models.queries.people_called import people_called
from models.records.reader import Reader
from models.rules.bearers import Bearers, full_mask
from models.rules.homes import Homes, LivedIn, written_homes
from models.rules.masking import NameMask
from models.rules.names import plain
from models.storage.journal import writes

CHILDREN, PERSONS = ("child",), ("person_of_concern",)
_WORK = (select(Member.name), select(Child.lead_name), select(Referral.lead_name))
_PLACES = select(Place.id, Place.label, Place.address, Place.postcode)
LIVED_IN = (Address.__tablename__, Place.__tablename__, Referral.__tablename__)


@dataclass
class _Held:
    """Everybody's names and homes as of an operation, and the mask that they make."""

    number: int
    bearers: Bearers
    lived_in: LivedIn
    mask: NameMask
    working: frozenset[str]
    alias_of: dict[int, int] = field(default_factory=dict)


EVERYBODY, CHILDREN_ALONE = "everybody's names", "children's names"
NAMED_IN = (*SUBJECTS, Alias.__tablename__, Member.__tablename__, *LIVED_IN)
"""Where what the mask of children is made of stands."""
WORKING = tuple(one.__tablename__ for one in (Member, Child, Referral))
"""Where those work whose whole names stay."""
_turn = threading.Lock()


def everybody(session: Session, reader: Reader) -> NameMask:
    """A mask of all children and persons of concern, of those the reader may not know of as well.

    It gives out no name: only initials in the place of one that a text already holds. The panel's
    members and the professionals of children stand by their whole names, save who is called like
    somebody on record. Where a child lives is kept back, too: it says who is meant. The same mask
    is given until a name changes.
    """
    if writes(session):
        return _read(session, 0).mask
    with _turn:
        found, now = held(session, EVERYBODY)
        known: _Held | None = found
        if known is None or now < known.number or not _refresh(session, known):
            known = _read(session, now)
        known.number = now
        hold(session, EVERYBODY, known)
        return known.mask


def every_child(session: Session, reader: Reader) -> NameMask:
    """A mask of all children on record for documents, which name professionals in full.

    Persons of concern stand by their whole names: where they may not, they do not by then. Homes
    are kept back as in the room. The same mask is given until something of it changes.
    """
    if writes(session):
        return _children(session)
    with _turn:
        known, now = held(session, CHILDREN_ALONE)
        if known is None or now < known[0] or rows_since(session, known[0], NAMED_IN) != set():
            known = (now, _children(session))
        hold(session, CHILDREN_ALONE, (now, known[1]))
        mask: NameMask = known[1]
        return mask


def _children(session: Session) -> NameMask:
    names, _ = people_called(session, CHILDREN)
    persons, _ = people_called(session, PERSONS)
    called = {plain(name) for each in names.values() for name in each}
    whole = {plain(name) for each in persons.values() for name in each if " " in name}
    return replace(
        full_mask(names.values()),
        spared=people_at_work(session) | (whole - called),
        homes=_homes(session),
    )


def _read(session: Session, number: int) -> _Held:
    names, alias_of = people_called(session, PEOPLE)
    bearers, lived_in, working = Bearers(names.items()), _lived_in(session), _working(session)
    mask = replace(bearers.mask(working), homes=lived_in.homes)
    return _Held(number, bearers, lived_in, mask, working, alias_of)


def _refresh(session: Session, known: _Held) -> bool:
    """Take up whose names have changed since; False where they are best all read again."""
    changed = renamed_since(session, known.number, known.alias_of)
    moved = rows_since(session, known.number, (*LIVED_IN, *WORKING))
    if changed is None or moved is None:
        return False
    renamed = _rename(session, known, changed)
    _move(session, known, moved)
    before = known.working
    if any(table in WORKING for table, _ in moved):
        known.working = _working(session)
    if renamed or known.working != before or known.lived_in.homes is not known.mask.homes:
        mask = known.bearers.mask(known.working)
        known.mask = replace(mask, homes=known.lived_in.homes)
    return True


def _rename(session: Session, known: _Held, changed: set[int]) -> bool:
    """Have those who changed go by their names of now; False where none of them is a person."""
    if not changed:
        return False
    names, alias_of = people_called(session, PEOPLE, changed)
    known.alias_of.update(alias_of)
    borne = [known.bearers.drop(one) for one in changed]
    for one, called in names.items():
        known.bearers.put(one, called)
    return bool(names) or any(borne)


def _move(session: Session, known: _Held, moved: set[tuple[str, int]]) -> None:
    """Have places lie where they do now; where children live is read whole."""
    places = {row_id for table, row_id in moved if table == Place.__tablename__}
    if any(table in LIVED_IN and table != Place.__tablename__ for table, _ in moved):
        known.lived_in = _lived_in(session)
    elif places:
        told = {one: told for one, *told in session.execute(_PLACES.where(Place.id.in_(places)))}
        for one in places:
            known.lived_in.put_place(one, _lies(*told[one]) if one in told else ())


def people_at_work(session: Session) -> frozenset[str]:
    """The panel's members and who works with a child on record, as compared."""
    named = (name for asked in _WORK for name in session.scalars(asked.distinct()))
    return frozenset(plain(name) for name in named if name)


def _working(session: Session) -> frozenset[str]:
    """The panel's members, and by whole names who works with a child on record."""
    members, *others = ([*session.scalars(asked.distinct())] for asked in _WORK)
    told = (re.split(r"[,(]", name)[0].strip() for names in others for name in names if name)
    return frozenset({*members, *(name for name in told if " " in name)})


def _homes(session: Session) -> Homes:
    return _lived_in(session).homes


def _lived_in(session: Session) -> LivedIn:
    """Where children live, by record or as it is told, save what is a place of concern."""
    lived = select(Address.text, Address.postcode).join(Child, Child.id == Address.subject_id)
    placed = select(Child.placement).where(Child.placement.is_not(None))
    recorded = [(text, code) for text, code in session.execute(lived)]
    recorded += [(text, None) for text in session.scalars(placed) if text]
    places = ((one, _lies(*told)) for one, *told in session.execute(_PLACES))
    return LivedIn([*recorded, *written_homes(_told(session))], places)


def _lies(
    label: str | None = None, address: str | None = None, postcode: str | None = None
) -> tuple[tuple[str | None, str | None], ...]:
    return (label, postcode), (address, postcode)


def _told(session: Session) -> Iterable[str]:
    """What all referrals say in words."""
    return (text for row in session.execute(select(*NARRATIVE)) for text in row if text)
