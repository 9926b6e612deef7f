"""An item that another tier sent, and an answer that comes back, as agendas take them up."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Escalation, Meeting, PanelSeries
from models.queries.escalations import unheard
from models.queries.knowable import all_records_of
from models.rules.tiers import came_from


def came_up(session: Session, item: AgendaItem, escalation_id: int) -> None:
    """The item is what another tier sent: it says where it comes from and what is asked."""
    sent = session.get_one(Escalation, escalation_id)
    tier = session.scalar(
        select(PanelSeries.name)
        .join(Meeting, Meeting.series_id == PanelSeries.id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.id == sent.item_id)
    )
    sent.there_id = item.id
    item.reason = came_from(tier or "another tier", sent.sent_on, sent.reason)
    item.ask = sent.asked


def hear_answers(session: Session, item: AgendaItem) -> None:
    """Answers about the item's subject are heard with it, by whatever way it came."""
    if item.subject_id is None:
        return
    ids = all_records_of(session, item.subject_id)
    meeting = session.get_one(Meeting, item.meeting_id)
    for sent, subject, _ in list(unheard(session, meeting)):
        if subject.id in ids:
            sent.heard_id = item.id


def let_go(session: Session, item_id: int) -> None:
    """The item is taken off: what it took up waits again."""
    took = or_(Escalation.there_id == item_id, Escalation.heard_id == item_id)
    for sent in session.scalars(select(Escalation).where(took)):
        if sent.there_id == item_id:
            sent.there_id = None
        if sent.heard_id == item_id:
            sent.heard_id = None
