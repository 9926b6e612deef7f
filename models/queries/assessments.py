"""Risk assessments of a child with their indicators, the latest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, IndicatorAnswer
from models.queries.assessed_level import level_of
from models.queries.knowable import families
from models.queries.validity import validity
from models.records.assessing import Entered, Given
from models.records.subjects import AssessmentRecord
from models.rules.assessed_moves import Assessed, before_of, moved_at
from models.rules.scheme_form import is_present
from models.rules.schemes import last_day_in_date, overdue


def assessments_of(
    session: Session, child_ids: tuple[int, ...], today: date
) -> tuple[AssessmentRecord, ...]:
    """Assessments of these records; one without a date comes last and is not in date."""
    rows = session.scalars(
        select(Assessment)
        .where(Assessment.child_id.in_(child_ids))
        .order_by(Assessment.assessed_on.is_(None), Assessment.assessed_on.desc())
        .order_by(Assessment.id.desc())
    ).all()
    answers = _answers(session, [one.id for one in rows])
    period, moves = validity(session), moves_of(reversed(rows))
    found = []
    for one in rows:
        length = period(one.scheme_code)
        due = last_day_in_date(one.assessed_on, length) if one.assessed_on else None
        in_date = not overdue(one.assessed_on, today, length)
        record = _record(one, one.due_on or due, in_date, answers.get(one.id, []))
        before, way = moves[one.id]
        found.append(replace(record, previous_level=before, direction=way))
    return tuple(found)


def moves_of(rows: Iterable[Assessment]) -> Mapping[int, tuple[str | None, str | None]]:
    """The level before each assessment of a child, and where risk moved; rows by their day.

    What screens a contact or has no day tells only what was told with it.
    """
    found: dict[int, tuple[str | None, str | None]] = {}
    before: Assessed | None = None
    for one in rows:
        found[one.id] = one.previous_level, one.direction
        if one.assessed_on is not None and not one.screening:
            now = Assessed(level_of(one), one.scheme_code, one.previous_level, one.direction)
            found[one.id] = before_of(before, now)[0], moved_at(before, now)
            before = now
    return found


def moves_by_child(
    session: Session, rows: Sequence[Assessment]
) -> dict[int, tuple[str | None, str | None]]:
    """The same for rows of several children, by their day; joined records are one child's."""
    lead = families(session, tuple({one.child_id for one in rows}))
    of_child: dict[int, list[Assessment]] = {}
    for one in rows:
        of_child.setdefault(lead.get(one.child_id, one.child_id), []).append(one)
    return {key: said for each in of_child.values() for key, said in moves_of(each).items()}


def _record(
    one: Assessment, due: date | None, in_date: bool, answers: list[IndicatorAnswer]
) -> AssessmentRecord:
    scheme = codes.scheme(one.scheme_code) if one.scheme_code else None
    return AssessmentRecord(
        one.id,
        scheme.label if scheme else one.scheme_code,
        one.assessed_on,
        one.author,
        one.score,
        level_of(one),
        one.direction,
        due,
        in_date,
        tuple(each.worded for each in answers if is_present(each.answer)),
        tuple((each.worded, each.answer, each.evidence) for each in answers),
        entered_of(one, answers) if one.assessed_on else None,
        one.computed_level,
        one.ratified_level,
        one.previous_level,
        bool(one.screening),
    )


def entered_of(one: Assessment, answers: Sequence[IndicatorAnswer]) -> Entered:
    """An assessment on record as it would be entered; it must have its day."""
    assert one.assessed_on is not None
    return Entered(
        scheme_code=one.scheme_code,
        assessed_on=one.assessed_on,
        given=tuple(given_of(each) for each in answers),
        score=one.score,
        judgement=one.judgement_level,
        rationale=one.rationale,
        author=one.author,
        present=one.assessors_present,
        with_child=one.with_child,
        with_family=one.with_family,
    )


def given_of(one: IndicatorAnswer) -> Given:
    """One answer on record."""
    return Given(one.code, one.worded, one.answer, one.window or "", one.evidence or "")


def _answers(session: Session, ids: list[int]) -> dict[int, list[IndicatorAnswer]]:
    rows = session.scalars(
        select(IndicatorAnswer)
        .where(IndicatorAnswer.assessment_id.in_(ids))
        .order_by(IndicatorAnswer.position, IndicatorAnswer.id)
    )
    found: dict[int, list[IndicatorAnswer]] = {}
    for one in rows:
        found.setdefault(one.assessment_id, []).append(one)
    return found
