"""Units of work and readings: the one way in which a panel changes, and how it is looked at."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import StaticPool

from models.clock import Clock
from models.errors import Refusal
from models.records.changes import Changes
from models.storage.answers import Answers, Asking
from models.storage.derived import derived_of
from models.storage.engine import READING, WRITING
from models.storage.guard import Door
from models.storage.journal import Journal, PanelSession
from models.storage.ledger import Heading, latest, write
from models.storage.schema import unguarded
from models.storage.shape import shapes
from models.storage.tables import OURS
from models.storage.troubles import told_plainly

HANDED_OVER = "hand_over"
READ_ONLY = "This file was handed over. It can be read; changes go into the copy."
Listener = Callable[[Changes], None]


class Units:
    """One sitting at a panel: units of work one at a time, readings, and who is told of them."""

    def __init__(self, engine: Engine, clock: Clock, base: type[DeclarativeBase]) -> None:
        self.clock = clock
        self.sitting = uuid4().hex
        self.actor: int | None = None
        self.kept_at: datetime | None = None
        self.engine = engine
        self.base = base
        self.shapes = shapes(base)
        self._free = unguarded(base)
        self.answers = Answers(self.shapes, {*self._free, *OURS.tables})
        self._derived = derived_of(base)
        self._sequence = 0
        self._listeners: list[Listener] = []
        self._turn = threading.RLock()
        self._here = threading.local()
        self.last_operation = self._newest()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One look at the panel as it stands; a reading within a reading shares its session."""
        known: Session | None = getattr(self._here, "reading", None)
        if known is not None:
            yield known
            return
        if self.working:
            raise RuntimeError("use the unit of work's own session")
        with self._alone_in_memory(), told_plainly(), self._session(None, READING) as session:
            self._here.reading = session
            try:
                yield session
            finally:
                self._here.reading = None

    @property
    def working(self) -> bool:
        """True while this thread has a unit of work open."""
        return bool(getattr(self._here, "working", False))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have the listener told of every kept operation; call the result to stop."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, changes: Changes) -> None:
        """Tell the listeners; they may read and must not write."""
        self.last_operation = max(self.last_operation, changes.number)
        self._here.announcing = True
        try:
            for listener in tuple(self._listeners):
                listener(changes)
        finally:
            self._here.announcing = False

    @contextmanager
    def unit(self, *, even_handed_over: bool = False) -> Iterator[tuple[Session, Journal]]:
        """A session inside BEGIN IMMEDIATE, committed at the end, rolled back on any exception."""
        for state in ("working", "announcing", "reading"):
            if getattr(self._here, state, None):
                raise RuntimeError(f"a unit of work cannot be opened while {state}")
        journal = Journal(self.shapes, Door(self._free))
        with self._turn, told_plainly(), self._session(journal, WRITING) as session:
            self._here.working = True
            try:
                journal.last = last = latest(session.connection())
                if last is not None and last.name == HANDED_OVER and not even_handed_over:
                    raise Refusal(READ_ONLY)
                yield session, journal
                session.commit()
                self._kept(journal)
            finally:
                self._here.working = False

    @contextmanager
    def _session(self, journal: Journal | None, begin: tuple[str, ...]) -> Iterator[Session]:
        writing = journal is not None
        with PanelSession(self.engine, expire_on_commit=False, autoflush=writing) as session:
            door = journal.door if journal else None
            if journal is not None:
                session.info["journal"] = journal
            else:
                session.info.update(asking=Asking(), answers=self.answers)
            asking = session.info.get("asking")
            session.connection(execution_options={"door": door, "begin": begin, "asking": asking})
            yield session

    def keep(
        self,
        session: Session,
        journal: Journal,
        name: str,
        label: str,
        *,
        barrier: bool,
        undoes: int | None = None,
    ) -> Changes | None:
        """Write the journal and bring derived tables up; None when nothing has changed."""
        if not journal.nets and not barrier:
            return None
        connection = session.connection()
        journal.door.open = True
        at = self.clock.now()
        heading = Heading(
            self.sitting, self._sequence + 1, at, self.actor, name, label, undoes, barrier
        )
        number = write(connection, journal.last, heading, journal.nets.values())
        for derived in self._derived:
            derived.follow(connection, list(journal.nets.values()))
        journal.kept_at = at
        return Changes(number, name, label, journal.touched(), self.sitting)

    def _kept(self, journal: Journal) -> None:
        if journal.kept_at is not None:
            self.kept_at = journal.kept_at
            self._sequence += 1

    def _newest(self) -> int:
        with told_plainly(), self.engine.connect() as connection:
            last = latest(connection)
        return last.number if last else 0

    def _alone_in_memory(self) -> AbstractContextManager[object]:
        """One connection serves everybody in memory, so readings take turns there."""
        return self._turn if isinstance(self.engine.pool, StaticPool) else nullcontext()
