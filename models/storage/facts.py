"""Facts about the file itself, outside the journal: its epoch, its last backup."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from models.storage.tables import fact

EPOCH = "epoch"
BACKUP = "backup"
SWEEP = "sweep"
"""The number of a disposal after which the file is still to be written anew."""


def note_fact(connection: Connection, name: str, value: str) -> None:
    """Write down a fact, over what was known."""
    row = {"name": name, "value": value}
    connection.execute(insert(fact).values(row).on_conflict_do_update(["name"], set_=row))


def known_fact(connection: Connection, name: str) -> str | None:
    """What is known under this name."""
    return connection.scalar(select(fact.c.value).where(fact.c.name == name))
