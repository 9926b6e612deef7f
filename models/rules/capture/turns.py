"""An agency's turn in a few words: "Police: nothing new", "nothing new from health"."""

import re

from models.marks import Turn
from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import Found, tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import AgencyRef
from models.rules.capture.tidying import tidy

INFO = r"info(?:rmation)?"
WORDS = {
    Turn.NOTHING: (
        rf"(?:(?:has|have|had)\s+)?(?:nothing\s+(?:new|further|more)|nothing|no\s+(?:(?:new\s+)?{INFO}"
        r"|updates?))(?:\s+to\s+(?:add|report|share))?"
    ),
    Turn.SAID: r"(?:(?:has|have)\s+)?(?:said|spoke|spoken)",
    Turn.MORE: rf"(?:(?:was|were)\s+)?ask(?:ed)?\s+for\s+more(?:\s+{INFO})?",
    Turn.APOLOGIES: (rf"(?:sent\s+)?(?:apologies|apols)\s*(?:with|and|\+|,)\s*{INFO}(?:\s+sent)?"),
}
LINK = r"\s*[:,–—-]?\s*"
END = r"\s*[.]?\s*"
BEFORE = re.compile(rf"\s*(?P<words>{WORDS[Turn.NOTHING]})\s*(?:from|:|–|—|-)\s*(?:the\s+)?", re.I)
BARE = re.compile(r"nothing", re.IGNORECASE)
"""Alone it may begin anything: "Police: nothing" is left a note."""


def read_turn(text: str, context: CaptureContext) -> CaptureReading | None:
    """The turn of one agency, where the line says that and no more; None for any other line."""
    begins = BEFORE.match(text)
    place = begins.end() if begins and not BARE.fullmatch(begins["words"]) else 0
    found = _agency_from(text, place, context)
    if found is None:
        return None
    agency, rest = found.items[0], text[found.end :]
    turn = Turn.NOTHING if place else _turn_in(rest)
    if turn is None or (place and not re.fullmatch(END, rest)):
        return None
    chips = (Chip("agency", agency.name), Chip("turn", turn.value))
    return CaptureReading(
        CaptureKind.NOTE, tidy(text), agency=agency, subject=context.subject, turn=turn, chips=chips
    )


def _agency_from(text: str, place: int, context: CaptureContext) -> Found[AgencyRef] | None:
    """The one agency that the words from there begin with."""
    tokens = tokens_of(text)
    first = next((n for n, token in enumerate(tokens) if token.start >= place), len(tokens))
    if first < len(tokens) and tokens[first].word == "the":
        first += 1
    found = context.agency_names.at(tokens, first, text)
    if found is None or len(found.items) != 1:
        return None
    return found if text[place : found.start].strip().lower() in ("", "the") else None


def _turn_in(rest: str) -> Turn | None:
    """The turn that the words after an agency tell, and nothing besides."""
    for turn, words in WORDS.items():
        said = re.fullmatch(rf"{LINK}(?P<words>{words}){END}", rest, re.IGNORECASE)
        if said and not BARE.fullmatch(said["words"]):
            return turn
    return None
