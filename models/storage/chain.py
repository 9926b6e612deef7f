"""The journal's chain: its head, and whether every operation still follows the one before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select

from models.storage.ledger import digest, link
from models.storage.tables import change, operation

Found = Mapping[str, Any]
BATCH = 2000


@dataclass(frozen=True)
class Head:
    """The end of the chain as it stood: written into manifests, backups and issued minutes."""

    number: int
    hash: str


@dataclass
class Chain:
    """The journal followed from its first operation, with what is wrong as plain sentences."""

    problems: list[str] = field(default_factory=list)
    operations: int = 0
    disposed: int = 0
    _hash: str = ""
    _sequences: dict[str, int] = field(default_factory=dict)

    def take(self, row: Found, changes: list[Found]) -> None:
        """Follow the chain by one operation."""
        number = row["number"]
        if not self._follows(row) or link(self._hash, row, changes) != row["hash"]:
            self.problems.append(f"Operation {number}: the journal's chain does not hold here.")
        if any(_altered(one) for one in changes):
            self.problems.append(f"Operation {number}: values in the journal were altered.")
        self.disposed += sum(one["salt"] is None for one in changes)
        self.operations, self._hash = number, row["hash"]

    def _follows(self, row: Found) -> bool:
        sequence = self._sequences.get(row["sitting"], 0) + 1
        self._sequences[row["sitting"]] = row["sequence"]
        follows = (row["follows"] or 0, row["number"], row["sequence"])
        return follows == (self.operations, self.operations + 1, sequence)


def head(connection: Connection) -> Head | None:
    """The chain's end; None when there is no operation yet."""
    columns = (operation.c.number, operation.c.hash)
    newest = select(*columns).order_by(operation.c.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return Head(row.number, row.hash) if row else None


def holds(connection: Connection, one: Head) -> bool:
    """True when the journal has this operation with this hash."""
    wanted = select(operation.c.hash).where(operation.c.number == one.number)
    return bool(connection.scalar(wanted) == one.hash)


def follow(connection: Connection, against: Iterable[Head] = ()) -> Chain:
    """Follow the whole journal, and compare it with earlier heads."""
    chain = Chain()
    changes = groupby(
        _rows(connection, select(change).order_by(change.c.operation, change.c.id)),
        key=lambda row: row["operation"],
    )
    waiting = next(changes, None)
    for row in _rows(connection, select(operation).order_by(operation.c.number)):
        mine: list[Found] = []
        if waiting is not None and waiting[0] == row["number"]:
            mine = list(waiting[1])
            waiting = next(changes, None)
        chain.take(row, mine)
    if waiting is not None:
        chain.problems.append(f"Operation {waiting[0]} is missing, its changes are there.")
    for one in against:
        if not holds(connection, one):
            chain.problems.append(f"Operation {one.number} is missing or not the one that was.")
    return chain


def _altered(row: Found) -> bool:
    if row["salt"] is None:
        return bool(row["before"] is not None or row["after"] is not None)
    return bool(digest(row["salt"], row["before"], row["after"]) != row["digest"])


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Found]:
    result = connection.execution_options(yield_per=BATCH).execute(query)
    for row in result.mappings():
        yield dict(row)
