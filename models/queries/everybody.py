"""The names of everybody on record, for one purpose: to show initials in their place."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Address, Alias, Child, Member, Place, Referral, Subject
from models.marks import PEOPLE
from models.queries.changed import SUBJECTS, held, hold, renamed_since, rows_since
from models.queries.free_texts import NARRATIVE
from models.records.reader import Reader
from models.rules.bearers import Bearers, full_mask
from models.rules.homes import Homes, homes_of, written_homes
from models.rules.masking import NameMask
from models.rules.names import UNNAMED, plain
from models.storage.journal import writes

CHILDREN, PERSONS = ("child",), ("person_of_concern",)
SPARED = (select(Member.name), select(Child.lead_name), select(Referral.lead_name))
LIVED_IN = (Address.__tablename__, Place.__tablename__, Referral.__tablename__)
Named = dict[int, list[str]]


@dataclass
class _Held:
    """Everybody's names and homes as of an operation, and the mask that they make."""

    number: int
    bearers: Bearers
    mask: NameMask
    alias_of: dict[int, int] = field(default_factory=dict)


EVERYBODY, CHILDREN_ALONE = "everybody's names", "children's names"
NAMED_IN = (*SUBJECTS, Alias.__tablename__, Member.__tablename__, *LIVED_IN)
"""Where what the mask of children is made of stands."""
_turn = threading.Lock()


def everybody(session: Session, reader: Reader) -> NameMask:
    """A mask of all children and persons of concern, of those the reader may not know of as well.

    It gives out no name: only initials in the place of one that a text already holds. The panel's
    members stand by their whole names, save who is called like somebody on record. Where a child
    lives is kept back, too: it says who is meant. The same mask is given until a name changes.
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
    named = {name for asked in SPARED for name in session.scalars(asked.distinct()) if name}
    names, _ = _names(session, CHILDREN)
    persons, _ = _names(session, PERSONS)
    called = {plain(name) for each in names.values() for name in each}
    whole = {plain(name) for each in persons.values() for name in each if " " in name}
    return replace(
        full_mask(names.values()),
        spared=frozenset({*map(plain, named), *(whole - called)}),
        homes=_homes(session),
    )


def _read(session: Session, number: int) -> _Held:
    names, alias_of = _names(session, PEOPLE)
    bearers = Bearers(names.items())
    mask = replace(bearers.mask(_members(session)), homes=_homes(session))
    return _Held(number, bearers, mask, alias_of)


def _refresh(session: Session, known: _Held) -> bool:
    """Take up whose names have changed since; False where they are best all read again."""
    changed = renamed_since(session, known.number, known.alias_of)
    moved = rows_since(session, known.number, (*LIVED_IN, Member.__tablename__))
    if changed is None or moved is None:
        return False
    if changed:
        names, alias_of = _names(session, PEOPLE, changed)
        known.alias_of.update(alias_of)
        for one in changed:
            known.bearers.drop(one)
        for one, called in names.items():
            known.bearers.put(one, called)
    if changed or moved:
        lived_in = any(table in LIVED_IN for table, _ in moved)
        homes = _homes(session) if lived_in else known.mask.homes
        known.mask = replace(known.bearers.mask(_members(session)), homes=homes)
    return True


def _members(session: Session) -> Iterable[str]:
    return session.scalars(select(Member.name).distinct())


def _homes(session: Session) -> Homes:
    """Where children live, by record or as it is told, save what is a place of concern."""
    lived = select(Address.text, Address.postcode).join(Child, Child.id == Address.subject_id)
    places = session.execute(select(Place.label, Place.address, Place.postcode)).all()
    at = [(text, code) for label, address, code in places for text in (label, address)]
    placed = select(Child.placement).where(Child.placement.is_not(None))
    recorded = [(text, code) for text, code in session.execute(lived)]
    recorded += [(text, None) for text in session.scalars(placed) if text]
    return homes_of([*recorded, *written_homes(_told(session))], at)


def _told(session: Session) -> Iterable[str]:
    """What all referrals say in words."""
    return (text for row in session.execute(select(*NARRATIVE)) for text in row if text)


def _names(
    session: Session, kinds: tuple[str, ...], only: Iterable[int] | None = None
) -> tuple[Named, dict[int, int]]:
    """The name of each, of all or of these, with their other names; and whose other names are."""
    whose, called = _asked(only)
    names: Named = {
        one: [label] for one, label in session.execute(whose.where(Subject.kind.in_(kinds)))
    }
    alias_of: dict[int, int] = {}
    for alias_id, one, alias in session.execute(called):
        if one in names:
            names[one].append(alias)
            alias_of[alias_id] = one
    return names, alias_of


def _asked(only: Iterable[int] | None) -> tuple[Select[int, str], Select[int, int, str]]:
    whose = select(Subject.id, Subject.label).where(Subject.label != UNNAMED)
    called = select(Alias.id, Alias.subject_id, Alias.name)
    if only is None:
        return whose, called
    ids = sorted(only)
    return whose.where(Subject.id.in_(ids)), called.where(Alias.subject_id.in_(ids))
