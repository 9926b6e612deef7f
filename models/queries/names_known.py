"""The names of all on record that the reader may know of, as they are found in free text."""

from collections.abc import Callable, Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, OnlineAccount, Phone, Subject, Vehicle
from models.marks import PEOPLE, SubjectKind
from models.matching.first_names import FirstNames
from models.matching.near_mentions import Near, NearNames
from models.queries.everybody import people_at_work
from models.queries.knowable import knowable
from models.queries.once import once
from models.records.mentions import Named
from models.records.reader import Reader
from models.rules.mentions import Names, OnRecord

KINDS = tuple(
    kind.value for kind in SubjectKind if kind not in (SubjectKind.THEME, SubjectKind.ACCOUNT)
)


@once
def names_known(session: Session, reader: Reader) -> Callable[[str], tuple[Named, ...]]:
    """What finds, in a text, all whom the reader may know of and whose record is open."""
    return Names(_on_record(session, reader)).found_in


@once
def names_nearly(session: Session, reader: Reader) -> Callable[[str], Iterator[Near]]:
    """What finds, in a text, people of these whose names are written otherwise there."""
    known = (
        (one.subject_id, one.text) for one in _on_record(session, reader) if one.kind in PEOPLE
    )
    return NearNames(known, people_at_work(session)).found_in


@once
def first_names(
    session: Session, reader: Reader
) -> Callable[[str, Collection[int]], Iterator[Near]]:
    """What finds first names that stand alone in a text, and people of these who may be meant."""
    known = ((one.subject_id, one.kind, one.text) for one in _on_record(session, reader)
             if one.kind in PEOPLE and not one.other)  # fmt: skip
    return FirstNames(known).found_in


def _on_record(session: Session, reader: Reader) -> Iterator[OnRecord]:
    standing = (Subject.kind.in_(KINDS), Subject.closed_on.is_(None), knowable(reader))
    for row in session.execute(select(Subject.id, Subject.kind, Subject.label).where(*standing)):
        yield OnRecord(*row)
    aliases = select(Subject.id, Subject.kind, Alias.name).join(
        Alias, Alias.subject_id == Subject.id
    )
    for row in session.execute(aliases.where(*standing)):
        yield OnRecord(*row, other=True)
    seen = Vehicle.registration != ""
    marks = select(Vehicle.id, Vehicle.kind, Vehicle.registration).where(seen)
    numbers = select(Phone.id, Phone.kind, Phone.digits)
    for asked, kind in ((marks, Vehicle), (numbers, Phone)):
        for row in session.execute(asked.where(knowable(reader, kind.id))):
            yield OnRecord(*row)
    handles = select(OnlineAccount.id, OnlineAccount.kind, OnlineAccount.handle)
    for row in session.execute(handles.where(knowable(reader, OnlineAccount.id))):
        if not row.handle.strip("@").isalpha():
            yield OnRecord(*row)
