"""Full names of people on record found in a text, also misspelt, to be shown as initials."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from models.rules.names import initials, plain

WORD = re.compile(r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")
BETWEEN = re.compile(r"\s+|\s*,\s*")
CLOSE = 2
"""Letters by which a part of a name may be spelt otherwise beside its other part."""


@dataclass(frozen=True)
class Named:
    """A name found in a text: where it begins and ends, and what is shown in its place."""

    start: int
    end: int
    shown: str


@dataclass(frozen=True)
class NameMask:
    """People by their first names and surnames, each to what is shown for them.

    A full name counts in either order, and where one of its two parts is spelt otherwise by a
    letter or two; with capitals, also where both are by one letter. A first name or surname that
    stands alone is nobody: it may be any word.
    """

    by_letters: Mapping[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)
    by_surname: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    by_first: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def found(self, text: str) -> Iterator[Named]:
        """The full names in a text, from its beginning."""
        if not self.by_surname:
            return
        words = list(WORD.finditer(text))
        plains = [plain(word[0]) for word in words]
        at = 0
        while at + 1 < len(words):
            one, other = words[at], words[at + 1]
            shown = None
            if BETWEEN.fullmatch(text, one.end(), other.start()):
                capitals = one[0][0].isupper() and other[0][0].isupper()
                shown = self._whose(plains[at], plains[at + 1], capitals=capitals)
            if shown is None:
                at += 1
                continue
            yield Named(one.start(), other.end(), shown)
            at += 2

    def masked(self, text: str, rest: Callable[[str], str] = str) -> str:
        """The text with what is shown in the place of every full name; `rest` masks between."""
        parts, end = [], 0
        for one in self.found(text):
            parts += [rest(text[end : one.start]), one.shown]
            end = one.end
        return "".join((*parts, rest(text[end:])))

    def _whose(self, one: str, other: str, *, capitals: bool) -> str | None:
        for first, surname in ((one, other), (other, one)):
            for known, shown in self.by_surname.get(surname, ()):
                if near(first, known):
                    return shown
            for known, shown in self.by_first.get(first, ()):
                if near(surname, known):
                    return shown
        return self._both_otherwise(one, other) if capitals else None

    def _both_otherwise(self, one: str, other: str) -> str | None:
        for first, surname in ((one, other), (other, one)):
            for known, known_surname, shown in self.by_letters.get(first[0] + surname[0], ()):
                if near(first, known, 1) and near(surname, known_surname, 1):
                    return shown
        return None


def near(word: str, known: str, most: int = CLOSE) -> bool:
    """Whether a word may be this name, spelt otherwise; short ones must be spelt alike."""
    if word == known:
        return True
    allowed = min(most, len(known) // 3)
    return word[:1] == known[:1] and OSA.distance(word, known, score_cutoff=allowed) <= allowed


def name_mask(names: Iterable[str]) -> NameMask:
    """The mask of these names, each at least a first name and a surname."""
    by_surname: dict[str, list[tuple[str, str]]] = {}
    by_first: dict[str, list[tuple[str, str]]] = {}
    by_letters: dict[str, list[tuple[str, str, str]]] = {}
    for name in dict.fromkeys(names):
        words = [plain(word) for word in WORD.findall(name)]
        if len(words) < 2:
            continue
        first, surname, shown = words[0], words[-1], initials(name)
        by_surname.setdefault(surname, []).append((first, shown))
        by_first.setdefault(first, []).append((surname, shown))
        by_letters.setdefault(first[0] + surname[0], []).append((first, surname, shown))
    return NameMask(
        {key: tuple(told) for key, told in by_letters.items()},
        {key: tuple(pairs) for key, pairs in by_surname.items()},
        {key: tuple(pairs) for key, pairs in by_first.items()},
    )
