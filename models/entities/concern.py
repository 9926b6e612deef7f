"""What was decided of a person of concern: adopted, still of concern, removed, opened again."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class ConcernDecision(Row, Base):
    """One decision about a person of concern, with its reason and what stood before it."""

    __tablename__ = "concern_decision"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    decision: Mapped[str]
    reason: Mapped[str]
    decided_on: Mapped[date]
    decided_at: Mapped[datetime]
    by_name: Mapped[str | None]
    second_person: Mapped[str | None]
    next_review_on: Mapped[date | None]
    status_before: Mapped[str | None]
