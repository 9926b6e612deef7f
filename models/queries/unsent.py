"""Recommendations whose sheet has not gone, or was recalled: none is late."""

from collections.abc import Callable, Iterable
from itertools import groupby

from sqlalchemy import ColumnElement, func, select
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
TO_BE_DONE = (
    "correct the minutes where they were recalled too, then issue the sheets again; "
    "nothing is awaited until then"
)


def unsent(session: Session, reader: Reader) -> list[TodayLine]:
    """How many wait to be sent, or to be sent again: of the last meeting with any, and before."""
    one = Recommendation

    def due(meeting_id: int) -> str:
        within = reply_within(session, meeting_id)
        return f"an answer is due {within} working days after the sheet goes"

    never = (
        one.recalled_on.is_(None),
        one.sent_on.is_(None),
        one.status == RecommendationStatus.ISSUED.value,
    )
    again = (one.recalled_on.is_not(None),)
    return [
        *_lines(session, reader, "not sent yet", due, never),
        *_lines(session, reader, "recalled", lambda _: TO_BE_DONE, again),
    ]


def _lines(
    session: Session,
    reader: Reader,
    how: str,
    beside: Callable[[int], str],
    where: Iterable[ColumnElement[bool]],
) -> list[TodayLine]:
    one = Recommendation
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, func.count())
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .join(one, one.item_id == AgendaItem.id)
        .where(
            Meeting.state == MeetingState.CLOSED.value,
            AgendaItem.removed.is_(False),
            one.withdrawn.is_(False),
            *where,
            takes_part(reader, one.item_id, one.child_id),
        )
        .group_by(Meeting.id, Meeting.held_on)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    ).all()
    lines = []
    for old, group in groupby(enumerate(rows), lambda one: one[0] > 0):
        found = [row for _, row in group]
        meeting_id, held_on, _ = found[0]
        of = "earlier meetings" if old else in_words(held_on)
        text = f"{_several(sum(count for *_, count in found))} of {of} {how}"
        told = beside(meeting_id)
        lines.append(TodayLine("medium", SECTION, text, told, "minutes", meeting_id))
    return lines


def _several(count: int) -> str:
    return f"{count:,} recommendation{'' if count == 1 else 's'}"
