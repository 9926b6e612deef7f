"""Version 4: what a person said of names in free text is remembered."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, UniqueConstraint

from models.storage.migrations.batch import identity


def mentioned(operations: Operations) -> None:
    """Whether a text means a subject, by whose word, and the link that was made of it."""
    operations.create_table(
        "mention_answer",
        Column("about", String, nullable=False),
        Column("about_id", Integer, nullable=False),
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("meant", Boolean, nullable=False),
        Column("link_id", Integer, ForeignKey("link.id")),
        Column("answered_by", String),
        Column("answered_at", DateTime),
        *identity(),
        UniqueConstraint("about", "about_id", "subject_id"),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_mention_answer_subject_id", "mention_answer", ["subject_id"])
