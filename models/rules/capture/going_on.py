"""Whether a note or a text for the file goes on behind a stop, or a command follows it."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.doubtful import asked_behind
from models.rules.capture.duties import DUTY
from models.rules.capture.openings import FIRST, opening
from models.rules.capture.parties import party_end
from models.rules.capture.reading import CaptureKind
from models.rules.capture.texts import led_to

OWN_WORDS = re.compile(r"\s*(?:[\"“]|(?:discussion|summary|quote)\s*[:–—])", re.IGNORECASE)
# "A check-in was asked for", "review in March was agreed": a kind's word as any other.
TELLS = re.compile(
    r"(?:(?!(?:to|will|as|because|since|if|who|that)\b)[^\s;:]+\s+)*?"
    r"(?:is|was|were|are|has|had|have|been|would|could|might|remains?|stays?)\b",
    re.IGNORECASE,
)
PLAIN_WORDS = frozenset({
    "a", "action", "actions", "note", "measure", "update", "decision", "review", "risk", "link",
    "links", "linked", "attendance", "apology", "urgent", "recommendation", "recommendations",
})  # fmt: skip
NAMED = re.compile(r"[A-Z]\S*(?:\s+[A-Z]\S*)?(?=\s|:)")


def goes_on(before: str, after: str, context: CaptureContext) -> bool:
    """True where what is written before a stop is one text with what stands behind it."""
    return _is_written(before) and not _is_command(after, context)


def _is_written(piece: str) -> bool:
    """True where a piece is typed as a note, for a text of the item, or as somebody's own words."""
    kind, said = opening(piece)
    return kind is CaptureKind.NOTE or led_to(said) is not None or bool(OWN_WORDS.match(said))


def _is_command(piece: str, context: CaptureContext) -> bool:
    """True where a piece begins with a kind's word, or with whom it asks and gives a day."""
    kind, said = opening(piece)
    if kind is None:
        return party_end(piece, context) is not None and context.day_in(piece).found
    first = FIRST.match(piece)
    word = first["word"].lower() if first else ""
    if word not in PLAIN_WORDS or (first and first["gap"].strip()):
        return True
    return not TELLS.match(said) and (word != "a" or _asks(said, context))


def _asks(said: str, context: CaptureContext) -> bool:
    """True where the "a" before these words is a command's and no article."""
    stranger = NAMED.match(said)
    end = party_end(said, context) or (stranger.end() if stranger else None)
    if end is not None:
        return bool(DUTY.match(said[end:])) or said[:1].isupper() or context.day_in(said).found
    return asked_behind(f": {said}") and context.day_in(said).found
