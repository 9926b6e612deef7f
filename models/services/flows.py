"""A child's way through a flow: entered at a step, each step done or skipped, stepped down."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, FlowEntry, FlowStepDone, Review
from models.errors import Refusal
from models.queries.knowable import all_records_of
from models.queries.working import days_closed
from models.rules import closing
from models.rules.day_words import short
from models.rules.flows import State, check_done, due, following
from models.services.register.fields import need
from models.services.register.standing_rows import existing_child
from models.services.second_person import check_agreed
from models.services.signed_in import Service

OPERATION = "edit_record"


class FlowService(Service):
    """What a person does to a child's way through a flow; each is one step to undo."""

    def enter(
        self,
        child_id: int,
        flow_code: str,
        step_code: str | None = None,
        *,
        on: date | None = None,
        holder: str | None = None,
        reason: str | None = None,
    ) -> int:
        """Let a child enter a flow at a step, else at its first; gives the entry's id.

        Refuses a closed record, a flow out of use, and a second flow beside an open one.
        """
        self._check(OPERATION)
        on = on or self._today
        with self._store.work("enter_flow", "Enter a flow") as session:
            child = self._free(session, child_id, on)
            flow = _flow(flow_code)
            step = flow.step(step_code) if step_code else flow.steps[0]
            if step is None:
                raise Refusal("This flow has no such step.", "step")
            entry = FlowEntry(
                child_id=child.id, flow_code=flow.code, flow_label=flow.label,
                flow_version=flow.version, entered_on=on, entered_by=self._person.name,
                reason=(reason or "").strip() or None,
            )  # fmt: skip
            session.add(entry)
            session.flush()
            self._begin(session, entry, step, on, holder)
            return entry.id

    def finish(
        self,
        step_id: int,
        on: date | None = None,
        *,
        note: str | None = None,
        reason: str | None = None,
        next_holder: str | None = None,
        again: bool = False,
    ) -> None:
        """A step is done: the next begins, or the same once more where it repeats.

        Refuses a late one without why, and the step that ends the flow.
        """
        self._check(OPERATION)
        on = on or self._today
        with self._store.work("finish_flow_step", "A step is done") as session:
            row, entry, flow = self._open(session, step_id)
            step = _step(flow, row)
            self._check_come(on)
            check_done(step.ends, row.began_on, row.due_on, on, reason or "")
            if again and not step.repeats:
                raise Refusal("This step does not repeat.", "again")
            self._settle(row, State.DONE, on, reason, note)
            self._begin(session, entry, step if again else _next(flow, row), on, next_holder)

    def skip(self, step_id: int, reason: str, next_holder: str | None = None) -> None:
        """A step is skipped, with its reason: the next begins. Stepping down is never skipped."""
        self._check(OPERATION)
        reason = need(reason, "Say why it is skipped.", "reason")
        with self._store.work("skip_flow_step", "Skip a step") as session:
            row, entry, flow = self._open(session, step_id)
            if _step(flow, row).ends:
                raise Refusal("Stepping down is not skipped: it has a reason and a second person.")
            self._settle(row, State.SKIPPED, self._today, reason, None)
            self._begin(session, entry, _next(flow, row), self._today, next_holder)

    def hold(self, step_id: int, holder: str) -> None:
        """Say who holds the open step."""
        self._check(OPERATION)
        with self._store.work("hold_flow_step", "Say who holds a step") as session:
            self._open(session, step_id)[0].holder = holder.strip() or None

    def put_off(self, step_id: int, until: date, reason: str) -> None:
        """Give the open step another day, with why."""
        self._check(OPERATION)
        reason = need(reason, "Say why it has another day.", "reason")
        with self._store.work("put_off_flow_step", "Give a step another day") as session:
            row = self._open(session, step_id)[0]
            if until < row.began_on:
                raise Refusal("This day lies before the step began.", "due_on")
            row.due_on = until
            said = f"Due {short(until)}: {reason}"
            row.reason = "\n".join(filter(None, (row.reason, said)))

    def step_down(
        self, entry_id: int, reason: str, second_person: str | None, *, left: bool = False
    ) -> None:
        """End a child's flow with a reason and a second person: stepped down, or left early.

        The child stays on the tracker, and comes back for a look in three months. A level is no
        reason.
        """
        self._check(OPERATION)
        with self._store.work("step_down", "Step down from a flow") as session:
            entry = session.get(FlowEntry, entry_id)
            if entry is None or entry.ended_on is not None:
                raise Refusal("This flow has ended already.")
            row = self._current(session, entry.id)
            flow = codes.flow(entry.flow_code)
            at_end = bool(row and flow and _step(flow, row).ends)
            if not at_end and not left:
                raise Refusal("Steps before it are still open: finish or skip them first.")
            check_agreed(session, self._person, reason, second_person)
            if row is not None:
                state = State.DONE if at_end else State.SKIPPED
                self._settle(row, state, self._today, reason, None)
            entry.ended_on, entry.ended_reason = self._today, reason.strip()
            entry.second_person = (second_person or "").strip()
            entry.ended_by = self._person.name
            again = closing.look_again_on(self._today, days_closed(session))
            said = "Looked at again three months after stepping down"
            session.add(Review(subject_id=entry.child_id, due_on=again, reason=said))

    def _free(self, session: Session, child_id: int, on: date) -> Child:
        child = existing_child(session, child_id)
        if child.closed_on is not None:
            raise Refusal("This record is closed: open it again first.")
        self._check_come(on)
        ids = all_records_of(session, child_id)
        there = select(FlowEntry.id).where(
            FlowEntry.child_id.in_(ids), FlowEntry.ended_on.is_(None)
        )
        if session.scalar(there.limit(1)) is not None:
            raise Refusal("This child is in a flow already.", "flow")
        return child

    def _check_come(self, on: date) -> None:
        if on > self._today:
            raise Refusal("This day is still to come.", "on")

    def _begin(
        self,
        session: Session,
        entry: FlowEntry,
        step: codes.FlowStep | None,
        on: date,
        holder: str | None,
    ) -> None:
        if step is None:
            return
        last = select(func.max(FlowStepDone.position)).where(FlowStepDone.entry_id == entry.id)
        session.add(
            FlowStepDone(
                entry_id=entry.id, position=(session.scalar(last) or 0) + 1, step_code=step.code,
                label=step.label, who=step.who or None, holder=(holder or "").strip() or None,
                began_on=on, due_on=due(step, on, days_closed(session)), state=State.OPEN.value,
            )
        )  # fmt: skip

    def _settle(
        self, row: FlowStepDone, state: State, on: date, reason: str | None, note: str | None
    ) -> None:
        row.state, row.done_on, row.by_name = state.value, on, self._person.name
        if said := (reason or "").strip():
            row.reason = "\n".join(filter(None, (row.reason, said)))
        row.note = (note or "").strip() or None

    def _open(self, session: Session, step_id: int) -> tuple[FlowStepDone, FlowEntry, codes.Flow]:
        row = session.get(FlowStepDone, step_id)
        if row is None or row.state != State.OPEN.value:
            raise Refusal("This step is not open any more.")
        entry = session.get_one(FlowEntry, row.entry_id)
        flow = codes.flow(entry.flow_code)
        if flow is None:
            raise Refusal("This flow is no longer on the panel's list.")
        return row, entry, flow

    def _current(self, session: Session, entry_id: int) -> FlowStepDone | None:
        found = select(FlowStepDone).where(
            FlowStepDone.entry_id == entry_id, FlowStepDone.state == State.OPEN.value
        )
        return session.scalars(found).first()


def _flow(code: str) -> codes.Flow:
    flow = codes.flow(code)
    if flow is None or not flow.active:
        raise Refusal("Choose a flow that is in use.", "flow")
    if not flow.steps:
        raise Refusal("This flow has no steps yet.", "flow")
    return flow


def _step(flow: codes.Flow, row: FlowStepDone) -> codes.FlowStep:
    """The step as its version has it."""
    return flow.step(row.step_code) or codes.FlowStep(code=row.step_code, label=row.label)


def _next(flow: codes.Flow, row: FlowStepDone) -> codes.FlowStep | None:
    return following(flow, row.step_code)
