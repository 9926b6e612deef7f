"""Which flow a child is in, step by step; and every step that is open."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import FlowEntry, FlowStepDone, Subject
from models.queries.knowable import check_knowable, knowable
from models.queries.working import days_closed
from models.records.flows import FlowRecord, FlowStepRow, OpenStep
from models.records.reader import Reader
from models.rules.flows import State, clock


def flows_of(session: Session, reader: Reader, child_id: int) -> tuple[FlowRecord, ...]:
    """A child's flows, the open one first, then the latest; Refusal where it is not known."""
    ids = check_knowable(session, reader, child_id)
    entries = session.scalars(
        select(FlowEntry)
        .where(FlowEntry.child_id.in_(ids))
        .order_by(FlowEntry.ended_on.is_not(None), FlowEntry.entered_on.desc())
        .order_by(FlowEntry.id.desc())
    ).all()
    return tuple(_record(session, reader, one) for one in entries)


def open_steps(session: Session, reader: Reader) -> tuple[OpenStep, ...]:
    """The open step of every child the reader may know of, the first due first."""
    rows = session.execute(
        select(FlowStepDone, FlowEntry.child_id, FlowEntry.flow_label, Subject.label)
        .join(FlowEntry, FlowEntry.id == FlowStepDone.entry_id)
        .join(Subject, Subject.id == FlowEntry.child_id)
        .where(
            FlowStepDone.state == State.OPEN.value,
            FlowEntry.ended_on.is_(None),
            Subject.closed_on.is_(None),
            knowable(reader, FlowEntry.child_id),
        )
        .order_by(FlowStepDone.due_on.is_(None), FlowStepDone.due_on, FlowStepDone.id)
    ).all()
    closed = days_closed(session)
    found = []
    for step, child_id, flow, child in rows:
        told = clock(step.state, step.began_on, step.due_on, None, reader.today, closed)
        found.append(
            OpenStep(
                step.id, child_id, child, flow, step.label, step.holder, step.due_on,
                told.words, told.urgency,
            )
        )  # fmt: skip
    return tuple(found)


def _record(session: Session, reader: Reader, one: FlowEntry) -> FlowRecord:
    rows = session.scalars(
        select(FlowStepDone)
        .where(FlowStepDone.entry_id == one.id)
        .order_by(FlowStepDone.position, FlowStepDone.id)
    ).all()
    flow = codes.flow(one.flow_code)
    steps = tuple(_step(session, reader, flow, row) for row in rows)
    return FlowRecord(
        one.id, one.child_id, one.flow_code, one.flow_label, one.flow_version, one.entered_on,
        one.entered_by, one.reason, one.ended_on, one.ended_reason, one.second_person, steps,
        tuple(_to_come(flow, steps)),
    )  # fmt: skip


def _step(
    session: Session, reader: Reader, flow: codes.Flow | None, row: FlowStepDone
) -> FlowStepRow:
    told = clock(
        row.state, row.began_on, row.due_on, row.done_on, reader.today, days_closed(session)
    )
    step = flow.step(row.step_code) if flow else None
    return FlowStepRow(
        row.id, row.step_code, row.label, row.who, row.holder, row.began_on, row.due_on,
        row.state, row.done_on, row.reason, row.note, row.by_name, told.words, told.urgency,
        bool(step and step.ends), bool(step and step.repeats),
    )  # fmt: skip


def _to_come(flow: codes.Flow | None, steps: tuple[FlowStepRow, ...]) -> Iterable[str]:
    last = next((one for one in steps if one.state == State.OPEN), None)
    if flow is None or last is None:
        return []
    order = [one.code for one in flow.steps]
    at = order.index(last.code) + 1 if last.code in order else len(order)
    return [one.label for one in flow.steps[at:]]
