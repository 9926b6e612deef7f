"""Disruption plans between meetings: begun, worded, whom they protect, where harm went, closed."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child, Displacement, DisruptionPlan, ProtectedChild, Subject
from models.errors import Conflict, Refusal
from models.marks import Sharing, SubjectKind
from models.queries.visible import visible_to
from models.services.measuring import Measuring
from models.services.plan_joining import new_plan, protect

TEXTS = frozenset(
    {
        "objective",
        "strand",
        "lead_agency_id",
        "lead_name",
        "intelligence_gaps",
        "risks",
        "mitigation",
        "family_views",
        "family_can_do",
        "community_impact",
        "communications_line",
        "review_on",
        "displacement",
        "cost",
        "sharing",
        "shared_with",
    }
)
PLANNED = frozenset(
    {
        SubjectKind.CHILD,
        SubjectKind.PERSON,
        SubjectKind.PLACE,
        SubjectKind.GROUP,
        SubjectKind.THEME,
    }
)
MOVED_TO = frozenset(
    {SubjectKind.PERSON, SubjectKind.PLACE, SubjectKind.GROUP, SubjectKind.ACCOUNT}
)


class DisruptionService(Measuring):
    """What a person does to plans and measures."""

    def open_plan(
        self,
        subject_id: int,
        *,
        objective: str | None = None,
        strand: str | None = None,
        lead_agency_id: int | None = None,
        lead_name: str | None = None,
        review_on: date | None = None,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
    ) -> int:
        """A plan about a child, person, place, group or theme, with the children linked; its id.

        Refusal where its readers have an open plan of that subject already.
        """
        self._check("record_measure")
        with self._store.work("open_plan", "Open a disruption plan") as session:
            subject = session.get(Subject, subject_id)
            if subject is None or subject.kind not in PLANNED:
                raise Refusal("A plan is about a child, person, place, group or theme.", "subject")
            self._refuse_second(session, subject, sharing, shared_with)
            plan = new_plan(session, subject, self._today, sharing.value, shared_with)
            plan.objective, plan.strand, plan.review_on = objective, strand, review_on
            plan.lead_agency_id, plan.lead_name = lead_agency_id, lead_name
            protect(session, plan, {subject.id})
            return plan.id

    def change_plan(self, plan_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of a plan; Conflict where it has moved since it was seen."""
        self._check("record_measure")
        if field not in TEXTS:
            raise Refusal(f"A plan has no field called {field}.", field)
        with self._store.work("change_plan", "Change the disruption plan") as session:
            plan = self._plan(session, plan_id)
            standing = getattr(plan, field)
            if standing == value:
                return
            if standing != seen:
                raise Conflict(field, standing, value)
            if value == Sharing.NAMED_AGENCIES.value and not plan.shared_with:
                raise Refusal("This plan has no named agencies: all the panel or the chair.", field)
            setattr(plan, field, value)

    def protect(self, plan_id: int, child_id: int) -> None:
        """Name a child whom the plan should make safer."""
        self._check("record_measure")
        with self._store.work("protect", "Name a child protected") as session:
            self._plan(session, plan_id)
            if session.get(Child, child_id) is None:
                raise Refusal("A plan protects children.", "child")
            if not self._protected(session, plan_id, child_id):
                session.add(ProtectedChild(plan_id=plan_id, child_id=child_id))

    def protect_no_more(self, plan_id: int, child_id: int) -> None:
        """Take out a child who was named by mistake."""
        self._check("record_measure")
        with self._store.work("protect_no_more", "Take out a child protected") as session:
            self._plan(session, plan_id)
            for one in self._protected(session, plan_id, child_id):
                session.delete(one)

    def displaced(self, plan_id: int, subject_id: int, note: str | None = None) -> int:
        """A place, person, group or account to which harm may have moved; gives the entry's id."""
        self._check("record_measure")
        with self._store.work("displaced", "Note where harm has moved") as session:
            plan, to = self._plan(session, plan_id), session.get(Subject, subject_id)
            if to is None or to.kind not in MOVED_TO:
                raise Refusal("Name a place, person, group or account.", "subject")
            if to.id == plan.subject_id:
                raise Refusal("That is whom this plan is about: name where harm went.", "subject")
            row = Displacement(
                plan_id=plan_id, subject_id=to.id, note=note or None, noted_on=self._today
            )
            session.add(row)
            session.flush()
            return row.id

    def take_back_displacement(self, displacement_id: int) -> None:
        """Take out a place or person that was noted by mistake."""
        self._check("record_measure")
        with self._store.work("take_back", "Take back where harm has moved") as session:
            row = session.get_one(Displacement, displacement_id)
            self._plan(session, row.plan_id)
            session.delete(row)

    def close_plan(self, plan_id: int, outcome: str, displacement: str | None = None) -> None:
        """Close a plan with its effect on risk."""
        self._check("record_measure")
        if not outcome.strip():
            raise Refusal("Say what the plan achieved.", "outcome")
        with self._store.work("close_plan", "Close the disruption plan") as session:
            plan = self._plan(session, plan_id)
            plan.outcome = outcome.strip()
            plan.displacement = displacement or plan.displacement
            plan.closed_on = self._today

    def reopen_plan(self, plan_id: int) -> None:
        """Take a closed plan up again, with what it was."""
        self._check("record_measure")
        with self._store.work("reopen_plan", "Reopen the disruption plan") as session:
            self._plan(session, plan_id).closed_on = None

    def _refuse_second(
        self, session: Session, subject: Subject, sharing: Sharing, shared_with: tuple[int, ...]
    ) -> None:
        """Asked of the plans that all readers of the new one may read: no other is told of."""
        wide = (DisruptionPlan.sharing == sharing.value) & (
            DisruptionPlan.shared_with == tuple(sorted(shared_with))
        )
        standing = session.scalar(
            select(DisruptionPlan.reference).where(
                DisruptionPlan.subject_id == subject.id,
                DisruptionPlan.closed_on.is_(None),
                wide | (DisruptionPlan.sharing == Sharing.ALL_PANEL.value),
                visible_to(self._reader(session), DisruptionPlan),
            )
        )
        if standing is not None:
            raise Refusal(f"{standing} is open about the same: add to it.", "subject")

    def _protected(self, session: Session, plan_id: int, child_id: int) -> list[ProtectedChild]:
        wanted = select(ProtectedChild).where(
            ProtectedChild.plan_id == plan_id, ProtectedChild.child_id == child_id
        )
        return list(session.scalars(wanted))
