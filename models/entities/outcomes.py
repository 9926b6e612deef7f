"""What a meeting decides: risk, decision, who is told, recommendations, actions and reviews."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Shared


class RiskJudgement(Row, Base):
    """Risk before and after the discussion of an item."""

    __tablename__ = "risk_judgement"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    scheme_code: Mapped[str | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
    direction: Mapped[str | None]
    rationale: Mapped[str | None]
    dissent: Mapped[str | None]


class Decision(Row, Base):
    """The decision on an item; closing ones name a reason and a second person."""

    __tablename__ = "decision"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    code: Mapped[str]
    label: Mapped[str]
    rationale: Mapped[str | None]
    made_by: Mapped[str | None]
    dissent: Mapped[str | None]
    legal_basis: Mapped[str | None]
    second_person: Mapped[str | None]
    second_person_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    review_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]


class Telling(Row, Base):
    """Who tells the child or a parent, when, what may be said and what must not."""

    __tablename__ = "telling"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    whom: Mapped[str]
    teller: Mapped[str | None]
    by_date: Mapped[date | None]
    text: Mapped[str | None]
    must_not: Mapped[str | None]
    safe_to_write: Mapped[bool | None]
    told_on: Mapped[date | None]


class Review(Row, Base):
    """A day on which a subject returns to the panel by itself."""

    __tablename__ = "review"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    due_on: Mapped[date]
    reason: Mapped[str]
    done_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))


class Recommendation(Row, Base):
    """A recommendation to the holder of a child's plan, followed until the plan shows it."""

    __tablename__ = "recommendation"
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    reference: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    to_plan: Mapped[str | None]
    plan_domain: Mapped[str | None]
    addressed_to: Mapped[str | None]
    outcome_sought: Mapped[str | None]
    by_date: Mapped[date | None]
    evidence_sought: Mapped[str | None]
    sent_on: Mapped[date | None]
    """The day on which its sheet went: from then on an answer is awaited, by `reply_by`."""
    recalled_on: Mapped[date | None]
    reply_by: Mapped[date | None]
    made_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="issued")
    reply_reason: Mapped[str | None]
    modified_text: Mapped[str | None]
    replied_on: Mapped[date | None]
    replied_by: Mapped[str | None]
    plan_by: Mapped[date | None]
    """By when its holder says that the plan will have it; `by_date` is what the panel asked."""
    plan_updated_on: Mapped[date | None]
    plan_evidence: Mapped[str | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    earlier_answers: Mapped[str | None] = mapped_column(Text)
    """What the plan answered to versions before this one, a line each."""
    reworded_on: Mapped[date | None]
    """The day on which an answered one was worded anew; silence before it was another version's."""
    fed_version: Mapped[int | None]
    """The version that the care-plan feed carried last."""


class Action(Row, Base, Shared):
    """An action: what, by whom, by when, about whom, how we know it is done, what it changed."""

    __tablename__ = "action"
    __table_args__ = (Index("ix_action_open", "status", "due_on"),)
    reference: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
    kind: Mapped[str | None]
    text: Mapped[str]
    owner_name: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    due_on: Mapped[date | None]
    due_words: Mapped[str | None]
    success: Mapped[str | None]
    measure_type_code: Mapped[str | None]
    priority: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="agreed")
    status_on: Mapped[date | None]
    made_on: Mapped[date | None]
    carried_count: Mapped[int] = mapped_column(default=0)
    supports_child: Mapped[bool | None]
    changed: Mapped[str | None]


class ActionSubject(Row, Base):
    """A further subject of an action; `part_text` is that child's own part."""

    __tablename__ = "action_subject"
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    part_text: Mapped[str | None]


class ActionUpdate(Row, Base):
    """What became of an action, told on a day."""

    __tablename__ = "action_update"
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    at: Mapped[datetime]
    status: Mapped[str | None]
    text: Mapped[str | None]
    reason: Mapped[str | None]
    evidence: Mapped[str | None]
    by_name: Mapped[str | None]
    new_due_on: Mapped[date | None]
