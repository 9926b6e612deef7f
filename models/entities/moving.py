"""A child who grows up or moves: what the transition needs, and who was told of a move."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Transition(Row, Base):
    """What becomes of a child at 18: adult services, who leads there, the plan.

    `not_needed` says why nothing is handed on; `settled_on` the day on which all is in place.
    """

    __tablename__ = "transition"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), unique=True)
    adult_service: Mapped[str | None]
    adult_lead: Mapped[str | None]
    reference: Mapped[str | None]
    referred_on: Mapped[date | None]
    accepted_on: Mapped[date | None]
    plan: Mapped[str | None]
    not_needed: Mapped[str | None]
    settled_on: Mapped[date | None]
    settled_by: Mapped[str | None]


class TransitionPoint(Row, Base):
    """One point of the checklist that is done for a child."""

    __tablename__ = "transition_point"
    __table_args__ = (UniqueConstraint("child_id", "point"),)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    point: Mapped[str]
    done_on: Mapped[date]
    by_name: Mapped[str | None]


class Move(Row, Base):
    """A move over the border of the area: which way, when, whose area, who was told and asked.

    `disclosure_id` is the transfer pack made for it, `pack_given_on` the day on which somebody says
    that they gave it, `receipt_on` when the other area said it came.
    """

    __tablename__ = "move"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    way: Mapped[str]
    moved_on: Mapped[date | None]
    authority: Mapped[str]
    contact: Mapped[str | None]
    reason: Mapped[str | None]
    told_on: Mapped[date | None]
    told_whom: Mapped[str | None]
    told_how: Mapped[str | None]
    asked: Mapped[str | None]
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]
    disclosure_id: Mapped[int | None] = mapped_column(ForeignKey("disclosure.id"))
    pack_given_on: Mapped[date | None]
    receipt_on: Mapped[date | None]
    receipt_by: Mapped[str | None]
    entered_by: Mapped[str | None]
