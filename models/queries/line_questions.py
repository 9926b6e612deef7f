"""Lines that a later return shares otherwise, until a person has said which holds."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Agency, InformationLine, LineQuestion, Subject
from models.queries.short_labels import short_label
from models.queries.visible import without_conflicts
from models.records.chasing import LineQuestionRow
from models.records.reader import Reader
from models.records.today import TodayLine

SECTION = "Waiting"


def line_questions(session: Session, reader: Reader) -> tuple[LineQuestionRow, ...]:
    """Those not answered, for who may read lines for the chair."""
    if not reader.sees_chair_only:
        return ()
    rows = session.execute(
        select(LineQuestion, InformationLine, Agency.name, Subject.kind, Subject.label)
        .join(InformationLine, InformationLine.id == LineQuestion.line_id)
        .outerjoin(Agency, Agency.id == InformationLine.agency_id)
        .outerjoin(Subject, Subject.id == InformationLine.subject_id)
        .where(LineQuestion.answer.is_(None), without_conflicts(reader, InformationLine))
        .order_by(LineQuestion.id)
    ).all()
    if not rows:
        return ()
    names = dict(session.execute(select(Agency.id, Agency.name)).all())
    return tuple(
        LineQuestionRow(
            one.id,
            line.id,
            line.meeting_id,
            agency or "An agency",
            short_label(session, kind, label) if kind and label else "",
            line.text or "",
            _shared(one.was_sharing, one.was_shared_with, names),
            _shared(one.now_sharing, one.now_shared_with, names),
            one.asked_at,
        )
        for one, line, agency, kind, label in rows
    )


def _shared(sharing: str, allowed: tuple[int, ...], names: dict[int, str]) -> str:
    named = ", ".join(names.get(one, "") for one in allowed)
    return f"{sharing}: {named}" if named else sharing


def to_answer(session: Session, reader: Reader) -> list[TodayLine]:
    """How many such lines wait for an answer."""
    if not reader.sees_chair_only:
        return []
    asked = select(func.count()).select_from(LineQuestion).where(LineQuestion.answer.is_(None))
    count = session.scalar(asked) or 0
    if not count:
        return []
    text = (
        "line that a later return shares otherwise"
        if count == 1
        else ("lines that later returns share otherwise")
    )
    return [TodayLine("medium", SECTION, f"{count:,} {text}", "", "agenda", None)]
