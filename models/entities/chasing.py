"""What is asked again: the steps of a ladder, and on what ground a thing is shared."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


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


class SharingGround(Row, Base):
    """Lawful basis and necessity of sharing about an item, with an agency or with all."""

    __tablename__ = "sharing_ground"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    basis: Mapped[str]
    necessity: Mapped[str | None]
    at: Mapped[datetime]
    by_name: Mapped[str | None]
