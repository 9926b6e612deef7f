"""Pairs about which a person has said whether they are the same, while nothing new is known."""

import json
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Alias, SameAs
from models.queries.changed import SUBJECTS
from models.storage.tables import change

IDENTIFYING = frozenset({
    "label", "system_id", "nhs_number", "birth_date", "postcode", "gender", "school",
    "registration", "digits", "handle", "address",
})  # fmt: skip
Pair = frozenset[int]


def settled(session: Session) -> set[Pair]:
    """The pairs that are not to be asked about again: of neither has a fact come in since.

    A new fact is a name, number, date of birth or address added or changed after the answer.
    """
    rows = session.execute(select(SameAs.id, SameAs.lead_id, SameAs.other_id, SameAs.same)).all()
    answered = _answered(session)
    apart = [row for row in rows if not row.same]
    whom = {one for row in apart for one in (row.lead_id, row.other_id)}
    told = _told_since(session, min((answered.get(row.id, 0) for row in apart), default=0), whom)
    return {
        frozenset((lead, other))
        for one, lead, other, same in rows
        if same or max(told.get(lead, 0), told.get(other, 0)) <= answered.get(one, 0)
    }


def _answered(session: Session) -> dict[int, int]:
    """The operation in which each pair was last spoken of."""
    table = SameAs.__tablename__
    rows = session.execute(
        select(change.c.row_id, func.max(change.c.operation))
        .where(change.c.table == table)
        .group_by(change.c.row_id)
    )
    return dict(rows.all())


def _told_since(session: Session, number: int, whom: set[int]) -> dict[int, int]:
    """The last operation after this one that told something of each of these subjects."""
    if not whom:
        return {}
    alias = change.c.table == Alias.__tablename__
    own = change.c.table.in_(SUBJECTS) & change.c.row_id.in_(whom)
    asked = (
        select(change.c.operation, change.c.table, change.c.row_id, change.c.after)
        .where(change.c.operation > number, own | alias, change.c.after.is_not(None))
        .order_by(change.c.operation)
    )
    found: dict[int, int] = {}
    for operation, table, row_id, after in session.execute(asked):
        for subject_id in _whom(table, row_id, json.loads(after)):
            found[subject_id] = operation
    return found


def _whom(table: str, row_id: int, after: dict[str, object]) -> Iterator[int]:
    if table == Alias.__tablename__:
        whose = after.get("subject_id")
        if isinstance(whose, int):
            yield whose
    elif not IDENTIFYING.isdisjoint(key for key, value in after.items() if value):
        yield row_id
