"""Recommendations whose sheet has not gone: nobody can answer them yet, so none is late."""

from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, Recommendation
from models.marks import MeetingState
from models.queries.visible import takes_part
from models.queries.working import reply_within
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.recommendations import RecommendationStatus

SECTION = "After the meeting"


def unsent(session: Session, reader: Reader) -> list[TodayLine]:
    """How many of the last meeting with any wait to be sent, and how many of those before."""
    one = Recommendation
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, func.count())
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .join(one, one.item_id == AgendaItem.id)
        .where(
            Meeting.state == MeetingState.CLOSED.value,
            AgendaItem.removed.is_(False),
            one.withdrawn.is_(False),
            one.sent_on.is_(None),
            one.status == RecommendationStatus.ISSUED.value,
            takes_part(reader, one.item_id, one.child_id),
        )
        .group_by(Meeting.id, Meeting.held_on)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    ).all()
    due = f"an answer is due {reply_within(session)} working days after the sheet goes"
    lines = []
    for old, group in groupby(enumerate(rows), lambda one: one[0] > 0):
        found = [row for _, row in group]
        meeting_id, held_on, _ = found[0]
        of = "earlier meetings" if old else in_words(held_on)
        text = f"{_several(sum(count for *_, count in found))} of {of} not sent yet"
        lines.append(TodayLine("medium", SECTION, text, due, "minutes", meeting_id))
    return lines


def _several(count: int) -> str:
    return f"{count:,} recommendation{'' if count == 1 else 's'}"
