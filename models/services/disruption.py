"""Disruption plans between meetings: their texts, their measures, whom they protect."""

from typing import Any

from sqlalchemy import select

from models.entities import DisruptionPlan, Measure, ProtectedChild
from models.errors import Conflict, Refusal
from models.services.signed_in import Service

TEXTS = frozenset(
    {
        "objective",
        "strand",
        "lead_agency_id",
        "lead_name",
        "intelligence_gaps",
        "risks",
        "family_views",
        "family_can_do",
        "community_impact",
        "communications_line",
        "review_on",
        "displacement",
        "cost",
    }
)
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


class DisruptionService(Service):
    """What a person does to plans and measures."""

    def change_plan(self, plan_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of a plan; Conflict where it has moved since it was seen."""
        self._check("record_measure")
        if field not in TEXTS:
            raise Refusal(f"A plan has no field called {field}.", field)
        with self._store.work("change_plan", "Change the disruption plan") as session:
            plan = session.get_one(DisruptionPlan, plan_id)
            standing = getattr(plan, field)
            if standing == value:
                return
            if standing != seen:
                raise Conflict(field, standing, value)
            setattr(plan, field, value)

    def change_measure(self, measure_id: int, **changes: Any) -> None:
        """How far a measure has come; one not pursued needs the reason."""
        self._check("record_measure")
        if unknown := set(changes) - MEASURE:
            raise Refusal(f"A measure has no field called {unknown.pop()}.")
        with self._store.work("change_measure", "Change a measure") as session:
            measure = session.get_one(Measure, measure_id)
            for name, value in changes.items():
                setattr(measure, name, value)
            if measure.status == "not pursued" and not (measure.not_pursued_reason or "").strip():
                raise Refusal("Say why it is not pursued.", "not_pursued_reason")
            ends, begins = measure.in_force_to, measure.in_force_from
            if ends and begins and ends < begins:
                raise Refusal("A measure cannot end before it begins.", "in_force_to")

    def protect(self, plan_id: int, child_id: int) -> None:
        """Name a child whom the plan should make safer."""
        self._check("record_measure")
        with self._store.work("protect", "Name a child protected") as session:
            known = session.scalar(
                select(ProtectedChild.id).where(
                    ProtectedChild.plan_id == plan_id, ProtectedChild.child_id == child_id
                )
            )
            if not known:
                session.add(ProtectedChild(plan_id=plan_id, child_id=child_id))

    def close_plan(self, plan_id: int, outcome: str, displacement: str | None = None) -> None:
        """Close a plan with its effect on risk."""
        self._check("record_measure")
        if not outcome.strip():
            raise Refusal("Say what the plan achieved.", "outcome")
        with self._store.work("close_plan", "Close the disruption plan") as session:
            plan = session.get_one(DisruptionPlan, plan_id)
            plan.outcome, plan.displacement = outcome.strip(), displacement
            plan.closed_on = self._today
