"""What partners and the community submit as intelligence, and whom it names."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Graded, Shared


class Submission(Row, Base, Shared, Graded):
    """A submission of intelligence: who gave it, how they know, what it says, what became of it.

    It is never fact: its text stands here alone, and only links that a person makes go further.
    """

    __tablename__ = "submission"
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    reference: Mapped[str]
    received_on: Mapped[date]
    given_by: Mapped[str]
    """An agency, somebody of the community, or nobody who is named: the list submitters."""
    from_agency: Mapped[str | None]
    from_name: Mapped[str | None]
    from_contact: Mapped[str | None]
    provenance: Mapped[str | None]
    information_date: Mapped[date | None]
    text: Mapped[str]
    named: Mapped[str | None]
    """Whom and what it names, in the submitter's words."""
    outcome: Mapped[str | None]
    outcome_reason: Mapped[str | None]
    outcome_by: Mapped[str | None]
    outcome_at: Mapped[datetime | None]
    police_reference: Mapped[str | None]


class SubmissionMention(Row, Base):
    """A record that a submission names, as a person said, or that it does not name after all."""

    __tablename__ = "submission_mention"
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    as_written: Mapped[str | None]
    named: Mapped[bool] = mapped_column(default=True)


class SubmissionLink(Row, Base):
    """A link that a person made of a submission."""

    __tablename__ = "submission_link"
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("link.id"), index=True)
