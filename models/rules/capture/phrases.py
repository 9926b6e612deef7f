"""Finds known phrases in a line, word by word, longest first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.remembering import remembered
from models.rules.names import plain

T = TypeVar("T")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ARTICLES = frozenset({"a", "i"})
NONE_SHORTENED: Mapping[str, str] = {}
# Names of two letters that are words as well in small letters.
WORDS_TOO = frozenset({"ty", "ta", "jo", "al", "ed", "bo", "mo", "my", "so", "no", "us", "o2"})
POSSESSIVE = re.compile(r"['’](?:s|ll)$", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """A word of the line as compared, with its place."""

    word: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True)
class Found(Generic[T]):
    """A known phrase in the line: its words as typed, its place, and all it may mean."""

    raw: str
    start: int
    end: int
    first: int
    last: int
    items: tuple[T, ...]


@remembered(256)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a line; a possessive 's, or 'll, is left out of the word and its place."""
    return tuple(_token(match) for match in WORD.finditer(text))


@remembered(20_000)
def _words_of(phrase: str) -> tuple[str, ...]:
    """The words of a known phrase, kept: the same people fill every book of a meeting."""
    return tuple(token.word for token in tokens_of(phrase))


def _token(match: re.Match[str]) -> Token:
    raw = POSSESSIVE.sub("", match[0])
    return Token(plain(raw), raw, match.start(), match.start() + len(raw))


class Phrasebook(Generic[T]):
    """Phrases and what they may mean; single `careful` words count only with a capital letter.

    `letters` are abbreviations too: such a word counts only as "Mash", neither "MASH" nor "mash".
    `same` gives short words with those they stand for within longer phrases ("rd", "svc");
    `others` are longer names of somebody else: "environmental health" is no health. `brief` are
    names of two letters that people go by: "Ty" as typed, "jc" where all letters are small.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        careful: frozenset[str] = frozenset(),
        letters: frozenset[str] = frozenset(),
        same: Mapping[str, str] = NONE_SHORTENED,
        others: Iterable[str] = (),
        brief: frozenset[str] = frozenset(),
    ) -> None:
        self._book: dict[tuple[str, ...], dict[T, None]] = {}
        self._careful, self._letters, self._same = careful, letters, same
        self._brief = brief
        self._longest: dict[str, int] = {}
        self._singles: dict[int, tuple[str, ...]] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        for phrase, item in phrases:
            words = self._whole(_words_of(phrase))
            if words:
                self._book.setdefault(words, {})[item] = None
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        for other in others:
            words = self._whole(_words_of(other))
            self._book.setdefault(words, {})
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def __contains__(self, phrase: str) -> bool:
        return bool(self._book.get(self._whole(_words_of(phrase))))

    def _whole(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words as compared: short ones whole, save where one stands alone."""
        if len(words) == 1 or not self._same:
            return words
        return tuple(self._same.get(word, word) for word in words)

    def single_words(self) -> Iterator[tuple[str, tuple[T, ...]]]:
        """Every one-word phrase with what it may mean."""
        for words, items in self._book.items():
            if len(words) == 1 and items:
                yield words[0], tuple(items)

    def of(self, word: str) -> tuple[T, ...]:
        """All that one word may mean."""
        return tuple(self._book.get((word,), ()))

    def long_singles(self, letters: int) -> tuple[str, ...]:
        """Every phrase that is one word of so many letters."""
        if letters not in self._singles:
            self._singles[letters] = tuple(
                words[0] for words in self._book if len(words) == 1 and len(words[0]) >= letters
            )
        return self._singles[letters]

    def long_names(self, letters: int) -> tuple[str, ...]:
        """Every phrase of one or two words that has so many letters."""
        if letters not in self._names:
            joined = (" ".join(words) for words in self._book if len(words) < 3)
            self._names[letters] = tuple(one for one in joined if len(one) >= letters)
        return self._names[letters]

    def named(self, phrase: str) -> tuple[T, ...]:
        """All that a phrase of the book may mean."""
        return tuple(self._book.get(tuple(phrase.split()), ()))

    def long_words(self, letters: int) -> frozenset[str]:
        """Every word of so many letters that its phrases are made of."""
        return frozenset(word for words in self._book for word in words if len(word) >= letters)

    def at(
        self, tokens: tuple[Token, ...], first: int, text: str, *, loose: bool = False
    ) -> Found[T] | None:
        """The longest phrase that starts at that word, or none; none either after the last word.

        Where only a name can stand (`loose`), small letters count too: "will to offer", "di to".
        """
        found = self._at(tokens, first, text, loose=loose)
        return found if found and found.items else None

    def _at(
        self, tokens: tuple[Token, ...], first: int, text: str, *, loose: bool
    ) -> Found[T] | None:
        """As `at`; the name of somebody else is found too, and means nothing."""
        if first >= len(tokens):
            return None
        word = tokens[first].word
        longest = self._longest.get(self._same.get(word, word), 0) or self._longest.get(word, 0)
        for last in range(min(first + longest, len(tokens)), first, -1):
            run = tokens[first:last]
            items = self._book.get(self._whole(tuple(token.word for token in run)))
            if items is not None and (loose or self._counts(run, text)) and _unbroken(run, text):
                start, end = run[0].start, run[-1].end
                return Found(text[start:end], start, end, first, last, tuple(items))
        return None

    def all_in(self, text: str) -> tuple[Found[T], ...]:
        """Every phrase of the line from left to right, none overlapping another."""
        tokens, found, first = tokens_of(text), [], 0
        while first < len(tokens):
            match = self._at(tokens, first, text, loose=False)
            if match and match.items:
                found.append(match)
            first = match.last if match else first + 1
        return tuple(found)

    def _counts(self, run: tuple[Token, ...], text: str) -> bool:
        if all(len(token.word) == 1 for token in run):
            return all(token.raw.isupper() for token in run)
        if len(run) > 1:
            # "ask Khan a question" names no Khan, A.
            return run[-1].word not in ARTICLES or run[-1].raw.isupper()
        word, raw = run[0].word, run[0].raw
        if word in self._letters:
            return raw.istitle() and len(word) > 2
        if len(word) < 3 and word in self._brief:
            return raw[0].isupper() or (word not in WORDS_TOO and text[1:] == text[1:].lower())
        if len(word) < 3:
            return raw.isupper()
        return word not in self._careful or raw[0].isupper()


def _unbroken(run: tuple[Token, ...], text: str) -> bool:
    """True unless a sentence ends inside the run; commas may stand within the name of a place."""
    gaps = [text[one.end : other.start] for one, other in zip(run, run[1:], strict=False)]
    if len(run[0].word) == 1:
        return True
    return not any(set(gap) & set(";!?\n") or gap.startswith(". ") for gap in gaps)
