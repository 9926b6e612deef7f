"""Actions with their owners, subjects and standing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    Action,
    ActionSubject,
    ActionUpdate,
    Agency,
    AgendaItem,
    Meeting,
    Subject,
)
from models.queries.action_updates import NOTHING_TOLD, Told, last_told
from models.queries.knowable import families
from models.queries.many import MANY
from models.queries.overdue import OPEN
from models.queries.prepared import for_reader
from models.queries.running_order import item_references
from models.queries.short_labels import short_label
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import visible_to
from models.records.outcomes import ActionRow
from models.records.reader import Reader
from models.rules import actions as rule
from models.rules.actions import ActionStatus
from models.rules.said_done import is_said_done, with_claim
from models.rules.tactics import is_tactic

_other = aliased(Subject)


Statement = Select[Action, str, str, str, date]
_JOINED = (
    select(Action, Agency.name, Subject.kind, Subject.label, Meeting.held_on)
    .outerjoin(Agency, Agency.id == Action.agency_id)
    .outerjoin(Subject, Subject.id == Action.subject_id)
    .outerjoin(Meeting, Meeting.id == Action.meeting_id)
    .order_by(Action.id)
)
_TOLD_AT = select(ActionUpdate.item_id, ActionUpdate.action_id).where(
    ActionUpdate.item_id.in_(bindparam("items", expanding=True))
)
_OTHERS = (
    select(ActionSubject, _other.kind, _other.label)
    .join(_other, _other.id == ActionSubject.subject_id)
    .order_by(ActionSubject.id)
)
_OTHERS_OF = _OTHERS.where(ActionSubject.action_id.in_(bindparam("actions", expanding=True)))


def actions(
    session: Session,
    reader: Reader,
    *,
    open_only: bool = False,
    agency_id: int | None = None,
    meeting_id: int | None = None,
) -> tuple[ActionRow, ...]:
    """Actions across meetings that the reader may see, the earliest due first."""
    where: list[ColumnElement[bool]] = []
    if open_only:
        where.append(Action.status.in_(OPEN))
    if agency_id is not None:
        where.append(Action.agency_id == agency_id)
    if meeting_id is not None:
        where.append(Action.meeting_id == meeting_id)
    return by_day(select_actions(session, reader, *where))


def by_day(rows: Sequence[ActionRow]) -> tuple[ActionRow, ...]:
    """The earliest due first; what has no day last."""
    return tuple(sorted(rows, key=lambda row: (row.due_on is None, row.due_on, row.id)))


def actions_of_item(session: Session, reader: Reader, item_id: int) -> tuple[ActionRow, ...]:
    """Actions agreed on an item, in the order they were agreed."""
    return tuple(_made(session, item_id, reader) or ())


def open_actions_about(
    session: Session,
    reader: Reader,
    subject_ids: tuple[int, ...],
    before_item: int,
) -> tuple[ActionRow, ...]:
    """Earlier actions about a subject that are not finished, or were finished at this item.

    `subject_ids` are the subject's record and those joined to it.
    """
    meeting_id = session.get_one(AgendaItem, before_item).meeting_id
    found = _open_about(session, subject_ids[0], reader, meeting_id) or ()
    return tuple(
        one
        for one in found
        if one.item_id != before_item
        and (one.status in OPEN or one.id in (_told_at(session, before_item) or ()))
    )


@for_reader
def _of_items(reader: Reader) -> Statement:
    return _statement(reader, Action.item_id.in_(bindparam("items", expanding=True)))


@for_reader
def _agreed_about(reader: Reader) -> Statement:
    return _about(reader).where(Action.meeting_id == bindparam("meeting"))


@for_reader
def _open(reader: Reader) -> Statement:
    """Actions about subjects that are not finished, or were told of at the meeting."""
    here = (
        select(ActionUpdate.action_id)
        .join(AgendaItem, AgendaItem.id == ActionUpdate.item_id)
        .where(AgendaItem.meeting_id == bindparam("meeting"))
    )
    return _about(reader).where(Action.status.in_(OPEN) | Action.id.in_(here))


def _about(reader: Reader) -> Statement:
    subjects: BindParameter[int] = bindparam("subjects", expanding=True)
    also = select(ActionSubject.action_id).where(ActionSubject.subject_id.in_(subjects))
    return _statement(reader, Action.subject_id.in_(subjects) | Action.id.in_(also))


@together(About.ITEM)
def _made(session: Session, item_ids: Ids, reader: Reader) -> Mapping[int, Sequence[ActionRow]]:
    rows = _read(session, reader, _of_items(reader), {"items": item_ids})
    return grouped((one.item_id, one) for one in rows)


@together(About.CHILD)
def agreed_about(
    session: Session, child_ids: Ids, reader: Reader, meeting_id: int
) -> Mapping[int, Sequence[ActionRow]]:
    """What a meeting agreed about each of these children, on whatever item."""
    lead = families(session, child_ids)
    asked = {"subjects": tuple(lead), "meeting": meeting_id}
    rows = _read(session, reader, _agreed_about(reader), asked)
    return grouped((one, row) for row in rows for one in subjects_of(row, lead))


@together(About.SUBJECT)
def _open_about(
    session: Session, subject_ids: Ids, reader: Reader, meeting_id: int
) -> Mapping[int, Sequence[ActionRow]]:
    lead = families(session, subject_ids)
    asked = {"subjects": tuple(lead), "meeting": meeting_id}
    rows = _read(session, reader, _open(reader), asked)
    return grouped((one, row) for row in rows for one in subjects_of(row, lead))


def subjects_of(row: ActionRow, lead: Mapping[int, int]) -> set[int]:
    """Those of these subjects whom an action is about; `lead` has all their records."""
    ids = (row.subject_id or 0, *(other[0] for other in row.other_subjects))
    return {lead[one] for one in ids if one in lead}


@together(About.ITEM)
def _told_at(session: Session, item_ids: Ids) -> Mapping[int, Sequence[int]]:
    """Actions of which something was told at each item."""
    rows = session.execute(_TOLD_AT, {"items": item_ids})
    return grouped((item_id, action_id) for item_id, action_id in rows)


def select_actions(
    session: Session, reader: Reader, *where: ColumnElement[bool]
) -> tuple[ActionRow, ...]:
    """Actions that match and that the reader may see, in the order they were agreed."""
    return _read(session, reader, _statement(reader, *where), {})


def select_for_each(
    session: Session, readers: Sequence[Reader], on: date, *where: ColumnElement[bool]
) -> dict[Reader, tuple[ActionRow, ...]]:
    """Actions that match, as they stand on a day and each of these readers may see them.

    The statement says who may.
    """
    may = [visible_to(one, Action) for one in readers]
    if not may:
        return {}
    rows = session.execute(_JOINED.where(or_(*may), *where).add_columns(*may)).all()
    made = _rows(session, on, rows)
    told = [row[-len(may) :] for row in rows]
    return {
        one: tuple(row for row, mays in zip(made, told, strict=True) if mays[at])
        for at, one in enumerate(readers)
    }


def _statement(reader: Reader, *where: ColumnElement[bool]) -> Statement:
    return _JOINED.where(visible_to(reader, Action), *where)


def _read(
    session: Session, reader: Reader, statement: Statement, asked: dict[str, Any]
) -> tuple[ActionRow, ...]:
    return _rows(session, reader.today, session.execute(statement, asked).all())


def _rows(
    session: Session, today: date, rows: Sequence[Row[Action, str, str, str, date]]
) -> tuple[ActionRow, ...]:
    ids = [row[0].id for row in rows]
    told, others = last_told(session, ids), _others(session, ids)
    names = item_references(session, {row[0].item_id for row in rows})
    return tuple(_row(session, today, *row[:5], told, others, names) for row in rows)


def _row(
    session: Session,
    today: date,
    one: Action,
    agency: str | None,
    kind: str | None,
    label: str | None,
    held_on: Any,
    told: dict[int, Told],
    others: dict[int, list[tuple[int, str, str, str | None]]],
    names: Mapping[int, str],
) -> ActionRow:
    last, judged = told.get(one.id, NOTHING_TOLD)
    standing = _standing(one, today, None if last is None or judged else last.text)
    return ActionRow(
        one.id,
        one.uuid,
        one.reference,
        one.text,
        one.kind,
        one.owner_name,
        one.owner_id,
        agency,
        one.agency_id,
        one.due_on,
        one.due_words,
        one.success,
        one.status,
        ActionStatus(one.status) in rule.FINISHED,
        standing.rag,
        standing.words,
        one.carried_count,
        one.made_on,
        held_on,
        one.item_id,
        names.get(one.item_id or 0),
        one.subject_id,
        kind,
        label,
        short_label(session, kind, label) if label else None,
        one.sharing,
        one.measure_type_code,
        is_tactic(one.kind, one.measure_type_code),
        last.text if last else None,
        last.reason if last else None,
        tuple(others.get(one.id, ())),
        one.changed,
    )


def _standing(one: Action, today: date, unjudged: str | None) -> rule.Standing:
    status = ActionStatus(one.status)
    found = rule.standing(status, one.due_on, today, one.status_on)
    if not is_said_done(status, unjudged):
        return found
    return replace(found, words=with_claim(found.words, late=found.rag == "red"))


def _others(session: Session, ids: list[int]) -> dict[int, list[tuple[int, str, str, str | None]]]:
    if not ids:
        return {}
    few = len(ids) <= MANY
    rows = session.execute(_OTHERS_OF, {"actions": ids}) if few else session.execute(_OTHERS)
    found: dict[int, list[tuple[int, str, str, str | None]]] = {}
    for one, kind, label in rows:
        found.setdefault(one.action_id, []).append((one.subject_id, kind, label, one.part_text))
    return found
