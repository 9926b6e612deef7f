"""What comes back to an agenda: items deferred, not reached or not decided, and reviews due."""

from datetime import timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from models.entities import AgendaItem, Decision, Meeting, Review, Subject
from models.marks import ItemKind, ItemState, MeetingState
from models.queries.pool_rows import pool_row
from models.queries.tiers import MAIN, same_tier
from models.records.meeting import PoolRow

LATELY_DAYS = 183


def returning(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Items of earlier meetings that are still to be heard or decided, on no agenda since."""
    return _carried(session, meeting) + _undecided(session, meeting)


def _carried(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Items deferred or not reached at an earlier meeting and on no agenda since."""
    later = select(AgendaItem.carried_from_id).where(
        AgendaItem.carried_from_id.is_not(None), AgendaItem.removed.is_(False)
    )
    rows = session.execute(
        select(AgendaItem, Subject, Meeting.held_on)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.state.in_([ItemState.DEFERRED.value, ItemState.NOT_REACHED.value]),
            AgendaItem.removed.is_(False),
            Meeting.held_on < meeting.held_on,
            same_tier(meeting),
            AgendaItem.id.not_in(later),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    )
    return [
        _again(session, item, subject, f"{item.state.capitalize()} on {held.day} {held:%B}")
        for item, subject, held in rows
    ]


def _again(session: Session, item: AgendaItem, subject: Subject | None, why: str) -> PoolRow:
    """An item once more, with who holds it."""
    return pool_row(
        session,
        subject,
        ItemKind.DEFERRED,
        f"{why}; {item.holder} holds it" if item.holder else why,
        title=item.title,
        referral_id=item.referral_id,
        carried_from_id=item.id,
    )


def _undecided(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Items that lately ended with no decision and no day to return, on no agenda since."""
    since, ended = aliased(AgendaItem), aliased(Meeting)
    later = (
        select(since.id)
        .join(ended, ended.id == since.meeting_id)
        .where(
            since.subject_id == AgendaItem.subject_id,
            since.removed.is_(False),
            ended.held_on > Meeting.held_on,
        )
        .exists()
    )
    returns = select(Review.id).where(Review.item_id == AgendaItem.id).exists()
    rows = session.execute(
        select(AgendaItem, Subject, Meeting.held_on)
        .join(Subject, Subject.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .where(
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.removed.is_(False),
            AgendaItem.kind != ItemKind.NOTIFICATION.value,
            Decision.id.is_(None),
            same_tier(meeting),
            Meeting.state == MeetingState.CLOSED.value,
            Meeting.held_on.between(
                meeting.held_on - timedelta(days=LATELY_DAYS), meeting.held_on - timedelta(days=1)
            ),
            ~later,
            ~returns,
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    )
    return [
        _again(session, item, subject, f"No decision on {held.day} {held:%B}")
        for item, subject, held in rows
    ]


def _tier_of_review() -> ColumnElement[int]:
    """The tier that a review returns to: where it was agreed, else the panel itself."""
    agreed = (
        select(Meeting.series_id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.id == Review.item_id)
        .correlate(Review)
        .scalar_subquery()
    )
    return func.coalesce(agreed, MAIN)


def reviews_due(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Reviews due by the meeting's day."""
    rows = session.execute(
        select(Review, Subject)
        .join(Subject, Subject.id == Review.subject_id)
        .where(
            Review.done_item_id.is_(None),
            Review.due_on <= meeting.held_on,
            _tier_of_review() == meeting.series_id,
        )
        .order_by(Review.due_on, Review.id)
    )
    return [
        pool_row(
            session,
            subject,
            ItemKind.REVIEW,
            f"{review.reason}, due {review.due_on.day} {review.due_on:%B}",
            review_id=review.id,
        )
        for review, subject in rows
    ]
