"""Version 5, of flows: a child's way through one, step by step."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, ForeignKey, Integer, String

from models.storage.migrations.batch import identity


def flows(operations: Operations) -> None:
    """Make the tables of who is in which flow, and of its steps."""
    operations.create_table(
        "flow_entry",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        *(Column(name, String, nullable=False) for name in (
            "flow_code", "flow_label", "flow_version",
        )),
        Column("entered_on", Date, nullable=False),
        *(Column(name, String) for name in ("entered_by", "reason")),
        Column("ended_on", Date),
        *(Column(name, String) for name in ("ended_reason", "second_person", "ended_by")),
        *identity(),
        sqlite_autoincrement=True,
    )  # fmt: skip
    operations.create_index("ix_flow_entry_child_id", "flow_entry", ["child_id"])
    operations.create_table(
        "flow_step",
        Column("entry_id", Integer, ForeignKey("flow_entry.id"), nullable=False),
        Column("position", Integer, nullable=False),
        *(Column(name, String, nullable=False) for name in ("step_code", "label")),
        *(Column(name, String) for name in ("who", "holder")),
        Column("began_on", Date, nullable=False),
        Column("due_on", Date),
        Column("state", String, nullable=False),
        Column("done_on", Date),
        *(Column(name, String) for name in ("reason", "note", "by_name")),
        *identity(),
        sqlite_autoincrement=True,
    )
    for column in ("entry_id", "due_on"):
        operations.create_index(f"ix_flow_step_{column}", "flow_step", [column])
