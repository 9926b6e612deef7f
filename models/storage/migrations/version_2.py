"""Version 2: who is asked about which item, and a panel's own lists."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, UniqueConstraint

NEVER_WRITTEN = ("scheme_level", "scheme_row", "measure_type")


def asked_about(operations: Operations) -> None:
    """Version 2 says who is asked about which item, holds what a panel changed of its lists, and
    finds at once what Today counts.

    Its search index is made at the end of every migration anyway. The tables taken away were
    never written.
    """
    for table in NEVER_WRITTEN:
        operations.drop_table(table)
    operations.create_index("ix_action_open", "action", ["status", "due_on"])
    operations.create_index("ix_missing_episode_returned_at", "missing_episode", ["returned_at"])
    operations.create_index("ix_link_recorded_on", "link", ["recorded_on"])
    operations.create_index("ix_review_item_id", "review", ["item_id"])
    for column in ("details", "changed_by"):
        operations.add_column("code_row", Column(column, String))
    operations.add_column("code_row", Column("changed_on", Date))
    operations.create_table(
        "asked_about",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        Column("asked", Boolean, nullable=False),
        Column("id", Integer, primary_key=True, nullable=False),
        Column("uuid", String(32), nullable=False),
        UniqueConstraint("item_id", "agency_id"),
        UniqueConstraint("uuid"),
        sqlite_autoincrement=True,
    )
