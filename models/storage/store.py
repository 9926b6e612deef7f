"""The store: where a panel's truth is kept, and the one way in which it changes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session

from models.base import Base
from models.clock import Clock, SystemClock
from models.errors import Refusal
from models.records.changes import Changes
from models.records.versions import BroughtUp
from models.storage.asides import Asides
from models.storage.engine import file_engine, memory_engine
from models.storage.facts import EPOCH, SWEEP
from models.storage.journal import Journal
from models.storage.keys import Keys
from models.storage.ledger import barred, latest, nets_of
from models.storage.net import Net
from models.storage.opening import OpenFile, make_file, open_file
from models.storage.schema import SCHEMA
from models.storage.sealing import Cost
from models.storage.undo import Step, Steps, phrase, take_back
from models.storage.units import HANDED_OVER
from models.storage.watch import Watcher

MayUndo = Callable[[Session, Step, list[Net]], None]
MayKeep = Callable[[Session, list[Net]], None]


class Store(Asides):
    """A panel's store, open for one sitting: work changes it, readings look at it.

    `actor` is the id of the user signed in; `may_undo` is asked, inside the unit of work, before
    anything is taken back and raises Refusal when access or a barrier forbids it; `may_keep` is
    asked of everything that a unit of work, or an undo, has changed before it is kept.
    """

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        base: type[DeclarativeBase] = Base,
        file: OpenFile | None = None,
    ) -> None:
        super().__init__(engine, clock, base)
        self.file = file
        self.may_undo: MayUndo | None = None
        self.may_keep: MayKeep | None = None
        self.brought_up: BroughtUp | None = None
        self._steps = Steps()
        self._taken = {}
        self._watchers: list[Watcher] = []

    @classmethod
    def memory(cls, clock: Clock | None = None, *, base: type[DeclarativeBase] = Base) -> "Store":
        """An empty panel in memory, gone when closed."""
        return cls(memory_engine(base), clock or SystemClock(), base)

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        who: str = "",
        clock: Clock | None = None,
        cost: Cost | None = None,
        base: type[DeclarativeBase] = Base,
    ) -> "Store":
        """A new panel in an encrypted file; `who` is the name that its first user signs in by.

        Raises Trouble when the file cannot or must not lie there, Refusal for a short passphrase.
        The recovery key is `store.file.keys.recovery_key`.
        """
        file = make_file(path, passphrase, who, cost or Cost(), base)
        store = cls(file.engine, clock or SystemClock(), base, file)
        store.note_fact(EPOCH, uuid4().hex)
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        recovery_key: str | None = None,
        who: str | None = None,
        clock: Clock | None = None,
        base: type[DeclarativeBase] = Base,
    ) -> "Store":
        """The panel in this file; Trouble says in plain words why it does not open.

        A file of an earlier version is backed up and brought up to this one: `brought_up`.
        Without `who` every slot is tried; `store.file.keys.slot` says whose passphrase it was.
        """
        clock = clock or SystemClock()
        file = open_file(path, passphrase=passphrase, recovery_key=recovery_key, who=who)
        with ExitStack() as failing:
            failing.callback(file.close)
            brought_up = _brought_up(file, clock, base)
            store = cls(file.engine, clock, base, file)
            store.brought_up = brought_up
            _finish_disposal(store)
            failing.pop_all()
        return store

    @classmethod
    def on_copy(
        cls, path: Path, keys: Keys, clock: Clock, base: type[DeclarativeBase] = Base
    ) -> "Store":
        """The panel in a copy that lies here under no lock, with keys that are known to fit."""
        return cls(file_engine(path, keys.data, keys.file.salt), clock, base)

    @contextmanager
    def work(
        self,
        operation: str,
        label: str | Callable[[], str],
        *,
        barrier: bool = False,
        step: bool = True,
    ) -> Iterator[Session]:
        """A unit of work: one thing a person does, kept whole or not at all.

        `label` is its name in the menu, or gives it once all is done.

        Nested work raises RuntimeError. Any exception rolls everything back. Machine errors come
        out as Trouble. Listeners are told after the commit; nothing changed, nothing told. With
        `step` off it stands in the journal and is nothing that undo takes back or stops at.
        """
        with self.unit() as (session, journal):
            yield session
            session.flush()
            self._ask(session, journal)
            said = label if isinstance(label, str) else label()
            kept = self.keep(session, journal, operation, said, barrier=barrier)
        if kept is not None:
            if step:
                self._steps.did(Step(kept.number, operation, said, barrier))
            self.announce(kept)

    @property
    def steps(self) -> int:
        """How many steps of this sitting stand to be taken back."""
        return len(self._steps.done)

    @property
    def undo_label(self) -> str | None:
        """What the menu says of undo, Undo “Record action”; None when there is nothing to undo."""
        return phrase("Undo", self._steps.done[-1] if self._steps.done else None)

    @property
    def redo_label(self) -> str | None:
        """What the menu says of redo; None when there is nothing to redo."""
        return phrase("Redo", self._steps.undone[-1] if self._steps.undone else None)

    def undo(self) -> Changes:
        """Take back this sitting's latest step; Refusal at a barrier, Conflict if rows moved."""
        step = self._steps.to_undo()
        kept = self._take_back("undo", phrase("Undo", step) or "", step)
        self._steps.done.pop()
        self._steps.undone.append(Step(kept.number, step.name, step.label))
        self.announce(kept)
        return kept

    def redo(self) -> Changes:
        """Do again what was last taken back; Refusal when there is none, Conflict if rows moved."""
        step = self._steps.to_redo()
        kept = self._take_back("redo", phrase("Redo", step) or "", step)
        self._steps.undone.pop()
        self._steps.done.append(Step(kept.number, step.name, step.label))
        self.announce(kept)
        return kept

    def sit_anew(self, actor: int | None) -> None:
        """Begin another sitting at a panel in memory: nothing done before is its to take back."""
        if self.file is not None or self.working:
            raise RuntimeError("a file's sitting begins as it is opened, none within a work")
        self.sitting, self._sequence, self.kept_at = uuid4().hex, 0, None
        self.actor, self._steps, self._taken = actor, Steps(), {}
        self.answers.forget()
        self.answers.open()

    def watch(self) -> Watcher:
        """A watcher for other windows on the same file, closed with the store."""
        self._watchers.append(Watcher(self))
        return self._watchers[-1]

    @contextmanager
    def resting(self) -> Iterator[None]:
        """No connection of this sitting is open meanwhile: the file may be changed whole."""
        if self.working or self.file is None:
            raise RuntimeError("only a file can rest, and not within a unit of work")
        with self._turn:
            for watcher in self._watchers:
                watcher.close()
            self.engine.dispose()
            try:
                yield
            finally:
                self.engine = self.file.engine
                self.answers.forget()
                for watcher in self._watchers:
                    watcher.reconnect()

    def give_up_pages(self) -> None:
        """Keep no page of the file that was opened; what reads next opens it anew."""
        if self.file is not None:
            # A connection that is at work elsewhere is closed once it is done.
            self.engine.dispose()
            for watcher in self._watchers:
                watcher.give_up_pages()

    def settled(self, kept: Changes) -> None:
        """Take an operation as this sitting's latest step, one that nothing takes back."""
        self._steps.did(Step(kept.number, kept.operation, kept.label, barrier=True))

    def mark(self, name: str, label: str) -> Changes:
        """An operation about the file itself, such as handing it over: a barrier, always kept."""
        with self.unit(even_handed_over=True) as (session, journal):
            kept = self.keep(session, journal, name, label, barrier=True)
        assert kept is not None
        self.settled(kept)
        self.announce(kept)
        return kept

    @property
    def handed_over(self) -> bool:
        """True when the file was handed over: it is read only until the copy returns."""
        with self.reading() as session:
            last = latest(session.connection())
        return last is not None and last.name == HANDED_OVER

    def close(self) -> None:
        """End the sitting and let go of the file."""
        self.answers.shut()
        while self._watchers:
            self._watchers.pop().close()
        if self.file is not None:
            self.file.close()
        self.engine.dispose()

    def _ask(self, session: Session, journal: Journal) -> None:
        if self.may_keep is not None and journal.nets:
            self.may_keep(session, list(journal.nets.values()))

    def _take_back(self, name: str, label: str, step: Step) -> Changes:
        try:
            with self.unit() as (session, journal):
                connection = session.connection()
                done = nets_of(connection, step.number)
                if not barred(connection, step.number).isdisjoint(
                    (net.table, net.row_id) for net in done
                ):
                    raise Refusal(f"“{step.label}” was settled since and cannot be undone.")
                if self.may_undo is not None:
                    self.may_undo(session, step, done)
                journal.door.open = True
                take_back(connection, journal, done)
                self._ask(session, journal)
                kept = self.keep(session, journal, name, label, undoes=step.number, barrier=False)
        except IntegrityError:
            raise Refusal("Something recorded since depends on this; undo that first.") from None
        if kept is None:
            raise Refusal("There is nothing left of this to undo.")
        return kept


def _brought_up(file: OpenFile, clock: Clock, base: type[DeclarativeBase]) -> BroughtUp | None:
    """What was done to a file of an earlier version; importing that way takes half a second."""
    if file.version == SCHEMA:
        return None
    from models.storage.migrating import bring_up_to_date

    return bring_up_to_date(file, clock, base)


def _finish_disposal(store: Store) -> None:
    """Do what a disposal left that was broken off after its rows were gone."""
    if store.fact(SWEEP):
        from models.storage.disposing import finish

        finish(store)
