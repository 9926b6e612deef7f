"""What has changed since an operation, by what the journal says: rows, and whose names."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, inspect, select
from sqlalchemy.orm import Session

from models.entities import Alias, Subject
from models.queries.once import once_in_a_reading
from models.storage.lots import lots
from models.storage.tables import change

SUBJECTS = tuple(str(one.local_table) for one in inspect(Subject).self_and_descendants)
TOO_MANY = 2000
_CHANGED = select(change.c.table, change.c.row_id).distinct().limit(TOO_MANY)
_SINCE = change.c.operation > bindparam("since")


def held(session: Session, key: str) -> tuple[Any, int]:
    """What readings of this file hold under a key, and the operation as of which this one sees."""
    answers, asking = session.info["answers"], session.info["asking"]
    found = answers.held(session, asking, key)
    return found, asking.heard[1]


def hold(session: Session, key: str, value: object) -> None:
    """Hold this for later readings of the file, until it is locked or closed."""
    session.info["answers"].hold(session.info["asking"], key, value)


def rows_since(
    session: Session, number: int, tables: tuple[str, ...]
) -> set[tuple[str, int]] | None:
    """The rows of these tables that changed since; None where they are too many to be told."""
    whole = _since(session, number)
    if len(whole) < TOO_MANY:
        return {one for one in whole if one[0] in tables}
    rows = session.execute(_CHANGED.where(_SINCE, change.c.table.in_(tables)), {"since": number})
    found = {(table, row_id) for table, row_id in rows}
    return found if len(found) < TOO_MANY else None


@once_in_a_reading
def _since(session: Session, number: int) -> frozenset[tuple[str, int]]:
    """All that changed since, or as much: several ask as of the same operation."""
    return frozenset(map(tuple, session.execute(_CHANGED.where(_SINCE), {"since": number})))


def renamed_since(session: Session, number: int, alias_of: Mapping[int, int]) -> set[int] | None:
    """Subjects any of whose names changed since; `alias_of` tells whose other names were known."""
    rows = rows_since(session, number, (*SUBJECTS, Alias.__tablename__))
    if rows is None:
        return None
    ids = {row_id for table, row_id in rows if table != Alias.__tablename__}
    aliases = {row_id for table, row_id in rows if table == Alias.__tablename__}
    ids |= {alias_of[one] for one in aliases if one in alias_of}
    return ids | _whose(session, aliases)


def _whose(session: Session, alias_ids: set[int]) -> set[int]:
    wanted = sorted(alias_ids)
    return {
        one
        for some in lots(wanted)
        for one in session.scalars(select(Alias.subject_id).where(Alias.id.in_(some)))
    }
