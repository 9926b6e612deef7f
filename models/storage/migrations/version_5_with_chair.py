"""Version 5, of minutes: what they said as they went to the chair, what was left from Word."""

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String

from models.storage.migrations.batch import identity


def edits_left(operations: Operations) -> None:
    """Make the table of changes from Word that somebody left as they are on record."""
    operations.create_table(
        "edit_left",
        Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
        Column("item_id", Integer, ForeignKey("agenda_item.id")),
        Column("digest", String, nullable=False),
        Column("at", DateTime, nullable=False),
        Column("by_name", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_edit_left_meeting_id", "edit_left", ["meeting_id"])


def with_chair(operations: Operations) -> None:
    """Make the table of words at each step; minutes that are with the chair now keep theirs."""
    operations.create_table(
        "minutes_words",
        Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
        Column("version", Integer, nullable=False),
        Column("step", String, nullable=False),
        Column("at", DateTime, nullable=False),
        Column("by_name", String),
        Column("text_sha256", String, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_minutes_words_meeting_id", "minutes_words", ["meeting_id"])
    operations.execute(
        "INSERT INTO minutes_words (meeting_id, version, step, at, by_name, text_sha256, uuid)"
        " SELECT meeting_id, number, state, state_at, by_name, text_sha256,"
        " lower(hex(randomblob(16))) FROM minutes_version"
        " WHERE state = 'with chair' AND state_at IS NOT NULL AND text_sha256 IS NOT NULL"
    )
