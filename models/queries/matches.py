"""Questions that the program asks and never settles itself: may these two be the same?"""

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session, aliased

from models.entities import Child, MatchQuestion, Subject
from models.queries.knowable import knowable
from models.records.papers import MatchQuestionRow
from models.records.reader import Reader


def match_questions(session: Session, reader: Reader) -> tuple[MatchQuestionRow, ...]:
    """Every question still open, the likeliest first."""
    return _questions(session, reader, true())


def questions_about(
    session: Session, reader: Reader, subject_id: int
) -> tuple[MatchQuestionRow, ...]:
    """Open questions that touch one subject; `with_id` is always the other."""
    either = or_(MatchQuestion.subject_id == subject_id, MatchQuestion.with_id == subject_id)
    rows = _questions(session, reader, either)
    return tuple(one if one.subject_id == subject_id else one.turned() for one in rows)


def _questions(
    session: Session, reader: Reader, wanted: ColumnElement[bool]
) -> tuple[MatchQuestionRow, ...]:
    one, other = aliased(Subject), aliased(Subject)
    mine, theirs = aliased(Child.__table__), aliased(Child.__table__)
    rows = session.execute(
        select(
            MatchQuestion.id,
            MatchQuestion.subject_id,
            one.kind,
            one.label,
            mine.c.system_id,
            MatchQuestion.with_id,
            other.kind,
            other.label,
            theirs.c.system_id,
            MatchQuestion.weight,
            MatchQuestion.why,
            MatchQuestion.paper_id,
        )
        .join(one, one.id == MatchQuestion.subject_id)
        .join(other, other.id == MatchQuestion.with_id)
        .outerjoin(mine, mine.c.id == MatchQuestion.subject_id)
        .outerjoin(theirs, theirs.c.id == MatchQuestion.with_id)
        .where(
            MatchQuestion.answer.is_(None),
            knowable(reader, MatchQuestion.subject_id),
            knowable(reader, MatchQuestion.with_id),
            wanted,
        )
        .order_by(MatchQuestion.weight.desc(), MatchQuestion.id)
    )
    return tuple(MatchQuestionRow(*row) for row in rows)
