"""Earlier referrals of the same subject, and what became of what was agreed then."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, Meeting, Referral
from models.marks import MeetingState
from models.queries.knowable import all_records_of
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.actions import DONE
from models.rules.repeats import repeat_words


def repeats(session: Session, reader: Reader, referral: Referral) -> str:
    """How often the subject came before, and how many actions of the last time are done.

    What came before goes by the day it was received, whichever was entered first; records folded
    into one are one subject.
    """
    ids, came = all_records_of(session, referral.subject_id), _day(referral)
    others = select(Referral).where(Referral.subject_id.in_(ids), Referral.id != referral.id)
    days = [(_day(one), one.id) for one in session.scalars(others)]
    before = [day for day, key in days if (day, key) < (came, referral.id)]
    return repeat_words(came, before, _last_time(session, reader, ids, came)) if before else ""


def _day(referral: Referral) -> date:
    return referral.received_on or referral.entered_at.date()


def _last_time(
    session: Session, reader: Reader, ids: tuple[int, ...], before: date
) -> tuple[int, int] | None:
    """How many actions of the last discussion before a day are done, of how many."""
    item_id = session.scalar(
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id.in_(ids),
            AgendaItem.removed.is_(False),
            Meeting.state == MeetingState.CLOSED.value,
            Meeting.held_on <= before,
            of_tiers(reader),
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
