"""What was asked for about a subject, what is held back of it, and what went to whom."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class Disclosure(Row, Base):
    """A request for the record of a subject: whose, confirmed by whom, sent when, with its hash.

    `asker` is in which right they ask (list requesters); `considered` is what was weighed of a
    child's rights where it is not the child who asks.
    """

    __tablename__ = "disclosure"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    to_whom: Mapped[str]
    asker: Mapped[str | None]
    requested_on: Mapped[date | None]
    made_at: Mapped[datetime]
    by_name: Mapped[str | None]
    considered: Mapped[str | None]
    considered_by: Mapped[str | None]
    considered_at: Mapped[datetime | None]
    digest: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[str | None]
    sha256: Mapped[str | None]
    files: Mapped[int | None]


class Withholding(Row, Base):
    """A person's word on one line of a disclosure: held back for a reason, or given after all.

    `cut` where it goes without the sentences that were asked about.
    """

    __tablename__ = "withholding"
    __table_args__ = (UniqueConstraint("disclosure_id", "line"),)
    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"))
    line: Mapped[str]
    reason: Mapped[str]
    by_name: Mapped[str | None]
    cut: Mapped[bool | None]
    at: Mapped[datetime | None]
