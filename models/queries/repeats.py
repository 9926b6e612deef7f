"""Earlier referrals of the same subject, and what became of what was agreed then."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, Meeting, Referral
from models.marks import MeetingState
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.actions import DONE
from models.rules.repeats import repeat_words


def repeats(session: Session, reader: Reader, referral: Referral) -> str:
    """How often the subject came before, and how many actions of the last time are done."""
    rows = session.execute(
        select(Referral.received_on, Referral.entered_at).where(
            Referral.subject_id == referral.subject_id, Referral.id < referral.id
        )
    ).all()
    before = [received or entered.date() for received, entered in rows]
    received = referral.received_on or referral.entered_at.date()
    return repeat_words(received, before, _last_time(session, reader, referral))


def _last_time(session: Session, reader: Reader, referral: Referral) -> tuple[int, int] | None:
    """How many actions of the last discussion are done, of how many."""
    item_id = session.scalar(
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id == referral.subject_id,
            AgendaItem.removed.is_(False),
            Meeting.state == MeetingState.CLOSED.value,
        )
        .order_by(Meeting.held_on.desc(), AgendaItem.id.desc())
        .limit(1)
    )
    if item_id is None:
        return None
    done = sorted(status.value for status in DONE)
    rows = session.execute(
        select(Action.status.in_(done), func.count())
        .where(Action.item_id == item_id, visible_to(reader, Action))
        .group_by(Action.status.in_(done))
    ).all()
    counted = {bool(is_done): count for is_done, count in rows}
    return counted.get(True, 0), sum(counted.values())
