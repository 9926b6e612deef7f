"""Which questions of sameness are open, and how many, without reading whom they are about."""

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from models.entities import MatchQuestion
from models.queries.knowable import knowable, leads
from models.records.reader import Reader


def unsettled(reader: Reader, answer: str | None = None) -> ColumnElement[bool]:
    """True in SQL for a question still open about two whom the reader may know of.

    With an answer: for those that were answered so.
    """
    return and_(
        MatchQuestion.answer.is_(None) if answer is None else MatchQuestion.answer == answer,
        knowable(reader, MatchQuestion.subject_id),
        knowable(reader, MatchQuestion.with_id),
    )


def questions_open(session: Session, reader: Reader) -> int:
    """How many pairs are in question; who were joined to another stand as that other."""
    lead = leads(session)
    asked = select(MatchQuestion.subject_id, MatchQuestion.with_id).where(unsettled(reader))
    pairs = {
        frozenset((lead.get(one, one), lead.get(other, other)))
        for one, other in session.execute(asked)
    }
    return sum(len(pair) == 2 for pair in pairs)
