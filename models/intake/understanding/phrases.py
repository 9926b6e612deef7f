"""The wordings of each field as sets of words, and how much each of their words tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from models.intake.understanding.wording import dictionary, label_key, tokens

RARE = 0.1  # how often a word stands that no wording of a field has
NOT_LABELS = ("generic", "sections", "titles")
NOT_KINDS = frozenset({"words", "generic", "shared", "sections", "titles", "telling", "kin"})


@dataclass(frozen=True)
class Phrase:
    """One wording of one field; a key phrase holds whatever other words stand around it."""

    field: str
    words: frozenset[str]
    key: bool


def _wordings(kind: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the wordings of each field, the kind's own first, then those that kinds share."""
    own, shared = dictionary()[kind], dictionary()["shared"]
    yield from own.items()
    if kind not in NOT_LABELS:
        yield from ((field, words) for field, words in shared.items() if field in own)


def _kin(kind: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the wordings that other kinds have for what this kind asks for as well.

    One that holds whatever stands around it is no kin's on a child's form, which asks the most.
    """
    whole, kin = dictionary(), dictionary()["kin"]
    children = kin["about_a_child"]
    for field in whole[kind]:
        named = field == "name" and kind in children
        fields = [field] if field in kin["alike"] or named else []
        for other in (name for name in whole if name != kind and name not in NOT_KINDS):
            if named and other not in children:
                continue
            for name in (*fields, *kin["as"].get(field, ())):
                words = whole[other].get(name, [])
                yield field, [w for w in words if kind != "child" or not w.startswith("~")]


def phrases(kind: str, kin: bool = False) -> tuple[Phrase, ...]:
    """Return every wording of the labels of a kind of paper, each once.

    With `kin` also those of other kinds that mean nothing else on this one.
    """
    own = tuple(dict.fromkeys(_phrases(_wordings(kind))))
    if not kin or kind in NOT_LABELS:
        return own
    said = {phrase.words for phrase in own}
    more = (phrase for phrase in _phrases(_kin(kind)) if phrase.words not in said)
    return tuple(dict.fromkeys((*own, *more)))


def _phrases(wordings: Iterable[tuple[str, list[str]]]) -> Iterator[Phrase]:
    for field, each in wordings:
        for wording in each:
            key, bare = wording.startswith("~"), wording.removeprefix("~ ")
            words = tokens(bare)
            if not key or len(words) > 1 or " " not in bare:
                yield Phrase(field, words, key)


def holding(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Return each word with the wordings that hold it."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for word in phrase.words:
            found.setdefault(word, []).append(phrase)
    return found


def exact(kind: str, kin: bool = False) -> dict[str, str]:
    """Return each wording as it is typed with its field; the first field named has it."""
    found: dict[str, str] = {}
    more = _kin(kind) if kin and kind not in NOT_LABELS else ()
    for field, wordings in (*_wordings(kind), *more):
        for wording in wordings:
            if not wording.startswith("~"):
                found.setdefault(label_key(wording), field)
    return found


def weights(phrases: Sequence[Phrase]) -> dict[str, float]:
    """Return each word with its weight: the fewer fields have it, the more it tells."""
    fields: dict[str, set[str]] = {}
    for phrase in phrases:
        for word in phrase.words:
            fields.setdefault(word, set()).add(phrase.field)
    total = len({phrase.field for phrase in phrases})
    found = {word: 1 + log(total / len(held)) for word, held in fields.items()}
    if "child" in found:
        found["child"] = 0.4
    return found


class WordUse:
    """How often each word stands in the wordings of each field."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._words: dict[str, dict[str, int]] = {}
        self._wordings: dict[str, int] = {}
        for phrase in phrases:
            self._wordings[phrase.field] = self._wordings.get(phrase.field, 0) + 1
            for word in phrase.words:
                held = self._words.setdefault(word, {})
                held[phrase.field] = held.get(phrase.field, 0) + 1

    def likely(self, words: Iterable[str]) -> dict[str, float]:
        """Return how likely each field is, from 0 to 1, for a label of these words."""
        known = [self._words[word] for word in words if word in self._words]
        said = {
            field: log(count + 1)
            + sum(log((held.get(field, 0) + RARE) / (count + 2)) for held in known)
            for field, count in self._wordings.items()
        }
        most = max(said.values())
        odds = {field: exp(score - most) for field, score in said.items()}
        whole = sum(odds.values())
        return {field: share / whole for field, share in odds.items()}
