"""The journal as it is written: operations and changes, chained so that tampering shows."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select, update

from models.storage.net import Net
from models.storage.shape import Values
from models.storage.tables import change, operation

ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# These go straight to the driver: through SQLAlchemy they cost a third of a kept line.
LATEST = "SELECT number, hash, name FROM operation ORDER BY number DESC LIMIT 1"
OPERATION = (
    "INSERT INTO operation (number, sitting, sequence, follows, at, actor, name, label, undoes,"
    " barrier, hash) VALUES (:number, :sitting, :sequence, :follows, :at, :actor, :name, :label,"
    " :undoes, :barrier, :hash)"
)
CHANGE = (
    'INSERT INTO change (operation, "table", row_id, before, after, salt, digest)'
    " VALUES (:operation, :table, :row_id, :before, :after, :salt, :digest)"
)


@dataclass(frozen=True)
class Heading:
    """Who did what, when, in which sitting: an operation before it is numbered."""

    sitting: str
    sequence: int
    at: datetime
    actor: int | None
    name: str
    label: str
    undoes: int | None = None
    barrier: bool = False


@dataclass(frozen=True)
class Last:
    """The latest operation in the file, which the next one follows."""

    number: int
    hash: str
    name: str


def latest(connection: Connection) -> Last | None:
    """The latest operation; None in a file that has none yet."""
    raw: Any = connection.connection.driver_connection
    row = raw.execute(LATEST).fetchone()
    return Last(*row) if row else None


def write(connection: Connection, last: Last | None, heading: Heading, nets: Iterable[Net]) -> int:
    """Write the operation that follows `last`, with its changes; its number."""
    raw: Any = connection.connection.driver_connection
    number = last.number + 1 if last else 1
    rows = [_row(number, net) for net in nets]
    kept = {**heading.__dict__, "number": number, "follows": last.number if last else None}
    kept["hash"] = link(last.hash if last else "", kept, rows)
    raw.execute(OPERATION, {**kept, "at": heading.at.isoformat(" ", "microseconds")})
    raw.executemany(CHANGE, rows)
    return number


def link(previous: str, kept: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> str:
    """The chain's hash of an operation: the one it follows, its heading, its changes' digests."""
    heading = [kept[name] for name in ("number", "sitting", "sequence", "actor", "name", "label")]
    body = [previous, *heading, kept["at"].isoformat(), kept["undoes"], bool(kept["barrier"])]
    body.append([[row["table"], row["row_id"], row["digest"]] for row in rows])
    return sha256(ENCODER.encode(body).encode()).hexdigest()


def digest(salt: str, before: str | None, after: str | None) -> str:
    """The salted hash of a change's values: it stays when the values are disposed of."""
    return sha256(ENCODER.encode([salt, before, after]).encode()).hexdigest()


def nets_of(connection: Connection, number: int) -> list[Net]:
    """The changes of an operation, in the order they were written."""
    columns = (change.c.table, change.c.row_id, change.c.before, change.c.after)
    found = connection.execute(
        select(*columns).where(change.c.operation == number).order_by(change.c.id)
    )
    return [Net(row.table, row.row_id, _loads(row.before), _loads(row.after)) for row in found]


def nets_at(connection: Connection, table: str, row_id: int) -> list[tuple[int, Net]]:
    """The changes of one row with the numbers of their operations, the earliest first."""
    columns = (change.c.operation, change.c.before, change.c.after)
    found = connection.execute(
        select(*columns)
        .where(change.c.table == table, change.c.row_id == row_id)
        .order_by(change.c.operation)
    )
    return [
        (row.operation, Net(table, row_id, _loads(row.before), _loads(row.after))) for row in found
    ]


def barred(connection: Connection, number: int) -> set[tuple[str, int]]:
    """The rows that barriers of any sitting have touched since this operation."""
    since = select(change.c.table, change.c.row_id).join(operation)
    found = connection.execute(since.where(operation.c.barrier, operation.c.number > number))
    return {(row.table, row.row_id) for row in found}


def forget_values(connection: Connection, table: str, row_ids: Iterable[int]) -> None:
    """Take the values of these rows out of the journal; the chain still verifies."""
    gone = {"before": None, "after": None, "salt": None}
    wanted = (change.c.table == table, change.c.row_id.in_(list(row_ids)))
    connection.execute(update(change).where(*wanted).values(gone))


def _row(number: int, net: Net) -> Values:
    salt = secrets.token_hex(16)
    before = None if net.before is None else ENCODER.encode(net.before)
    after = None if net.after is None else ENCODER.encode(net.after)
    return {
        "operation": number,
        "table": net.table,
        "row_id": net.row_id,
        "before": before,
        "after": after,
        "salt": salt,
        "digest": digest(salt, before, after),
    }


def _loads(text: str | None) -> Values | None:
    if text is None:
        return None
    values: Values = json.loads(text)
    return values
