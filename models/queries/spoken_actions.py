"""The actions that a line may speak of, held ready and kept fresh by what the journal says."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import Action, Subject
from models.marks import SubjectKind
from models.queries.changed import held, hold, rows_since
from models.queries.once import once
from models.queries.overdue import OPEN
from models.queries.prepared import for_reader
from models.queries.until_renamed import until_renamed
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.capture.action_book import ActionBook
from models.rules.capture.refs import ActionRef, SubjectRef
from models.storage.journal import writes

LATELY, READERS = 200, 24
Spoken = Select[int, str, str, int | None, int, str, int | None]
_SPOKEN = (
    Action.id, Action.reference, Action.text, Action.owner_id, Action.carried_count, Action.status,
    Action.subject_id,
)  # fmt: skip


@dataclass
class _Held:
    """What one reader may see, as of an operation."""

    number: int
    book: ActionBook


SPOKEN, ABOUT = "the actions that are spoken of", "whom actions are about"
_turn = threading.Lock()


def spoken_actions(session: Session, reader: Reader) -> ActionBook:
    """Every open action that the reader may see, and of the finished those that ended lately."""
    if writes(session):
        return _read(session, reader)
    reader = reader.at(datetime.min)
    with _turn:
        found, now = held(session, SPOKEN)
        books: OrderedDict[Reader, _Held] = OrderedDict() if found is None else found
        known = books.get(reader)
        if known is None or now < known.number or not _refresh(session, reader, known):
            known = books[reader] = _Held(now, _read(session, reader))
        known.number = now
        books.move_to_end(reader)
        if len(books) > READERS:
            books.popitem(last=False)
        hold(session, SPOKEN, books)
        return known.book


def _refresh(session: Session, reader: Reader, known: _Held) -> bool:
    """Read again the actions that changed since; False where that is best done for all."""
    rows = rows_since(session, known.number, (Action.__tablename__,))
    if rows is None:
        return False
    ids = [row_id for _, row_id in rows]
    for one in ids:
        known.book.drop(one)
    for row in session.execute(_of(reader), {"actions": ids}) if ids else ():
        known.book.put(row[0], _ref(*row))
    return True


def _read(session: Session, reader: Reader) -> ActionBook:
    book = ActionBook()
    for rows in (session.execute(_still_open(reader)), session.execute(_ended(reader))):
        for row in rows:
            book.put(row[0], _ref(*row))
    return book


def _ref(
    _id: int,
    reference: str,
    text: str,
    owner: int | None,
    carried: int,
    status: str,
    of: int | None,
) -> ActionRef:
    return ActionRef(reference, text, owner, carried, "" if status in OPEN else status, of)


@once
def subjects_of_actions(session: Session, reader: Reader) -> tuple[SubjectRef, ...]:
    """Whom the open actions are about: these are read out tonight, whoever is on the agenda."""
    ids = _about_whom(session, reader)
    return until_renamed(session, ABOUT, ids, lambda: _refs(session, ids))


@once
def _about_whom(session: Session, reader: Reader) -> frozenset[int]:
    return frozenset(one for one in session.scalars(_about(reader)) if one is not None)


def _refs(session: Session, ids: frozenset[int]) -> tuple[SubjectRef, ...]:
    asked = select(Subject.id, Subject.label, Subject.kind).where(Subject.id.in_(ids))
    rows = session.execute(asked.order_by(Subject.id))
    return tuple(SubjectRef(one, label, SubjectKind(kind)) for one, label, kind in rows)


@for_reader
def _about(reader: Reader) -> Select[*tuple[int | None]]:
    return (
        select(Action.subject_id)
        .where(visible_to(reader, Action), Action.status.in_(OPEN))
        .distinct()
    )


@for_reader
def _still_open(reader: Reader) -> Spoken:
    """Every open action, the earliest due first."""
    return (
        select(*_SPOKEN)
        .where(visible_to(reader, Action), Action.status.in_(OPEN))
        .order_by(Action.due_on.is_(None), Action.due_on, Action.id)
    )


@for_reader
def _ended(reader: Reader) -> Spoken:
    """The newest of those that are finished: a line may still bring news of them."""
    return (
        select(*_SPOKEN)
        .where(visible_to(reader, Action), Action.status.not_in(OPEN))
        .order_by(Action.id.desc())
        .limit(LATELY)
    )


@for_reader
def _of(reader: Reader) -> Spoken:
    """These, as far as the reader may see them."""
    here = Action.id.in_(bindparam("actions", expanding=True))
    return select(*_SPOKEN).where(visible_to(reader, Action), here)
