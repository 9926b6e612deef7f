"""Bringing a file of an earlier version up to this one: backed up first, whole or not at all."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase

from models.clock import Clock
from models.errors import Trouble
from models.records.versions import BroughtUp
from models.storage.copying import copy_file
from models.storage.derived import derived_of
from models.storage.engine import DriverError, file_engine
from models.storage.guard import Door
from models.storage.keys import Keys
from models.storage.ledger import Heading, latest, write
from models.storage.migrations import STEPS
from models.storage.opening import OpenFile
from models.storage.schema import SCHEMA, version_of
from models.storage.troubles import saying
from models.storage.units import HANDED_OVER

# Foreign keys are off before the transaction begins: on, remaking a parent takes its children.
WHOLE = "PRAGMA foreign_keys=OFF", "BEGIN EXCLUSIVE"
OTHERS = (
    "This panel's file must be brought up to date for this MaceDesk. Close its other windows first."
)
FAILED = (
    "This panel's file could not be brought up to date for this MaceDesk. It was left as it was."
)
LOST = f"{FAILED} Rows would have been lost on the way."


def bring_up_to_date(file: OpenFile, clock: Clock, base: type[DeclarativeBase]) -> BroughtUp:
    """Back the open file up beside itself, verified, then take it through every step.

    Trouble, and the file as it was, when another window has it open, the backup cannot be made,
    or a step fails.
    """
    if not file.lock.alone():
        file.lock.share(alone=False)
        raise Trouble(OTHERS)
    try:
        kept = copy_file(file, backup_of(file, clock.now()))
        file.engine.dispose()
        migrate(file.path, file.keys, base, clock.now())
    finally:
        file.lock.share()
    return BroughtUp(file.version, kept.path.name)


def backup_of(file: OpenFile, at: datetime) -> Path:
    """Where the file is kept as it was: beside it, under its whole name, version and time."""
    name = file.path.name
    return file.path.with_name(
        f"{name}.version {file.version} {at:%Y-%m-%d %H%M%S}{file.path.suffix}"
    )


def migrate(path: Path, keys: Keys, base: type[DeclarativeBase], at: datetime) -> None:
    """Take a file that nobody has open through every step, in one transaction.

    Derived tables are made again at its end. Rows and references are compared before and after;
    Trouble, and the file as it was, where a step fails or a row is missing.
    """
    engine = file_engine(path, keys.data, keys.file.salt)
    try:
        with _told_plainly(), engine.connect() as connection:
            connection.execution_options(door=Door(open=True), begin=WHOLE)
            with connection.begin():
                _take_through(connection, base)
                _note(connection, at)
    finally:
        engine.dispose()


def _take_through(connection: Connection, base: type[DeclarativeBase]) -> None:
    before = Standing.of(connection)
    operations = Operations(MigrationContext.configure(connection))
    steps = [STEPS[number] for number in range(version_of(connection) + 1, SCHEMA + 1)]
    for step in steps:
        step.take(operations)
    _keep_ids_used(connection, before.used)
    if not before.lives_on(Standing.of(connection), {name for one in steps for name in one.sheds}):
        raise Trouble(LOST)
    _make_derived_again(connection, base)
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def _note(connection: Connection, at: datetime) -> None:
    """The chain goes on by an operation that is a barrier.

    Not in a file that was handed over: its journal must stay the beginning of its copy's.
    """
    last = latest(connection)
    if last is not None and last.name == HANDED_OVER:
        return
    words = f"Bring file to version {SCHEMA}"
    write(connection, last, Heading(uuid4().hex, 1, at, None, "migrate", words, barrier=True), ())


@dataclass(frozen=True)
class Standing:
    """What a file holds: rows by table, references that point nowhere, the ids already used."""

    rows: dict[str, int]
    broken: frozenset[tuple[str, int]]
    used: dict[str, int]

    @classmethod
    def of(cls, connection: Connection) -> "Standing":
        """As the file is now; tables that belong to an index do not count."""
        found = connection.exec_driver_sql("PRAGMA main.table_list").all()
        tables = [row[1] for row in found if row[2] == "table" and not row[1].startswith("sqlite_")]
        counts = {
            table: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())
            for table in tables
        }
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        used = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all()
        return cls(counts, frozenset((row[0], row[1]) for row in broken), dict(map(tuple, used)))

    def lives_on(self, later: "Standing", sheds: Collection[str]) -> bool:
        """True when no reference was broken and no table but these lost rows on the way."""
        lost = {name for name, count in self.rows.items() if later.rows.get(name, 0) < count}
        return lost <= set(sheds) and later.broken <= self.broken


def _keep_ids_used(connection: Connection, used: dict[str, int]) -> None:
    """A table made anew begins its ids after its latest row; they go on after the last given."""
    raised = (
        "INSERT INTO sqlite_sequence (name, seq)"
        " SELECT name, ? FROM sqlite_schema WHERE type = 'table' AND name = ?"
    )
    for table, number in used.items():
        now = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        if (now.scalar() or 0) < number:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.exec_driver_sql(raised, (number, table))


def _make_derived_again(connection: Connection, base: type[DeclarativeBase]) -> None:
    for derived in derived_of(base):
        for table in sorted(derived.tables):
            connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table}"')
        for statement in derived.make:
            connection.exec_driver_sql(statement)
        derived.rebuild(connection)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """The machine's errors by their own sentence, a step's by one that says nothing was changed."""
    try:
        yield
    except (SQLAlchemyError, DriverError) as error:
        words = saying(error)
        raise Trouble(f"{words} {FAILED}" if words else FAILED) from None
