"""Rows taken out for good: of their tables, the journal, the index, and the file's free pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete
from sqlalchemy.orm import Session

from models.errors import Refusal, Trouble
from models.records.changes import Changes
from models.storage.check import rebuild
from models.storage.derived import derived_of
from models.storage.engine import connect, file_engine, trusted
from models.storage.facts import SWEEP, note_fact
from models.storage.journal import Journal
from models.storage.ledger import forget_values
from models.storage.net import Net
from models.storage.opening import OpenFile
from models.storage.store import Store
from models.storage.tables import draft
from models.storage.troubles import told_plainly

OTHER_WINDOWS = "Close the other windows of this panel first."
LATER = (
    "The records are gone, and the certificate is kept. The file could not be written anew without"
    " what stood in them: that is done when it is next opened."
)
TRIES = 20


@dataclass(frozen=True)
class Outgoing:
    """What goes: rows by table; pointers of rows that stay; rows that only the journal holds."""

    rows: Mapping[str, Iterable[int]]
    moved: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict)
    gone_before: Mapping[str, Iterable[int]] = field(default_factory=dict)
    contents: tuple[Any, Iterable[str]] | None = None
    """The table of kept contents, with the hashes of those that go."""
    drafts: Iterable[str] = ()


def dispose(
    store: Store,
    operation: str,
    label: str,
    gather: Callable[[Session], Iterable[Outgoing]],
    sweeping: Callable[[], object] = lambda: None,
) -> Changes:
    """Take out for good what `gather` gives, in one operation that nothing takes back.

    All of it goes or nothing does. `gather` may write rows of its own, such as a certificate.
    Then, `sweeping`, the file is written anew so that its free pages hold nothing of what went; a
    program that ends before that does it when the file is next opened. Refusal while another
    window has the file open.
    """
    with _alone(store.file):
        with store.unit() as (session, journal):
            for one in gather(session):
                _take_out(session, journal, one)
            session.flush()
            kept = store.keep(session, journal, operation, label, barrier=True)
            assert kept is not None
            _forget(session.connection(), journal)
            note_fact(session.connection(), SWEEP, str(kept.number))
        store.answers.forget()
        store.settled(kept)
        store.announce(kept)
        sweeping()
        try:
            sweep(store)
        except Trouble as trouble:
            raise Trouble(f"{LATER} {trouble.message}") from trouble
    return kept


def sweep(store: Store) -> None:
    """Make the search again, write the file anew without its free pages, and empty what stands
    beside it.

    A word that no row holds any more can stand as the border of a page of the search index.
    """
    file = store.file
    if file is None:
        rebuild(store)
    else:
        with store.resting():
            _make_index_again(file, store)
            _sweep(file)
    store.note_fact(SWEEP, "")


def finish(store: Store) -> None:
    """Sweep a file whose disposal was broken off after its rows were gone, if this is alone.

    Where that fails, such as on a full disk, nobody is kept out: the next opening tries again.
    """
    if not store.fact(SWEEP):
        return
    file = store.file
    if file is not None and not file.lock.alone():
        file.lock.share(alone=False)
        return
    try:
        with suppress(Trouble):
            sweep(store)
    finally:
        if file is not None:
            file.lock.share()


def _make_index_again(file: OpenFile, store: Store) -> None:
    engine = file_engine(file.path, file.keys.data, file.keys.file.salt)
    try:
        with told_plainly(), trusted(engine.connect()) as connection, connection.begin():
            for derived in derived_of(store.base):
                derived.rebuild(connection)
    finally:
        engine.dispose()


def _sweep(file: OpenFile) -> None:
    with told_plainly():
        raw = connect(file.path, file.keys.data, file.keys.file.salt)
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            raw.execute("VACUUM")
            for _ in range(TRIES):
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                if not busy:
                    break
        finally:
            raw.close()


@contextmanager
def _alone(file: OpenFile | None) -> Iterator[None]:
    if file is None:
        yield
        return
    if not file.lock.alone():
        file.lock.share(alone=False)
        raise Refusal(OTHER_WINDOWS)
    try:
        yield
    finally:
        file.lock.share()


def _take_out(session: Session, journal: Journal, one: Outgoing) -> None:
    connection = session.connection()
    session.flush()
    session.expire_all()
    journal.door.open = True
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for (table, row_id), values in one.moved.items():
        _move(connection, journal, table, row_id, dict(values))
    for table, ids in one.rows.items():
        shape = journal.shapes[table]
        for row_id in sorted(ids):
            before = shape.current(connection, row_id)
            if before is not None:
                journal.note(Net(table, row_id, before, None))
                shape.delete(connection, row_id)
        forget_values(connection, table, ids)
    for table, ids in one.gone_before.items():
        forget_values(connection, table, ids)
    if one.contents is not None:
        table, hashes = one.contents
        connection.execute(delete(table).where(table.c.sha256.in_(list(hashes))))
    connection.execute(delete(draft).where(draft.c.key.in_(list(one.drafts))))


def _move(
    connection: Connection, journal: Journal, table: str, row_id: int, values: dict[str, Any]
) -> None:
    """Let a row that stays point elsewhere, journalled as any change."""
    shape = journal.shapes[table]
    now = shape.current(connection, row_id)
    if now is None:
        return
    after = {key: shape.encode(key, value) for key, value in values.items()}
    before = {key: now[key] for key in after}
    moved = [key for key in after if after[key] != before[key]]
    if moved:
        journal.note(
            Net(table, row_id, {key: before[key] for key in moved}, {k: after[k] for k in moved})
        )
        shape.update(connection, row_id, {key: after[key] for key in moved})


def _forget(connection: Connection, journal: Journal) -> None:
    """The disposal's own entry says that rows went, not what stood in them."""
    gone: dict[str, list[int]] = {}
    for net in journal.nets.values():
        if net.after is None:
            gone.setdefault(net.table, []).append(net.row_id)
    for table, ids in gone.items():
        forget_values(connection, table, ids)
