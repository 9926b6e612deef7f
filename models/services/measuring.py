"""The register of measures: entered in a plan or from an action, moved on, breached, ended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Action, DisruptionPlan, Measure, MeasureStep, Subject
from models.errors import Refusal
from models.marks import Sharing, SubjectKind
from models.queries.visible import visible_to
from models.rules.measures import ENDED, IN_FORCE, NOT_PURSUED, not_to_breach
from models.services.plan_joining import plan_of, tell_plan
from models.services.signed_in import Service

MEASURE = frozenset(
    {
        "status",
        "not_pursued_reason",
        "court",
        "reference",
        "due_on",
        "in_force_from",
        "in_force_to",
        "conditions",
        "breaches",
        "on_police_system",
        "effect",
        "lead",
        "lead_agency_id",
        "applicant",
        "sharing",
        "shared_with",
    }
)
NO_PLAN = "There is no such plan, or it is not yours to read."
NO_MEASURE = "There is no such measure, or it is not yours to read."
HELD_BY_PLAN = frozenset({SubjectKind.CHILD, SubjectKind.THEME})
"""Subjects whose plan is around them: a measure is aimed at none of them by itself."""


class Measuring(Service):
    """What a person does to measures."""

    def add_measure(
        self,
        plan_id: int,
        measure: str,
        *,
        against_id: int | None = None,
        status: str = "considered",
        lead_agency_id: int | None = None,
        lead: str | None = None,
        due_on: date | None = None,
        conditions: str | None = None,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
    ) -> int:
        """A measure of a plan by catalogue code or name, against the plan's subject unless said.

        What does not fit its reach is no refusal: `read.measure_fits` says it. Gives its id.
        """
        self._check("record_measure")
        if not measure.strip():
            raise Refusal("Choose the measure, or type its name.", "measure")
        with self._store.work("add_measure", "Add a measure") as session:
            plan = self._plan(session, plan_id)
            own = session.get_one(Subject, plan.subject_id)
            target = session.get(Subject, against_id or 0)
            target = target or (own if self._aims(own, measure) else None)
            row = measure_row(
                measure,
                target,
                self._today,
                plan_id=plan.id,
                status=status,
                lead=lead,
                lead_agency_id=lead_agency_id,
                due_on=due_on,
                conditions=conditions,
                sharing=sharing.value,
                shared_with=shared_with,
            )
            session.add(row)
            session.flush()
            return row.id

    def register_action(self, action_id: int) -> int:
        """The measure that an action names, on the register; gives its id.

        It takes over whom it is against, who leads, the day, and who may read it. Refusal where the
        action names none, or has its measure there already.
        """
        self._check("record_measure")
        with self._store.work("register_action", "Put a measure on the register") as session:
            action = session.scalar(
                select(Action).where(
                    Action.id == action_id, visible_to(self._reader(session), Action)
                )
            )
            if action is None or action.measure_type_code is None:
                raise Refusal("This action names no measure of the catalogue.")
            if session.scalar(select(Measure.id).where(Measure.action_id == action.id)):
                raise Refusal("The measure of this action is on the register already.")
            subject = session.get(Subject, action.subject_id or 0)
            aimed = subject is not None and self._aims(subject, action.measure_type_code)
            row = measure_row(
                action.measure_type_code,
                subject if aimed else None,
                self._today,
                status="agreed",
                item_id=action.item_id,
                action_id=action.id,
                lead=action.owner_name,
                lead_agency_id=action.agency_id,
                due_on=action.due_on,
                sharing=action.sharing,
                shared_with=action.shared_with,
            )
            if subject is not None:
                row.plan_id = self._joined(session, subject, action)
            session.add(row)
            session.flush()
            return row.id

    def move_measure(
        self,
        measure_id: int,
        status: str,
        *,
        day: date | None = None,
        what: str | None = None,
        done: str | None = None,
        until: date | None = None,
    ) -> None:
        """A measure comes further, is breached or ends, on a day (today).

        A breach needs what happened and what was done; one refused or not pursued needs the reason.
        """
        self._check("record_measure")
        day = day or self._today
        _check_step(status, day, self._today, what, done)
        with self._store.work("move_measure", "Move a measure on") as session:
            measure = self._measure(session, measure_id)
            _moved(measure, status, day, what, until)
            self._note(session, measure, {"day": day, "what": what, "done": done})

    def change_measure(self, measure_id: int, **changes: Any) -> None:
        """What is recorded of a measure; one not pursued needs the reason."""
        self._check("record_measure")
        if unknown := set(changes) - MEASURE:
            raise Refusal(f"A measure has no field called {unknown.pop()}.")
        with self._store.work("change_measure", "Change a measure") as session:
            measure = self._measure(session, measure_id)
            before = measure.status
            for name, value in changes.items():
                setattr(measure, name, value)
            if measure.status == "not pursued" and not (measure.not_pursued_reason or "").strip():
                raise Refusal("Say why it is not pursued.", "not_pursued_reason")
            _check_dates(measure)
            if measure.status != before:
                why = measure.not_pursued_reason if measure.status in NOT_PURSUED else None
                self._note(session, measure, {"day": self._today, "what": why})

    def _joined(self, session: Session, subject: Subject, action: Action) -> int:
        plan = plan_of(session, subject, self._today, action.sharing, action.shared_with)
        tell_plan(session, plan, action.sharing, action.agency_id, {subject.id})
        return plan.id

    def _aims(self, subject: Subject, measure: str) -> bool:
        """A child is protected, not aimed at, but by what protects a child."""
        known = _known(measure)
        for_child = subject.kind == SubjectKind.CHILD and known is not None and "C" in known.targets
        return for_child or subject.kind not in HELD_BY_PLAN

    def _note(self, session: Session, measure: Measure, said: Mapping[str, Any]) -> None:
        session.add(
            MeasureStep(
                measure_id=measure.id,
                status=measure.status,
                by_name=self._person.name,
                **said,
            )
        )

    def _plan(self, session: Session, plan_id: int) -> DisruptionPlan:
        found = session.scalar(
            select(DisruptionPlan).where(
                DisruptionPlan.id == plan_id, visible_to(self._reader(session), DisruptionPlan)
            )
        )
        if found is None:
            raise Refusal(NO_PLAN)
        return found

    def _measure(self, session: Session, measure_id: int) -> Measure:
        found = session.scalar(
            select(Measure).where(
                Measure.id == measure_id, visible_to(self._reader(session), Measure)
            )
        )
        if found is None:
            raise Refusal(NO_MEASURE)
        return found


def measure_row(measure: str, target: Subject | None, today: date, **facts: Any) -> Measure:
    """A measure by catalogue code or name from today, against whom it is aimed at."""
    known = _known(measure)
    row = Measure(
        type_code=known.code if known else None,
        name=known.name if known else measure.strip(),
        subject_id=target.id if target else None,
        made_on=today,
        **facts,
    )
    if target is not None:
        row.against = target.label
    return row


def _known(measure: str) -> codes.MeasureType | None:
    return codes.measure(measure) or codes.find_measure(measure)


def _check_step(status: str, day: date, today: date, what: str | None, done: str | None) -> None:
    if codes.find("measure_statuses", status) is None:
        raise Refusal("That is no status of a measure.", "status")
    if day > today:
        raise Refusal("This is for what has happened: the day has not come yet.", "day")
    if status == "breached" and not (what or "").strip():
        raise Refusal("Say what happened.", "what")
    if status == "breached" and not (done or "").strip():
        raise Refusal("Say what was done about it, or that nothing was yet.", "done")
    if status in NOT_PURSUED and not (what or "").strip():
        raise Refusal(f"Say why it was {status}.", "what")


def _moved(measure: Measure, status: str, day: date, what: str | None, until: date | None) -> None:
    """The measure as it stands after the step."""
    if status == "breached":
        if why := not_to_breach(measure.in_force_from, day):
            raise Refusal(why, "status")
        measure.breaches += 1
    measure.status = status
    if status in IN_FORCE and measure.in_force_from is None:
        measure.in_force_from = day
    if until is not None:
        measure.in_force_to = until
    if status in ENDED - NOT_PURSUED:
        measure.in_force_to = min(measure.in_force_to or day, day)
    if status in NOT_PURSUED:
        measure.not_pursued_reason = what
    _check_dates(measure)


def _check_dates(measure: Measure) -> None:
    ends, begins = measure.in_force_to, measure.in_force_from
    if ends and begins and ends < begins:
        raise Refusal("A measure cannot end before it begins.", "in_force_to")
