"""Pairs of which a person has said whether they are the same, or later, while nothing is new."""

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Alias, MatchQuestion, SameAs
from models.queries.changed import SUBJECTS
from models.queries.shared_since import shared_since
from models.records.reader import Reader
from models.storage.tables import change

IDENTIFYING = frozenset({
    "label", "system_id", "nhs_number", "birth_date", "postcode", "gender", "school",
    "registration", "digits", "handle", "address", "latitude", "map_reference", "display_name",
})  # fmt: skip
Pair = frozenset[int]
LATER = "later"
"""The answer of who puts a question aside: it is asked again when something new is known."""


def settled(session: Session, reader: Reader | None = None) -> set[Pair]:
    """The pairs that are not to be asked about again: of neither has a fact come in since.

    A new fact is a name, number, date of birth or address added or changed after the answer, and
    that both were since found to have the same telephone, vehicle, account or home, as far as the
    reader may know it; without a reader what people have is left out.
    """
    rows = session.execute(select(SameAs.id, SameAs.lead_id, SameAs.other_id, SameAs.same)).all()
    answered = _answered(session, SameAs.__tablename__)
    apart = [row for row in rows if not row.same]
    whom = {one for row in apart for one in (row.lead_id, row.other_id)}
    told = _told_since(session, min((answered.get(row.id, 0) for row in apart), default=0), whom)
    shared = shared_since(session, reader, whom)
    return {
        frozenset((lead, other))
        for one, lead, other, same in rows
        if same
        or max(told.get(lead, 0), told.get(other, 0), shared(lead, other)) <= answered.get(one, 0)
    }


def put_aside(
    session: Session, reader: Reader | None = None
) -> dict[Pair, tuple[str | None, datetime | None]]:
    """The pairs that somebody left for later, with who and when, while nothing new is known."""
    rows = session.execute(
        select(
            MatchQuestion.id,
            MatchQuestion.subject_id,
            MatchQuestion.with_id,
            MatchQuestion.answered_by,
            MatchQuestion.answered_at,
        ).where(MatchQuestion.answer == LATER)
    ).all()
    if not rows:
        return {}
    answered = _answered(session, MatchQuestion.__tablename__)
    whom = {one for row in rows for one in (row.subject_id, row.with_id)}
    told = _told_since(session, min(answered.get(row.id, 0) for row in rows), whom)
    shared = shared_since(session, reader, whom)
    return {
        frozenset((subject_id, with_id)): (by, at)
        for one, subject_id, with_id, by, at in rows
        if max(told.get(subject_id, 0), told.get(with_id, 0), shared(subject_id, with_id))
        <= answered.get(one, 0)
    }


def _answered(session: Session, table: str) -> dict[int, int]:
    """The operation in which each pair was last spoken of."""
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
