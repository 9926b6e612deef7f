"""Everybody's names, put in person by person: what a mask of names is made of."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from models.rules.masking import Known, NameMask, letters_of
from models.rules.names import PARTICLES, initials, parse_name, plain

Held = TypeVar("Held", bound=Hashable)
Kept = dict[str, dict[Known, int]]


class Bearers:
    """Each person by a name and other names; one may be put in anew without the others.

    A mask that was given may be read by whoever has it while another is made: what it holds under
    a name is put in the place of what was there, and never changed.
    """

    def __init__(self, people: Iterable[tuple[Hashable, Sequence[str]]] = ()) -> None:
        self._held: dict[Hashable, Sequence[str]] = {}
        self._whole: Counter[str] = Counter()
        self._by_letters: Kept = {}
        self._by_surname: Kept = {}
        self._by_first: Kept = {}
        self._shown: dict[str, dict[str, int]] = {}
        self._by_alias: dict[str, str] = {}
        self._given = False
        for key, names in people:
            self.put(key, names)

    def put(self, key: Hashable, names: Sequence[str]) -> None:
        """Have a person go by these names, the first the one that is shown."""
        self.drop(key)
        self._held[key] = names
        self._count(names, 1)

    def drop(self, key: Hashable) -> bool:
        """Know nothing more of a person; False where nothing was known."""
        names = self._held.pop(key, None)
        if names is not None:
            self._count(names, -1)
        return names is not None

    def mask(self, members: Iterable[str] = ()) -> NameMask:
        """The mask of everybody; a professional's name is spared where nobody else bears it."""
        self._given = True
        whole = {plain(one) for one in members}
        return NameMask(
            self._by_letters,
            self._by_surname,
            self._by_first,
            frozenset(one for one in whole if not self._borne(one)),
            self._by_alias,
        )

    def _borne(self, whole: str) -> bool:
        """Whether somebody goes by these words, or by the first and the last of them."""
        words = whole.split()
        bearers = self._by_surname.get(words[-1], ()) if words else ()
        return bool(self._whole[whole]) or any(words[0] in one.firsts for one in bearers)

    def _count(self, names: Sequence[str], by: int) -> None:
        self._whole.update({plain(name): by for name in names})
        for person in _known(names):
            for part in {person.surname, *person.surname.split()} - PARTICLES:
                if len(part) > 1:
                    self._add(self._by_surname, part, person, by)
            for first in person.firsts:
                self._add(self._by_first, first, person, by)
                self._add(self._by_letters, letters_of(first, person.surname), person, by)
        for alias in _other_names(names):
            self._add(self._shown, alias, initials(names[0]), by)
            if alias in self._shown:
                self._by_alias[alias] = " or ".join(self._shown[alias])
            else:
                self._by_alias.pop(alias, None)

    def _add(self, kept: dict[str, dict[Held, int]], key: str, held: Held, by: int) -> None:
        """Count one more, or one less, of what a key holds; what nobody bears is gone."""
        counted = kept.get(key, {})
        counted = dict(counted) if self._given else counted
        counted[held] = counted.get(held, 0) + by
        if not counted[held]:
            del counted[held]
        if counted:
            kept[key] = counted
        else:
            del kept[key]


def full_mask(people: Iterable[Sequence[str]]) -> NameMask:
    """The mask of these people, each by a name and other names, also those of one word."""
    return Bearers(enumerate(people)).mask()


def name_mask(people: Iterable[Sequence[str]]) -> NameMask:
    """The same by names that have a surname alone."""
    return replace(full_mask(people), by_alias={})


def _known(names: Sequence[str]) -> Iterator[Known]:
    """A person by each name that has a first name and a surname."""
    parsed = [parse_name(name) for name in dict.fromkeys(names)]
    others = [plain(name) for name in names[1:] if len(name.split()) == 1]
    others += [plain(one.known_as) for one in parsed if one.known_as]
    for one in parsed:
        surname = plain(one.surname)
        if not one.first or not surname:
            continue
        firsts = [plain(first) for first in one.first]
        words = frozenset({*firsts, *surname.split(), *(first[0] for first in firsts[1:])})
        called = tuple(filter(None, dict.fromkeys((*firsts, *others))))
        yield Known(called, surname, words, initials(names[0]))


def _other_names(names: Sequence[str]) -> Iterator[str]:
    """A person's other names of one word."""
    known = {plain(word) for word in names[0].split()}
    for name in names[1:]:
        for word in single_words(name):
            if plain(word) not in known:
                yield plain(word)


def single_words(name: str) -> Iterator[str]:
    """What of another name is a word by itself: 'CJ, "Tommo"' tells two, "Lil Ans" none."""
    for word in re.split(r"[,;/\"“”()]", name):
        if len(plain(word)) > 1 and " " not in word.strip():
            yield word
