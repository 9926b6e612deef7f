"""How long records are kept: holds, decisions to keep on, certificates of what was disposed of."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class RetentionHold(Row, Base):
    """A hold: nothing it covers is disposed of until its last day, or until it is lifted.

    It covers one record (`about`, `about_id`) or all of a `scope`: everything, children, meetings,
    or the exploitation of a code.
    """

    __tablename__ = "retention_hold"
    scope: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    about_id: Mapped[int | None]
    reason: Mapped[str]
    by_name: Mapped[str | None]
    made_at: Mapped[datetime]
    until: Mapped[date | None]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[str | None]
    lifted_reason: Mapped[str | None]


class KeptOn(Row, Base):
    """A person's decision that a record is kept beyond its day, and until when."""

    __tablename__ = "kept_on"
    __table_args__ = (Index("ix_kept_on_about", "about", "about_id"),)
    about: Mapped[str]
    about_id: Mapped[int]
    until: Mapped[date]
    reason: Mapped[str]
    by_name: Mapped[str | None]
    made_at: Mapped[datetime]


class Disposal(Row, Base):
    """A certificate: what class of record went, on what basis, by whom, when; no content."""

    __tablename__ = "disposal"
    reference: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    record_uuid: Mapped[str]
    class_code: Mapped[str]
    basis: Mapped[str]
    due_on: Mapped[date | None]
    reason: Mapped[str]
    by_name: Mapped[str | None]
    second_person: Mapped[str]
    at: Mapped[datetime]
    rows: Mapped[int]
    papers: Mapped[int]
    backups: Mapped[str]
