"""The history of one entry out of the journal, as far as the reader may read it now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, String, bindparam, select, true
from sqlalchemy.orm import Session

from models import codes
from models.base import Base
from models.entities import (
    Action,
    Agency,
    AgendaItem,
    Decision,
    InformationLine,
    Link,
    Measure,
    Recommendation,
    RiskJudgement,
    Subject,
    User,
)
from models.marks import Sharing
from models.queries.knowable import knowable_link, may_know_of
from models.queries.prepared import for_reader
from models.queries.visible import takes_part, visible_to
from models.records.past import FieldChange, PastState
from models.records.reader import Reader
from models.remembering import remembered
from models.rules.entry_fields import told
from models.storage.ledger import nets_at
from models.storage.shape import Values, shapes
from models.storage.tables import operation

ENTRIES: dict[str, Any] = {
    "action": Action,
    "measure": Measure,
    "recommendation": Recommendation,
    "information_line": InformationLine,
    "decision": Decision,
    "risk_judgement": RiskJudgement,
    "link": Link,
}
OPEN = Sharing.ALL_PANEL.value
"""As nearly everything is: told only where it was not so before."""
NUMBERS = frozenset({"agency_id", "item_id", "subject_id"})
ENDS = ("from_id", "to_id")
"""Whom a link joins: a state with an end that the reader may not know of is not told."""
SHARED = ("sharing", "shared_with", "agency_id", "information", "item_id", "subject_id")


def past_states(session: Session, reader: Reader, table: str, row_id: int) -> tuple[PastState, ...]:
    """Every state of an entry that the reader may read now, the latest first.

    A state that was shared more narrowly stays out, and so does what it was changed from.
    """
    if not may_read_entry(session, reader, table, row_id):
        return ()
    found: list[PastState] = []
    before: Values = {}
    for number, values in states_of(session, table, row_id):
        open_now = _was_open(session, reader, values)
        if open_now:
            changes = _changes(session, table, before, values)
            if changes or not found:
                found.append(state_at(session, (table, row_id, number), changes))
        before = values if open_now else {}
    if found and before:
        found[-1] = replace(found[-1], now=True)
    return tuple(reversed(found))


def past_of_item(
    session: Session, reader: Reader, table: str, item_id: int
) -> tuple[PastState, ...]:
    """The states of an item's one decision or judgement of risk."""
    entity = ENTRIES[table]
    row_id = session.scalar(select(entity.id).where(entity.item_id == item_id))
    return past_states(session, reader, table, row_id) if row_id is not None else ()


def may_read_entry(session: Session, reader: Reader, table: str, row_id: int) -> bool:
    """Whether the reader may read an entry as it stands."""
    return session.scalar(_readable(reader)[table], {"row": row_id}) is not None


@for_reader
def _readable(reader: Reader) -> dict[str, Select[int]]:
    """By table, an entry's id where the reader may read it."""
    return {
        table: select(entity.id).where(entity.id == bindparam("row"), _seen(reader, entity))
        for table, entity in ENTRIES.items()
    }


def _seen(reader: Reader, entity: Any) -> ColumnElement[bool]:
    if entity is Link:
        return knowable_link(reader)
    if hasattr(entity, "sharing"):
        return visible_to(reader, entity)
    return takes_part(reader, entity.item_id, _subject_of(entity))


def _subject_of(entity: Any) -> Any:
    """Whom an entry that is not shared line by line is about: the child, or the item's subject."""
    if entity is Recommendation:
        return Recommendation.child_id
    about = select(AgendaItem.subject_id).where(AgendaItem.id == entity.item_id)
    return about.correlate(entity).scalar_subquery()


def states_of(session: Session, table: str, row_id: int) -> Iterator[tuple[int, Values]]:
    """The whole of an entry after each operation on it, as the journal writes values."""
    values: Values = {}
    for number, net in nets_at(session.connection(), table, row_id):
        values = {**values, **(net.after or {})} if net.after is not None else {}
        yield number, values


def open_states(
    session: Session, reader: Reader, table: str, row_id: int
) -> Iterator[tuple[datetime, Values]]:
    """The states of an entry that the reader may read now, each with when it came."""
    for number, values in states_of(session, table, row_id):
        if _was_open(session, reader, values):
            when = session.scalar(select(operation.c.at).where(operation.c.number == number))
            if when is not None:
                yield when, values


def _was_open(session: Session, reader: Reader, values: Values) -> bool:
    """Whether the reader may read what was shared so: the predicate of all selects, on values."""
    if not values:
        return False
    ends = [values[end] for end in ENDS if values.get(end) is not None]
    if not all(map(may_know_of(session, reader), ends)):
        return False
    if "sharing" not in values:
        return True
    marks = {name: values[name] for name in SHARED if values.get(name) is not None}
    marks.setdefault("shared_with", "")
    asked = _open_to(reader.at(datetime.min), tuple(marks))
    return bool(session.scalar(asked, marks))


@remembered(64)
def _open_to(reader: Reader, marks: tuple[str, ...]) -> Select[bool]:
    """Whether the reader may read a row of these marks."""
    kinds = {name: Integer() if name in NUMBERS else String() for name in marks}
    as_row = SimpleNamespace(**{name: bindparam(name, type_=kinds[name]) for name in marks})
    return select(true()).where(visible_to(reader, as_row))


def _changes(
    session: Session, table: str, before: Values, after: Values
) -> tuple[FieldChange, ...]:
    found = (
        FieldChange(
            name,
            value_words(session, table, field, before),
            value_words(session, table, field, after),
        )
        for field, name in told(table)
        if before.get(field) != after.get(field)
    )
    return tuple(
        one for one in found if one.before != one.after and (one.before or one.after != OPEN)
    )


def state_at(
    session: Session, place: tuple[str, int, int], changes: tuple[FieldChange, ...]
) -> PastState:
    """An entry (table, row, operation) as that operation left it: who, when, and what changed."""
    who = select(operation, User.name.label("who")).outerjoin(User, User.id == operation.c.actor)
    row = session.execute(who.where(operation.c.number == place[2])).one()
    return PastState(*place, row.at, row.who or "MaceDesk", row.label, changes, now=False)


def value_words(session: Session, table: str, field: str, values: Values) -> str | None:
    """A value as people say it: days as days, agencies and records by name."""
    kept = values.get(field)
    if kept in (None, ""):
        return None
    value = shapes(Base)[table].decode(field, kept)
    if isinstance(value, date):
        return f"{value:%a} {value.day} {value:%b %Y}"
    if field == "shared_with":
        names = session.scalars(select(Agency.name).where(Agency.id.in_(value)))
        return ", ".join(names) or None
    if field.endswith("agency_id"):
        return session.scalar(select(Agency.name).where(Agency.id == value))
    if field in ("subject_id", *ENDS):
        return session.scalar(select(Subject.label).where(Subject.id == value))
    if field == "relation":
        return codes.relation_wording(str(value), True)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
