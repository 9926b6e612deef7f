"""A child's risk assessment by a scheme's form: entered by hand, and corrected later."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, Child, IndicatorAnswer
from models.errors import Conflict, Refusal
from models.queries.assessments import entered_of
from models.queries.validity import validity
from models.records.assessing import Entered, Given
from models.rules import assessing
from models.rules.scheme_form import NOT_ANSWERED, Question, questions
from models.rules.schemes import last_day_in_date, level_of
from models.services.register.fields import need
from models.services.register.following import check_assessed
from models.services.register.standing_rows import existing_child
from models.services.signed_in import Service


class Assessing(Service):
    """Assessments by the form of their scheme."""

    def assess(self, child_id: int, entered: Entered) -> int:
        """Keep an assessment with every answer as one step; gives its id.

        Refuses a day to come or before birth, an answer that the scheme does not know, no level,
        and a judgement that differs from the score without its reason.
        """
        self._check("add_assessment")
        with self._store.work("add_assessment", "Add a risk assessment") as session:
            child = existing_child(session, child_id)
            row = Assessment(child_id=child.id)
            self._fill(session, row, child, entered)
            session.add(row)
            session.flush()
            _keep_answers(session, row.id, entered.given)
            return row.id

    def correct_assessment(self, assessment_id: int, entered: Entered, seen: Entered) -> None:
        """Correct what was entered; how it stood before stays in its history.

        `seen` is what the person started from: Conflict where it has moved since.
        """
        self._check("edit_assessment")
        with self._store.work("correct_assessment", "Correct a risk assessment") as session:
            row = session.get(Assessment, assessment_id)
            if row is None:
                raise Refusal("There is no such assessment.")
            child = session.get_one(Child, row.child_id)
            if entered_of(row, _rows(session, row.id)) != seen:
                raise Conflict("assessment", "It was changed meanwhile.", "What you correct.")
            self._fill(session, row, child, entered, seen)
            _keep_answers(session, row.id, entered.given)

    def _fill(
        self,
        session: Session,
        row: Assessment,
        child: Child,
        new: Entered,
        seen: Entered | None = None,
    ) -> None:
        check_assessed(child, new.assessed_on, self._today)
        scheme = codes.scheme(new.scheme_code) if new.scheme_code else None
        if new.scheme_code and scheme is None:
            raise Refusal("There is no such scheme.", "scheme_code")
        row.scheme_code, row.assessed_on = new.scheme_code, new.assessed_on
        row.scheme_version = scheme.version if scheme else None
        row.screening = scheme.screens if scheme else None
        if seen is None or _counted(new) != _counted(seen):
            row.score, row.computed_level = _reckon(scheme, new, seen.given if seen else ())
        judged = assessing.in_scheme(scheme, new.judgement)
        answered = assessing.anything_answered(new.given) or not _asked(scheme)
        assessing.check_judgement(row.computed_level, judged, new.rationale, answered=answered)
        row.judgement_level, row.rationale = judged, (new.rationale or "").strip() or None
        row.author = need(new.author, "Say who made the assessment.", "author")
        row.assessors_present = (new.present or "").strip() or None
        row.with_child, row.with_family = new.with_child, new.with_family
        period = validity(session)(new.scheme_code)
        row.due_on = last_day_in_date(new.assessed_on, period)


def _counted(one: Entered) -> tuple[object, ...]:
    return one.scheme_code, one.given, one.score


def _asked(scheme: codes.Scheme | None) -> tuple[Question, ...]:
    return questions(scheme, codes.indicators()) if scheme else ()


def _reckon(
    scheme: codes.Scheme | None, new: Entered, standing: Sequence[Given]
) -> tuple[int | None, str | None]:
    """Score and level as the scheme's arithmetic makes them; without a form the total entered.

    What stands from a paper is not refused for its words.
    """
    asked = _asked(scheme)
    if scheme and asked and assessing.anything_answered(new.given):
        assessing.check_answers(asked, [one for one in new.given if one not in standing])
        found = assessing.score_of(scheme, asked, new.given)
        return found.points, found.level.label if found.level else None
    if scheme is None or new.score is None:
        return new.score, None
    level = level_of(scheme, new.score)
    return new.score, level.label if level else None


def _rows(session: Session, assessment_id: int) -> list[IndicatorAnswer]:
    found = select(IndicatorAnswer).where(IndicatorAnswer.assessment_id == assessment_id)
    order = found.order_by(IndicatorAnswer.position, IndicatorAnswer.id)
    return list(session.scalars(order))


def _keep_answers(session: Session, assessment_id: int, given: Sequence[Given]) -> None:
    """Write the answers in order, each in place where it stands, so that it keeps its past."""
    known = {(one.code, one.worded): one for one in _rows(session, assessment_id)}
    for position, one in enumerate(given):
        row = known.pop((one.code, one.worded), None)
        if row is None:
            row = IndicatorAnswer(assessment_id=assessment_id, worded=one.worded, code=one.code)
            session.add(row)
        row.position, row.answer = position, one.answer
        row.window, row.evidence = one.window or None, one.evidence.strip() or None
    for left in known.values():
        left.answer, left.window = NOT_ANSWERED, None
