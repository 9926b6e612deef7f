"""Mending what is kept: the same record changed, taken back, or put back as it was."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Base
from models.entities import (
    Action,
    ActionSubject,
    ActionUpdate,
    Displacement,
    DisruptionPlan,
    Measure,
    MeasureStep,
    ProtectedChild,
    Recommendation,
    Subject,
)
from models.errors import Refusal
from models.queries.past import ENTRIES, states_of
from models.rules.capture import CaptureReading
from models.rules.capture.mending import TABLES, changes_between
from models.rules.entry_fields import CHANGING, FIELDS
from models.rules.recommendations import outcome_of, version_after
from models.rules.verifying import kept_reason
from models.services.actions import owner_meant
from models.services.conduct.naming import Naming
from models.services.conduct.saying import check_unmoved
from models.services.nameless import item_taking
from models.storage.shape import Values, shapes

WORDS = frozenset({"text", "success", "rationale", "dissent"})
FOLLOWED = "It was followed up since: say what became of it instead."
STANDS = "A decision stands until another is taken: Enter mends it."


class Mending(Naming):
    """Second thoughts on what was agreed, each one step that undo takes back."""

    def mend_entry(
        self, row_id: int, was: CaptureReading, now: CaptureReading, seen: Mapping[str, Any]
    ) -> bool:
        """Write on the record what its changed sentence changes; False where that is nothing.

        Conflict where a field that changes has moved since it was `seen`.
        """
        table, changes = TABLES[was.kind], changes_between(was, now)
        self._check(CHANGING[table])
        if changes.get("owner_id"):
            self._check_takes_part(now)
        if not changes:
            return False
        with self._store.work(f"mend_{table}", f"Mend {_called(table)}") as session:
            row = session.get_one(ENTRIES[table], row_id)
            check_unmoved(row, seen, changes)
            words = {one: changes[one] for one in WORDS & changes.keys()}
            item_taking(session, row.item_id, words, self._now)
            self._write(session, row, changes)
        return True

    def take_back_entry(self, table: str, row_id: int) -> None:
        """Take an entry back as if it had not been agreed; it stays in the journal only."""
        self._check(CHANGING[table])
        if table == "information_line":
            self.withdraw_line(row_id)
            return
        if table not in TABLES.values():
            raise Refusal(STANDS)
        with self._store.work(f"take_back_{table}", f"Take back {_called(table)}") as session:
            row = session.get_one(ENTRIES[table], row_id)
            _take_out_what_hangs_on(session, row)
            session.delete(row)
            session.flush()
            _close_empty_plan(session, row)

    def restore_entry(self, table: str, row_id: int, number: int) -> None:
        """Put an entry back as an operation left it: a new change, one step to undo."""
        self._check(CHANGING[table])
        values = self._state_after(table, row_id, number)
        if table in ("decision", "risk_judgement"):
            self._decide_again(table, row_id, values)
            return
        with self._store.work("restore_entry", f"Restore {_called(table)}") as session:
            row = session.get_one(ENTRIES[table], row_id)
            if "information" in values:
                kept_reason(row.information, values["information"], values.get("kind_reason"), None)
            for field in FIELDS[table]:
                if field in values:
                    setattr(row, field, values[field])
            if isinstance(row, Recommendation):
                row.version = version_after(row)

    def _write(self, session: Session, row: Any, changes: dict[str, Any]) -> None:
        if isinstance(row, Measure) and "subject_id" in changes:
            target = session.get(Subject, changes["subject_id"] or 0)
            plan = self._plan(session, target, row.sharing, row.shared_with) if target else None
            row.plan_id = plan.id if plan is not None else None
            row.against = target.label if target is not None else None
        if isinstance(row, Action) and "due_on" in changes:
            row.due_words = None
        if isinstance(row, Action) and changes.get("owner_id") and not changes.get("agency_id"):
            member = owner_meant(session, changes["owner_id"], None)
            changes["agency_id"] = member.agency_id if member else row.agency_id
        if isinstance(row, Recommendation):
            row.version = version_after(row)
            row.outcome_sought = outcome_of(changes.get("text", "")) or row.outcome_sought
        for field, value in changes.items():
            setattr(row, field, value)

    def _state_after(self, table: str, row_id: int, number: int) -> Values:
        with self._store.reading() as session:
            kept = dict(states_of(session, table, row_id)).get(number)
        if not kept:
            raise Refusal("That state is no longer on record.")
        shape = shapes(Base)[table]
        return {field: shape.decode(field, kept[field]) for field in FIELDS[table] if field in kept}

    def _decide_again(self, table: str, row_id: int, values: Values) -> None:
        """A decision or level goes by the way of all decisions, with all that hangs on it."""
        with self._store.reading() as session:
            item_id: int = session.get_one(ENTRIES[table], row_id).item_id
        if table == "risk_judgement":
            why, other = values["rationale"], values["dissent"]
            self.judge_risk(item_id, values["after"], rationale=why, dissent=other)
            return
        self.decide(
            item_id,
            values["code"],
            values["rationale"],
            review_on=values["review_on"],
            dissent=values["dissent"],
            second_person=values["second_person"],
            legal_basis=values["legal_basis"],
            words=values["label"],
            agreed_before=True,
        )


def _called(table: str) -> str:
    names = {"information_line": "a line", "action": "an action", "measure": "a measure"}
    return names.get(table, f"a {table.replace('_', ' ')}")


def _take_out_what_hangs_on(session: Session, row: Any) -> None:
    if isinstance(row, Action):
        told = select(ActionUpdate.id).where(ActionUpdate.action_id == row.id)
        if session.scalar(told) is not None:
            raise Refusal(FOLLOWED)
        for one in session.scalars(select(ActionSubject).where(ActionSubject.action_id == row.id)):
            session.delete(one)
    if isinstance(row, Measure):
        stepped = select(MeasureStep.id).where(MeasureStep.measure_id == row.id)
        if row.status != "agreed" or session.scalar(stepped) is not None:
            raise Refusal(FOLLOWED)
    if isinstance(row, Recommendation) and (row.replied_on or row.earlier_answers):
        raise Refusal(FOLLOWED)


def _close_empty_plan(session: Session, row: Any) -> None:
    """A plan that was opened for this measure alone goes with it."""
    plan = session.get(DisruptionPlan, row.plan_id or 0) if isinstance(row, Measure) else None
    if plan is None or plan.started_on != row.made_on or plan.objective:
        return
    if session.scalar(select(Measure.id).where(Measure.plan_id == plan.id)) is not None:
        return
    if session.scalar(select(Displacement.id).where(Displacement.plan_id == plan.id)) is not None:
        return
    for one in session.scalars(select(ProtectedChild).where(ProtectedChild.plan_id == plan.id)):
        session.delete(one)
    session.flush()
    session.delete(plan)
