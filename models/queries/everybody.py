"""The names of everybody on record, for one purpose: to show initials in their place."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Address, Alias, Child, Member, Place, Referral, Subject
from models.records.reader import Reader
from models.rules.homes import Homes, homes_of
from models.rules.masking import NameMask, name_mask, other_names
from models.rules.names import plain

PEOPLE = ("child", "person_of_concern")
CHILDREN = ("child",)


def everybody(session: Session, reader: Reader) -> NameMask:
    """A mask of all children and persons of concern, of those the reader may not know of as well.

    It gives out no name: only initials in the place of one that a text already holds. The panel's
    members stand by their whole names, save who is called like somebody on record. Where a child
    lives is kept back, too: it says who is meant.
    """
    names = _names(session, PEOPLE)
    members = {plain(name) for name in session.scalars(select(Member.name).distinct())}
    people = {plain(name) for each in names for name in each}
    return replace(
        name_mask(names),
        spared=frozenset(members - people),
        by_alias=other_names(names),
        homes=_homes(session),
    )


def every_child(session: Session, reader: Reader) -> NameMask:
    """A mask of all children on record for documents, which name professionals in full."""
    said = (select(Member.name), select(Child.lead_name), select(Referral.lead_name))
    named = {name for asked in said for name in session.scalars(asked.distinct()) if name}
    names = _names(session, CHILDREN)
    return replace(
        name_mask(names),
        spared=frozenset(map(plain, named)),
        by_alias=other_names(names),
    )


def _homes(session: Session) -> Homes:
    """Where the children on record live, save what is a place of concern."""
    lived = select(Address.text, Address.postcode).join(Child, Child.id == Address.subject_id)
    places = session.execute(select(Place.label, Place.address, Place.postcode)).all()
    at = [(text, code) for label, address, code in places for text in (label, address)]
    return homes_of(((text, code) for text, code in session.execute(lived)), at)


def _names(session: Session, kinds: tuple[str, ...]) -> list[list[str]]:
    """The name of each, and their other names."""
    names: dict[int, list[str]] = {
        subject_id: [label]
        for subject_id, label in session.execute(
            select(Subject.id, Subject.label).where(Subject.kind.in_(kinds))
        )
    }
    for subject_id, alias in session.execute(select(Alias.subject_id, Alias.name)):
        if subject_id in names:
            names[subject_id].append(alias)
    return list(names.values())
