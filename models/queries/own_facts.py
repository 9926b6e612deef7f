"""What is known of each thing that a panel's own indicators may count."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    Agency,
    Child,
    Measure,
    MissingEpisode,
    Recommendation,
    Referral,
    ReturnInterview,
    Subject,
)
from models.marks import SubjectKind
from models.queries.grouped import group_of_children, meant
from models.queries.improvements import strategy_of
from models.queries.interviews import interviews_of
from models.queries.knowable import knowable, leads
from models.queries.tracked import tracked
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.records.reports import Listed, Thing
from models.rules.ages import age
from models.rules.by_day import told
from models.rules.own_indicators import Facts
from models.rules.quarters import Span
from models.rules.risk_bands import common_level

Known = Sequence[tuple[Thing, Facts]]
WAYS = ("plan", "category", "risk", "district", "gender", "ethnicity")


def _children(session: Session, reader: Reader, span: Span) -> Known:
    held = tracked(session, reader, span.last)
    told = {way: group_of_children(session, reader, span.last, way) for way in WAYS}
    ages = _ages(session, span)
    named = dict(session.execute(select(Child.id, Child.lead_name)).all())
    return [
        (one, {
            **{way: told[way].get(one) for way in WAYS},
            "risk": tuple(dict.fromkeys(filter(None, (told["risk"].get(one), has.risk)))),
            "direction": has.direction, "age": ages.get(one), "on the panel": has.on_panel,
            "assessment in date": not has.assessment_overdue,
            "missing episodes in 90 days": has.missing_90_days, "lead professional": named.get(one),
            "type": tuple(meant("exploitation_types", each) or each for each in has.types),
        })
        for one, has in held.items()
    ]  # fmt: skip


def _ages(session: Session, span: Span) -> Mapping[int, int | None]:
    born = session.execute(select(Child.id, Child.birth_date))
    return {one: age(day, span.last) for one, day in born}


def _referrals(session: Session, reader: Reader, span: Span) -> Known:
    asked = (
        select(Referral.subject_id, Referral.outcome, Referral.referrer_agency, Referral.risk,
               Referral.immediate_risk, Referral.voice)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(Subject.kind == SubjectKind.CHILD.value, knowable(reader, Referral.subject_id),
               Referral.received_on.between(span.first, span.last))
        .order_by(Referral.id)
    )  # fmt: skip
    folded = leads(session)
    return [
        (folded.get(child, child), {
            "outcome": _label("triage_outcomes", outcome), "agency": agency,
            "risk": tuple(dict.fromkeys(filter(None, (common_level(risk), risk)))),
            "immediate risk": now, "child's voice": voice,
        })
        for child, outcome, agency, risk, now, voice in session.execute(asked)
    ]  # fmt: skip


def _episodes(session: Session, reader: Reader, span: Span) -> Known:
    asked = (
        select(MissingEpisode)
        .where(knowable(reader, MissingEpisode.child_id), _within(MissingEpisode.reported_at, span))
        .order_by(MissingEpisode.id)
    )
    episodes, folded = session.scalars(asked).all(), leads(session)
    held = interviews_of(session, [one.id for one in episodes])
    return [
        (folded.get(one.child_id, one.child_id), {
            "kind": meant("missing_kinds", one.kind),
            "police risk": meant("police_risk", one.police_risk),
            "hours away": _hours(one),
            "interview": _interview(held.get(one.id)),
            "strategy meeting": one.strategy_meeting is not None,
        })
        for one in episodes
    ]  # fmt: skip


def _interview(one: ReturnInterview | None) -> str:
    """Whether an interview was held, declined or offered."""
    if one is None:
        return "none"
    return "held" if one.conducted_at else "declined" if one.declined_reason else "offered"


def _hours(one: MissingEpisode) -> float | None:
    """Not told where the hour of either end is not known."""
    reported, returned = told(one, "reported_at"), told(one, "returned_at")
    if not isinstance(reported, datetime) or not isinstance(returned, datetime):
        return None
    return round((returned - reported).total_seconds() / 3600, 1)


def _actions(session: Session, reader: Reader, span: Span) -> Known:
    asked = (
        select(Action, Agency.name)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(visible_to(reader, Action), Action.status != "proposed",
               Action.made_on.between(span.first, span.last))
        .order_by(Action.id)
    )  # fmt: skip
    serves = strategy_of(session, reader)
    return [
        (Listed("actions", one.id, f"{one.reference}, {name or 'without an agency'}"), {
            "agency": name, "status": _label("action_statuses", one.status),
            "kind": _label("action_types", one.kind), "carried": one.carried_count,
            "date": one.due_words or (str(one.due_on) if one.due_on else None),
            "what it changed": one.changed,
            "priority": _label("strategy_priorities", serves.get(("action", one.id))),
        })
        for one, name in session.execute(asked)
    ]  # fmt: skip


def _measures(session: Session, reader: Reader, span: Span) -> Known:
    asked = (
        select(Measure, Agency.name)
        .outerjoin(Agency, Agency.id == Measure.lead_agency_id)
        .where(visible_to(reader, Measure), Measure.made_on.between(span.first, span.last))
        .order_by(Measure.id)
    )
    return [
        (Listed("disruption", ("measure", one.id), f"Measure {one.id}"), {
            "measure": _label("measures", one.type_code) or one.name,
            "status": _label("measure_statuses", one.status), "agency": name,
        })
        for one, name in session.execute(asked)
    ]  # fmt: skip


def _recommendations(session: Session, reader: Reader, span: Span) -> Known:
    asked = (
        select(Recommendation)
        .where(Recommendation.withdrawn.is_(False), Recommendation.status != "draft",
               Recommendation.made_on.between(span.first, span.last),
               knowable(reader, Recommendation.child_id),
               takes_part(reader, Recommendation.item_id, Recommendation.child_id))
        .order_by(Recommendation.id)
    )  # fmt: skip
    folded = leads(session)
    return [
        (folded.get(one.child_id, one.child_id), {
            "status": _label("recommendation_statuses", one.status),
            "domain": _label("plan_domains", one.plan_domain),
            "plan": codes.plan_column(one.to_plan) or one.to_plan,
        })
        for one in session.scalars(asked)
    ]  # fmt: skip


def _within(moment: Any, span: Span) -> ColumnElement[bool]:
    first = datetime.combine(span.first, datetime.min.time())
    return moment.between(first, datetime.combine(span.last, datetime.max.time()))  # type: ignore[no-any-return]


def _label(name: str, code: str | None) -> str | None:
    """The label of what is stored by its code or in words."""
    row = codes.find(name, code) if code else None
    return row.label if row is not None else meant(name, code)


FACTS: Mapping[str, Callable[[Session, Reader, Span], Known]] = {
    "children": _children, "referrals": _referrals, "episodes": _episodes, "actions": _actions,
    "measures": _measures, "recommendations": _recommendations,
}  # fmt: skip
