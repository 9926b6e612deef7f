"""Every word of a line stands in its entries, in what was understood of it, or is known to lead."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from rapidfuzz.fuzz import ratio

from models.rules.capture import CaptureReading
from tests.models.rules.capture.utterances import corpus_reading, corpus_room, utterances

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LEFT_OUT = Path(__file__).parents[3] / "data" / "words_left_out.toml"
ALIKE = 75
LONG = 4


def test_no_word_of_the_corpus_is_lost() -> None:
    _, lines = _left_out()
    lost = {one.line: words for one in utterances() if (words := _lost(one.line))}
    assert lost == lines


def test_what_is_known_to_lead_is_nowhere_else_said() -> None:
    known, _ = _left_out()
    said = {word for one in utterances() for word in _words([one.line])}
    assert known <= said


@cache
def _left_out() -> tuple[frozenset[str], dict[str, str]]:
    """The words that lead, join or date, and those left out of single lines."""
    told = tomllib.loads(LEFT_OUT.read_text("utf-8"))
    return frozenset(" ".join(told["leads"].values()).split()), told["lines"]


def _lost(line: str) -> str:
    known, _ = _left_out()
    kept = {word for one in corpus_reading(line) for word in _words(_told(one))}
    kept |= set(_words(_named(line, corpus_reading(line))))
    return " ".join(
        word for word in _words([line]) if word not in known | kept and not _meant(word, kept)
    )


def _words(texts: Iterable[str | None]) -> list[str]:
    return [word.lower().replace("’", "'") for text in texts for word in WORD.findall(text or "")]


def _meant(word: str, kept: set[str]) -> bool:
    """True for a slip of a kept word, or a short form of it: "wendsday", "safeg"."""
    if len(word) < LONG:
        return any(one.startswith(word) for one in kept)
    return any(ratio(word, one) >= ALIKE or one.startswith(word) for one in kept)


def _told(one: CaptureReading) -> Iterator[str | None]:
    """All that an entry holds, in words."""
    yield from (one.text, one.rationale, one.told, one.reference, one.unknown, one.plan)
    yield from (one.relation, one.status, one.risk, one.direction, one.decision)
    yield from (chip.value for chip in one.chips)
    yield from (
        f"{who.name} {who.role} {who.agency}" for who in (one.owner, one.second_person) if who
    )
    yield from (f"{who.name} {' '.join(who.aliases)}" for who in (one.subject, one.other) if who)
    yield from (agency.name for agency in (one.agency, *one.agencies) if agency)
    yield one.measure.name if one.measure else ""


def _named(line: str, read: Sequence[CaptureReading]) -> Iterator[str]:
    """The words of a line by which those whom its entries hold were named."""
    room = corpus_room()
    held = [ref for one in read for ref in (one.owner, one.second_person, one.subject, one.other)]
    held += [ref for one in read for ref in (one.agency, one.measure, *one.agencies, *one.protects)]
    labels = [one.decision for one in read]
    books = (room.names, room.roles, room.agency_names, room.measure_names, room.subject_names)
    for book in books:
        yield from (found.raw for found in book.all_in(line) if set(found.items) & set(held))
    for found in room.decision_names.all_in(line):
        yield from [found.raw] * any(one.label in labels for one in found.items)
