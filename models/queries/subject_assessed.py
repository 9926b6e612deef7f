"""What the file on a child says of plan, risk and assessments, as the child's own page has them."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, ChildStatus, IndicatorAnswer
from models.queries.assessments import given_of
from models.queries.standing import standing_of
from models.queries.subject_fields import Ids, fields_of, held_back
from models.records.assessing import Given
from models.records.disclosure import FileLine
from models.records.reader import Reader
from models.rules.assessing import level_of_words
from models.rules.scheme_form import BETWEEN, NOT_ANSWERED, Question, heading, questions, word_of

OVER_TIME, ASSESSMENTS = "Plan and risk over time", "Assessments"
STOOD = (
    ("plan", "Plan"), ("legal_status", "Legal status"), ("district", "District"),
    ("category", "Category"),
)  # fmt: skip
JUDGED = (("judgement_level", "Level by judgement"), ("rationale", "Why"))


def statuses(session: Session, reader: Reader, ids: Ids) -> Iterator[FileLine]:
    """How the child stood, each thing from the day on from which it was so."""
    stood: dict[str, str] = {}
    for line in _statuses(session, reader, ids):
        if stood.get(line.said) != line.text:
            yield line
        stood[line.said] = line.text


def _statuses(session: Session, reader: Reader, ids: Ids) -> Iterator[FileLine]:
    """All that was set down of each day; the risk as the child's page had it on that day."""
    asked = select(ChildStatus).where(ChildStatus.child_id.in_(ids))
    for one in session.scalars(asked.order_by(ChildStatus.since, ChildStatus.id)):
        yield from fields_of(one, OVER_TIME, one.since, STOOD)
        risk = one.risk
        if one.since is not None and one.since <= reader.today:
            risk = standing_of(session, reader, one.child_id, one.since).risk
        if risk:
            key = f"child_status.{one.id}.risk"
            yield FileLine(key, OVER_TIME, risk, one.since, "Risk", held_back(risk))


def assessments(session: Session, ids: Ids) -> Iterator[FileLine]:
    """Each assessment with its scheme, score and level, its judgement, then its answers."""
    asked = select(Assessment).where(Assessment.child_id.in_(ids))
    for one in session.scalars(asked.order_by(Assessment.assessed_on, Assessment.id)):
        scheme = codes.scheme(one.scheme_code) if one.scheme_code else None
        key = f"assessment.{one.id}.computed_level"
        yield FileLine(key, ASSESSMENTS, _reckoned(one, scheme), one.assessed_on, "Scheme")
        yield from fields_of(one, ASSESSMENTS, one.assessed_on, JUDGED)
        yield from _answers(session, one.id, one.assessed_on, scheme)


def _reckoned(one: Assessment, scheme: codes.Scheme | None) -> str:
    """ "SERAF, version 2: score 16, Category 4: significant risk"."""
    by = scheme.label if scheme else one.scheme_code or "no scheme that is known"
    version = f", version {one.scheme_version}" if one.scheme_version else ""
    level = level_of_words(scheme, one.computed_level)
    score = f"score {one.score}" if one.score is not None else ""
    words = level.label if level else one.computed_level or ""
    said = ", ".join(filter(None, (score, words)))
    if not said and not one.scheme_code:
        return "none is named, and there is no score"
    return f"{by}{version}: {said or 'no level by the score'}"


def _answers(
    session: Session, assessment_id: int, day: date | None, scheme: codes.Scheme | None
) -> Iterator[FileLine]:
    asked = questions(scheme, codes.indicators()) if scheme else ()
    known = {one.code: one for one in asked}
    rows = session.scalars(
        select(IndicatorAnswer)
        .where(IndicatorAnswer.assessment_id == assessment_id)
        .where(IndicatorAnswer.answer != NOT_ANSWERED)
        .order_by(IndicatorAnswer.position, IndicatorAnswer.id)
    )
    for one in rows:
        answer = _in_words(known.get(one.code or ""), given_of(one))
        text = f"{one.worded}: " + ". ".join(filter(None, (answer, one.evidence)))
        key = f"indicator_answer.{one.id}.evidence"
        yield FileLine(key, ASSESSMENTS, text, day, "Indicator", held_back(text))


def _in_words(asked: Question | None, given: Given) -> str:
    """The answer in the scheme's own words, its times written out."""
    if given.window:
        return heading(" and ".join(given.window.split(BETWEEN)))
    return word_of(asked, given) if asked else given.answer
