"""How one risk assessment stood over time: fields and answers, from what to what, by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Assessment, IndicatorAnswer
from models.queries.knowable import check_knowable
from models.queries.past import state_at, states_of, value_words
from models.records.past import FieldChange, PastState
from models.records.reader import Reader

TABLE, ANSWERS = "assessment", "indicator_answer"
FIELDS = {
    "assessed_on": "assessed on",
    "scheme_version": "version of the scheme",
    "score": "score",
    "computed_level": "level of the score",
    "judgement_level": "judgement",
    "rationale": "reason",
    "author": "by",
    "assessors_present": "with others",
    "with_child": "with the child",
    "with_family": "with the family",
}


def assessment_history(
    session: Session, reader: Reader, assessment_id: int
) -> tuple[PastState, ...]:
    """Every state of an assessment, the latest first; the first as entered tells no changes.

    Refusal where the reader may not know of the child.
    """
    child_id = session.scalar(select(Assessment.child_id).where(Assessment.id == assessment_id))
    check_knowable(session, reader, child_id or 0)
    told: dict[int, list[FieldChange]] = {}
    for number, changes in _steps(session, TABLE, assessment_id, FIELDS):
        told[number] = changes
    begun = min(told, default=0)
    for number, changes in _answer_steps(session, assessment_id):
        told.setdefault(number, []).extend(changes)
    told[begun] = []
    numbers = [one for one in sorted(told, reverse=True) if one == begun or told[one]]
    places = ((TABLE, assessment_id, number) for number in numbers)
    states = (state_at(session, place, tuple(told[place[2]])) for place in places)
    return tuple(replace(one, now=at == 0) for at, one in enumerate(states))


def _answer_steps(session: Session, assessment_id: int) -> Iterator[tuple[int, list[FieldChange]]]:
    rows = session.execute(
        select(IndicatorAnswer.id, IndicatorAnswer.worded)
        .where(IndicatorAnswer.assessment_id == assessment_id)
        .order_by(IndicatorAnswer.position)
    )
    for row_id, worded in rows.all():
        fields = {"answer": worded, "window": f"{worded}: when", "evidence": f"{worded}: evidence"}
        yield from _steps(session, ANSWERS, row_id, fields)


def _steps(
    session: Session, table: str, row_id: int, fields: Mapping[str, str]
) -> Iterator[tuple[int, list[FieldChange]]]:
    before: dict[str, Any] = {}
    for number, values in states_of(session, table, row_id):
        words = (
            (name, value_words(session, table, field, before),
             value_words(session, table, field, values))
            for field, name in fields.items()
            if before.get(field) != values.get(field)
        )  # fmt: skip
        yield number, [FieldChange(*one) for one in words if one[1] != one[2]]
        before = values
