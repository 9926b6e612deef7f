"""Local practice: teams and services with a child, other fora; an item's columns, what is said."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Team(Row, Base):
    """What an agency is as a team: for which ages, whom it takes, and of whom it is a part."""

    __tablename__ = "team"
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), unique=True)
    youngest: Mapped[int | None]
    oldest: Mapped[int | None]
    takes: Mapped[str | None]


class ServiceCase(Row, Base):
    """A child with a team or service, or a consultation about one: its own status there, since."""

    __tablename__ = "service_case"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    kind: Mapped[str] = mapped_column(default="case")
    status: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    worker: Mapped[str | None]
    note: Mapped[str | None]


class ForumKnown(Row, Base):
    """Another forum that has the child: since when, who leads there, until when."""

    __tablename__ = "forum_known"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    forum: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    lead: Mapped[str | None]
    next_on: Mapped[date | None]
    note: Mapped[str | None]


class ItemColumns(Row, Base):
    """People, places and risk of an item, side by side."""

    __tablename__ = "item_columns"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    people: Mapped[str | None]
    places: Mapped[str | None]
    risk: Mapped[str | None]


class Communication(Row, Base):
    """What is said of an item, to whom, the public among them, and who approved it."""

    __tablename__ = "communication"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    what: Mapped[str]
    to_whom: Mapped[str]
    public: Mapped[bool] = mapped_column(default=False)
    approved_by: Mapped[str | None]
    approved_on: Mapped[date | None]
    said_on: Mapped[date | None]
