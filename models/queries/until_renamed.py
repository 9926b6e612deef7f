"""What is told of many subjects by their names, held until one of them is called otherwise."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias
from models.queries.changed import SUBJECTS, held, hold, rows_since
from models.storage.journal import writes

R = TypeVar("R")
ALIASES = Alias.__tablename__
_turn = threading.RLock()


@dataclass
class _Held:
    """What was read of whom, as of an operation."""

    number: int
    ids: frozenset[int]
    told: Any


def until_renamed(
    session: Session,
    key: str,
    ids: frozenset[int],
    read: Callable[[], R],
    also: tuple[str, ...] = (),
) -> R:
    """What `read` tells of these subjects; asked anew where another is added, renamed or taken off.

    It is asked anew, too, after any change in the tables of `also`. Others may come on record.
    """
    if writes(session):
        return read()
    told_by = (*SUBJECTS, ALIASES, *also)
    with _turn, session.info["asking"].aside(told_by):
        found, now = held(session, key)
        known: _Held | None = found
        if known is None or known.ids != ids or now < known.number or _moved(session, known, also):
            known = _Held(now, ids, read())
        known.number = now
        hold(session, key, known)
        told: R = known.told
        return told


def _moved(session: Session, known: _Held, also: tuple[str, ...]) -> bool:
    """Whether anything may have changed that it was told by."""
    rows = rows_since(session, known.number, (*SUBJECTS, ALIASES, *also))
    if rows is None or any(table in also for table, _ in rows):
        return True
    aliases = {row_id for table, row_id in rows if table == ALIASES}
    subjects = {row_id for table, row_id in rows if table != ALIASES}
    whose = session.scalars(select(Alias.subject_id).where(Alias.id.in_(aliases))).all()
    # Whose a name was that is taken off, nobody tells any more.
    return len(whose) < len(aliases) or not known.ids.isdisjoint({*subjects, *whose})
