"""The journal: one net change per row and unit of work, chained so that tampering shows."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, event, insert, inspect, select, update
from sqlalchemy.orm import InstanceState, Session, UOWTransaction
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from models.storage.guard import Door
from models.storage.shape import Shape, Values
from models.storage.tables import change, operation

LAST = (
    select(operation.c.number, operation.c.hash, operation.c.name)
    .order_by(operation.c.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Net:
    """What became of one row: no `before` was added, no `after` was taken out."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None

    def then(self, later: "Net") -> "Net | None":
        """Both changes as one; None when nothing is left of them."""
        if self.before is None:
            if later.after is None:
                return None
            return Net(self.table, self.row_id, None, {**(self.after or {}), **later.after})
        if later.after is None:
            return Net(self.table, self.row_id, {**(later.before or {}), **self.before}, None)
        return self._moved({**(later.before or {}), **self.before}, later.after)

    def _moved(self, before: Values, after: Values) -> "Net | None":
        new = {**(self.after or {}), **after}
        moved = [key for key in new if key not in before or before[key] != new[key]]
        if not moved:
            return None
        old = {key: before.get(key) for key in moved}
        return Net(self.table, self.row_id, old, {key: new[key] for key in moved})

    def inverse(self) -> "Net":
        """The change that takes this one back."""
        return Net(self.table, self.row_id, self.after, self.before)


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


@dataclass
class Journal:
    """Collects the net changes of one unit of work and writes them as one operation."""

    shapes: Mapping[str, Shape]
    door: Door
    nets: dict[tuple[str, int], Net] = field(default_factory=dict)
    kept_at: datetime | None = None
    last: "Last | None" = None

    def note(self, net: Net) -> None:
        """Add a change to what is already known of its row."""
        place = (net.table, net.row_id)
        known = self.nets.pop(place, None)
        whole = known.then(net) if known else net
        if whole is not None:
            self.nets[place] = whole

    def collect(self, session: Session, flush: UOWTransaction) -> None:
        """Note every row that this flush wrote."""
        for state, (deleted, listed_only) in flush.states.items():
            shape = self.shapes.get(state.mapper.local_table.name)
            if shape is not None and not listed_only:
                self._note_state(state, shape, deleted)

    def _note_state(self, state: InstanceState[Any], shape: Shape, deleted: bool) -> None:
        if deleted and state.key is not None:
            self.note(Net(shape.name, state.key[1][0], _originals(state, shape), None))
        elif state.key is None and not deleted:
            self.note(Net(shape.name, state.dict["id"], None, _whole(state, shape)))
        elif state.key is not None:
            before, after = _moves(state, shape)
            if after:
                self.note(Net(shape.name, state.key[1][0], before, after))

    def touched(self) -> frozenset[tuple[str, int]]:
        """Every table and id that was written, a joined entity's parents included."""
        return touched(self.shapes, self.nets)

    def write(self, connection: Connection, heading: Heading) -> int:
        """Write operation and changes; the operation's number."""
        last = self.last
        number = last.number + 1 if last else 1
        rows = [_row(number, net) for net in self.nets.values()]
        kept = {**heading.__dict__, "number": number, "follows": last.number if last else None}
        kept["hash"] = link(last.hash if last else "", kept, rows)
        connection.execute(insert(operation), kept)
        if rows:
            connection.execute(insert(change), rows)
        return number


def touched(
    shapes: Mapping[str, Shape], places: Iterable[tuple[str, int]]
) -> frozenset[tuple[str, int]]:
    """These places, with the parent tables of joined entities."""
    return frozenset(
        (table.name, row_id)
        for name, row_id in places
        if name in shapes
        for table in shapes[name].tables
    )


