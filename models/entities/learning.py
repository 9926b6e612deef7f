"""Learning of the panel: champions of agencies, and training done."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Champion(Row, Base):
    """Who speaks for exploitation in an agency: how to reach them, since when, until when."""

    __tablename__ = "champion"
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str]
    contact: Mapped[str | None]
    since: Mapped[date | None]
    until: Mapped[date | None]


class Training(Row, Base):
    """A course that somebody of an agency did on a day."""

    __tablename__ = "training"
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str]
    course: Mapped[str]
    done_on: Mapped[date]
    note: Mapped[str | None]
