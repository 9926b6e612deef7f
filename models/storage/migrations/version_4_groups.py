"""Version 4, groups: their assessments, the members each found, and who was told what."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, String, Text

from models.storage.migrations.batch import identity


def groups(operations: Operations) -> None:
    """Make the tables of group assessments."""
    operations.create_table(
        "group_assessment",
        Column("group_id", Integer, ForeignKey("peer_group.id"), nullable=False),
        Column("assessed_on", Date, nullable=False),
        Column("author", String),
        *(Column(name, Text) for name in ("people", "places", "risk", "tension", "plan")),
        Column("plan_lead", String),
        Column("review_on", Date),
        Column("made_at", DateTime, nullable=False),
        Column("sharing", String, nullable=False),
        Column("shared_with", Text, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_group_assessment_group_id", "group_assessment", ["group_id"])
    operations.create_table(
        "group_member",
        _of_assessment(),
        Column("link_id", Integer, ForeignKey("link.id"), nullable=False),
        Column("role", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "group_telling",
        _of_assessment(),
        Column("whom", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("teller", String),
        Column("by_date", Date),
        Column("told_on", Date),
        *identity(),
        sqlite_autoincrement=True,
    )
    for table, column in (
        ("group_member", "assessment_id"),
        ("group_member", "link_id"),
        ("group_telling", "assessment_id"),
    ):
        operations.create_index(f"ix_{table}_{column}", table, [column])


def _of_assessment() -> Column[int]:
    return Column("assessment_id", Integer, ForeignKey("group_assessment.id"), nullable=False)
