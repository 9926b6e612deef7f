"""The register's names held ready in memory, kept fresh by what the journal says has changed."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.orm import Session

from models.entities import Alias
from models.matching.keys import fact_keys, name_keys
from models.queries.register_words import PEOPLE, Known, read_known
from models.storage.tables import change, operation

SUBJECTS = ("child", "person_of_concern", "location", "place", "peer_group", "vehicle", "phone",
            "online_account", "theme", "subject")  # fmt: skip
TOO_MANY = 2000


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


_held: "WeakKeyDictionary[Engine, Ready]" = WeakKeyDictionary()
_turn = threading.RLock()


@contextmanager
def ready(session: Session) -> Iterator[Ready]:
    """The register as it stands, for one look; nobody else refreshes it meanwhile.

    Inside a unit of work what is not yet kept is read afresh and not held.
    """
    bind = session.get_bind()
    engine = bind.engine if isinstance(bind, Connection) else bind
    with _turn:
        if "journal" in session.info:
            yield Ready(0, read_known(session))
            return
        newest = session.scalar(select(func.max(operation.c.number))) or 0
        held = _held.get(engine)
        if held is None or newest < held.number or not _refresh(session, held, newest):
            held = _held[engine] = Ready(newest, read_known(session))
        yield held


def _refresh(session: Session, held: Ready, newest: int) -> bool:
    """Read again what changed since; False where that is so much that all is read again."""
    if newest == held.number:
        return True
    rows = session.execute(
        select(change.c.table, change.c.row_id)
        .where(change.c.operation > held.number, change.c.table.in_((*SUBJECTS, "alias")))
        .distinct()
        .limit(TOO_MANY)
    ).all()
    if len(rows) >= TOO_MANY:
        return False
    ids = {row_id for table, row_id in rows if table != "alias"}
    aliases = {row_id for table, row_id in rows if table == "alias"}
    ids |= {held.alias_of[one] for one in aliases if one in held.alias_of}
    ids |= _whose(session, aliases)
    if ids:
        held.take(ids, read_known(session, ids))
    held.number = newest
    return True


def _whose(session: Session, alias_ids: set[int]) -> set[int]:
    wanted = sorted(alias_ids)
    return {
        one
        for start in range(0, len(wanted), 500)
        for one in session.scalars(
            select(Alias.subject_id).where(Alias.id.in_(wanted[start : start + 500]))
        )
    }
