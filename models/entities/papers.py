"""Papers in: kept papers, what was not understood, and how a form is read next time."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class PaperContent(Base):
    """A kept paper's bytes by their hash; written once, never journalled."""

    __tablename__ = "paper_content"
    __journalled__ = False
    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Paper(Row, Base):
    """A paper as it came in; `kept_sha256` differs where not-shared lines were taken out.

    One that was attached to a message names it as its parent.
    """

    __tablename__ = "paper"
    sha256: Mapped[str] = mapped_column(index=True)
    kept_sha256: Mapped[str | None]
    name: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int] = mapped_column(default=0)
    lines_removed: Mapped[int] = mapped_column(default=0)
    fingerprint: Mapped[str | None]
    received_at: Mapped[datetime]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    sender: Mapped[str | None]
    sent_at: Mapped[datetime | None]


class PaperSubject(Row, Base):
    """A subject that a paper speaks of."""

    __tablename__ = "paper_subject"
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)


class UnreadText(Row, Base):
    """Text of a paper that was not understood, with its place."""

    __tablename__ = "unread_text"
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id"), index=True)
    place: Mapped[str]
    text: Mapped[str]
    settled: Mapped[bool] = mapped_column(default=False)


class LabelMemory(Row, Base):
    """How a person mended the reading of a form: this label means this field."""

    __tablename__ = "label_memory"
    fingerprint: Mapped[str] = mapped_column(index=True)
    label: Mapped[str]
    field: Mapped[str]


class MatchQuestion(Row, Base):
    """A possible sameness that the program asks about and never settles itself."""

    __tablename__ = "match_question"
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    with_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    weight: Mapped[float] = mapped_column(default=0.0)
    why: Mapped[str]
    answer: Mapped[str | None]
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]
