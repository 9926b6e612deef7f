"""What is followed of a child over time: exploitation and assessments."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Assessment,
    Child,
    Exploitation,
    IndicatorAnswer,
)
from models.errors import Refusal
from models.rules.assessing import in_scheme
from models.rules.schemes import last_day_in_date, level_of
from models.services.register.fields import need, put
from models.services.register.standing_rows import existing_child, keep
from models.services.signed_in import Service


class Following(Service):
    """What a person records of a child as time goes on; each gives the new row's id."""

    def add_exploitation(self, child_id: int, worded: str, **fields: Any) -> int:
        """A type of exploitation or harm as worded, with the child's part in it.

        Fields: role_in_harm (harmed, at risk, causing harm, both), confidence, since, until,
        source, source_date, group_based. Refusal where it is no form on the panel's list.
        """
        self._check("edit_record")
        worded = need(worded, "Say which exploitation or harm.", "worded")
        with self._store.work("add_exploitation", "Record exploitation") as session:
            child = existing_child(session, child_id)
            _check_form(worded)
            return put_exploitation(session, child.id, worded, {**fields, **_coded(fields)})

    def add_assessment(
        self,
        child_id: int,
        *,
        assessed_on: date,
        level: str | None = None,
        score: int | None = None,
        scheme_code: str | None = None,
        answers: Iterable[tuple[str, str]] = (),
        **fields: Any,
    ) -> int:
        """A risk assessment; `answers` are indicators as worded with present, absent or unknown.

        A score gives the scheme's level where the source has bands; `level` is the judgement of
        the assessor and stands before it. Refuses a day to come or before the child was born.
        """
        self._check("add_assessment")
        with self._store.work("add_assessment", "Add a risk assessment") as session:
            fields |= {"scheme_code": scheme_code, "score": score}
            kept = put_assessment(session, self._today, child_id, assessed_on, level, fields)
            _answer(session, kept, answers)
            return kept


def put_exploitation(session: Session, child_id: int, worded: str, fields: dict[str, Any]) -> int:
    """A form of exploitation within a step, coded where the panel's list has it; gives its id."""
    known = codes.recognise("exploitation_types", worded)
    row = Exploitation(child_id=child_id, worded=worded, code=known.code if known else None)
    if isinstance(known, codes.ExploitationType):
        row.group_based = known.group_based
    put(row, fields)
    return keep(session, row)


def _check_form(worded: str) -> None:
    """Raises Refusal that says what is possible where the words mean no form on the list."""
    if codes.recognise("exploitation_types", worded) is None:
        rows = codes.load("exploitation_types")
        listed = ", ".join(one.label for one in rows if one.active)
        raise Refusal(f"That is no form on the panel's list, one at a time: {listed}.", "worded")


def put_assessment(
    session: Session,
    today: date,
    child_id: int,
    assessed_on: date,
    level: str | None,
    fields: dict[str, Any],
) -> int:
    """An assessment within a step; gives its id."""
    child = existing_child(session, child_id)
    check_assessed(child, assessed_on, today)
    code, score = fields.pop("scheme_code", None), fields.pop("score", None)
    scheme = codes.scheme(code) if code else None
    band = level_of(scheme, score) if scheme and score is not None else None
    row = Assessment(
        child_id=child.id,
        assessed_on=assessed_on,
        scheme_code=code,
        scheme_version=scheme.version if scheme else None,
        score=score,
        computed_level=band.label if band else None,
        judgement_level=in_scheme(scheme, level),
        screening=scheme.screens if scheme else None,
    )
    put(row, fields)
    if row.due_on is None and scheme and scheme.validity:
        row.due_on = last_day_in_date(assessed_on, scheme.validity)
    return keep(session, row)


def check_assessed(child: Child, day: date, today: date) -> None:
    """Raises Refusal for a day to come, or before the child was born."""
    if day > today:
        raise Refusal("This day is still to come.", "assessed_on")
    if child.birth_date is not None and day < child.birth_date:
        raise Refusal("This day lies before the child was born.", "assessed_on")


def _coded(fields: dict[str, Any]) -> dict[str, str]:
    """Role and confidence as on the panel's lists; Refusal for words that are on neither."""
    found = {}
    for field, name in (("role_in_harm", "roles_in_harm"), ("confidence", "confidences")):
        if fields.get(field):
            row = codes.recognise(name, fields[field])
            if row is None:
                raise Refusal("That is not on the panel's list.", field)
            found[field] = row.code
    return found


def _answer(session: Session, assessment_id: int, answers: Iterable[tuple[str, str]]) -> None:
    for position, (worded, answer) in enumerate(answers):
        known = codes.recognise("indicators", worded)
        session.add(
            IndicatorAnswer(
                assessment_id=assessment_id,
                position=position,
                worded=worded,
                code=known.code if known else None,
                answer=answer,
            )
        )
