"""Version 5, of names on no record: what a person said of them is remembered."""

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, Integer, String, UniqueConstraint

from models.storage.migrations.batch import identity


def names(operations: Operations) -> None:
    """Make the table of which text's name is nobody for the panel, by whose word and why."""
    operations.create_table(
        "name_answer",
        Column("about", String, nullable=False),
        Column("about_id", Integer, nullable=False),
        *(Column(name, String, nullable=False) for name in ("name", "reason")),
        Column("answered_by", String),
        Column("answered_at", DateTime),
        *identity(),
        UniqueConstraint("about", "about_id", "name"),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_name_answer_name", "name_answer", ["name"])
