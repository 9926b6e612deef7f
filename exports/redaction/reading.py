"""One text as the net reads it: for each word the names on record it may be part of."""

from dataclasses import dataclass, field

from exports.redaction.index import SHORTEST_SINGLE, Index
from exports.redaction.words import Word, near, ordinary
from models.records.documents import KnownName

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
        if not word.capital or len(word.text) < LONG:
            return NOBODY
        near = self.index.spelt_like(word.text, 1)
        found = {one for part in near for one in self.index.by_word.get(part, ())}
        return frozenset(found - self.spared.hidden)

    def together(self, one: int, other: int) -> bool:
        """Whether two neighbouring words stand side by side."""
        return near(self.text, self.words[one], self.words[other])
