"""Those asked for held ready in memory, kept fresh by what the journal says has changed."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from models.queries.changed import held, hold, renamed_since
from models.queries.register_words import Known, read_known
from models.storage.journal import writes


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


FAMILIAR = "those asked for"
_turn = threading.RLock()


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
