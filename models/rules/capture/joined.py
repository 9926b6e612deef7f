"""Lines that say of two records that they belong together, without the word for a link."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import Found, tokens_of
from models.rules.capture.refs import SubjectRef

SIGN = r"\s*(?:<-+>|<=+>|<>|-+>|=+>|=|→|↔|⇄)\s*"
LINKED = (
    r"(?:\s+(?:is|are|was|now|also|both|has\s+been|needs?\s+to\s+be|to\s+be))*\s+(?:linked|connected"
    r"|lnkd)\s+(?:up\s+)?(?:to|with|w/?)\s+(?:the\s+)?|\s*-?\s*(?:linked|links?|assoc\w*)\s+(?:to|of|with|w/)\s+(?:the\s+)?"
)
JOINS = re.compile(rf"(?:{SIGN}|{LINKED})", re.IGNORECASE)
AND = re.compile(r"\s*(?:&|\+|/|,|and\b)\s*", re.IGNORECASE)
TOGETHER = re.compile(
    r"\s*(?:(?:are|is|now|both|known|close|to\s+be|need\s+to\s+be|should\s+be|[-–—:(])\s*)*(?:assocs?|associates?|associat\w+|linked|link(?:s|ed)?\s+up"
    r"|connected|friends|mates|siblings|brothers|sisters|cousins|same\s+(?:school|class|placement|address|home))\b",
    re.IGNORECASE,
)
WHY = re.compile(r"\s*(?:[,;:(–—]|-\s|\b(?:because|as|since|due\s+to)\b)", re.IGNORECASE)
MOST_WORDS = 6
"""Words that may follow and still only say how they are linked."""
TELLS = re.compile(
    r"\b(?:by|after|before|when|until|because|in\s+\d{4}|not|never)\b", re.IGNORECASE
)


def opens_with_link(text: str, context: CaptureContext) -> bool:
    """ "Kyle <-> Leon F", "V4 linked to L4", "Lazar & Penrose assoc": two records, little else."""
    first = _subject_at(text, 0, context)
    if first is None:
        return False
    joins = JOINS.match(text, first.end)
    other = _subject_at(text, joins.end(), context) if joins else None
    if other is not None:
        return _says_little(text[other.end :]) or bool(WHY.match(text, other.end))
    joint = AND.match(text, first.end)
    other = _subject_at(text, joint.end(), context) if joint else None
    together = TOGETHER.match(text, other.end) if other else None
    return together is not None and _says_little(text[together.end() :])


def _subject_at(text: str, place: int, context: CaptureContext) -> Found[SubjectRef] | None:
    tokens = tokens_of(text)
    first = next((at for at, token in enumerate(tokens) if token.start >= place), None)
    if first is None or text[place : tokens[first].start].strip(" ("):
        return None
    found = context.linkable_names.at(tokens, first, text)
    return (
        found
        if found and found.raw not in context.names or found and len(found.items) == 1
        else None
    )


def _says_little(rest: str) -> bool:
    return len(tokens_of(rest)) <= MOST_WORDS and not TELLS.search(rest)
