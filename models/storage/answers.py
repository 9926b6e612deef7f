"""What readings have asked, kept from one to the next until a table changes that it was told by."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from models.remembering import remembered
from models.storage.shape import Shape

Value = TypeVar("Value")
Tables = frozenset[str]
KEPT = 6_000
WORD = re.compile(r"\w+")
NEWEST = "SELECT number, hash FROM operation ORDER BY number DESC LIMIT 1"
STILL_THERE = "SELECT 1 FROM operation WHERE number = ? AND hash = ?"
MOVED = 'SELECT DISTINCT "table" FROM change WHERE operation > ?'
EMPTY = (0, "")


@remembered(2048)
def _words(statement: str) -> Tables:
    return frozenset(WORD.findall(statement))


class Asking:
    """What one reading asks: its answers so far, and the tables told of, question in question."""

    def __init__(self) -> None:
        self.answers: dict[Any, tuple[Any, Tables]] = {}
        self.heard: tuple[int, int] | None = None
        self._open: list[set[str]] = []

    def note(self, words: Iterable[str]) -> None:
        """Every word of a statement: the names of its tables are among them."""
        if self._open:
            self._open[-1].update(words)

    def give(self, key: Any, ask: Callable[[], Value]) -> Value:
        """The answer of this reading alone, else what is asked now."""
        found = self.answers.get(key)
        if found is None:
            with self.question() as words:
                found = ask(), frozenset(words)
            self.answers[key] = found
        else:
            self.note(found[1])
        return found[0]

    @contextmanager
    def aside(self, told_by: Iterable[str]) -> Iterator[None]:
        """What is asked meanwhile counts for no question; these tables do."""
        self.note(told_by)
        waiting, self._open = self._open, []
        try:
            yield
        finally:
            self._open = waiting

    @contextmanager
    def question(self) -> Iterator[set[str]]:
        """The words of what is asked meanwhile; they count for the question around it as well."""
        words: set[str] = set()
        self._open.append(words)
        try:
            yield words
        finally:
            self._open.pop()
            self.note(words)


class Answers:
    """One store's answers, each as of an operation; it stands while none of its tables moved.

    Only tables that the journal watches are known to stand still: an answer from any other is
    kept within its reading. Nothing is kept while the panel is locked, or after it.
    """

    def __init__(self, shapes: Mapping[str, Shape], others: Iterable[str]) -> None:
        self._of = {name: {table.name for table in one.tables} for name, one in shapes.items()}
        self.watched: Tables = frozenset().union(*self._of.values())
        self.unwatched: Tables = frozenset(others) - self.watched
        self._turn = threading.Lock()
        self._age, self._shut = 0, False
        self._forget()

    def __len__(self) -> int:
        return len(self._kept) + len(self._held)

    def forget(self) -> None:
        """Give everything up: the file may have been changed whole."""
        with self._turn:
            self._forget()

    def shut(self) -> None:
        """Give everything up and keep nothing, until `open`."""
        with self._turn:
            self._shut = True
            self._forget()

    def open(self) -> None:
        """Keep answers again."""
        with self._turn:
            self._shut = False

    def give(self, session: Session, asking: Asking, key: Any, ask: Callable[[], Value]) -> Value:
        """The answer of this reading, or one that still stands, else what is asked now."""
        found = asking.answers.get(key) or self._standing(session, asking, key)
        if found is None:
            with asking.question() as words:
                value = ask()
            found = value, frozenset(words & (self.watched | self.unwatched))
            self._keep(asking, key, *found)
        else:
            asking.note(found[1])
        asking.answers[key] = found
        return found[0]

    def held(self, session: Session, asking: Asking, key: Any) -> Any:
        """What is held under a key, for whoever brings it up to date themselves; None if nothing.

        A reading that holds something has asked for it before.
        """
        with self._turn:
            self._listen(session, asking)
            return self._held.get(key) if self._is_of_this_age(asking) else None

    def hold(self, asking: Asking, key: Any, value: object) -> None:
        """Hold this until all is given up."""
        with self._turn:
            if not self._shut and self._is_of_this_age(asking):
                self._held[key] = value

    def _forget(self) -> None:
        # A reading that began before has heard of another age, and keeps nothing for this one.
        self._age += 1
        self._newest: tuple[int, str] | None = None
        self._moved: dict[str, int] = {}
        self._kept: OrderedDict[Any, tuple[Any, Tables, int]] = OrderedDict()
        self._held: dict[Any, Any] = {}

    def _standing(self, session: Session, asking: Asking, key: Any) -> tuple[Any, Tables] | None:
        with self._turn:
            self._listen(session, asking)
            held = self._kept.get(key) if self._is_newest(asking) else None
            if held is None or not self._stands(held[1], held[2]):
                return None
            self._kept.move_to_end(key)
            return held[0], held[1]

    def _keep(self, asking: Asking, key: Any, value: Any, tables: Tables) -> None:
        with self._turn:
            if self._shut or tables & self.unwatched or not self._is_newest(asking):
                return
            assert self._newest is not None
            self._kept[key] = value, tables, self._newest[0]
            self._kept.move_to_end(key)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _listen(self, session: Session, asking: Asking) -> None:
        if asking.heard is None:
            asking.heard = self._hear(session)

    def _is_of_this_age(self, asking: Asking) -> bool:
        return asking.heard is not None and asking.heard[0] == self._age

    def _is_newest(self, asking: Asking) -> bool:
        """Whether the reading sees the file as it was when this was last heard of."""
        newest = self._newest[0] if self._newest is not None else None
        return asking.heard is not None and asking.heard == (self._age, newest)

    def _stands(self, tables: Tables, number: int) -> bool:
        return all(self._moved.get(table, 0) <= number for table in tables)

    def _hear(self, session: Session) -> tuple[int, int]:
        """As of which operation the reading sees the file; what moved since the last is noted.

        The audit chain says whether it is the same file that has gone on.
        """
        raw: Any = session.connection().connection.driver_connection
        found = raw.execute(NEWEST).fetchone()
        number, seal = found if found is not None else EMPTY
        last = self._newest
        if last is not None and not _goes_on(raw, last, (number, seal)):
            self._forget()
            last = None
        if last is None:
            self._newest = number, seal
        elif number > last[0]:
            for (name,) in raw.execute(MOVED, (last[0],)):
                self._moved.update(dict.fromkeys(self._of.get(name, {name}), number))
            self._newest = number, seal
        return self._age, number


def _goes_on(raw: Any, last: tuple[int, str], now: tuple[int, str]) -> bool:
    """Whether a file seen as of the one operation may be the file seen as of the other."""
    if now[0] < last[0]:
        return True  # The reading began before.
    if now[0] == last[0] or last == EMPTY:
        return now == last or last == EMPTY
    return raw.execute(STILL_THERE, last).fetchone() is not None


def note(statement: str, asking: Asking | None) -> None:
    """Let a reading know what it asks."""
    if asking is not None:
        asking.note(_words(statement))
