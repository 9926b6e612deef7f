"""Is the file sound: pages, foreign keys, journal chain, derived tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from models.errors import Trouble
from models.storage.chain import Head, follow
from models.storage.derived import Derived, derived_of
from models.storage.engine import inspecting, trusted
from models.storage.store import Store
from models.storage.troubles import told_plainly

SHOWN = 50


@dataclass(frozen=True)
class CheckReport:
    """What a check found: problems are plain sentences that name places, never people."""

    problems: tuple[str, ...]
    operations: int
    disposed: int = 0

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems


def check(store: Store, against: Iterable[Head] = ()) -> CheckReport:
    """Look the whole file over, against earlier heads if given; adds no operation."""
    return check_engine(store.engine, against, derived_of(store.base))


def check_engine(
    engine: Engine, against: Iterable[Head] = (), derived: Iterable[Derived] = ()
) -> CheckReport:
    """The same of a file that no store has open, as far as its derived tables are given.

    Of a copy none are: they came with its pages, and can be made again.
    """
    try:
        with told_plainly(), inspecting(engine.connect()) as connection:
            return _report(connection, against, derived)
    except Trouble as trouble:
        return CheckReport((trouble.message,), 0)


def _report(
    connection: Connection, against: Iterable[Head], derived: Iterable[Derived]
) -> CheckReport:
    pages = _pages(connection)
    if pages:
        return CheckReport(pages[:SHOWN], 0)
    chain = follow(connection, against)
    stale = tuple(wrong for one in derived for wrong in one.wrong(connection))
    problems = (*_references(connection), *chain.problems, *stale)
    return CheckReport(problems[:SHOWN], chain.operations, chain.disposed)


def rebuild(store: Store) -> None:
    """Make every derived table again from the entities."""
    with told_plainly(), trusted(store.engine.connect()) as connection, connection.begin():
        for derived in derived_of(store.base):
            derived.rebuild(connection)


def _pages(connection: Connection) -> tuple[str, ...]:
    """Pages whose seal or structure is broken."""
    raw: Any = connection.connection.driver_connection
    seals = [row[0] for row in raw.execute("PRAGMA cipher_integrity_check")]
    structure = [row[0] for row in raw.execute("PRAGMA integrity_check")]
    found = [f"A page's seal is broken: {_line(one)}." for one in seals]
    found += [f"The file's structure is broken: {_line(one)}." for one in structure if one != "ok"]
    return tuple(found)


def _line(told: str) -> str:
    """What the file's own check says, on one line."""
    return "; ".join(part.strip(" *.") for part in told.splitlines() if part.strip(" *."))


def _references(connection: Connection) -> tuple[str, ...]:
    """Rows that point at rows which are not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return tuple(f"Table {row[0]}, row {row[1]} points at a missing {row[2]}." for row in rows)
