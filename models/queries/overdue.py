"""When a word on a recommendation is due, and how much is late, which Today asks at every start."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Action, Recommendation
from models.queries.visible import takes_part, visible_to
from models.queries.working import days_closed, reply_within
from models.records.reader import Reader
from models.rules.actions import UNFINISHED
from models.rules.recommendations import (
    UNSETTLED,
    RecommendationStatus,
    awaited_by,
    is_overdue,
)

OPEN = sorted(status.value for status in UNFINISHED)


def overdue_actions(session: Session, reader: Reader) -> int:
    """How many actions that the reader may see are open after their date."""
    late = (Action.status.in_(OPEN), Action.due_on < reader.today)
    asked = select(func.count()).select_from(Action).where(visible_to(reader, Action), *late)
    return session.scalar(asked) or 0


def awaited(session: Session) -> Callable[[Recommendation], date | None]:
    """Asked with a recommendation, by when the next word about it is due."""
    closed, within = days_closed(session), reply_within(session)

    def due(one: Recommendation) -> date | None:
        return awaited_by(
            RecommendationStatus(one.status),
            one.sent_on,
            one.plan_by or one.by_date,
            closed,
            reply_by=one.reply_by,
            within=within,
            recalled=one.recalled_on,
        )

    return due


def overdue_recommendations(session: Session, reader: Reader) -> tuple[int, int]:
    """How many have no answer in time, and how many accepted are not in the plan in time."""
    one = Recommendation
    rows = session.execute(
        select(
            one.status,
            one.sent_on,
            func.coalesce(one.plan_by, one.by_date),
            one.reply_by,
            one.recalled_on,
        ).where(
            takes_part(reader, one.item_id, one.child_id),
            one.withdrawn.is_(False),
            one.status.in_(sorted(status.value for status in UNSETTLED)),
        )
    )
    closed, within = days_closed(session), reply_within(session)
    late = [
        RecommendationStatus(status)
        for status, sent_on, by_date, reply_by, recalled_on in rows
        if is_overdue(
            RecommendationStatus(status),
            sent_on,
            by_date,
            reader.today,
            closed,
            reply_by=reply_by,
            within=within,
            recalled=recalled_on,
        )
    ]
    unheard = late.count(RecommendationStatus.ISSUED)
    return unheard, len(late) - unheard
