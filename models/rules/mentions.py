"""Names on record found in free text, as whole words: a full name, a place, a mark, a number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.records.mentions import Named
from models.rules.names import plain

WORD = re.compile(r"\+?[^\W_]+(?:['’][^\W_]+)*")
PEOPLE = frozenset({"child", "person_of_concern"})
SHORTEST, NICKNAME, AROUND, RUN = 3, 3, 60, 4
"""Letters of a name; of a nickname; letters shown around it; words that a number may stand in."""
COMMON = frozenset({
    "may", "will", "hope", "grace", "joy", "mark", "bill", "rose", "summer", "dawn", "the", "art",
    "frank", "faith", "june", "april", "bob", "pat", "drew", "jack", "red", "boss", "mum", "dad",
    "lad", "park", "school", "home", "shop", "station", "town", "house", "street", "road", "tiny",
})  # fmt: skip
"""Words that are names as well, and say nothing alone."""


@dataclass(frozen=True)
class OnRecord:
    """A name or number of a subject; `other` for one that is not the name shown."""

    subject_id: int
    kind: str
    text: str
    other: bool = False


@dataclass(frozen=True)
class _Word:
    folded: str
    start: int
    end: int
    capital: bool


class Names:
    """All names on record, by the word that each begins with."""

    def __init__(self, known: Iterable[OnRecord]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._numbers: dict[str, set[int]] = {}
        for one in known:
            self._add(one)

    def found_in(self, text: str) -> list[Named]:
        """Who is named, from the left; of names that lie over each other the longest."""
        words, found, at = _words(text), list[Named](), 0
        while at < len(words):
            hit, taken = self._at(words, at)
            found += [Named(one, words[at].start, words[at + taken - 1].end) for one in sorted(hit)]
            at += max(taken, 1)
        return found

    def _add(self, one: OnRecord) -> None:
        if one.kind in ("vehicle", "phone"):
            squashed = _number(one.text)
            if len(squashed) > SHORTEST:
                self._numbers.setdefault(squashed, set()).add(one.subject_id)
            return
        words = tuple(plain(one.text).split())
        for name in _spoken(words, one):
            self._by_word.setdefault(name[0], []).append((name, one.subject_id))

    def _at(self, words: list[_Word], at: int) -> tuple[set[int], int]:
        best, length = set[int](), 0
        for name, subject_id in self._by_word.get(words[at].folded, ()):
            if len(name) < length or not _says(words, at, name):
                continue
            best = best | {subject_id} if len(name) == length else {subject_id}
            length = len(name)
        return (best, length) if best else self._number_at(words, at)

    def _number_at(self, words: list[_Word], at: int) -> tuple[set[int], int]:
        """A mark or number may be written in several groups."""
        run = ""
        for taken, word in enumerate(words[at : at + RUN], 1):
            run += word.folded
            found = self._numbers.get(_number(run))
            if found:
                return found, taken
        return set(), 0


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, as written, and after; cut to what a line holds."""
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    if len(before) > AROUND:
        before = f"…{before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]}…"
    return before, text[start:end], after


def quoted(before: str, written: str, after: str) -> str:
    """The same in one line, the name in quotation marks."""
    gap = "" if after[:1] in {".", ",", ";", ":", "'", "’", "!", "?", ")"} else " "
    return f"{before} “{written}”{gap}{after}".strip()


def _spoken(words: tuple[str, ...], one: OnRecord) -> list[tuple[str, ...]]:
    """The ways in which a name is written: whole, without middle names, surname first."""
    if not words or len("".join(words)) < SHORTEST:
        return []
    if one.kind not in PEOPLE:
        return [words] if len(words) > 1 or words[0] not in COMMON else []
    if len(words) == 1:
        told = one.other and len(words[0]) >= NICKNAME and words[0] not in COMMON
        return [words] if told else []
    short = (words[0], words[-1])
    return list(dict.fromkeys((words, short, short[::-1])))


def _says(words: list[_Word], at: int, name: tuple[str, ...]) -> bool:
    """Whether the name stands there; one word alone only with a capital, as names have."""
    here = words[at : at + len(name)]
    if tuple(word.folded for word in here) != name:
        return False
    return len(name) > 1 or here[0].capital


def _words(text: str) -> list[_Word]:
    found = []
    for hit in WORD.finditer(text):
        said = hit[0].removesuffix("'s").removesuffix("’s")
        folded = plain(said).replace(" ", "")
        if folded:
            end = hit.start() + len(said)
            found.append(_Word(folded, hit.start(), end, said[:1].isupper()))
    return found


def _number(text: str) -> str:
    squashed = "".join(one for one in plain(text) if one.isalnum())
    return f"0{squashed[2:]}" if squashed.startswith("447") else squashed
