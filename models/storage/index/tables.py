"""The tables of the index: texts by word; names by any three letters, and by how they begin."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Integer, MetaData, Table, Text
from sqlalchemy.sql import quoted_name

from models.storage.index.folding import fold, numbers, squash
from models.storage.index.sources import Source

INDEX = MetaData()
ROWID = quoted_name("rowid", False)
search_text = Table(
    "search_text", INDEX, Column(ROWID, Integer, key="entry"), Column("words", Text)
)
search_name = Table(
    "search_name", INDEX, Column(ROWID, Integer, key="entry"), Column("words", Text)
)
search_begin = Table("search_begin", INDEX, Column("entry", Integer), Column("word", Text))

MAKE_TEXT = (
    # Words are folded before they come here; ranks are not asked for, so lengths are not kept.
    (
        "CREATE VIRTUAL TABLE search_text USING fts5"
        "(words, tokenize = 'unicode61 remove_diacritics 0', columnsize = 0)"
    ),
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
)
MAKE_NAME = (
    "CREATE VIRTUAL TABLE search_name USING fts5(words, tokenize = 'trigram', columnsize = 0)",
    "INSERT INTO search_name (search_name, rank) VALUES ('secure-delete', 1)",
    (
        "CREATE TABLE search_begin"
        " (entry INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (entry, word)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_search_begin_word ON search_begin (word)",
)
KEPT = "SELECT rowid, words FROM {} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
BEGUN = "SELECT entry, word FROM search_begin WHERE entry BETWEEN ? AND ? ORDER BY entry, word"
Entry = tuple[int, str, tuple[str, ...]]
"""Its number, its words, and for a name the words that it is found by from their beginning."""


class Texts:
    """Texts by their words."""

    names = ("search_text",)
    make = MAKE_TEXT

    @staticmethod
    def words(source: Source, values: Sequence[Any]) -> str:
        """What is kept of a row: folded text, column by column, and its numbers without blanks."""
        folded = [fold(value) for value in values if value]
        return "\n".join(
            filter(None, (*folded, *(one for text in folded for one in numbers(text))))
        )

    @staticmethod
    def put(raw: Any, entry: int, words: str) -> None:
        """Add an entry."""
        raw.execute("INSERT INTO search_text (rowid, words) VALUES (?, ?)", (entry, words))

    @staticmethod
    def drop(raw: Any, entry: int) -> None:
        """Take an entry out, where there is one."""
        raw.execute("DELETE FROM search_text WHERE rowid = ?", (entry,))

    @staticmethod
    def kept(raw: Any, source: Source) -> Iterator[Entry]:
        """The entries of a source in order, as they stand."""
        found = raw.execute(KEPT.format("search_text"), (source.first, source.last))
        return ((entry, words, ()) for entry, words in found)

    @staticmethod
    def wanted(entry: int, words: str) -> Entry:
        """An entry as it should stand."""
        return entry, words, ()


class Names:
    """Names and numbers by any three letters of theirs, and by the beginnings of their words."""

    names = ("search_name", "search_begin")
    make = MAKE_NAME

    @staticmethod
    def words(source: Source, values: Sequence[Any]) -> str:
        """What is kept of a row: each name on a line of its own, then without its blanks."""
        folded = [fold(value) for value in values if value]
        lines = dict.fromkeys(one for name in folded for one in (name, squash(name)) if one)
        if source.people and folded:
            lines[f"={_initials(folded[0])}"] = None
        return "\n".join(lines)

    @staticmethod
    def put(raw: Any, entry: int, words: str) -> None:
        """Add an entry."""
        raw.execute("INSERT INTO search_name (rowid, words) VALUES (?, ?)", (entry, words))
        raw.executemany(
            "INSERT INTO search_begin (entry, word) VALUES (?, ?)",
            [(entry, word) for word in _beginnings(words)],
        )

    @staticmethod
    def drop(raw: Any, entry: int) -> None:
        """Take an entry out, where there is one."""
        raw.execute("DELETE FROM search_name WHERE rowid = ?", (entry,))
        raw.execute("DELETE FROM search_begin WHERE entry = ?", (entry,))

    @staticmethod
    def kept(raw: Any, source: Source) -> Iterator[Entry]:
        """The entries of a source in order, as they stand, with the beginnings of their words."""
        begun = groupby(raw.execute(BEGUN, (source.first, source.last)), key=itemgetter(0))
        waiting = next(begun, None)
        for entry, words in raw.execute(KEPT.format("search_name"), (source.first, source.last)):
            while waiting is not None and waiting[0] < entry:
                waiting = next(begun, None)
            here = waiting is not None and waiting[0] == entry
            yield entry, words, tuple(word for _, word in waiting[1]) if here and waiting else ()

    @staticmethod
    def wanted(entry: int, words: str) -> Entry:
        """An entry as it should stand."""
        return entry, words, tuple(sorted(_beginnings(words)))


def _initials(folded: str) -> str:
    return "".join(word[0] for word in folded.split())


def _beginnings(words: str) -> set[str]:
    """Every word of the names; initials stand behind a sign that nobody types."""
    return {word.removeprefix("=") for word in words.split()}
