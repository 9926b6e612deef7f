"""Version 4, of places: their guardians, their assessments, and where postcodes lie."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, Double, ForeignKey, Integer, String, Text, UniqueConstraint

from models.storage.migrations.batch import identity


def places(operations: Operations) -> None:
    """What a place is known by beside its own record."""
    operations.create_table(
        "guardian",
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("name", String, nullable=False),
        Column("role", String),
        Column("contact", String),
        Column("since", Date),
        Column("until", Date),
        *identity(),
        sqlite_autoincrement=True,
    )
    told = (
        "lead trigger what_happens environment guardians policies young_people community involved "
        "strengths weighting weighting_reason plan success measured_before measured_after"
    )
    operations.create_table(
        "place_assessment",
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("assessed_on", Date, nullable=False),
        Column("author", String, nullable=False),
        *(Column(name, String) for name in told.split()),
        Column("review_on", Date),
        Column("sharing", String, nullable=False),
        Column("shared_with", Text, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    for table in ("guardian", "place_assessment"):
        operations.create_index(f"ix_{table}_subject_id", table, ["subject_id"])
    operations.create_table(
        "postcode_position",
        Column("postcode", String, nullable=False),
        Column("easting", Double, nullable=False),
        Column("northing", Double, nullable=False),
        Column("source", String, nullable=False),
        *identity(),
        UniqueConstraint("postcode"),
        sqlite_autoincrement=True,
    )
