"""What is asked again: steps of a ladder, lines said otherwise later, grounds of sharing."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import AgencySet, Base, Row


class Chase(Row, Base):
    """One step of a ladder over something that has not come: who was asked, and by when.

    `about` and `about_id` name what is awaited: a return, an action, a recommendation, a dissent.
    """

    __tablename__ = "chase"
    __table_args__ = (Index("ix_chase_about", "about", "about_id"),)
    about: Mapped[str]
    about_id: Mapped[int]
    step: Mapped[str]
    asked: Mapped[str | None]
    made_at: Mapped[datetime]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    by_name: Mapped[str | None]
    note: Mapped[str | None]


class LineQuestion(Row, Base):
    """A later return says otherwise who may read a line: how it stood, and how it would stand.

    What takes a line back or narrows it holds until a person says; what widens it waits.
    """

    __tablename__ = "line_question"
    line_id: Mapped[int] = mapped_column(ForeignKey("information_line.id"), index=True)
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    was_sharing: Mapped[str]
    was_shared_with: Mapped[tuple[int, ...]] = mapped_column(AgencySet, default=())
    now_sharing: Mapped[str]
    now_shared_with: Mapped[tuple[int, ...]] = mapped_column(AgencySet, default=())
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]


class SharingGround(Row, Base):
    """Lawful basis and necessity of sharing about an item, with an agency or with all."""

    __tablename__ = "sharing_ground"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    basis: Mapped[str]
    necessity: Mapped[str | None]
    at: Mapped[datetime]
    by_name: Mapped[str | None]
