"""One measure whole, beside its line in the register."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, Measure, MeasureStep
from models.errors import Refusal
from models.queries.visible import visible_to
from models.records.desk import MeasureDetail
from models.records.disruption import MeasureStepRow
from models.records.reader import Reader


def measure_detail(session: Session, reader: Reader, measure_id: int) -> MeasureDetail:
    """A measure's reason, court and steps; Refusal where the reader may not see it."""
    one = session.scalars(
        select(Measure).where(Measure.id == measure_id, visible_to(reader, Measure))
    ).first()
    if one is None:
        raise Refusal("There is no such measure.")
    steps = session.scalars(
        select(MeasureStep)
        .where(MeasureStep.measure_id == one.id)
        .order_by(MeasureStep.day.desc(), MeasureStep.id.desc())
    )
    action = session.scalar(
        select(Action.reference).where(Action.id == one.action_id, visible_to(reader, Action))
    )
    return MeasureDetail(
        one.id,
        one.not_pursued_reason,
        one.court,
        one.reference,
        one.effect,
        one.lead_agency_id,
        tuple(
            MeasureStepRow(step.id, step.day, step.status, step.what, step.done, step.by_name)
            for step in steps
        ),
        action,
    )
