"""Version 5, of local practice: teams, services with a child, other fora, two authorities."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, UniqueConstraint

from models.storage.migrations.batch import identity


def local(operations: Operations) -> None:
    """Make the tables of local practice; a district says of which authority it is."""
    operations.add_column("district", Column("authority", String))
    operations.create_table(
        "team",
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        *(Column(name, Integer) for name in ("youngest", "oldest")),
        Column("takes", String),
        *identity(),
        UniqueConstraint("agency_id"),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "service_case",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        *(Column(name, String, nullable=False) for name in ("kind", "status")),
        *(Column(name, Date) for name in ("since", "until")),
        *(Column(name, String) for name in ("worker", "note")),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "forum_known",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        Column("forum", String, nullable=False),
        *(Column(name, Date) for name in ("since", "until")),
        Column("lead", String),
        Column("next_on", Date),
        Column("note", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    _items(operations)
    for table, column in (
        ("service_case", "child_id"), ("service_case", "agency_id"), ("forum_known", "child_id"),
        ("communication", "item_id"),
    ):  # fmt: skip
        operations.create_index(f"ix_{table}_{column}", table, [column])


def _items(operations: Operations) -> None:
    """Make the tables of an item's three columns, and of what is said to whom."""
    operations.create_table(
        "item_columns",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        *(Column(name, String) for name in ("people", "places", "risk")),
        *identity(),
        UniqueConstraint("item_id"),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "communication",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        *(Column(name, String, nullable=False) for name in ("what", "to_whom")),
        Column("public", Boolean, nullable=False),
        Column("approved_by", String),
        *(Column(name, Date) for name in ("approved_on", "said_on")),
        *identity(),
        sqlite_autoincrement=True,
    )
