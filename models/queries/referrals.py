"""Referrals as the inbox and the triage card read them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Assessment,
    Child,
    Exploitation,
    PersonOfConcern,
    Place,
    Referral,
    Subject,
)
from models.marks import SubjectKind
from models.rules import triage


def facts_of(session: Session, referral: Referral, subject: Subject) -> dict[str, object]:
    """What a referral says, by the names that the rules of triage use."""
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
        facts["types"] = session.scalars(
            select(Exploitation.worded).where(Exploitation.child_id == subject.id)
        ).all()
        facts["assessed"] = referral.assessed_on or session.scalar(
            select(Assessment.assessed_on).where(Assessment.child_id == subject.id)
        )
    if isinstance(subject, PersonOfConcern):
        facts["grounds"] = referral.reason or subject.grounds
    if isinstance(subject, Place):
        facts["grounds"] = referral.reason or subject.what_happens
    return facts


def may_be_accepted(session: Session, referral: Referral, subject: Subject) -> bool:
    """True if the referral is complete and without immediate risk."""
    facts = facts_of(session, referral, subject)
    risk = triage.ImmediateRisk(referral.immediate_risk)
    return triage.may_build(SubjectKind(subject.kind), facts, risk)
