"""Slips of the fingers put right before a line is read: "polcie", "garsdie", "chair olny"."""

import re
from dataclasses import dataclass, replace

from models.rules.capture.context import MOST_KEPT, CaptureContext
from models.rules.capture.english import is_english
from models.rules.capture.levels import levels_in
from models.rules.capture.mentions import mentions_in
from models.rules.capture.openings import KIND_OF
from models.rules.capture.people import CAREFUL
from models.rules.capture.reading import CaptureKind, CaptureReading
from models.rules.capture.subjects import read_subjects
from models.rules.capture.vocabulary import Vocabulary
from models.rules.names import plain

WORD = re.compile(r"(?<![\w'’/.@-])[A-Za-z]{3,}(?![\w@]|[.'’/-]\w)")
QUOTED = re.compile(r'"[^"]*"?|“[^”]*”?')
LETTERS = 4
"""The longest abbreviation in capitals."""
WITH_IN = re.compile(r"\bwith in(?=\s+(?:the\s+)?(?:next\s+)?\d)", re.IGNORECASE)
FROM = re.compile(r"\bfrm\b")
CAPITALS = re.compile(r"\s*(?P<word>[A-Z]{3})(?=\s|:)")
TOLD = (CaptureKind.NOTE, CaptureKind.URGENT)


@dataclass(frozen=True)
class Swap:
    """A word as typed and the one it was read as; `name` where that names somebody or something."""

    typed: str
    meant: str
    name: bool


@dataclass(frozen=True)
class Respelt:
    """A line as it was meant, and what was put right in it."""

    text: str
    swaps: tuple[Swap, ...] = ()


def respelt(text: str, context: CaptureContext) -> Respelt:
    """The line with the words of the bar and the names of the room spelt as they are.

    A word of English is never one of them, and where two are as near neither is taken. What stands
    in quotation marks stays.
    """
    text = WITH_IN.sub(lambda found: found[0].replace(" ", ""), text)
    text = _of_agency(FROM.sub("from", text), context)
    quoted = [found.span() for found in QUOTED.finditer(text)]
    swaps: list[Swap] = []

    def put_right(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in quoted):
            return found[0]
        swap = _swap(found[0], context)
        if swap is None:
            return found[0]
        swaps.append(swap)
        return swap.meant

    return Respelt(WORD.sub(put_right, text), tuple(swaps)) if text else Respelt(text)


def _of_agency(text: str, context: CaptureContext) -> str:
    """ "RIS: declined" of a return interview service: its letters, no word for a kind."""
    head = CAPITALS.match(text)
    if head is None or head["word"].lower() not in KIND_OF or levels_in(text, context.risk_levels):
        return text
    agencies = context.agency_names.of(head["word"].lower())
    return f"{agencies[0].name}{text[head.end() :]}" if len(agencies) == 1 else text


def as_typed(
    reading: CaptureReading, swaps: tuple[Swap, ...], context: CaptureContext
) -> CaptureReading:
    """The reading in the words as typed, save a name that was put right, which is told.

    What was said keeps every word.
    """
    if not swaps:
        return reading
    said = reading.kind in TOLD
    typed, mentions = reading.text, reading.mentions
    for swap in (one for one in swaps if said or not one.name):
        typed = _put_back(typed, swap)
    if typed != reading.text:
        mentions = mentions_in(typed, read_subjects(typed, context, told=said))
    told = () if said else _told(reading, swaps)
    reason = reading.rationale
    for swap in swaps if reason else ():
        reason = _put_back(reason or "", swap)
    return replace(
        reading,
        text=typed[:1].upper() + typed[1:],
        mentions=mentions,
        rationale=reason,
        warnings=(*told, *reading.warnings),
    )


def _put_back(text: str, swap: Swap) -> str:
    words = rf"\b{re.escape(swap.meant)}\b"
    return re.sub(words, lambda _: swap.typed, text, count=1, flags=re.IGNORECASE)


def _told(reading: CaptureReading, swaps: tuple[Swap, ...]) -> tuple[str, ...]:
    """Which names were put right: whom or what the entry is of, else the word itself."""
    refs = (reading.owner, reading.agency, reading.subject, reading.other, reading.second_person)
    whole = {word: one.name for one in refs if one for word in plain(one.name).split()}
    words = plain(reading.text).split()
    names = ((one, one.meant.lower()) for one in dict.fromkeys(swaps) if one.name)
    return tuple(
        f"“{one.typed}” taken as {whole.get(meant, f'“{one.meant}”')}: check."
        for one, meant in names
        if meant in whole or meant in words
    )


def _swap(typed: str, context: CaptureContext) -> Swap | None:
    """The word of the room that is meant by this one; none where it is a word by itself."""
    kept: dict[str, Swap | None] = context.spelt
    if typed in kept:
        return kept[typed]
    if len(kept) > MOST_KEPT:
        kept.clear()
    kept[typed] = _nearest(typed, context.vocabulary)
    return kept[typed]


def _nearest(typed: str, vocabulary: Vocabulary) -> Swap | None:
    small, capital = typed.lower(), typed[:1].isupper()
    if typed.isupper() and len(typed) <= LETTERS:
        return None  # letters, not a word
    if small in vocabulary or is_english(small):
        return None
    meant = vocabulary.near(small, capital=capital)
    if meant is None:
        return None
    name = vocabulary.is_name(meant)
    capital = capital or (name and meant in CAREFUL)  # "bright": only with its capital a name
    shown = meant.upper() if typed.isupper() else meant.capitalize() if capital else meant
    return Swap(typed, shown, name)
