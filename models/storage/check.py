"""Is the file sound: pages, foreign keys, journal chain, derived tables."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from models.storage.chain import Head, follow
from models.storage.derived import REGISTER
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
    with told_plainly(), inspecting(store.engine.connect()) as connection:
        pages = _pages(connection)
        if pages:
            return CheckReport(pages[:SHOWN], store.last_operation)
        chain = follow(connection, against)
        derived = tuple(wrong for one in REGISTER for wrong in one.wrong(connection))
        problems = (*_references(connection), *chain.problems, *derived)
    return CheckReport(problems[:SHOWN], chain.operations, chain.disposed)


def rebuild(store: Store) -> None:
    """Make every derived table again from the entities."""
    with told_plainly(), trusted(store.engine.connect()) as connection, connection.begin():
        for derived in REGISTER:
            derived.rebuild(connection)


def _pages(connection: Connection) -> tuple[str, ...]:
    """Pages whose seal or structure is broken."""
    seals = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    structure = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    found = [f"A page's seal is broken: {one}" for one in seals]
    found += [f"The file's structure is broken: {one}" for one in structure if one != "ok"]
    return tuple(found)


def _references(connection: Connection) -> tuple[str, ...]:
    """Rows that point at rows which are not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return tuple(f"Table {row[0]}, row {row[1]} points at a missing {row[2]}." for row in rows)
