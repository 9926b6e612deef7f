"""Undo and redo: an earlier operation's changes taken back as a new operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from models.errors import Conflict, Refusal
from models.storage.journal import Journal
from models.storage.net import Net
from models.storage.shape import Shape


@dataclass(frozen=True)
class Step:
    """An operation of this sitting that can be taken back."""

    number: int
    name: str
    label: str
    barrier: bool = False


@dataclass
class Steps:
    """What this sitting did and took back, the latest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """A new thing was done: what had been taken back cannot be done again."""
        self.done.append(step)
        self.undone.clear()

    def to_undo(self) -> Step:
        """The step to take back; Refusal when there is none or a barrier stands before it."""
        if not self.done:
            raise Refusal("There is nothing to undo.")
        if self.done[-1].barrier:
            raise Refusal(f"“{self.done[-1].label}” cannot be undone.")
        return self.done[-1]

    def to_redo(self) -> Step:
        """The step to do again; Refusal when there is none."""
        if not self.undone:
            raise Refusal("There is nothing to redo.")
        return self.undone[-1]


def phrase(verb: str, step: Step | None) -> str | None:
    """The menu's words for taking back or redoing a step: Undo “Record action”."""
    return None if step is None or step.barrier else f"{verb} “{step.label}”"


def take_back(connection: Connection, journal: Journal, done: Sequence[Net]) -> None:
    """Write the inverse of these changes; Conflict when a row has moved since.

    Rows are taken out first, then changed, then put back, with foreign keys looked at last.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    wanted = [net.inverse() for net in reversed(done)]
    for net in wanted:
        _unmoved(connection, journal.shapes[net.table], net)
    for net in sorted(wanted, key=_turn):
        journal.note(net)
    _apply(connection, journal.shapes, sorted(wanted, key=_turn))


def _turn(net: Net) -> int:
    return 0 if net.after is None else 2 if net.before is None else 1


def _unmoved(connection: Connection, shape: Shape, net: Net) -> None:
    """Raise Conflict unless the row stands as the operation left it."""
    now = shape.current(connection, net.row_id)
    if net.before is None:
        if now is not None:
            raise Conflict(net.table, now, net.after)
        return
    if now is None:
        raise Conflict(net.table, None, net.after)
    for key, left in net.before.items():
        if key in now and now[key] != left:
            yours = net.after.get(key) if net.after else None
            raise Conflict(key, shape.decode(key, now[key]), shape.decode(key, yours))


def _apply(connection: Connection, shapes: Mapping[str, Shape], nets: Sequence[Net]) -> None:
    """Write the changes; rows with a unique value in motion are taken out and put back whole."""
    back = []
    for net in nets:
        shape = shapes[net.table]
        if net.after is None:
            shape.delete(connection, net.row_id)
        elif net.before is None:
            back.append((shape, net.after))
        elif shape.unique.isdisjoint(net.after):
            shape.update(connection, net.row_id, net.after)
        else:
            whole = shape.current(connection, net.row_id) or {}
            shape.delete(connection, net.row_id)
            back.append((shape, {**whole, **net.after}))
    for shape, values in back:
        shape.insert(connection, values)
