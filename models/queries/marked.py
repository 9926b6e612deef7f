"""Lines of a meeting that were marked to go to the police, as a reader may have them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, InformationLine, Subject
from models.queries.running_order import references
from models.queries.visible import visible_to
from models.records.outcomes import MarkedLine
from models.records.reader import Reader


def marked_lines(session: Session, reader: Reader, meeting_id: int) -> tuple[MarkedLine, ...]:
    """Each marked line with source, grading and handling, in the order in which it was said."""
    names = references(session, meeting_id)
    rows = session.execute(
        select(InformationLine, Agency.name, Subject.label)
        .join(AgendaItem, AgendaItem.id == InformationLine.item_id)
        .outerjoin(Agency, Agency.id == InformationLine.agency_id)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .where(
            InformationLine.item_id.in_(names),
            InformationLine.to_submit.is_(True),
            InformationLine.withdrawn.is_(False),
            visible_to(reader, InformationLine),
        )
        .order_by(InformationLine.id)
    )
    return tuple(
        MarkedLine(
            names[one.item_id or 0],
            label,
            one.text or "",
            one.information,
            agency,
            one.by_name,
            one.information_date,
            one.source_grade,
            one.information_grade,
            one.handling,
            one.handling_conditions,
        )
        for one, agency, label in rows
    )
