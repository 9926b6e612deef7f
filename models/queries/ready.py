"""The register's names held ready in memory, kept fresh by what the journal says has changed."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy.orm import Session

from models.matching.keys import fact_keys, name_keys
from models.queries.changed import held, hold, renamed_since
from models.queries.register_words import PEOPLE, Known, read_known
from models.storage.journal import writes


@dataclass
class Ready:
    """All subjects by id as of an operation, and for people the keys that find likely ones."""

    number: int
    known: dict[int, Known]
    alias_of: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._note_aliases(self.known.values())

    def take(self, ids: set[int], fresh: dict[int, Known]) -> None:
        """Put what was read again in the place of what was held."""
        for subject_id in ids:
            before, after = self.known.pop(subject_id, None), fresh.get(subject_id)
            if after is not None:
                self.known[subject_id] = after
            if "keys" in self.__dict__:
                _take_out(self.keys, before)
                _put_in(self.keys, after)
        self._note_aliases(fresh.values())

    @cached_property
    def keys(self) -> dict[str, set[int]]:
        """Ids of people by each key of their names, dates of birth, postcodes and numbers."""
        found: dict[str, set[int]] = {}
        for one in self.known.values():
            _put_in(found, one)
        return found

    def sharing(self, keys: Iterable[str]) -> set[int]:
        """Ids of people who share any of these keys."""
        return set().union(*(self.keys.get(key, ()) for key in keys))

    def _note_aliases(self, known: Iterable[Known]) -> None:
        self.alias_of.update((alias, one.id) for one in known for alias, _, _ in one.aliases)


@dataclass
class Familiar:
    """Those who were asked for, as of an operation."""

    number: int
    known: dict[int, Known] = field(default_factory=dict)
    alias_of: dict[int, int] = field(default_factory=dict)

    def learn(self, session: Session, ids: set[int]) -> None:
        """Read those of these that are not held."""
        fresh = read_known(session, ids - self.known.keys()) if ids - self.known.keys() else {}
        self.known.update(fresh)
        self.alias_of.update((a, one.id) for one in fresh.values() for a, _, _ in one.aliases)


def _keys_of(one: Known) -> set[str]:
    numbers = fact_keys(one.birth_date, one.postcode, one.reference, one.nhs_number)
    return name_keys(one.names) | numbers


def _put_in(keys: dict[str, set[int]], one: Known | None) -> None:
    if one is not None and one.kind in PEOPLE:
        for key in _keys_of(one):
            keys.setdefault(key, set()).add(one.id)


def _take_out(keys: dict[str, set[int]], one: Known | None) -> None:
    if one is not None and one.kind in PEOPLE:
        for key in _keys_of(one):
            keys.get(key, set()).discard(one.id)


REGISTER, FAMILIAR = "the register", "those asked for"
_turn = threading.RLock()


@contextmanager
def ready(session: Session) -> Iterator[Ready]:
    """The register as it stands, for one look; nobody else refreshes it meanwhile.

    Inside a unit of work what is not yet kept is read afresh and not held.
    """
    with _turn:
        if writes(session):
            yield Ready(0, read_known(session))
            return
        known, now = held(session, REGISTER)
        if known is None or now < known.number or not _refresh(session, known, now):
            known = Ready(now, read_known(session))
            hold(session, REGISTER, known)
        yield known


def familiar(session: Session, ids: Iterable[int]) -> dict[int, Known]:
    """These subjects with all that they are known by, read when they are first asked for."""
    wanted = set(ids)
    with _turn:
        if writes(session):
            return read_known(session, wanted)
        known, now = held(session, FAMILIAR)
        if known is None or now < known.number or not _forget_changed(session, known, now):
            known = Familiar(now)
            hold(session, FAMILIAR, known)
        known.learn(session, wanted)
        return {one: known.known[one] for one in wanted if one in known.known}


def _forget_changed(session: Session, known: Familiar, now: int) -> bool:
    """Hold nobody whose names changed since; False where that is so much that nobody is known."""
    if now == known.number:
        return True
    changed = renamed_since(session, known.number, known.alias_of)
    for one in changed or ():
        known.known.pop(one, None)
    known.number = now
    return changed is not None


def _refresh(session: Session, known: Ready, now: int) -> bool:
    """Read again what changed since; False where that is so much that all is read again."""
    if now == known.number:
        return True
    ids = renamed_since(session, known.number, known.alias_of)
    if ids is None:
        return False
    if ids:
        known.take(ids, read_known(session, ids))
    known.number = now
    return True
