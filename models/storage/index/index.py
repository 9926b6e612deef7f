"""The index as one derived table of the file: it follows, is made again, and is looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection

from models.storage.derived import Derived
from models.storage.index.sources import Source
from models.storage.index.tables import Entry, Names, Texts
from models.storage.net import Net

# Written straight to the driver, as the journal is: a kept line pays for every microsecond here.
Kind = type[Texts] | type[Names]
# Kibibytes: in the usual cache each page is encrypted and read back again and again.
ROOMY = -65_536
STALE = "The search index does not hold what table {} holds. Make it again: check --rebuild."
STRAY = "The search index holds what no table holds. Make it again: check --rebuild."


@dataclass(frozen=True)
class Index:
    """Every source of names and of texts, and what becomes of their entries."""

    names: tuple[Source, ...]
    texts: tuple[Source, ...]

    def derived(self) -> Derived:
        """The index as storage registers it."""
        return Derived(
            frozenset((*Texts.names, *Names.names)),
            (*Texts.make, *Names.make),
            self.follow,
            self.rebuild,
            self.wrong,
        )

    def follow(self, connection: Connection, nets: Sequence[Net]) -> None:
        """Bring the entries of changed rows up."""
        raw: Any = connection.connection.driver_connection
        for net in nets:
            for kind, source in self._of.get(net.table, ()):
                _follow(raw, kind, source, net)

    def rebuild(self, connection: Connection) -> None:
        """Make the whole index again from the rows."""
        raw: Any = connection.connection.driver_connection
        usual = raw.execute("PRAGMA cache_size").fetchone()[0]
        raw.execute(f"PRAGMA cache_size={ROOMY}")
        for kind in (Texts, Names):
            for name in kind.names:
                raw.execute(f"DROP TABLE IF EXISTS {name}")
            for statement in kind.make:
                raw.execute(statement)
        for kind, source in self._all():
            for entry, words, _ in _wanted(raw, kind, source):
                kind.put(raw, entry, words)
        for name in (Texts.names[0], Names.names[0]):
            raw.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
        raw.execute(f"PRAGMA cache_size={usual}")

    def wrong(self, connection: Connection) -> list[str]:
        """Whether every entry is what its row says, and no other is there."""
        raw: Any = connection.connection.driver_connection
        found = [
            STALE.format(source.table)
            for kind, source in self._all()
            if not _alike(kind.kept(raw, source), _wanted(raw, kind, source))
        ]
        if _strays(raw, Texts, self.texts) or _strays(raw, Names, self.names):
            found.append(STRAY)
        return list(dict.fromkeys(found))

    @cached_property
    def _of(self) -> dict[str, list[tuple[Kind, Source]]]:
        found: dict[str, list[tuple[Kind, Source]]] = {}
        for kind, source in self._all():
            found.setdefault(source.table, []).append((kind, source))
        return found

    def _all(self) -> Iterator[tuple[Kind, Source]]:
        yield from ((Names, source) for source in self.names)
        yield from ((Texts, source) for source in self.texts)


def _follow(raw: Any, kind: Kind, source: Source, net: Net) -> None:
    entry = source.first + net.row_id
    if net.before is not None:
        if net.after is not None and net.after.keys().isdisjoint(source.columns):
            return
        kind.drop(raw, entry)
    if net.after is not None:
        new = net.before is None
        values = source.taken(net.after) if new else source.row(raw, net.row_id)[1:]
        words = kind.words(source, values)
        if words:
            kind.put(raw, entry, words)


def _wanted(raw: Any, kind: Kind, source: Source) -> Iterator[Entry]:
    for row_id, *values in source.rows(raw):
        words = kind.words(source, values)
        if words:
            yield kind.wanted(source.first + row_id, words)


def _alike(one: Iterator[Entry], other: Iterator[Entry]) -> bool:
    return all(mine == theirs for mine, theirs in zip_longest(one, other))


def _strays(raw: Any, kind: Kind, sources: Sequence[Source]) -> bool:
    """Whether a table has more rows than lie within the numbers of the sources."""
    inside = " OR ".join(f"{{0}} BETWEEN {one.first} AND {one.last}" for one in sources)
    for name in kind.names:
        number = "entry" if name == "search_begin" else "rowid"
        outside = f"SELECT 1 FROM {name} WHERE NOT ({inside.format(number)}) LIMIT 1"
        if raw.execute(outside).fetchone():
            return True
    return False
