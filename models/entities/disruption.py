"""Disruption plans and their measures."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Shared


class DisruptionPlan(Row, Base, Shared):
    """A plan against harm by a person, group or place, on a theme, or around a child."""

    __tablename__ = "disruption_plan"
    reference: Mapped[str] = mapped_column(index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    objective: Mapped[str | None]
    strand: Mapped[str | None]
    lead_agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    lead_name: Mapped[str | None]
    intelligence_gaps: Mapped[str | None]
    risks: Mapped[str | None]
    mitigation: Mapped[str | None]
    family_views: Mapped[str | None]
    family_can_do: Mapped[str | None]
    community_impact: Mapped[str | None]
    communications_line: Mapped[str | None]
    started_on: Mapped[date | None]
    review_on: Mapped[date | None]
    outcome: Mapped[str | None]
    displacement: Mapped[str | None]
    cost: Mapped[str | None]
    closed_on: Mapped[date | None]


class ProtectedChild(Row, Base):
    """A child whom a disruption plan should make safer."""

    __tablename__ = "protected_child"
    plan_id: Mapped[int] = mapped_column(ForeignKey("disruption_plan.id"), index=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)


class Displacement(Row, Base):
    """A place or person to which harm may have moved from a plan's subject."""

    __tablename__ = "displacement"
    plan_id: Mapped[int] = mapped_column(ForeignKey("disruption_plan.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    note: Mapped[str | None]
    noted_on: Mapped[date]


class Measure(Row, Base, Shared):
    """A measure of a plan: which, against whom or where, who leads, how far it has come."""

    __tablename__ = "measure"
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("disruption_plan.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    """The action that named it, where it came to the register from one."""
    type_code: Mapped[str | None]
    name: Mapped[str]
    against: Mapped[str | None]
    lead: Mapped[str | None]
    lead_agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    applicant: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="considered")
    not_pursued_reason: Mapped[str | None]
    court: Mapped[str | None]
    reference: Mapped[str | None]
    due_on: Mapped[date | None]
    in_force_from: Mapped[date | None]
    in_force_to: Mapped[date | None]
    conditions: Mapped[str | None]
    breaches: Mapped[int] = mapped_column(default=0)
    on_police_system: Mapped[bool | None]
    effect: Mapped[str | None]
    made_on: Mapped[date | None]


class MeasureStep(Row, Base):
    """A day on which a measure came further, or was breached: what happened, what was done."""

    __tablename__ = "measure_step"
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), index=True)
    day: Mapped[date]
    status: Mapped[str]
    what: Mapped[str | None]
    done: Mapped[str | None]
    by_name: Mapped[str | None]
