"""The journal of one unit of work: what every flush did, as one net change per row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import InstanceState, Session, UOWTransaction
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from models.storage.guard import Door
from models.storage.ledger import Last
from models.storage.net import Net
from models.storage.shape import Shape, Values


@dataclass
class Journal:
    """Collects the net changes of one unit of work, to be written as one operation."""

    shapes: Mapping[str, Shape]
    door: Door
    nets: dict[tuple[str, int], Net] = field(default_factory=dict)
    kept_at: datetime | None = None
    last: Last | None = None

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

    def get(self, entity: Any, ident: Any, **named: Any) -> Any:
        """The row of that id; a reading is told by its tables, also where it has it already."""
        asking = self.info.get("asking")
        if asking is not None:
            asking.note(table.name for table in inspect(entity).tables)
        return super().get(entity, ident, **named)


def writes(session: Session) -> bool:
    """Whether a session is a unit of work's; any other session of a panel only reads."""
    return "journal" in session.info or not isinstance(session, PanelSession)


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
