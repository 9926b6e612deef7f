"""Connections to a panel's file: encrypted, durable, one writer, and in memory for tests."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import QueuePool, StaticPool

from models.storage.answers import note
from models.storage.derived import Derived, derived_of
from models.storage.guard import Door, guard
from models.storage.schema import statements

DriverError: type[Exception] = driver.Error
WRITING = "PRAGMA query_only=0", "BEGIN IMMEDIATE"
READING = "PRAGMA query_only=1", "BEGIN"
BUSY_MS = 3000
COMPILED: dict[str, Any] = {"compiled_cache": {}}
HELD_KIB = 32_000
"""Pages of the file that a connection keeps opened: opening one costs more than reading it."""
STILL = "ro&immutable=1"
PRAGMAS = (
    "PRAGMA temp_store=MEMORY",
    f"PRAGMA cache_size=-{HELD_KIB}",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA secure_delete=ON",
)


def connect(path: Path, key: bytes, salt: bytes, *, mode: str = "rw") -> Any:
    """A driver connection to the encrypted file; `mode` is rw, rwc (make it) or begins with ro."""
    connection = _connect(f"{path.absolute().as_uri()}?mode={mode}")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}{salt.hex()}'\"")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    if not mode.startswith("ro"):
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
    return connection


def file_engine(path: Path, key: bytes, salt: bytes, mode: str = "rw") -> Engine:
    """An engine on the encrypted file; `mode` as for `connect`."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(path, key, salt, mode=mode),
        poolclass=QueuePool,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
    return _guarded(engine)


def memory_engine(base: type[DeclarativeBase]) -> Engine:
    """An engine on a new empty panel in memory."""
    connection = _connect(":memory:")
    _template(base, len(base.metadata.tables), derived_of(base)).backup(connection)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    mother = _mother()
    pool = StaticPool(lambda: connection)
    return _guarded(
        Engine(pool, mother.dialect, mother.url, hide_parameters=True, execution_options=COMPILED)
    )


@lru_cache(maxsize=1)
def _mother() -> Engine:
    """The engine whose dialect, and compiled statements, all panels in memory share."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: _connect(":memory:"),
        poolclass=StaticPool,
    )
    engine.connect().close()
    return engine


def make_tables(connection: Any, base: type[DeclarativeBase]) -> None:
    """Make every table of an empty panel in one go."""
    connection.executescript(";\n".join(("BEGIN", *statements(base), "COMMIT")))


def trusted(connection: Connection) -> Connection:
    """The connection with leave to write anything: for the journal, undo, backup and check."""
    return connection.execution_options(door=Door(open=True), begin=WRITING)


def inspecting(connection: Connection) -> Connection:
    """The connection with leave to run any statement that changes nothing."""
    return connection.execution_options(door=Door(open=True), begin=READING)


def _connect(address: str) -> Any:
    return driver.connect(
        address,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


@lru_cache(maxsize=4)
def _template(base: type[DeclarativeBase], tables: int, derived: tuple[Derived, ...]) -> Any:
    connection = _connect(":memory:")
    make_tables(connection, base)
    return connection


def _guarded(engine: Engine) -> Engine:
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", guard)
    event.listen(engine, "before_cursor_execute", _note)
    event.listen(engine.pool, "checkin", _end_transaction)
    return engine


def _note(connection: Connection, cursor: object, statement: str, *more: object) -> None:
    """Let a reading know what it asks."""
    note(statement, connection.get_execution_options().get("asking"))


def _begin(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection
    for statement in connection.get_execution_options().get("begin", READING):
        raw.execute(statement)


def _end_transaction(raw: Any, record: object) -> None:
    """Roll back what a failed commit left open: SQLAlchemy takes a commit to have ended it."""
    if raw is not None and raw.in_transaction:
        raw.execute("ROLLBACK")
