"""Risk assessments of a child with their indicators, the latest first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, IndicatorAnswer
from models.queries.assessment_before import level_of
from models.queries.validity import validity
from models.records.assessing import Entered, Given
from models.records.subjects import AssessmentRecord
from models.rules.risk_words import way
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
    period, moves = validity(session), _moves(rows)
    found = []
    for one in rows:
        length = period(one.scheme_code)
        due = last_day_in_date(one.assessed_on, length) if one.assessed_on else None
        in_date = not overdue(one.assessed_on, today, length)
        record = _record(one, one.due_on or due, in_date, answers.get(one.id, []))
        found.append(replace(record, direction=moves[one.id]))
    return tuple(found)


def _moves(latest_first: Sequence[Assessment]) -> Mapping[int, str | None]:
    """Where risk moved at each: as told with it, else from the one dated before it.

    The child's standing says the same, also of what was entered after a later one.
    """
    found: dict[int, str | None] = {}
    before: tuple[str | None, str | None] = (None, None)
    for one in reversed(latest_first):
        found[one.id] = one.direction
        if one.assessed_on is not None and not one.screening:
            found[one.id] = one.direction or way(before, level_of(one), one.scheme_code)
            before = level_of(one), one.scheme_code
    return found


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
