"""A child's way through a flow: when it was entered and left, and each step of it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class FlowEntry(Row, Base):
    """A child in a flow from a day on; it ends with a reason and a second person."""

    __tablename__ = "flow_entry"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    flow_code: Mapped[str]
    flow_label: Mapped[str]
    flow_version: Mapped[str]
    entered_on: Mapped[date]
    entered_by: Mapped[str | None]
    reason: Mapped[str | None]
    ended_on: Mapped[date | None]
    ended_reason: Mapped[str | None]
    second_person: Mapped[str | None]
    ended_by: Mapped[str | None]


class FlowStepDone(Row, Base):
    """One step as it was begun, and done, skipped or still open; who holds it and by when."""

    __tablename__ = "flow_step"
    entry_id: Mapped[int] = mapped_column(ForeignKey("flow_entry.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    step_code: Mapped[str]
    label: Mapped[str]
    who: Mapped[str | None]
    holder: Mapped[str | None]
    began_on: Mapped[date]
    due_on: Mapped[date | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="open")
    done_on: Mapped[date | None]
    reason: Mapped[str | None]
    note: Mapped[str | None]
    by_name: Mapped[str | None]
