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
