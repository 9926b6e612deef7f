"""Names of people in a text: whole, misspelt, in part, torn, by alias or initials, or unknown."""

from collections.abc import Iterator
from dataclasses import replace

from exports.redaction.doubts import initials
from exports.redaction.found import Hit, Sure
from exports.redaction.hits import hit_on
from exports.redaction.reading import NOBODY, Reading
from exports.redaction.single_names import single
from exports.redaction.whole_names import is_a_surname, run, sentence_by_sentence
from exports.redaction.words import tears, torn
from models.rules.panel_words import ordinary


def people(reading: Reading) -> list[Hit]:
    """Every hit on people in a text."""
    kept = _professionals(reading)
    hits: list[Hit] = [*(_torn(reading) if tears(reading.text) else ())]
    at = 0
    while at < len(reading.words):
        if at in kept:
            at += 1
            continue
        begun = reading.parts[at] or reading.stands(at + 1)
        last, names = run(reading, at, kept) if begun else (at, NOBODY)
        found = (
            sentence_by_sentence(reading, at, last, names) if last > at else [single(reading, at)]
        )
        hits += filter(None, found)
        at = last + 1
    return [*hits, *_groups(reading), *initials(reading)]


def _professionals(reading: Reading) -> set[int]:
    """Places of words that are a professional's full name, whom nobody on record is named like."""
    texts = [word.text for word in reading.words]
    kept: set[int] = set()
    for at in range(len(texts) - 1):
        for length in (3, 2) if texts[at] in reading.spared.professional_words else ():
            name = tuple(texts[at : at + length])
            whole = len(name) == length and name in reading.spared.professionals
            if whole and not _on_record(reading, at, length):
                kept.update(range(at, at + length))
                break
    return kept


def _on_record(reading: Reading, at: int, length: int) -> bool:
    shared = reading.names(at)
    for other in range(at + 1, at + length):
        shared &= reading.names(other)
    return bool(shared)


def _torn(reading: Reading) -> Iterator[Hit]:
    """Names torn by a hyphen or a line end, and first name and surname written as one word."""
    for at, (one, other) in enumerate(zip(reading.words, reading.words[1:], strict=False)):
        joined = one.text + other.text
        if not torn(reading.text, one, other) or joined in reading.spared.own:
            continue
        whole = len(one.text) > 1 and len(other.text) > 1
        names = frozenset(reading.index.by_word.get(joined, ())) - reading.spared.hidden
        if reading.of_a_place(at + 1) and is_a_surname((one, other), names):
            continue
        if names and whole and not (one.text in ordinary() and other.text in ordinary()):
            yield hit_on(reading, at, at + 1, names, Sure.NEAR, replaced=True)


def _groups(reading: Reading) -> Iterator[Hit]:
    texts = [word.text for word in reading.words]
    for name, names in reading.index.whole.items():
        wanted = frozenset(names) - reading.spared.hidden
        for at in range(len(texts) - len(name) + 1):
            if wanted and tuple(texts[at : at + len(name)]) == name:
                start, end = reading.words[at].start, reading.words[at + len(name) - 1].end
                yield Hit(start, end, "group", Sure.EXACT, True, wanted)


def side_by_side(hits: list[Hit]) -> list[Hit]:
    """Marked words that stand side by side as one mark."""
    joined: list[Hit] = []
    for one in hits:
        before = joined[-1] if joined else None
        if before and not before.replaced and not one.replaced and one.start - before.end == 1:
            joined[-1] = replace(before, end=one.end, names=before.names | one.names)
        else:
            joined.append(one)
    return joined
