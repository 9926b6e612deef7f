"""Names as initials wherever words may be read by others: one mask for the room and for papers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.records.masks import Spoken, TextMask
from models.remembering import remembered
from models.rules.around_names import (
    NO_INITIALS,
    OF_A_PLACE,
    beside,
    is_a_place,
    is_a_saint,
    is_named,
    is_of_another_initial,
)
from models.rules.dates.vocabulary import MONTH, WEEKDAY
from models.rules.letters_of_field import is_of_the_field
from models.rules.masking import WORD, NameMask, past_its_stop
from models.rules.name_parts import (
    Bearers,
    Parts,
    called_alone,
    called_in_part,
    parts_of,
)
from models.rules.names import TITLES, initials, parse_name, plain
from models.rules.panel_words import ordinary
from models.rules.professional_meant import is_professional, may_be_a_professional
from models.rules.word_or_name import BEFORE_A_NAME, COMMON

DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})s?", re.IGNORECASE)
SHORTEST_SURNAME = 2
NOT_SURE = "(not sure who is meant)"
Found = tuple[int, int, str]
Bearer = tuple[Spoken, ...]


def named_whole(mask: TextMask, text: str) -> tuple[Spoken, ...]:
    """Whom of those that a mask knows a text names by first name and surname, as they stand."""
    found = ((text[one.start : one.end], one.shown) for one in mask.found(text))
    return tuple(
        Spoken(name, shown) for name, shown in found if shown != name and len(name.split()) > 1
    )


@dataclass(frozen=True)
class SpokenOf:
    """Masks the names of everybody on record, and each part of the names of those spoken of here.

    `everybody` finds whole names; of those spoken of a first name alone, a surname alone or beside
    another first name, a first name with an initial and another name are found too. Whoever is
    named whole in a text is spoken of in all of it. A first name in `borne` is that of a
    professional here as well, and stays, unless it is the name of one of `own`, whom the text is
    about. A surname in `surnames_borne` stays where the words tell that the professional is meant;
    where either may be, it is a letter, said to be in doubt.
    """

    parts: Parts = field(default_factory=lambda: parts_of(()))
    everybody: TextMask = field(default_factory=NameMask)
    borne: frozenset[str] = frozenset()
    own: Bearers = field(default_factory=dict)
    surnames_borne: frozenset[str] = frozenset()
    staff: frozenset[str] | None = None
    """Professionals by whole names, as compared: whoever else is of no record is initials too."""

    def about(self, *people: Spoken | None) -> "SpokenOf":
        """The mask of a text about these, whose first names are theirs alone."""
        own = called_alone(tuple(filter(None, people)))
        return self if own == self.own else replace(self, own=own)

    def knowing(self, people: Iterable[Spoken]) -> "SpokenOf":
        """The mask where these are spoken of as well; they are meant where nobody else is."""
        firsts, surnames, clues = called_in_part(tuple(people))
        if (
            firsts.keys() <= self.parts.firsts.keys()
            and surnames.keys() <= self.parts.surnames.keys()
        ):
            return self
        parts = replace(
            self.parts,
            firsts={**firsts, **self.parts.firsts},
            surnames={**surnames, **self.parts.surnames},
            clues=self.parts.clues | clues,
        )
        return replace(self, parts=parts)

    def masked(self, text: str) -> str:
        """The text with initials in the place of every name."""
        pieces = tuple(self.everybody.pieces(text))
        if len(pieces) == 1:
            return self._rest(pieces[0][0])
        here = self.knowing(named_whole(self.everybody, text))
        return "".join(one if shown else here._rest(one) for one, shown in pieces)

    def told_in(self, text: str) -> frozenset[str]:
        """The very words by which a text names those spoken of, whole or in part."""
        if self._speaks_of_nobody(text):
            return frozenset()
        whole = [(one.start, one.end) for one in self._whole.found(text)]
        parts = [(start, end) for start, end, _ in self._found(text, list(WORD.finditer(text)))]
        inside = [one for one in parts if not any(_within(one, other) for other in whole)]
        return frozenset(" ".join(text[start:end].split()) for start, end in (*whole, *inside))

    def _rest(self, text: str) -> str:
        if not text or self._speaks_of_nobody(text):
            return text
        return self._whole.masked(text, self._parts)

    def _speaks_of_nobody(self, text: str) -> bool:
        words = _words(text)
        return self.parts.clues.isdisjoint(words) and self.own.keys().isdisjoint(words)

    @cached_property
    def _whole(self) -> NameMask:
        return replace(self.parts.whole, spared=self.everybody.spared)

    def _parts(self, text: str) -> str:
        """A text without whole names, the parts of names in it as initials."""
        words = list(WORD.finditer(text))
        parts, end = [], 0
        for start, stop, shown in self._found(text, words):
            if start >= end:
                parts += [text[end:start], shown]
                end = past_its_stop(text, stop, shown)
        return "".join((*parts, text[end:]))

    def _found(self, text: str, words: Sequence[re.Match[str]]) -> Iterator[Found]:
        for at, word in enumerate(words):
            key = plain(word[0])
            one = None
            if key in self.parts.surnames:
                one = self._by_surname(text, words, at)
            elif key.endswith("s") and key[:-1] in self.parts.surnames and word[0][0].isupper():
                one = self._of_a_family(word)
            if one is None and (who := _not_the_field(text, word, self._called(key))):
                one = _by_first(text, words, at, who, self.parts.firsts.get(key, who))
                if one is None and self.staff is not None:
                    one = _stranger(text, words, at, self.staff)
            if one is not None:
                yield one

    def _by_surname(self, text: str, words: Sequence[re.Match[str]], at: int) -> Found | None:
        """A surname alone, or beside a first name that is not on record."""
        word, who = words[at], self.parts.surnames[plain(words[at][0])]
        if not is_named(text, words, at) or is_a_place(text, words, at):
            return None
        if is_of_another_initial(text, word):
            return word.start(), word.end(), f"{word[0][0].upper()}."
        before = words[at - 1] if at and beside(text, words[at - 1], word) else None
        if plain(word[0]) in self.surnames_borne and self._is_a_professional(text, word, who):
            return None
        titled = before is not None and plain(before[0]) in TITLES
        if not titled and is_of_the_field(text, *word.span()):
            return None
        alone = before is None or not before[0][0].isupper() or len(before[0]) < 2
        if before is None or alone or plain(before[0]) in BEFORE_A_NAME:
            return word.start(), word.end(), self._each_or_doubt(text, word, who)
        told = initials(f"{before[0]} {word[0]}")
        if any(told == one.shown for one in who):
            return before.start(), word.end(), told
        return word.start(), word.end(), f"{word[0][0].upper()}."

    def _is_a_professional(self, text: str, word: re.Match[str], who: Bearer) -> bool:
        return is_professional(text, *word.span(), own=self._is_of_own(who))

    def _each_or_doubt(self, text: str, word: re.Match[str], who: Bearer) -> str:
        """Whom a surname alone means; a professional here may be called so as well."""
        borne, own = plain(word[0]) in self.surnames_borne, self._is_of_own(who)
        if borne and may_be_a_professional(text, *word.span(), own=own):
            return f"{word[0][0].upper()}. {NOT_SURE}"
        return _each(who)

    def _is_of_own(self, who: Bearer) -> bool:
        own = {one.name for each in self.own.values() for one in each}
        return any(one.name in own for one in who)

    def _of_a_family(self, word: re.Match[str]) -> Found | None:
        """ "The Prudhoes": more than one of a name."""
        if plain(word[0])[:-1] in COMMON:
            return None
        return word.start(), word.end(), f"{word[0][0]}. family"

    def _called(self, first: str) -> tuple[Spoken, ...]:
        """Whom a first name means here; nobody where a professional here bears it."""
        if first in self.own:
            return self.own[first]
        return () if first in self.borne else self.parts.firsts.get(first, ())


def _by_first(
    text: str,
    words: Sequence[re.Match[str]],
    at: int,
    who: Sequence[Spoken],
    alike: Sequence[Spoken],
) -> Found | None:
    """A first name or another name alone, or with an initial after it."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if not is_named(text, words, at) or is_a_saint(text, words, at):
        return None
    if after is not None and beside(text, word, after) and after[0][0].isupper():
        if len(after[0]) == 1:
            return _with_initial(word, after, who, alike)
        if not (after[0].isupper() or DAY.fullmatch(after[0])):
            return None
    return word.start(), word.end(), _each(who)


