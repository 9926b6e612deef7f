"""Watching for what other windows write into the same file."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records.changes import Changes
from models.storage.journal import touched
from models.storage.tables import change, operation

if TYPE_CHECKING:
    from models.storage.store import Store


OTHERS = "SELECT max(number), sum(sitting != ?) FROM operation WHERE number > ?"


class Watcher:
    """Notices operations of other sittings; `poll` takes microseconds when there are none."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._connection = store.engine.raw_connection()
        self._seen = store.last_operation
        self._version = self._data_version()

    def poll(self) -> tuple[Changes, ...]:
        """What other sittings have kept since the last look, announced to the store's listeners."""
        if self._store.working:
            return ()
        version = self._data_version()
        if version == self._version:
            return ()
        found = self._theirs() if self._others() else ()
        self._version = version
        for changes in found:
            self._store.announce(changes)
        return found

    def reconnect(self) -> None:
        """Watch again after `close`, missing nothing."""
        self._connection = self._store.engine.raw_connection()
        self._version = -1

    def close(self) -> None:
        """Stop watching."""
        self._connection.close()

    def give_up_pages(self) -> None:
        """Keep no page of the file that was opened; the watch goes on."""
        self._raw.execute("PRAGMA shrink_memory")

    @property
    def _raw(self) -> Any:
        raw = self._connection.driver_connection
        assert raw is not None
        return raw

    def _data_version(self) -> int:
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def _others(self) -> bool:
        """Whether another sitting has kept anything since; this one's own moves the mark along."""
        newest, others = self._raw.execute(OTHERS, (self._store.sitting, self._seen)).fetchone()
        if not others and newest is not None:
            self._seen = newest
        return bool(others)

    def _theirs(self) -> tuple[Changes, ...]:
        with self._store.reading() as session:
            return self._newer(session)

    def _newer(self, session: Session) -> tuple[Changes, ...]:
        """The operations after the last one seen that other sittings kept."""
        columns = (operation.c.number, operation.c.name, operation.c.label, operation.c.sitting)
        newer = select(*columns).where(operation.c.number > self._seen)
        rows = session.execute(newer.order_by(operation.c.number)).all()
        if rows:
            self._seen = rows[-1].number
        theirs = [row for row in rows if row.sitting != self._store.sitting]
        return tuple(
            Changes(
                row.number, row.name, row.label, self._touched(session, row.number), row.sitting
            )
            for row in theirs
        )

    def _touched(self, session: Session, number: int) -> frozenset[tuple[str, int]]:
        places = select(change.c.table, change.c.row_id).where(change.c.operation == number)
        found = [(row.table, row.row_id) for row in session.execute(places)]
        return touched(self._store.shapes, found)
