"""Version 5, of learning: champions of agencies, and training done."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, ForeignKey, Integer, String

from models.storage.migrations.batch import identity


def learning(operations: Operations) -> None:
    """Make the tables of champions and of training."""
    operations.create_table(
        "champion",
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        Column("name", String, nullable=False),
        Column("contact", String),
        *(Column(name, Date) for name in ("since", "until")),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "training",
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        *(Column(name, String, nullable=False) for name in ("name", "course")),
        Column("done_on", Date, nullable=False),
        Column("note", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    for table in ("champion", "training"):
        operations.create_index(f"ix_{table}_agency_id", table, ["agency_id"])