def _stranger(
    text: str, words: Sequence[re.Match[str]], at: int, staff: frozenset[str]
) -> Found | None:
    """ "Maisie Quinn", where no Quinn is on record: perhaps a child under another surname."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after is None or not is_named(text, words, at) or not beside(text, word, after):
        return None
    surname = plain(after[0])
    if not (word[0][0].isupper() and after[0][0].isupper()) or len(after[0]) < SHORTEST_SURNAME:
        return None
    if f"{plain(word[0])} {surname}" in staff or surname in OF_A_PLACE:
        return None
    if surname in ordinary() and surname not in COMMON:
        return None
    return word.start(), after.end(), f"{initials(f'{word[0]} {after[0]}')} {NOT_SURE}"


def _with_initial(
    word: re.Match[str], after: re.Match[str], who: Sequence[Spoken], alike: Sequence[Spoken]
) -> Found:
    """ "Ellie M" is not "Ellie Z"; who is meant by neither is no more than a letter."""
    meant = [one for one in dict.fromkeys((*who, *alike)) if after[0] in _letters(one)]
    if meant:
        return word.start(), after.end(), _each(meant)
    if after[0] in NO_INITIALS:
        return word.start(), word.end(), _each(who)
    return word.start(), word.end(), f"{word[0][0].upper()}."


def _not_the_field(text: str, word: re.Match[str], who: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """Whom a word means: letters of a service mean nobody who merely also goes by them."""
    if not who or not is_of_the_field(text, *word.span()):
        return who
    first = plain(word[0])
    return tuple(one for one in who if first in map(plain, parse_name(one.name).first))


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _letters(one: Spoken) -> set[str]:
    """The first letters of a surname's words."""
    return {part[0].upper() for part in re.split(r"[\s-]", parse_name(one.name).surname) if part}


def _each(who: Iterable[Spoken]) -> str:
    return " or ".join(dict.fromkeys(one.shown for one in who))


@remembered(8192)
def _words(text: str) -> frozenset[str]:
    """The words of a text, as compared."""
    return frozenset(plain(text).split())
