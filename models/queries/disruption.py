"""Disruption plans, the register of measures and the catalogue."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.codes import MeasureType
from models.entities import (
    Action,
    ActionSubject,
    Agency,
    Child,
    DisruptionPlan,
    Measure,
    ProtectedChild,
    Subject,
)
from models.marks import SubjectKind
from models.queries.actions import select_actions
from models.queries.prepared import for_reader
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import visible_to, without_conflicts
from models.records.outcomes import MeasureRow, PlanRecord
from models.records.reader import Reader
from models.rules import measures as rule

DISRUPTING = ("disrupt person", "disrupt place", "intelligence")
"""Kinds of action that are a plan's, where its subject is a child; all are of any other."""
_lead = aliased(Agency)
MeasureStatement = Select[Measure, str, str, str, str]


def measures(session: Session, reader: Reader) -> tuple[MeasureRow, ...]:
    """The register: every measure the reader may see, the latest first."""
    return tuple(reversed(select_measures(session, reader)))


def measures_of_item(session: Session, reader: Reader, item_id: int) -> tuple[MeasureRow, ...]:
    """Measures agreed on an item."""
    return tuple(_agreed(session, item_id, reader) or ())


@for_reader
def _of_items(reader: Reader) -> MeasureStatement:
    return _statement(reader, Measure.item_id.in_(bindparam("items", expanding=True)))


@together(About.ITEM)
def _agreed(session: Session, item_ids: Ids, reader: Reader) -> Mapping[int, Sequence[MeasureRow]]:
    rows = session.execute(_of_items(reader), {"items": item_ids})
    return grouped((row[0].item_id, _measure(reader, *row)) for row in rows)


def select_measures(
    session: Session, reader: Reader, *where: ColumnElement[bool]
) -> tuple[MeasureRow, ...]:
    """Measures that match and that the reader may see, in the order they were agreed."""
    rows = session.execute(_statement(reader, *where))
    return tuple(_measure(reader, *row) for row in rows)


def _statement(reader: Reader, *where: ColumnElement[bool]) -> MeasureStatement:
    return (
        select(Measure, Subject.kind, Subject.label, _lead.name, DisruptionPlan.reference)
        .outerjoin(Subject, Subject.id == Measure.subject_id)
        .outerjoin(_lead, _lead.id == Measure.lead_agency_id)
        .outerjoin(DisruptionPlan, DisruptionPlan.id == Measure.plan_id)
        .where(visible_to(reader, Measure), *where)
        .order_by(Measure.id)
    )


def _measure(
    reader: Reader,
    one: Measure,
    kind: str | None,
    label: str | None,
    lead_agency: str | None,
    plan: str | None,
) -> MeasureRow:
    shipped = codes.measure(one.type_code) if one.type_code else None
    return MeasureRow(
        one.id,
        one.uuid,
        one.plan_id,
        plan,
        one.type_code,
        one.name,
        shipped.legal_basis if shipped else None,
        label or one.against,
        one.subject_id,
        kind,
        one.lead or lead_agency,
        one.applicant or (shipped.applicant if shipped else None),
        one.status,
        rule.standing(one.status, one.due_on, one.in_force_to, one.breaches, reader.today),
        one.due_on,
        one.in_force_from,
        one.in_force_to,
        one.conditions,
        one.breaches,
        one.sharing,
        one.made_on,
        one.item_id,
    )


def catalogue(session: Session, reader: Reader) -> tuple[MeasureType, ...]:
    """Every measure of the catalogue."""
    return codes.measures()


def plans(session: Session, reader: Reader) -> tuple[PlanRecord, ...]:
    """Every disruption plan the reader may see, the latest first."""
    return tuple(reversed(_plans(session, reader)))


def plan(session: Session, reader: Reader, plan_id: int) -> PlanRecord:
    """One disruption plan."""
    return _plans(session, reader, DisruptionPlan.id == plan_id)[0]


def plans_touched(session: Session, reader: Reader, item_ids: set[int]) -> tuple[PlanRecord, ...]:
    """Plans with a measure agreed on one of these items."""
    wanted = select(Measure.plan_id).where(Measure.item_id.in_(item_ids))
    return _plans(session, reader, DisruptionPlan.id.in_(wanted))


def _plans(session: Session, reader: Reader, *where: ColumnElement[bool]) -> tuple[PlanRecord, ...]:
    rows = session.execute(
        select(DisruptionPlan, Subject.kind, Subject.label, Agency.name)
        .join(Subject, Subject.id == DisruptionPlan.subject_id)
        .outerjoin(Agency, Agency.id == DisruptionPlan.lead_agency_id)
        .where(without_conflicts(reader, DisruptionPlan), *where)
        .order_by(DisruptionPlan.id)
    ).all()
    return tuple(_plan(session, reader, *row) for row in rows)


def _plan(
    session: Session,
    reader: Reader,
    one: DisruptionPlan,
    kind: str,
    label: str,
    lead_agency: str | None,
) -> PlanRecord:
    children = session.execute(
        select(ProtectedChild.child_id, Child.label, Child.system_id)
        .join(Child, Child.id == ProtectedChild.child_id)
        .where(ProtectedChild.plan_id == one.id)
        .order_by(ProtectedChild.id)
    )
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
        tuple((child, name, ref or "") for child, name, ref in children),
        select_measures(session, reader, Measure.plan_id == one.id),
        select_actions(session, reader, *where),
        one.closed_on,
    )
