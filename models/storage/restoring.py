"""Putting a copy in the place of a panel's file: a backup restored, a handed-over copy returned."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy.orm import DeclarativeBase

from models.base import Base
from models.clock import Clock, SystemClock
from models.errors import Trouble
from models.storage.chain import Head, head
from models.storage.check import CheckReport, check
from models.storage.copying import UNLIKE, carry_keys, same_content, unlock_copy, verify
from models.storage.facts import EPOCH
from models.storage.keys import Keys
from models.storage.lock import Lock
from models.storage.opening import file_marks
from models.storage.place import refuse_shared_place
from models.storage.replacing import copy_whole, part_of, put_in_place
from models.storage.schema import SCHEMA
from models.storage.store import Store

BESIDE = ("", ".keys", "-wal", "-shm")
NOT_OURS = "This copy does not continue what this file held when it was handed over."
NOT_HANDED_OVER = "This file was not handed over: there is nothing to return into it."


def restore(
    copy: Path,
    to: Path,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    who: str | None = None,
    clock: Clock | None = None,
    base: type[DeclarativeBase] = Base,
) -> CheckReport:
    """Put a backup where the panel's file is or was; what was there is set aside, not lost.

    The copy is verified before and after, and brought up to this version; a new epoch begins.
    Trouble when it is not sound, or the place is not fit, or a window has the file open.
    """
    keys = unlock_copy(copy, passphrase=passphrase, recovery_key=recovery_key, who=who)
    verify(copy, keys)
    return _replace(copy, to, keys, ("restore", "Restore backup"), clock or SystemClock(), base)


def return_copy(
    copy: Path,
    to: Path,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    who: str | None = None,
    clock: Clock | None = None,
    base: type[DeclarativeBase] = Base,
) -> CheckReport:
    """Take a handed-over copy back into the file that it left; it may be written to again.

    Trouble as for `restore`, and when the copy's journal does not continue this file's.
    """
    store = Store.open(to, passphrase, recovery_key=recovery_key, who=who, clock=clock, base=base)
    try:
        left = _left_at(store)
    finally:
        store.close()
    keys = unlock_copy(copy, passphrase=passphrase, recovery_key=recovery_key, who=who)
    found = verify(copy, keys, left)
    if found.head == left:
        raise Trouble(NOT_OURS)
    return _replace(copy, to, keys, ("return_copy", "Return copy"), clock or SystemClock(), base)


def _left_at(store: Store) -> Head:
    if not store.handed_over:
        raise Trouble(NOT_HANDED_OVER)
    with store.reading() as session:
        found = head(session.connection())
    assert found is not None
    return found


def _replace(
    copy: Path,
    to: Path,
    keys: Keys,
    mark: tuple[str, str],
    clock: Clock,
    base: type[DeclarativeBase],
) -> CheckReport:
    refuse_shared_place(to)
    part = part_of(to)
    with Lock(to) as lock:
        if not lock.alone():
            raise Trouble("Close the windows that have this panel's file open, then try again.")
        try:
            copy_whole(copy, part)
            if not same_content(copy, part):
                raise Trouble(UNLIKE)
            _bring_up(part, keys, clock, base)
            with _set_aside(to, clock.now()):
                carry_keys(copy, to)
                put_in_place(part, to)
                return _begin_epoch(to, keys, mark, clock, base)
        except OSError as error:
            raise Trouble(f"The copy could not be put in place: {error.strerror}.") from None
        finally:
            part.unlink(missing_ok=True)


def _bring_up(part: Path, keys: Keys, clock: Clock, base: type[DeclarativeBase]) -> None:
    """A copy of an earlier version becomes one of this; what was copied stays as it is."""
    marks = file_marks(part, keys.data, keys.file.salt)
    if marks is not None and marks[1] < SCHEMA:
        from models.storage.migrating import migrate

        migrate(part, keys, base, clock.now())


@contextmanager
def _set_aside(path: Path, at: datetime) -> Iterator[None]:
    """What lay there goes under another name, and comes back when the body fails."""
    moved = []
    for ending in BESIDE:
        old = path.with_name(path.name + ending)
        if old.exists():
            kept = path.with_name(f"{path.name}.until {at:%Y-%m-%d %H%M%S}{ending}")
            moved.append((old, old.replace(kept)))
    try:
        yield
    except (Trouble, OSError):
        for ending in BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        for old, kept in moved:
            kept.replace(old)
        raise


def _begin_epoch(
    path: Path, keys: Keys, mark: tuple[str, str], clock: Clock, base: type[DeclarativeBase]
) -> CheckReport:
    store = Store.on_copy(path, keys, clock, base)
    try:
        store.mark(*mark)
        store.note_fact(EPOCH, uuid4().hex)
        report = check(store)
    finally:
        store.close()
    if not report.sound:
        raise Trouble(f"The copy is not sound. {report.problems[0]}")
    return report
