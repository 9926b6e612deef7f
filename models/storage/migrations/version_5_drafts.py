"""Version 5, of half-typed text: it is whose it is, and of which of their windows."""

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, Integer, PrimaryKeyConstraint, String, Text, text

KEPT = ("key", "whose", "sitting", "text", "at")


def drafts(operations: Operations) -> None:
    """Make the table anew; what stands there is nobody's until somebody opens the file."""
    connection = operations.get_bind()
    left = connection.execute(text("SELECT key, text, at FROM draft")).mappings().all()
    operations.drop_table("draft")
    operations.create_table(
        "draft",
        Column("key", String, nullable=False),
        Column("whose", Integer, nullable=False),
        Column("sitting", String(32), nullable=False),
        Column("text", Text, nullable=False),
        Column("at", DateTime, nullable=False),
        PrimaryKeyConstraint("key", "whose", "sitting", name=operations.f("pk_draft")),
    )
    names, places = ", ".join(KEPT), ", ".join(f":{name}" for name in KEPT)
    for row in left:
        values = {**row, "whose": 0, "sitting": ""}
        connection.execute(text(f"INSERT INTO draft ({names}) VALUES ({places})"), values)
