"""The wordings of each field as sets of words, and how much each of their words tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from models.intake.understanding.wording import dictionary, label_key, tokens

NOT_LABELS = ("generic", "sections", "titles")


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


def phrases(kind: str) -> tuple[Phrase, ...]:
    """Return every wording of the labels of a kind of paper, each once."""
    found = []
    for field, wordings in _wordings(kind):
        for wording in wordings:
            key, bare = wording.startswith("~"), wording.removeprefix("~ ")
            words = tokens(bare)
            if not key or len(words) > 1 or " " not in bare:
                found.append(Phrase(field, words, key))
    return tuple(dict.fromkeys(found))


def holding(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Return each word with the wordings that hold it."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for word in phrase.words:
            found.setdefault(word, []).append(phrase)
    return found


def exact(kind: str) -> dict[str, str]:
    """Return each wording as it is typed with its field; the first field named has it."""
    found: dict[str, str] = {}
    for field, wordings in _wordings(kind):
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
