"""Disruption plans: whom they are about, whom they protect, and what they did to risk."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    ActionSubject,
    Agency,
    Child,
    Displacement,
    DisruptionPlan,
    Measure,
    ProtectedChild,
    Subject,
)
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.actions import select_actions
from models.queries.disruption import select_measures
from models.queries.knowable import knowable
from models.queries.standing import standings
from models.queries.visible import visible_to
from models.records.disruption import ChildEffect, DisplacedTo
from models.records.outcomes import PlanRecord
from models.records.reader import Reader
from models.rules.plan_effect import effect
from models.rules.risk_words import direction

DISRUPTING = ("disrupt person", "disrupt place", "intelligence")
"""Kinds of action that are a plan's, where its subject is a child; all are of any other."""


def plans(session: Session, reader: Reader) -> tuple[PlanRecord, ...]:
    """Every plan the reader may see, the latest first, without its effect and displacement."""
    return tuple(reversed(_plans(session, reader)))


def plan(session: Session, reader: Reader, plan_id: int) -> PlanRecord:
    """One disruption plan; Refusal where there is none that the reader may read."""
    found = _plans(session, reader, DisruptionPlan.id == plan_id, whole=True)
    if not found:
        raise Refusal("There is no such plan, or it is not yours to read.")
    return found[0]


def plans_touched(session: Session, reader: Reader, item_ids: set[int]) -> tuple[PlanRecord, ...]:
    """Plans with a measure agreed on one of these items."""
    wanted = select(Measure.plan_id).where(
        Measure.item_id.in_(item_ids), visible_to(reader, Measure)
    )
    return _plans(session, reader, DisruptionPlan.id.in_(wanted), whole=True)


def _plans(
    session: Session, reader: Reader, *where: ColumnElement[bool], whole: bool = False
) -> tuple[PlanRecord, ...]:
    rows = session.execute(
        select(DisruptionPlan, Subject.kind, Subject.label, Agency.name)
        .join(Subject, Subject.id == DisruptionPlan.subject_id)
        .outerjoin(Agency, Agency.id == DisruptionPlan.lead_agency_id)
        .where(
            visible_to(reader, DisruptionPlan), knowable(reader, DisruptionPlan.subject_id), *where
        )
        .order_by(DisruptionPlan.id)
    ).all()
    return tuple(_plan(session, reader, *row, whole=whole) for row in rows)


def _plan(
    session: Session,
    reader: Reader,
    one: DisruptionPlan,
    kind: str,
    label: str,
    lead_agency: str | None,
    *,
    whole: bool,
) -> PlanRecord:
    children = _children(session, reader, one.id)
    about = select(ActionSubject.action_id).where(ActionSubject.subject_id == one.subject_id)
    where: list[ColumnElement[bool]] = [
        (Action.subject_id == one.subject_id) | Action.id.in_(about)
    ]
    if kind == SubjectKind.CHILD:
        where.append(Action.kind.in_(DISRUPTING))
    return PlanRecord(
        one.id,
        one.uuid,
        one.reference,
        one.subject_id,
        kind,
        label,
        one.objective,
        one.strand,
        one.lead_name,
        lead_agency,
        one.intelligence_gaps,
        one.risks,
        one.family_views,
        one.family_can_do,
        one.community_impact,
        one.communications_line,
        one.started_on,
        one.review_on,
        one.outcome,
        children,
        select_measures(session, reader, Measure.plan_id == one.id),
        select_actions(session, reader, *where),
        one.closed_on,
        mitigation=one.mitigation,
        displacement=one.displacement,
        cost=one.cost,
        sharing=one.sharing,
        shared_with=one.shared_with,
        effects=effects(session, reader, one, children) if whole else (),
        moved_to=moved_to(session, reader, one.id) if whole else (),
    )


def _children(session: Session, reader: Reader, plan_id: int) -> tuple[tuple[int, str, str], ...]:
    """The children protected that the reader may know of: id, name, number."""
    rows = session.execute(
        select(ProtectedChild.child_id, Child.label, Child.system_id)
        .join(Child, Child.id == ProtectedChild.child_id)
        .where(ProtectedChild.plan_id == plan_id, knowable(reader, ProtectedChild.child_id))
        .order_by(ProtectedChild.id)
    )
    return tuple((child, name, ref or "") for child, name, ref in rows)


def effects(
    session: Session, reader: Reader, plan: DisruptionPlan, children: Sequence[tuple[int, str, str]]
) -> tuple[ChildEffect, ...]:
    """Each child's risk on the day the plan began, and when it closed or as it is today.

    The level is the latest word of an assessment or of the panel up to that day.
    """
    ids = [child_id for child_id, _, _ in children]
    if not ids:
        return ()
    then = standings(session, reader, ids, plan.started_on) if plan.started_on else {}
    now = standings(session, reader, ids, plan.closed_on)
    found = []
    for child_id, name, number in children:
        before = then[child_id].risk if child_id in then else None
        after = now[child_id].risk if child_id in now else None
        way, words = effect(before, after, direction(before, after))
        found.append(ChildEffect(child_id, name, number, before, after, way, words))
    return tuple(found)


def moved_to(session: Session, reader: Reader, plan_id: int) -> tuple[DisplacedTo, ...]:
    """Where harm may have moved, of what the reader may know of."""
    rows = session.execute(
        select(Displacement, Subject.kind, Subject.label)
        .join(Subject, Subject.id == Displacement.subject_id)
        .where(Displacement.plan_id == plan_id, knowable(reader, Displacement.subject_id))
        .order_by(Displacement.id)
    )
    return tuple(
        DisplacedTo(one.id, one.subject_id, kind, label, one.note, one.noted_on)
        for one, kind, label in rows
    )
