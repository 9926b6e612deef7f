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
