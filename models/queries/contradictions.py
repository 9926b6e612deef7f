"""What agencies say differently of whom an item is about, for who may read their lines."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, InformationLine
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.rules import contradictions as rule


def contradictions(
    session: Session, reader: Reader, item_id: int
) -> tuple[rule.Contradiction, ...]:
    """Facts on which the lines of the item's meeting differ, agency beside agency."""
    item = session.execute(
        select(AgendaItem.meeting_id, AgendaItem.subject_id).where(
            AgendaItem.id == item_id, takes_part(reader, AgendaItem.id, AgendaItem.subject_id)
        )
    ).first()
    if item is None or item.subject_id is None:
        return ()
    line = InformationLine
    rows = session.execute(
        select(Agency.name, line.text)
        .join(Agency, Agency.id == line.agency_id)
        .where(
            visible_to(reader, line),
            line.meeting_id == item.meeting_id,
            or_(line.item_id == item_id, line.subject_id == item.subject_id),
            line.withdrawn.is_(False),
            line.text.is_not(None),
        )
        .order_by(line.id)
    )
    return rule.contradictions((name, text or "") for name, text in rows)
