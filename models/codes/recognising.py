"""Which row of a list a piece of a paper means."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.codes.code import Code
from models.codes.in_force import kept
from models.codes.lists import exact_only, load

MOST_WORDS = 16
"""A longer text is a sentence, not a choice: nothing contained in it is taken for one."""

DENIALS = frozenset(
    """
    not no never without non ended closed former formerly previous previously was ex except
    excluding denied declined refused unless dont isnt wasnt hasnt nor neither ruled
    """.split()  # noqa: SIM905
)
"""Words that turn a contained match round, unless they are part of what was matched."""

WORDS = frozenset({"BOTH", "HOME"})
"""Codes that are words of any text as well: meant only where they are typed in capitals."""

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_APOSTROPHES = re.compile(r"['’‘`´.]")
_OTHERS = re.compile(r"[^0-9a-z]+")


def normalise(text: str) -> str:
    """The text in small letters without accents, apostrophes, points or punctuation."""
    plain = text.replace("&", " and ").replace("+", " plus ")
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parted if not unicodedata.combining(c))
    small = plain.casefold()
    return _OTHERS.sub(" ", _APOSTROPHES.sub("", small)).strip()


@dataclass(frozen=True)
class Hit:
    """A row found in a text, and which words of it, from `start` up to `end`."""

    row: Code
    start: int
    end: int


class Recogniser:
    """Knows the labels, codes and synonyms of some rows, whole and within a longer text."""

    def __init__(self, rows: Iterable[Code], exact: bool = False) -> None:
        self._exact = exact
        self._rows = [row for row in rows if row.active]
        self._known: dict[str, Code | None] = {}
        self._tight: dict[str, Code | None] = {}
        for row in self._rows:
            for word in (row.code, row.label, *row.synonyms):
                self._learn(normalise(word), row)
        self._longest = max((key.count(" ") + 1 for key in self._known), default=0)

    def _learn(self, key: str, row: Code) -> None:
        for index, form in ((self._known, key), (self._tight, key.replace(" ", ""))):
            index[form] = row if index.get(form, row) is row else None

    def recognise(self, text: str) -> Code | None:
        """The row meant: the text whole, or the only one it contains; in doubt nothing."""
        key = normalise(text)
        whole = self._known.get(key) or self._tight.get(key.replace(" ", ""))
        if whole is not None or self._exact:
            return None if _is_word(key, whole) and not text.isupper() else whole
        words = key.split()
        if len(words) > MOST_WORDS:
            return None
        hits = self._hits(text, words)
        left = {w for i, w in enumerate(words) if not any(h.start <= i < h.end for h in hits)}
        rows = _most_special([hit.row for hit in hits])
        return rows[0] if len(rows) == 1 and not left & DENIALS else None

    def mentions(self, text: str) -> tuple[Code, ...]:
        """Every row named in a text of any length, in its order, each once."""
        words = normalise(text).split()
        return tuple(dict.fromkeys(hit.row for hit in self._hits(text, words)))

    def _hits(self, text: str, words: Sequence[str]) -> list[Hit]:
        capitals = frozenset(map(normalise, _CAPITALS.findall(text)))
        hits: list[Hit] = []
        for start, end in _spans(len(words), self._longest):
            row = self._known.get(" ".join(words[start:end]))
            if row is None or _is_doubtful(words[start:end], row, capitals):
                continue
            if not any(start < hit.end and hit.start < end for hit in hits):
                hits.append(Hit(row, start, end))
        return sorted(hits, key=lambda hit: hit.start)


def _spans(words: int, longest: int) -> Iterator[tuple[int, int]]:
    for length in range(min(words, longest), 0, -1):
        for start in range(words - length + 1):
            yield start, start + length


def _is_doubtful(words: Sequence[str], row: Code, capitals: frozenset[str]) -> bool:
    """Say whether a match is a short word, or a code that is one, in small letters."""
    if len(words) > 1 or words[0] in capitals:
        return False
    return len(words[0]) < 3 or _is_word(words[0], row)


def _is_word(key: str, row: Code | None) -> bool:
    return row is not None and row.code in WORDS and key == row.code.lower()


def _most_special(rows: Sequence[Code]) -> list[Code]:
    parents = {row.parent for row in rows}
    return list(dict.fromkeys(row for row in rows if row.code not in parents))


@kept
def recogniser(name: str) -> Recogniser:
    """The recogniser of a shipped list."""
    return Recogniser(load(name), exact_only(name))


def recognise(name: str, text: str | None) -> Code | None:
    """The row of a shipped list that a text means, or nothing where it is not clear.

    Case, spaces and punctuation do not matter. A text that contains the words of one row only
    is that row, unless it denies or ends it ("not on a CP plan", "CIN closed").
    """
    return recogniser(name).recognise(text) if text else None


def mentions(name: str, text: str) -> tuple[Code, ...]:
    """Every row of a shipped list named in a text, in its order, each once."""
    return recogniser(name).mentions(text)
