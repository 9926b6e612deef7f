"""What Today says of measures: read only where there are any, since its window waits for it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, Measure
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.measures import HELD

said = Later("measures_said")


def measures_today(session: Session, reader: Reader) -> list[TodayLine]:
    """Breached ones first, then those that run out, then actions that name one."""
    lines: list[TodayLine] = []
    if session.scalar(select(Measure.id).where(Measure.status.in_(HELD)).limit(1)):
        lines += said.of_register(session, reader)
    if session.scalar(select(Action.id).where(Action.measure_type_code.is_not(None)).limit(1)):
        lines += said.of_actions(session, reader)
    return lines
