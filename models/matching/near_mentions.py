"""Names in a text that may be somebody on record: misspelt, a short form, an initial."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from models.matching.likeness import compare_parts, surname_level
from models.matching.parts import NameParts, name_parts
from models.matching.short_forms import is_known, short_form
from models.matching.sounding import sound
from models.matching.spelt import first_level
from models.remembering import remembered
from models.rules.names import NO_NAME, plain

WORD = re.compile(r"[^\W\d_][\w'’-]*")
BETWEEN = re.compile(r"\s+")
AFTER_LETTER = re.compile(r"\.?\s+")
OF = re.compile(r"(?<![^\W_])[OD]['’](?=\w)")
PARTLY = "part of the name the same"
SLIPS, SEVERAL, SHORTEST = 2, 3, 4
"""Letters that a surname may differ by; how many may be meant by one name before it tells nobody;
letters of a surname that is looked for."""
HEARD = {"k": "c", "z": "s", "j": "g", "y": "i", "w": "v"}
SPELT, SURE = frozenset({"slip", "near"}), frozenset({"same", "slip"})
FIRST = frozenset({"same", "slip", "sound", "near", "short", "initial"})


@dataclass(frozen=True)
class Near:
    """Somebody who may be meant: who, from where to where the text says so, and why perhaps."""

    subject_id: int
    start: int
    end: int
    how: str


class NearNames:
    """The first names and surnames of people on record, found where they are written otherwise."""

    def __init__(self, known: Iterable[tuple[int, str]], others: Iterable[str] = ()) -> None:
        """`others` are people at work, whose own names mean nobody else."""
        self._others = {plain(one) for one in others}
        self._bear: dict[str, list[tuple[int, NameParts]]] = defaultdict(list)
        self._begin: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, tuple[tuple[str, str], ...]] = {}
        self._said: dict[str, tuple[tuple[int, str], ...]] = {}
        for subject_id, name in known:
            self._add(subject_id, name)

    def found_in(self, text: str) -> Iterator[Near]:
        """Two words with capitals beside each other that are nearly a name, from the left."""
        words = list(WORD.finditer(text))
        for one, other in zip(words, words[1:], strict=False):
            between = AFTER_LETTER if len(one[0]) == 1 else BETWEEN
            capitals = one[0][0].isupper() and other[0][0].isupper()
            if capitals and between.fullmatch(text[one.end() : other.start()]):
                for subject_id, how in self._meant(f"{one[0]} {bare(other[0])}"):
                    yield Near(subject_id, one.start(), one.start() + _length(one, other), how)

    def _add(self, subject_id: int, name: str) -> None:
        parts = name_parts(name)
        if not parts.first or len(parts.surname) < SHORTEST or plain(name) in NO_NAME:
            return
        bare = name_parts(OF.sub("", name)).surname
        for surname in {parts.surname, parts.words[-1], bare, bare.rpartition(" ")[2]}:
            if surname not in self._bear:
                self._begin[_begun(surname)].append(surname)
                self._sound[sound(surname)].append(surname)
            self._bear[surname].append((subject_id, parts))

    def _meant(self, written: str) -> tuple[tuple[int, str], ...]:
        """Who may be meant by a name as written, with why; nobody where several may."""
        if written not in self._said:
            self._said[written] = () if plain(written) in self._others else self._look(written)
        return self._said[written]

    def _look(self, written: str) -> tuple[tuple[int, str], ...]:
        found: dict[int, str] = {}
        whole = name_parts(written)
        for asked in dict.fromkeys((whole, name_parts(OF.sub("", written)))):
            for surname, level in self._alike(asked.surname) if asked.first else ():
                for subject_id, parts in self._bear[surname]:
                    same = subject_id in found or parts.words == whole.words
                    if not same and (how := _how(asked, parts, surname, level)):
                        found[subject_id] = how
        return tuple(found.items()) if len(found) <= SEVERAL else ()

    def _alike(self, surname: str) -> tuple[tuple[str, str], ...]:
        """The surnames on record that may be this one, each with how they agree."""
        if surname not in self._near:
            self._near[surname] = tuple(self._spelt(surname)) if surname else ()
        return self._near[surname]

    def _spelt(self, surname: str) -> Iterator[tuple[str, str]]:
        cases = self._begin.get(_begun(surname), ())
        close = process.extract(surname, cases, scorer=OSA.distance, score_cutoff=SLIPS, limit=None)
        alike = {one for one, _, _ in close}.union(self._sound.get(sound(surname), ()))
        told = ((one, surname_level(surname, one)) for one in sorted(alike))
        yield from ((one, level) for one, level in told if level != "other")


@remembered(65536)
def _first(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How first names agree, where one may be the other; else empty."""
    mine, theirs = one[0], other[0]
    if _begun(mine) != _begun(theirs) and not short_form(mine, theirs):
        return ""
    level = first_level(one, other)
    if level in SPELT and is_known(mine) and is_known(theirs):
        return ""
    return level if level in FIRST else ""


def _how(asked: NameParts, known: NameParts, surname: str, level: str) -> str:
    """Why a name may be another one, in words; empty where it is not."""
    first = _first(asked.first, known.first)
    sure = first in SURE or level in SURE
    if not first or not sure or first == "initial" and level != "same":
        return ""
    if asked.words == (*known.first, *surname.split()):
        return PARTLY
    return compare_parts(asked, NameParts(known.first, surname)).note


def _begun(surname: str) -> str:
    return HEARD.get(surname[:1], surname[:1])


def bare(word: str) -> str:
    """A word as it stands in a text without what is no part of a name at its end."""
    said = word[:-2] if word[-2:] in ("'s", "’s") else word
    return said.rstrip("-'’")


def _length(one: re.Match[str], other: re.Match[str]) -> int:
    return other.start() + len(bare(other[0])) - one.start()
