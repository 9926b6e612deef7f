"""The names on record as an index, made once and used for every document of an issue."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from exports.redaction.words import fold, words_of
from models.records.documents import KnownName
from models.remembering import remembered
from models.rules.identifiers import phone_key
from models.rules.name_slips import is_slip
from models.rules.names import NICKNAME, PARTICLES, TITLES, parse_name

NAMED = frozenset({"child", "person_of_concern", "family"})
ALLOWED = "location"
NOT_A_SIGN = re.compile(r"[^\w]|_")
SHORTEST_SINGLE = 3
WRITTEN_TOGETHER = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][^\W\d_A-Z]{2})")


def sign(text: str) -> str:
    """A number, plate or handle as compared: letters and figures only."""
    return fold(NOT_A_SIGN.sub("", text))


@remembered(16384)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as compared, without titles; "JordanTully" is two."""
    bare = WRITTEN_TOGETHER.sub(" ", NICKNAME.sub(" ", text))
    return tuple(word.text for word in words_of(bare) if word.text not in TITLES)


class Part(NamedTuple):
    """A name that a word may be part of, and whether it would be the surname."""

    name: KnownName
    surname: bool


class Index:
    """Names by word, by whole word sequence, and numbers by their signs."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.known = frozenset(names)
        self.by_word: dict[str, set[KnownName]] = {}
        self.lone: dict[str, set[KnownName]] = {}
        self.weak: dict[str, set[KnownName]] = {}
        self.initials: dict[str, set[KnownName]] = {}
        self.whole: dict[tuple[str, ...], set[KnownName]] = {}
        self.signs: dict[str, set[KnownName]] = {}
        self.phones: dict[str, set[KnownName]] = {}
        self.streets: dict[tuple[str, str], set[KnownName]] = {}
        self.allowed: set[str] = set()
        self.places: set[tuple[str, str]] = set()
        self._near: dict[tuple[str, int], dict[str, int]] = {}
        self._beside: dict[str, dict[str, set[Part]]] = {}
        self._slips: dict[tuple[str, str], frozenset[Part]] = {}
        for one in self.known:
            self._take(one)

    def _take(self, one: KnownName) -> None:
        if one.kind == ALLOWED:
            words = [word.text for word in words_of(one.text)]
            self.allowed.update(words)
            self.places.update(zip(words, words[1:], strict=False))
        elif one.kind in NAMED and not any(letter.isdigit() for letter in one.text):
            self._name(one)
        elif one.kind == "group":
            _add(self.whole, name_words(one.text), one)
        elif one.kind == "place":
            self._address(one)
        elif one.kind == "phone":
            _add(self.phones, phone_key(one.text), one)
        else:
            self._sign(one)

    def _name(self, one: KnownName) -> None:
        words = name_words(one.text)
        for nickname in NICKNAME.findall(one.text):
            for word in name_words(nickname):
                _add(self.weak, word, one)
        if len(words) == 1:
            _add(self.lone if one.whole else self.weak, words[0], one)
            return
        for word in words:
            if len(word) > 1 and word not in PARTICLES:
                _add(self.by_word, word, one)
        for left, right in zip(words, words[1:], strict=False):
            _add(self.by_word, left + right, one)
        for letters in {"".join(word[0] for word in words), *_initials(one.text)}:
            _add(self.initials, letters, one)

    def _sign(self, one: KnownName) -> None:
        plain = one.text.strip().lstrip("@")
        if one.kind == "online_account" and plain.isalpha():
            _add(self.weak, fold(plain), one)
        _add(self.signs, sign(one.text), one)

    def _address(self, one: KnownName) -> None:
        words = [word.text for word in words_of(one.text)]
        if sum(word[0].isdigit() or word[-1].isdigit() for word in words) == len(words) <= 2:
            _add(self.signs, sign(one.text), one)
            return
        numbered = [at for at, word in enumerate(words[:-1]) if word[0].isdigit()]
        start = numbered[-1] if numbered and numbered[-1] < 4 else 0
        if len(words) > start + 1:
            _add(self.streets, (words[start], words[start + 1]), one)

    @cached_property
    def full_names(self) -> frozenset[tuple[str, ...]]:
        """Each person's name as its words."""
        return frozenset(name_words(one.text) for one in self.known if one.kind in NAMED)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of names of several."""
        return frozenset(words[-1] for words in self.full_names if len(words) > 1)

    @cached_property
    def words(self) -> Mapping[int, list[str]]:
        """The words of names by their length, for finding misspelt ones."""
        found: dict[int, list[str]] = {}
        for word in {*self.by_word, *self.lone}:
            found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def plates(self) -> list[str]:
        """The plates of vehicles on record."""
        return [
            key for key, names in self.signs.items() if any(one.kind == "vehicle" for one in names)
        ]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the signs on record begin, so that most words are passed over at once."""
        return frozenset(sign[:length] for sign in self.signs for length in (1, 2))

    def spelt_like(self, word: str, within: int) -> dict[str, int]:
        """Name words that differ by so many letters, exchanged neighbours counting once."""
        key = (word, within)
        if key not in self._near:
            lengths = range(len(word) - within, len(word) + within + 1)
            choices = [other for length in lengths for other in self.words.get(length, ())]
            found = extract_iter(word, choices, scorer=OSA.distance, score_cutoff=within)
            self._near[key] = {other: int(far) for other, far, _ in found if far}
        return self._near[key]

    def slips(self, word: str, part: str) -> frozenset[Part]:
        """Names with this part of which a word is nearly another, and whether of the surname."""
        key = (word, part)
        if key not in self._slips:
            others = self._others(part)
            found = (names for other, names in others.items() if is_slip(word, other))
            self._slips[key] = frozenset(one for names in found for one in names)
        return self._slips[key]

    def _others(self, part: str) -> dict[str, set[Part]]:
        """The other words of all names that have this one."""
        if part not in self._beside:
            others: dict[str, set[Part]] = {}
            for one in self.by_word.get(part, ()):
                for at, word in enumerate(name_words(one.text)):
                    if word not in part:
                        _add(others, word, Part(one, at > 0))
            self._beside[part] = others
        return self._beside[part]

    def plates_like(self, plate: str) -> set[KnownName]:
        """Vehicles whose plate differs by one sign, or by two neighbours exchanged."""
        found = extract_iter(plate, self.plates, scorer=OSA.distance, score_cutoff=1)
        return {one for other, _, _ in found for one in self.signs[other]}


def _initials(text: str) -> Iterator[str]:
    """Letters for a name with a hyphen: "KA" and "KP" for Kayleigh-Ann Prudhoe."""
    name = parse_name(text)
    if not name.first or not name.surname or "-" not in text:
        return
    first = [part[0] for part in name.first[0].split("-") if part]
    yield fold(first[0] + name.surname[0])
    if len(first) > 1:
        yield fold("".join(first))


def _add(book: dict, key: object, one: KnownName | Part) -> None:  # type: ignore[type-arg]
    if key:
        book.setdefault(key, set()).add(one)
