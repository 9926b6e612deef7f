"""One measure whole, beside its line in the register."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Measure
from models.errors import Refusal
from models.queries.visible import visible_to
from models.records.desk import MeasureDetail
from models.records.reader import Reader


def measure_detail(session: Session, reader: Reader, measure_id: int) -> MeasureDetail:
    """Reason, court, reference and effect of a measure; Refusal where the reader may not see it."""
    one = session.scalars(
        select(Measure).where(Measure.id == measure_id, visible_to(reader, Measure))
    ).first()
    if one is None:
        raise Refusal("There is no such measure.")
    return MeasureDetail(
        one.id, one.not_pursued_reason, one.court, one.reference, one.effect, one.lead_agency_id
    )
