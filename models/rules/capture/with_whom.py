"""Who is asked together with somebody else: "Raman with mum to agree the plan"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import resolved
from models.rules.capture.parties import party_at
from models.rules.capture.phrases import tokens_of

TOGETHER = re.compile(
    r"\s+(?:(?:together|jointly|along|alongside)\s+)?(?:with\s+|w/\s*|w\s+)(?:[\w'’/-]+\s+){1,4}?(?:to|will)\s+(?=[a-z]{2,})",
    re.IGNORECASE,
)


def with_whom(text: str, context: CaptureContext) -> OwnerRead | None:
    """Whoever a line begins with by name and asks together with another; the words all stay."""
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if party is None or not party.people or text[: party.start].strip():
        return None
    if TOGETHER.match(text[party.end :]) is None:
        return None
    read = resolved((party,), (party.start, party.end), context)
    return read if read.person else None
