"""A file of before keeps what papers told of the level before, and works out the rest anew."""

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, text

from models.storage.migrations.version_5_moves import moves

ROWS = (
    (1, 1, "2026-06-01", "High", "decreased"),
    (2, 2, "2026-06-01", None, None),
    (3, 2, "2026-09-01", "Low", "increased"),
)


def test_what_a_paper_told_of_a_first_assessment_stays_and_what_follows_is_forgotten():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE child (id INTEGER PRIMARY KEY)"))
        connection.execute(
            text(
                "CREATE TABLE assessment (id INTEGER PRIMARY KEY, child_id INTEGER, "
                "assessed_on DATE, previous_level TEXT, direction TEXT)"
            )
        )
        for row in ROWS:
            connection.exec_driver_sql("INSERT INTO assessment VALUES (?, ?, ?, ?, ?)", row)
        moves(Operations(MigrationContext.configure(connection)))
        asked = text("SELECT previous_level, direction FROM assessment ORDER BY id")
        kept = [tuple(row) for row in connection.execute(asked)]
    engine.dispose()
    assert kept == [("High", "decreased"), (None, None), (None, None)]
