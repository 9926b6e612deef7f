"""Version 4, what is said of persons: submissions of intelligence, and decisions of concern."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Integer, String, Text

from models.storage.migrations.batch import identity


def submitted_and_decided(operations: Operations) -> None:
    """Submissions with whom they name and what was made of them; decisions about persons."""
    operations.create_table(
        "submission",
        Column("paper_id", Integer, ForeignKey("paper.id")),
        *(Column(name, String, nullable=False) for name in ("reference", "given_by", "text")),
        Column("received_on", Date, nullable=False),
        *(Column(name, String) for name in (
            "from_agency", "from_name", "from_contact", "provenance", "named", "outcome",
            "outcome_reason", "outcome_by", "police_reference", "source_grade",
            "information_grade", "handling", "handling_conditions",
        )),
        Column("information_date", Date),
        Column("outcome_at", DateTime),
        Column("information", String, nullable=False),
        Column("sharing", String, nullable=False),
        Column("shared_with", Text, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )  # fmt: skip
    for table, other in (("submission_mention", "subject"), ("submission_link", "link")):
        operations.create_table(
            table,
            Column("submission_id", Integer, ForeignKey("submission.id"), nullable=False),
            Column(f"{other}_id", Integer, ForeignKey(f"{other}.id"), nullable=False),
            *_answered(table),
            *identity(),
            sqlite_autoincrement=True,
        )
        for column in ("submission_id", f"{other}_id"):
            operations.create_index(f"ix_{table}_{column}", table, [column])
    _concern(operations)


def _answered(table: str) -> tuple[Column[str] | Column[bool], ...]:
    if table != "submission_mention":
        return ()
    return (Column("as_written", String), Column("named", Boolean, nullable=False))


def _concern(operations: Operations) -> None:
    operations.create_table(
        "concern_decision",
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("decision", String, nullable=False),
        Column("reason", String, nullable=False),
        Column("decided_on", Date, nullable=False),
        Column("decided_at", DateTime, nullable=False),
        *(Column(name, String) for name in ("by_name", "second_person", "status_before")),
        Column("next_review_on", Date),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_concern_decision_subject_id", "concern_decision", ["subject_id"])
