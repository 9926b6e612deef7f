"""The names of everybody on record, for one purpose: to show initials in their place."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Child, Member, Referral, Subject
from models.records.reader import Reader
from models.rules.masking import NameMask, name_mask
from models.rules.names import plain

PEOPLE = ("child", "person_of_concern")
CHILDREN = ("child",)


def everybody(session: Session, reader: Reader) -> NameMask:
    """A mask of all children and persons of concern, of those the reader may not know of as well.

    It gives out no name: only initials in the place of one that a text already holds.
    """
    return _mask(session, PEOPLE)


def every_child(session: Session, reader: Reader) -> NameMask:
    """A mask of all children on record for documents, which name professionals in full."""
    said = (select(Member.name), select(Child.lead_name), select(Referral.lead_name))
    named = {name for asked in said for name in session.scalars(asked.distinct()) if name}
    return replace(_mask(session, CHILDREN), spared=frozenset(map(plain, named)))


def _mask(session: Session, kinds: tuple[str, ...]) -> NameMask:
    names: dict[int, list[str]] = {
        subject_id: [label]
        for subject_id, label in session.execute(
            select(Subject.id, Subject.label).where(Subject.kind.in_(kinds))
        )
    }
    for subject_id, alias in session.execute(select(Alias.subject_id, Alias.name)):
        if subject_id in names:
            names[subject_id].append(alias)
    return name_mask(names.values())
