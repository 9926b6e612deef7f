"""Referrals as the inbox and the triage card read them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Assessment,
    Child,
    Exploitation,
    PersonOfConcern,
    Place,
    Referral,
    Subject,
    Theme,
    UnreadText,
)
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.checklist import checklist
from models.queries.knowable import NOT_THERE, knowable
from models.queries.links import links_of
from models.queries.matches import match_questions, questions_about
from models.queries.repeats import repeats
from models.queries.triage_card import triage_questions
from models.records.papers import MatchRecord, ReferralRecord, ReferralRow
from models.records.reader import Reader
from models.rules import triage

__all__ = [
    "facts_of", "immediate_risk_of", "match_questions", "may_be_accepted", "referral", "referrals",
    "state_of",
]  # fmt: skip


@dataclass(frozen=True)
class _OfChildren:
    """What is on record of children beside their referrals, by child."""

    types: dict[int, list[str]] = field(default_factory=dict)
    assessed: dict[int, date] = field(default_factory=dict)


def facts_of(session: Session, referral: Referral, subject: Subject) -> dict[str, object]:
    """What a referral says, by the names that the rules of triage use."""
    return _facts(referral, subject, _of_children(session, [subject.id]))


def _of_children(session: Session, ids: Iterable[int] | None) -> _OfChildren:
    types = select(Exploitation.child_id, Exploitation.worded)
    assessed = select(Assessment.child_id, func.max(Assessment.assessed_on)).where(
        Assessment.screening.is_not(True)
    )
    if ids is not None:
        only = list(ids)
        types = types.where(Exploitation.child_id.in_(only))
        assessed = assessed.where(Assessment.child_id.in_(only))
    found = _OfChildren()
    for child_id, worded in session.execute(types):
        found.types.setdefault(child_id, []).append(worded)
    for child_id, day in session.execute(assessed.group_by(Assessment.child_id)):
        if day is not None:
            found.assessed[child_id] = day
    return found


def _facts(referral: Referral, subject: Subject, known: _OfChildren) -> dict[str, object]:
    facts: dict[str, object] = {
        "name": subject.label,
        "reason": referral.reason,
        "ask": referral.ask,
        "grounds": referral.reason,
        "immediate_risk": referral.immediate_risk,
        "lead": referral.lead_name,
        "assessed": referral.assessed_on,
    }
    if isinstance(subject, Child):
        facts["dob"] = subject.birth_date or subject.birth_date_note
        facts["lead"] = referral.lead_name or subject.lead_name
        facts["types"] = known.types.get(subject.id)
        facts["assessed"] = referral.assessed_on or known.assessed.get(subject.id)
    if isinstance(subject, PersonOfConcern):
        facts["grounds"] = referral.reason or subject.grounds
    if isinstance(subject, Place):
        facts["grounds"] = referral.reason or subject.what_happens
    if isinstance(subject, Theme):
        facts["reason"] = referral.reason or subject.description
    return facts


def immediate_risk_of(referral: Referral) -> triage.ImmediateRisk:
    """What is said of immediate risk, and whom somebody has told of it."""
    return triage.ImmediateRisk(
        referral.immediate_risk,
        referral.immediate_risk_told or "",
        referral.immediate_risk_told_at,
        referral.immediate_risk_reference or "",
    )


def may_be_accepted(session: Session, referral: Referral, subject: Subject) -> bool:
    """True if the referral is complete and without immediate risk.

    Of persons, places, groups and themes the form asks no such question: only a yes holds them.
    """
    facts = facts_of(session, referral, subject)
    risk = immediate_risk_of(referral)
    kind = SubjectKind(subject.kind)
    if kind is not SubjectKind.CHILD and risk.at_risk is None:
        risk = triage.ImmediateRisk(False)
    return triage.may_build(kind, facts, risk)


def state_of(outcome: str | None) -> str:
    """Where a referral stands: new, held, accepted, declined or redirected."""
    if outcome is None:
        return "new"
    row = codes.find("triage_outcomes", outcome)
    if not isinstance(row, codes.TriageOutcome):
        return "redirected"
    if row.holds:
        return "held"
    if row.accepts:
        return "accepted"
    return "declined" if row.declines else "redirected"


def referrals(
    session: Session, reader: Reader, state: str | None = None
) -> tuple[ReferralRow, ...]:
    """The inbox: untold immediate risk first, then told, then by the day received.

    `state` is new, held, accepted, declined or redirected; without it all are given, the declined
    too.
    """
    rows = session.execute(
        select(Referral, Subject)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(knowable(reader))
        .order_by(Referral.id)
    ).all()
    wanted = [row for row in rows if state is None or state_of(row[0].outcome) == state]
    few = [subject.id for _, subject in wanted] if len(wanted) < 500 else None
    known = _of_children(session, few)
    order = triage.in_triage_order(
        [(one.id, one.immediate_risk, _received(one)) for one, _ in wanted],
        {one.id for one, _ in wanted if not immediate_risk_of(one).missing},
    )
    found = {one.id: _row(one, subject, known) for one, subject in wanted}
    return tuple(found[referral_id] for referral_id in order)


def _received(one: Referral) -> datetime:
    return datetime.combine(one.received_on, time()) if one.received_on else one.entered_at


def _row(one: Referral, subject: Subject, known: _OfChildren) -> ReferralRow:
    missing = triage.missing(SubjectKind(subject.kind), _facts(one, subject, known))
    return ReferralRow(
        id=one.id,
        subject_id=subject.id,
        subject_kind=subject.kind,
        label=subject.label,
        reference=subject.system_id if isinstance(subject, Child) else one.reference,
        received_on=one.received_on,
        referrer=one.referrer_name,
        agency=one.referrer_agency,
        immediate_risk=bool(one.immediate_risk),
        immediate_risk_settled=not immediate_risk_of(one).missing,
        complete=not missing,
        missing=missing,
        outcome=one.outcome,
        state=state_of(one.outcome),
        risk=one.risk,
    )


def referral(session: Session, reader: Reader, referral_id: int) -> ReferralRecord:
    """The triage card: what was said, the ten questions, what was not understood, who may match.

    Raises Refusal where the reader may not know of whom it is about.
    """
    found = session.execute(
        select(Referral, Subject)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(Referral.id == referral_id, knowable(reader))
    ).first()
    if found is None:
        raise Refusal(NOT_THERE)
    one, subject = found
    earlier = session.scalar(
        select(func.count()).where(Referral.subject_id == subject.id, Referral.id < one.id)
    )
    return ReferralRecord(
        row=_row(one, subject, _of_children(session, [subject.id])),
        reason=one.reason,
        ask=one.ask,
        tried=one.tried,
        voice=one.voice,
        parents_view=one.parents_view,
        informed_child=one.informed_child,
        informed_parents=one.informed_parents,
        told=one.immediate_risk_told,
        told_at=one.immediate_risk_told_at,
        told_reference=one.immediate_risk_reference,
        outcome_reason=one.outcome_reason,
        outcome_by=one.outcome_by,
        outcome_at=one.outcome_at,
        second_person=one.second_person,
        chase_on=one.chase_on,
        paper_id=one.paper_id,
        questions=triage_questions(session, reader, one, subject),
        unread=_unread(session, reader, one.paper_id),
        matches=_matches(session, reader, subject.id),
        earlier=earlier or 0,
        linked=tuple(link.other_label for link in links_of(session, reader, subject.id)),
        repeats=repeats(session, reader, one),
        checklist=checklist(session, one, subject),
        reason_code=one.reason_code,
    )


def _unread(session: Session, reader: Reader, paper_id: int | None) -> tuple[tuple[str, str], ...]:
    """What was not understood of the paper, for those who may read papers."""
    if paper_id is None or not reader.sees_chair_only:
        return ()
    rows = session.execute(
        select(UnreadText.place, UnreadText.text)
        .where(UnreadText.paper_id == paper_id, UnreadText.settled.is_(False))
        .order_by(UnreadText.id)
    )
    return tuple((place, text) for place, text in rows)


def _matches(session: Session, reader: Reader, subject_id: int) -> tuple[MatchRecord, ...]:
    return tuple(
        MatchRecord(one.with_id, one.with_label, one.with_reference, one.weight, one.why)
        for one in questions_about(session, reader, subject_id)
    )
