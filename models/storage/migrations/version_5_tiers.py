"""Version 5, of tiers: what one sends to another."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String

from models.storage.migrations.batch import identity


def tiers(operations: Operations) -> None:
    """Make the table of what tiers send to one another."""
    operations.create_table(
        "escalation",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        Column("series_id", Integer, ForeignKey("panel_series.id"), nullable=False),
        *(Column(name, String, nullable=False) for name in ("reason", "asked")),
        Column("title", String),
        Column("sent_on", Date, nullable=False),
        Column("sent_by", String),
        Column("there_id", Integer, ForeignKey("agenda_item.id")),
        Column("answer", String),
        Column("answered_on", Date),
        Column("answered_by", String),
        Column("heard_id", Integer, ForeignKey("agenda_item.id")),
        Column("withdrawn", Boolean, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    for column in ("item_id", "series_id", "there_id", "heard_id"):
        operations.create_index(f"ix_escalation_{column}", "escalation", [column])
    _improvements(operations)


def _improvements(operations: Operations) -> None:
    """Make the tables of improvement actions and of what serves the strategy."""
    operations.create_table(
        "improvement",
        *(Column(name, String, nullable=False) for name in ("reference", "text")),
        *(Column(name, String) for name in ("source", "strategy")),
        Column("theme_id", Integer, ForeignKey("subject.id")),
        Column("meeting_id", Integer, ForeignKey("meeting.id")),
        Column("owner_name", String),
        Column("owner_id", Integer, ForeignKey("member.id")),
        Column("agency_id", Integer, ForeignKey("agency.id")),
        Column("due_on", Date),
        Column("success", String),
        Column("status", String, nullable=False),
        *(Column(name, Date) for name in ("status_on", "made_on")),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "improvement_update",
        Column("improvement_id", Integer, ForeignKey("improvement.id"), nullable=False),
        Column("on", Date, nullable=False),
        Column("status", String, nullable=False),
        *(Column(name, String) for name in ("text", "by_name")),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "strategy_tag",
        Column("priority", String, nullable=False),
        Column("action_id", Integer, ForeignKey("action.id")),
        Column("subject_id", Integer, ForeignKey("subject.id")),
        *identity(),
        sqlite_autoincrement=True,
    )
    for table, column in (
        ("improvement", "reference"), ("improvement", "theme_id"), ("improvement", "meeting_id"),
        ("improvement", "agency_id"), ("improvement_update", "improvement_id"),
        ("strategy_tag", "action_id"), ("strategy_tag", "subject_id"),
    ):  # fmt: skip
        operations.create_index(f"ix_{table}_{column}", table, [column])
