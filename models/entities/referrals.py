"""Referrals and their triage."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Referral(Row, Base):
    """A referral or nomination, its triage and its outcome; declined ones stay."""

    __tablename__ = "referral"
    reference: Mapped[str | None]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    received_on: Mapped[date | None]
    entered_at: Mapped[datetime]
    method: Mapped[str] = mapped_column(default="form")
    referrer_name: Mapped[str | None]
    referrer_agency: Mapped[str | None]
    referrer_role: Mapped[str | None]
    referrer_contact: Mapped[str | None]
    lead_name: Mapped[str | None]
    reason: Mapped[str | None]
    ask: Mapped[str | None]
    tried: Mapped[str | None]
    barrier: Mapped[str | None]
    voice: Mapped[str | None]
    parents_view: Mapped[str | None]
    informed_child: Mapped[str | None]
    informed_parents: Mapped[str | None]
    lawful_basis: Mapped[str | None]
    immediate_risk: Mapped[bool | None]
    immediate_risk_told: Mapped[str | None]
    immediate_risk_told_at: Mapped[datetime | None]
    immediate_risk_reference: Mapped[str | None]
    risk: Mapped[str | None]
    assessed_on: Mapped[date | None]
    missing_90_days: Mapped[int | None]
    nrm: Mapped[str | None]
    outcome: Mapped[str | None]
    outcome_reason: Mapped[str | None]
    reason_code: Mapped[str | None]
    outcome_by: Mapped[str | None]
    outcome_at: Mapped[datetime | None]
    second_person: Mapped[str | None]
    chase_on: Mapped[date | None]
    look_again_on: Mapped[date | None]
    criterion: Mapped[str | None]
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))


class TriageAnswer(Row, Base):
    """An answer to one of the ten questions of triage."""

    __tablename__ = "triage_answer"
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    question: Mapped[str]
    answer: Mapped[str]
    note: Mapped[str | None]
