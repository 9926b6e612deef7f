"""Risk assessments that papers tell of, each day's once, with every indicator as worded."""

from datetime import date
from typing import Any

from sqlalchemy import func, select

from models import codes
from models.entities import Assessment, IndicatorAnswer
from models.rules.assessing import in_scheme
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.same import tight
from models.services.papers.statuses import level_of


def add_assessment(filing: Filing, child_id: int, facts: Facts) -> None:
    """Record the risk assessment a paper tells of, once for each day it was made."""
    assessed, risk = facts.day("assessed"), _level(facts)
    rows = _indicators(facts)
    if assessed is None and not rows:
        return
    standing = _standing(filing, child_id, assessed)
    if standing is not None:
        _complete(filing, standing, facts, rows)
        return
    scheme = _scheme(codes.recognise("schemes", facts.text("scheme")))
    made = filing.add(
        Assessment(
            child_id=child_id,
            scheme_code=scheme.code if scheme else None,
            assessed_on=assessed,
            author=facts.text("assessor"),
            score=facts.number("score"),
            judgement_level=in_scheme(scheme, risk),
            screening=scheme is not None and scheme.screens,
            source=source(filing),
            paper_id=filing.paper_id,
            **_told(facts),
        )
    )
    _add_answers(filing, made.id, rows)


def _standing(filing: Filing, child_id: int, assessed: date | None) -> Assessment | None:
    if assessed is None:
        return None
    made = filing.held(Assessment, child_id)
    return next((one for one in made if one.assessed_on == assessed), None)


def _complete(
    filing: Filing, standing: Assessment, facts: Facts, rows: list[tuple[str, str, str]]
) -> None:
    scheme = _scheme(codes.scheme(standing.scheme_code) if standing.scheme_code else None)
    risk = in_scheme(scheme, _level(facts))
    if standing.judgement_level is None:
        standing.judgement_level = risk
    elif risk and risk != in_scheme(scheme, standing.judgement_level):
        filing.unread(
            facts.where, f"Differs: risk is {risk} here, {standing.judgement_level} before"
        )
    for name, value in _told(facts).items():
        if getattr(standing, name) is None:
            setattr(standing, name, value)
    if not rows:
        return
    answered = filing.session.scalar(
        select(func.count()).where(IndicatorAnswer.assessment_id == standing.id)
    )
    if not answered:
        _add_answers(filing, standing.id, rows)


def _told(facts: Facts) -> dict[str, Any]:
    """What the form tells beside the level: who took part, why, and where risk moved.

    A direction in other words than the list's stays to be settled by a person.
    """
    way = codes.recognise("directions", str(facts.seen("direction") or ""))
    return {
        "direction": way.code if way and facts.text("direction") else None,
        "with_child": facts.yes("with_child"),
        "with_family": facts.yes("with_family"),
        "assessors_present": facts.text("assessors"),
        "rationale": facts.text("rationale"),
        "previous_level": facts.text("previous_risk"),
    }


def _level(facts: Facts) -> str | None:
    return level_of(facts.text("risk") or facts.text("judgement"))


def _scheme(row: codes.Code | None) -> codes.Scheme | None:
    return row if isinstance(row, codes.Scheme) else None


def _indicators(facts: Facts) -> list[tuple[str, str, str]]:
    """Wording, answer and evidence of every indicator; what the form only lists is present."""
    present = {tight(one) for one in facts.words("indicators")}
    rows: list[tuple[str, str, str]] = []
    answers = facts.value("indicator_answers")
    for one in answers if isinstance(answers, tuple) else ():
        wording, answer, evidence = (str(part) for part in one)
        said = "present" if tight(wording) in present else answer or "not ticked"
        rows.append((wording, said, evidence))
    answered = {tight(wording) for wording, _, _ in rows}
    rows += [
        (one, "present", "") for one in facts.words("indicators") if tight(one) not in answered
    ]
    return rows


def _add_answers(filing: Filing, assessment_id: int, rows: list[tuple[str, str, str]]) -> None:
    for position, (wording, answer, evidence) in enumerate(rows):
        code = codes.recognise("indicators", wording)
        filing.add(
            IndicatorAnswer(
                assessment_id=assessment_id,
                position=position,
                worded=wording,
                code=code.code if code else None,
                answer=answer,
                evidence=evidence or None,
            )
        )
