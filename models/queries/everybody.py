"""The names of everybody on record, for one purpose: to show initials in their place."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Subject
from models.records.reader import Reader
from models.rules.masking import NameMask, name_mask

PEOPLE = ("child", "person_of_concern")


def everybody(session: Session, reader: Reader) -> NameMask:
    """A mask of all children and persons of concern, of those the reader may not know of as well.

    It gives out no name: only initials in the place of one that a text already holds.
    """
    names: dict[int, list[str]] = {
        subject_id: [label]
        for subject_id, label in session.execute(
            select(Subject.id, Subject.label).where(Subject.kind.in_(PEOPLE))
        )
    }
    for subject_id, alias in session.execute(select(Alias.subject_id, Alias.name)):
        if subject_id in names:
            names[subject_id].append(alias)
    return name_mask(names.values())
