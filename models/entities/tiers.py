"""What goes from one tier of the panel to another: an item sent up, and the answer that returns."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Escalation(Row, Base):
    """An item that a tier sent to another: why, what is asked, and what came back.

    `title` is what it is called there where it goes without a name; `there_id` is the item that it
    became. The answer is heard once an item of the sending tier has taken it up, `heard_id`.
    """

    __tablename__ = "escalation"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("panel_series.id"), index=True)
    reason: Mapped[str]
    asked: Mapped[str]
    title: Mapped[str | None]
    sent_on: Mapped[date]
    sent_by: Mapped[str | None]
    there_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    answer: Mapped[str | None]
    answered_on: Mapped[date | None]
    answered_by: Mapped[str | None]
    heard_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    withdrawn: Mapped[bool] = mapped_column(default=False)


class Improvement(Row, Base):
    """An improvement action of the partnership: never one about a child, and never counted so."""

    __tablename__ = "improvement"
    reference: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    source: Mapped[str | None]
    strategy: Mapped[str | None]
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    owner_name: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    due_on: Mapped[date | None]
    success: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="agreed")
    status_on: Mapped[date | None]
    made_on: Mapped[date | None]


class ImprovementUpdate(Row, Base):
    """What became of an improvement action, told on a day."""

    __tablename__ = "improvement_update"
    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvement.id"), index=True)
    on: Mapped[date]
    status: Mapped[str]
    text: Mapped[str | None]
    by_name: Mapped[str | None]


class StrategyTag(Row, Base):
    """The priority of the strategy that an action or a theme serves."""

    __tablename__ = "strategy_tag"
    priority: Mapped[str]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
