"""Names of several words: as they stand, misspelt, over a line or a middle initial."""

from collections.abc import Iterator, Sequence

from exports.redaction.found import Hit, Sure
from exports.redaction.hits import hit_on, is_initial
from exports.redaction.index import name_words
from exports.redaction.reading import LONG, Reading
from exports.redaction.single_names import single
from exports.redaction.words import Word
from models.records.documents import KnownName
from models.rules.panel_words import ordinary


def run(reading: Reading, at: int, kept: set[int]) -> tuple[int, frozenset[KnownName]]:
    """The last word of the longest run from here that is one name on record, and whose."""
    names, last = reading.names(at), at
    taken = _nearest(reading.parts[at])
    for other in range(at + 1, len(reading.words)):
        if other in kept or not reading.together(other - 1, other):
            break
        shared = names and (
            names & reading.names(other, taken) or names & reading.slip(other, other - 1)
        )
        if not shared and last == at and is_initial(reading, other):
            continue
        if not shared and last == at:
            shared = reading.misspelt(at) & reading.names(other) or reading.slip(at, other)
        if not shared or _far(reading, at, other, shared):
            break
        names, last = shared, other
        taken |= _nearest(reading.parts[other])
    return last, names


def _nearest(parts: dict[str, int]) -> frozenset[str]:
    """The name word that a word most likely stands for; no later word stands for it again.

    None where it may as well be another: "Marh" is as near to Mark as to Marsh.
    """
    least = min(parts.values(), default=0)
    nearest = [part for part, off in parts.items() if off == least]
    return frozenset(nearest if len(nearest) == 1 else ())


def sentence_by_sentence(
    reading: Reading, first: int, last: int, names: frozenset[KnownName]
) -> Iterator[Hit | None]:
    """A name's hit; where its words lie in two sentences, each by itself as the same name."""
    begun = first
    for at in range(first, last + 1):
        if at < last and not reading.parted(at, at + 1):
            continue
        alone = begun == at and first < last and reading.words[at].text in ordinary()
        yield single(reading, at) if alone else _whole(reading, begun, at, names)
        begun = at + 1


def _whole(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> Hit | None:
    words = reading.words[first : last + 1]
    if all(word.text in reading.spared.own for word in words):
        return None
    if all(word.text in ordinary() and not word.capital for word in words):
        return None
    if reading.of_a_place(last) and is_a_surname(words, names):
        return None
    exact = not _off(reading, first, last, names)
    sure = Sure.EXACT if exact else Sure.NEAR
    namesake = tuple(word.text for word in words) in reading.spared.professionals
    return hit_on(reading, first, last, names, sure, replaced=not namesake)


def is_a_surname(words: Sequence[Word], names: frozenset[KnownName]) -> bool:
    """Whether no first name is among the words: "Smith-Jones Road"."""
    firsts = {word for one in names for word in name_words(one.text)[:1]}
    return all(word.text not in firsts for word in words)


def _far(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> bool:
    """Whether more letters differ than a slip explains: more than two in short words."""
    words = reading.words[first : last + 1]
    off = _off(reading, first, last, names)
    short = all(len(word.text) < LONG for word in words)
    plain = any(word.text in ordinary() for word in words)
    return off > 3 or short and off > 2 or plain and off > 1


def _off(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> int:
    """How many letters of a run differ from these names; a middle initial is no part of them."""
    inside = (at for at in range(first, last + 1) if len(reading.words[at].raw) > 1)
    return sum(reading.off(at, names) for at in inside)
