"""The register of measures and the catalogue."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.codes import MeasureType
from models.entities import Agency, DisruptionPlan, Measure, MeasureStep, Subject
from models.queries.prepared import for_reader
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import visible_to
from models.records.outcomes import MeasureRow
from models.records.reader import Reader
from models.rules import measures as rule

_lead = aliased(Agency)
MeasureStatement = Select[*tuple[Any, ...]]
_breach = aliased(MeasureStep)
_last_breach = (
    select(func.max(MeasureStep.id))
    .where(MeasureStep.measure_id == Measure.id, MeasureStep.status == "breached")
    .correlate(Measure)
    .scalar_subquery()
)


def measures(session: Session, reader: Reader) -> tuple[MeasureRow, ...]:
    """The register: every measure the reader may see, the latest first."""
    return tuple(reversed(select_measures(session, reader)))


def measures_of_item(session: Session, reader: Reader, item_id: int) -> tuple[MeasureRow, ...]:
    """Measures agreed on an item."""
    return tuple(_agreed(session, item_id, reader) or ())


def measures_of_items(
    session: Session, reader: Reader, item_ids: Sequence[int]
) -> tuple[MeasureRow, ...]:
    """Measures agreed on several items, in the order they were agreed."""
    rows = session.execute(_of_items(reader), {"items": item_ids})
    return tuple(_measure(reader, *row) for row in rows)


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
        select(
            Measure,
            Subject.kind,
            Subject.label,
            _lead.name,
            DisruptionPlan.id,
            DisruptionPlan.reference,
            _breach.day,
            _breach.what,
            _breach.done,
        )
        .outerjoin(Subject, Subject.id == Measure.subject_id)
        .outerjoin(_lead, _lead.id == Measure.lead_agency_id)
        .outerjoin(
            DisruptionPlan,
            and_(DisruptionPlan.id == Measure.plan_id, visible_to(reader, DisruptionPlan)),
        )
        .outerjoin(_breach, _breach.id == _last_breach)
        .where(visible_to(reader, Measure), *where)
        .order_by(Measure.id)
    )


def _measure(
    reader: Reader,
    one: Measure,
    kind: str | None,
    label: str | None,
    lead_agency: str | None,
    plan_id: int | None,
    plan: str | None,
    breached_on: date | None,
    what: str | None,
    done: str | None,
) -> MeasureRow:
    shipped = codes.measure(one.type_code) if one.type_code else None
    how = (one.status, one.due_on, one.in_force_to, one.breaches, reader.today)
    return MeasureRow(
        one.id,
        one.uuid,
        plan_id,
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
        rule.standing(*how),
        one.due_on,
        one.in_force_from,
        one.in_force_to,
        one.conditions,
        one.breaches,
        one.sharing,
        one.made_on,
        one.item_id,
        rule.stands(*how),
        rule.came_of(one.status, one.not_pursued_reason, breached_on, what, done),
        one.lead_agency_id,
        one.action_id,
    )


def catalogue(session: Session, reader: Reader) -> tuple[MeasureType, ...]:
    """Every measure of the catalogue."""
    return codes.measures()