def link(previous: str, kept: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> str:
    """The chain's hash of an operation: the one it follows, its heading, its changes' digests."""
    heading = [kept[name] for name in ("number", "sitting", "sequence", "actor", "name", "label")]
    body = [previous, *heading, kept["at"].isoformat(), kept["undoes"], bool(kept["barrier"])]
    body.append([[row["table"], row["row_id"], row["digest"]] for row in rows])
    return sha256(_json(body).encode()).hexdigest()


def digest(salt: str, before: str | None, after: str | None) -> str:
    """The salted hash of a change's values: it stays when the values are disposed of."""
    return sha256(_json([salt, before, after]).encode()).hexdigest()


def nets_of(connection: Connection, number: int) -> list[Net]:
    """The changes of an operation, in the order they were written."""
    columns = (change.c.table, change.c.row_id, change.c.before, change.c.after)
    found = connection.execute(
        select(*columns).where(change.c.operation == number).order_by(change.c.id)
    )
    return [Net(row.table, row.row_id, _loads(row.before), _loads(row.after)) for row in found]


def forget_values(connection: Connection, table: str, row_ids: Iterable[int]) -> None:
    """Take the values of these rows out of the journal; the chain still verifies."""
    gone = {"before": None, "after": None, "salt": None}
    wanted = (change.c.table == table, change.c.row_id.in_(list(row_ids)))
    connection.execute(update(change).where(*wanted).values(gone))


def _row(number: int, net: Net) -> Values:
    salt = secrets.token_hex(16)
    before = None if net.before is None else _json(net.before)
    after = None if net.after is None else _json(net.after)
    return {
        "operation": number,
        "table": net.table,
        "row_id": net.row_id,
        "before": before,
        "after": after,
        "salt": salt,
        "digest": digest(salt, before, after),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _loads(text: str | None) -> Values | None:
    if text is None:
        return None
    values: Values = json.loads(text)
    return values


def _whole(state: InstanceState[Any], shape: Shape) -> Values:
    return {
        key: shape.encode(key, state.dict.get(key)) for key in shape.columns if key in state.manager
    }


def _originals(state: InstanceState[Any], shape: Shape) -> Values:
    """The row as it was before this flush took it out."""
    values: Values = {}
    for key in shape.columns:
        if key not in state.manager:
            continue
        past = state.get_history(key, PASSIVE_NO_INITIALIZE)
        known = past.deleted or past.unchanged
        if not known and _unread(state, key):
            raise RuntimeError(f"{shape.name}.{key} was deleted without having been read")
        values[key] = shape.encode(key, known[0] if known else None)
    return values


def _unread(state: InstanceState[Any], key: str) -> bool:
    """True when the file holds a value that was never loaded (not merely never set)."""
    deferred = state.manager[key].impl.callable_ is not None
    return deferred or key in state.expired_attributes or key in state.callables


def _moves(state: InstanceState[Any], shape: Shape) -> tuple[Values, Values]:
    before: Values = {}
    after: Values = {}
    for key in state.committed_state:
        if key not in shape.columns:
            continue
        past = state.get_history(key, PASSIVE_NO_INITIALIZE)
        if not past.added:
            continue
        old = shape.encode(key, past.deleted[0] if past.deleted else None)
        new = shape.encode(key, past.added[0])
        if old != new:
            before[key], after[key] = old, new
    return before, after


class PanelSession(Session):
    """A session whose every flush is seen by the journal in `info`; without one it only reads."""


@event.listens_for(PanelSession, "before_flush")
def _open_door(session: Session, flush: UOWTransaction, instances: object) -> None:
    journal: Journal | None = session.info.get("journal")
    if journal is None:
        raise RuntimeError("a reading cannot write")
    for gone in session.deleted:
        shape = journal.shapes.get(inspect(gone).mapper.local_table.name)
        for key in shape.columns if shape else ():
            getattr(gone, key, None)
    journal.door.open = True


@event.listens_for(PanelSession, "after_flush")
def _close_door(session: Session, flush: UOWTransaction) -> None:
    journal: Journal = session.info["journal"]
    journal.door.open = False
    journal.collect(session, flush)
