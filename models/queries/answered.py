"""Recommendations that the next meeting hears of: refused, changed, or brought back for silence."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Chase, Meeting, Recommendation, Subject
from models.marks import ItemState
from models.rules import silence
from models.rules.recommendations import UNSETTLED, RecommendationStatus

BACK = {
    RecommendationStatus.REJECTED.value: "refused",
    RecommendationStatus.MODIFIED.value: "changed",
}
NOT_HEARD = (ItemState.DEFERRED.value, ItemState.NOT_REACHED.value)
LONGEST = 120
Found = Select[Subject, str, str, date, str | None, str | None]


def answered(session: Session, meeting: Meeting) -> Iterator[tuple[Subject, str]]:
    """Children whose plan refused or changed a recommendation, or is silent, and what it said.

    One comes back once: a meeting at which the child was spoken of since has heard it.
    """
    rows = session.execute(_statement(meeting)).all()
    for _, group in groupby(rows, key=lambda row: row[0].id):
        found = list(group)
        yield found[0][0], "; ".join(_words(*row[1:]) for row in found)


def _statement(meeting: Meeting) -> Found:
    panel = [one.code for one in silence.ladder() if one.whom == silence.PANEL]
    climbed = (
        select(func.date(func.max(Chase.made_at)))
        .where(
            Chase.about == silence.ABOUT,
            Chase.about_id == Recommendation.id,
            Chase.step.in_(panel),
            Recommendation.reworded_on.is_(None)
            | (func.date(Chase.made_at) > Recommendation.reworded_on),
        )
        .correlate(Recommendation)
        .scalar_subquery()
    )
    back = Recommendation.status.in_(sorted(BACK))
    unheard = Recommendation.status.in_(sorted(UNSETTLED - {RecommendationStatus.MODIFIED}))
    day = func.coalesce(Recommendation.replied_on, climbed)
    since = (
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id == Recommendation.child_id,
            AgendaItem.meeting_id != meeting.id,
            AgendaItem.removed.is_(False),
            AgendaItem.state.not_in(NOT_HEARD),
            Meeting.held_on >= day,
            Meeting.held_on > Recommendation.made_on,
        )
        .exists()
    )
    return (
        select(
            Subject,
            Recommendation.reference,
            Recommendation.status,
            day,
            Recommendation.reply_reason,
            Recommendation.modified_text,
        )
        .join(Subject, Subject.id == Recommendation.child_id)
        .where(
            Recommendation.withdrawn.is_(False),
            or_(back, and_(unheard, climbed.is_not(None))),
            day <= meeting.held_on,
            Recommendation.made_on < meeting.held_on,
            ~since,
        )
        .order_by(Subject.id, Recommendation.id)
    )


def _words(reference: str, status: str, day: date, reason: str | None, instead: str | None) -> str:
    """What the plan did with one, with its reason: "R012 refused: not in his interest"."""
    did = BACK.get(status)
    if did is None:
        return f"{reference} without a word"
    why = reason or instead or ""
    return f"{reference} {did}: {_short(why)}" if why else f"{reference} {did}"


def _short(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".")
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST].rsplit(' ', 1)[0]} …"
