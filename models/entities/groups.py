"""A group as the panel assessed it: dated versions, members then, and who was told what."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Shared


class GroupAssessment(Row, Base, Shared):
    """One dated version of a group's assessment: people, places, risk, and what is planned."""

    __tablename__ = "group_assessment"
    group_id: Mapped[int] = mapped_column(ForeignKey("peer_group.id"), index=True)
    assessed_on: Mapped[date]
    author: Mapped[str | None]
    people: Mapped[str | None] = mapped_column(Text)
    places: Mapped[str | None] = mapped_column(Text)
    risk: Mapped[str | None] = mapped_column(Text)
    tension: Mapped[str | None] = mapped_column(Text)
    plan: Mapped[str | None] = mapped_column(Text)
    plan_lead: Mapped[str | None]
    review_on: Mapped[date | None]
    made_at: Mapped[datetime]


class GroupMember(Row, Base):
    """A member as an assessment found them; who it is, and who may know, is said by the link."""

    __tablename__ = "group_member"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("group_assessment.id"), index=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("link.id"), index=True)
    role: Mapped[str | None]


class GroupTelling(Row, Base):
    """What is told to whom of a group, by whom, and by when or when it was."""

    __tablename__ = "group_telling"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("group_assessment.id"), index=True)
    whom: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    teller: Mapped[str | None]
    by_date: Mapped[date | None]
    told_on: Mapped[date | None]
