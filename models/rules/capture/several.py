"""Several commitments in one breath: "action Khan visit by Fri; Patel refer to CAMHS by 1 Dec"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.openings import opening
from models.rules.capture.parties import DUTY, party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind
from models.rules.dates import spoken_date

COMMITTING = (CaptureKind.ACTION, CaptureKind.RECOMMENDATION, CaptureKind.MEASURE)
BREATH = re.compile(r"\s*;\s*|[.]\s+(?=[A-Z])|\s*,?\s+and\s+(?=[A-Z])")
DUTY_IN = re.compile(r"\b(?:to|will)\s+[a-z]|:\s*\w", re.IGNORECASE)
VERB = re.compile(
    r"\s+(?!(?:is|are|was|were|has|had|have|be|and|or|of|in|at|on|only)\b)[a-z]{2,}\b"
)
STRANGER = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?(?=\s)")


def commitments(entry: str, context: CaptureContext) -> tuple[str, ...]:
    """An entry cut where somebody else is asked for something; each piece keeps the first's kind.

    A semicolon parts where a name and a verb follow, "and" or a full stop only before someone
    known here with "to" or "will": a sentence that merely goes on stays whole.
    """
    kind, _ = opening(entry)
    if kind not in COMMITTING:
        return (entry,)
    word = entry.split(maxsplit=1)[0].rstrip(":")
    pieces: list[str] = []
    start = 0
    for breath in BREATH.finditer(entry):
        firm = ";" in breath[0]
        piece = entry[start : breath.start()]
        before = piece if pieces else opening(piece)[1]
        # "Yates and Dobson to meet the school" asks both for one thing.
        if _asks(entry[breath.end() :], context, firm=firm) and (firm or DUTY_IN.search(before)):
            pieces.append(piece)
            start = breath.end()
    pieces.append(entry[start:])
    return (pieces[0], *(f"{word} {piece}" for piece in pieces[1:]))


def _asks(rest: str, context: CaptureContext, *, firm: bool) -> bool:
    """True where the words that follow ask someone for something."""
    tokens = tokens_of(rest)
    party = party_at(rest, tokens, 0, context) if tokens else None
    if party and not rest[: party.start].strip():
        after = rest[party.end :]
        return bool(DUTY.match(after)) or firm and bool(VERB.match(after))
    stranger = STRANGER.match(rest) if firm else None
    if not stranger:
        return False
    clause = rest.partition(";")[0]
    after = clause[stranger.end() :]
    dated = spoken_date(clause, context.today, context.next_meeting, None, context.closed).found
    return bool(DUTY.match(after)) or dated and bool(VERB.match(after))
