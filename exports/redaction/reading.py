"""One text as the net reads it: for each word the names on record it may be part of."""

from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from exports.redaction.index import SHORTEST_SINGLE, Index, name_words
from exports.redaction.words import Word, near, parted
from models.records.documents import KnownName
from models.rules.around_names import OF_A_PLACE
from models.rules.name_slips import says_itself
from models.rules.panel_words import ordinary
from models.rules.word_or_name import is_name

LONG = 5
NOBODY: frozenset[KnownName] = frozenset()


@dataclass(frozen=True)
class Spared:
    """Whom a document may name: the child, professionals; and words that name nobody."""

    hidden: frozenset[KnownName] = frozenset()
    own: frozenset[str] = frozenset()
    professionals: frozenset[tuple[str, ...]] = frozenset()
    professional_words: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()


@dataclass
class Reading:
    """One text being read: its words and, for each, the names it may be part of."""

    text: str
    words: list[Word]
    index: Index
    spared: Spared
    parts: list[dict[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = [self._parts(at) for at in range(len(self.words))]

    def _parts(self, at: int) -> dict[str, int]:
        """Name words that the word may stand for, with how many letters differ."""
        word = self.words[at].text
        if word in self.index.by_word or word in self.index.lone:
            return {word: 0}
        if len(word) < SHORTEST_SINGLE or word in ordinary() or not word.isalpha():
            return {}
        if len(word) == SHORTEST_SINGLE and not self.words[at].capital:
            return {}
        if not self.words[at].capital and not self._beside_a_stranger(at):
            return {}
        return self.index.spelt_like(word, 2 if len(word) >= LONG else 1)

    def _beside_a_stranger(self, at: int) -> bool:
        """Whether a neighbour is no plain word either, so that both may be a name in small type."""
        beside = (self.words[one] for one in (at - 1, at + 1) if 0 <= one < len(self.words))
        return any(one.text not in ordinary() and one.text.isalpha() for one in beside)

    def names(self, at: int, taken: frozenset[str] = frozenset()) -> frozenset[KnownName]:
        """Names that the word may be part of, by a name word that no other stands for."""
        found: set[KnownName] = set()
        for word in self.parts[at].keys() - taken:
            found |= self.index.by_word.get(word, set())
        return frozenset(found - self.spared.hidden)

    def misspelt(self, at: int) -> frozenset[KnownName]:
        """Names that a word which is another's name is one letter off: "Jordan" before "Tully"."""
        word = self.words[at]
        if not word.capital or len(word.text) < LONG or word.text in ordinary():
            return NOBODY
        near = self.index.spelt_like(word.text, 1)
        found = {one for part in near for one in self.index.by_word.get(part, ())}
        return frozenset(found - self.spared.hidden)

    def is_name(self, at: int) -> bool:
        """Whether a word that is ordinary too is a name here: "Will" in "Ask Will to visit"."""
        word, before = self.words[at], self.words[at - 1].raw if at else ""
        beyond = [one.raw for one in self.words[at + 1 : at + 3]]
        return is_name(self.text, (word.start, word.end), before, beyond)

    def of_a_place(self, at: int) -> bool:
        """Whether a word with a capital names a street or house: "Marsh Lane"."""
        word, after = self.words[at], self.words[at + 1 : at + 2]
        return word.capital and any(
            one.capital and one.text in OF_A_PLACE and self.text[word.end : one.start].isspace()
            for one in after
        )

    def slip(self, at: int, beside: int) -> frozenset[KnownName]:
        """Names of which one word stands beside as on record, and this one is nearly another."""
        word, part = self.words[at], self.words[beside]
        slips = self.index.slips(word.text, part.text) if self.stands(beside) else ()
        if not slips or self._speaks_of_others(at):
            return NOBODY
        here, there = (word.start, word.end), (part.start, part.end)
        found = {
            one.name
            for one in slips
            if not says_itself(self.text, here, there, surname=one.surname)
        }
        return frozenset(found - self.spared.hidden)

    def stands(self, at: int) -> bool:
        """Whether the word at a place, if there is one, is a name's word as on record."""
        return at < len(self.words) and self.words[at].text in self.index.by_word

    def _speaks_of_others(self, at: int) -> bool:
        """Whether a word is the child's own, names nobody, or begins somebody's whole name."""
        if self.words[at].text in self.spared.own | self.spared.allowed:
            return True
        after = at + 1 < len(self.words) and self.together(at, at + 1)
        return after and bool(self.names(at) & self.names(at + 1))

    def off(self, at: int, names: frozenset[KnownName]) -> int:
        """How many letters of a word differ from the nearest word of these names."""
        parts = self.parts[at].items()
        held = [off for part, off in parts if names & self.index.by_word.get(part, set())]
        word = self.words[at].text
        every = (each for one in names for each in name_words(one.text))
        return min(held) if held else min(OSA.distance(word, each) for each in every)

    def together(self, one: int, other: int) -> bool:
        """Whether two neighbouring words stand side by side."""
        return near(self.text, self.words[one], self.words[other])

    def parted(self, one: int, other: int) -> bool:
        """Whether one sentence ends and another begins between two neighbouring words."""
        return parted(self.text, self.words[one], self.words[other])

    def beside(self, one: int, other: int) -> bool:
        """Whether two neighbouring words stand side by side in one sentence."""
        return self.together(one, other) and not self.parted(one, other)
