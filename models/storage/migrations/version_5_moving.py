"""Version 5, of moving: children who grow up, and children who move over the border."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, ForeignKey, Integer, String, UniqueConstraint

from models.storage.migrations.batch import identity

MOVE = (
    ("moved_on", Date), ("authority", None), ("contact", String), ("reason", String),
    ("told_on", Date), ("told_whom", String), ("told_how", String), ("asked", String),
    ("asked_on", Date), ("answered_on", Date), ("answer", String),
)  # fmt: skip


def moving(operations: Operations) -> None:
    """Make the tables of transitions and moves."""
    operations.create_table(
        "transition",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        *(Column(name, String) for name in ("adult_service", "adult_lead", "reference")),
        *(Column(name, Date) for name in ("referred_on", "accepted_on")),
        *(Column(name, String) for name in ("plan", "not_needed")),
        Column("settled_on", Date),
        Column("settled_by", String),
        *identity(),
        UniqueConstraint("child_id"),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "transition_point",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        Column("point", String, nullable=False),
        Column("done_on", Date, nullable=False),
        Column("by_name", String),
        *identity(),
        UniqueConstraint("child_id", "point"),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "move",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        Column("way", String, nullable=False),
        *(Column(name, kind or String, nullable=kind is not None) for name, kind in MOVE),
        Column("disclosure_id", Integer, ForeignKey("disclosure.id")),
        Column("pack_given_on", Date),
        Column("receipt_on", Date),
        *(Column(name, String) for name in ("receipt_by", "entered_by")),
        *identity(),
        sqlite_autoincrement=True,
    )
    for table in ("transition_point", "move"):
        operations.create_index(f"ix_{table}_child_id", table, ["child_id"])
