"""When a subject comes back to the panel: what was agreed, and the look again after letting go."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Group, PersonOfConcern, Place, Review, Subject, Theme
from models.rules import closing

AGREED = "Review agreed by the panel"
REVIEWED = (PersonOfConcern, Place, Group, Theme)
"""Records with a day of review of their own, which follows what is agreed."""


def agreed_return(session: Session, item_id: int) -> date | None:
    """The day of the review that was agreed on the item before its decision was taken."""
    row = session.scalars(_standing(item_id).where(Review.reason != closing.LOOKED_AT_AGAIN))
    found = row.first()
    return found.due_on if found else None


def return_on(
    session: Session, item: AgendaItem, day: date | None, reason: str | None = None
) -> None:
    """Have the subject return on a day; an earlier word of the same item gives way to a new one.

    The day of review on a record that has one of its own follows.
    """
    standing = _standing(item.id).where(Review.reason != closing.LOOKED_AT_AGAIN)
    _put_review(session, item, day, reason, session.scalars(standing).first())
    subject = session.get(Subject, item.subject_id) if item.subject_id else None
    if day is not None and isinstance(subject, REVIEWED):
        subject.review_on = day


def look_again_on(session: Session, item: AgendaItem, day: date | None) -> None:
    """Have a subject that was let go looked at again, besides what is agreed; None takes it off."""
    standing = _standing(item.id).where(Review.reason == closing.LOOKED_AT_AGAIN)
    _put_review(session, item, day, closing.LOOKED_AT_AGAIN, session.scalars(standing).first())


def _standing(item_id: int) -> Select[Review]:
    return select(Review).where(Review.item_id == item_id, Review.done_item_id.is_(None))


def _put_review(
    session: Session, item: AgendaItem, day: date | None, reason: str | None, row: Review | None
) -> None:
    if day is None and row is not None:
        session.delete(row)
    if day is None or item.subject_id is None:
        return
    if row is None:
        row = Review(subject_id=item.subject_id, item_id=item.id, due_on=day, reason=AGREED)
        session.add(row)
    row.due_on, row.reason = day, reason or row.reason
