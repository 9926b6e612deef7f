"""What was not done and who is to do it: "no one has told nan, Kian to do it by Sunday"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.request import Request, party_from

BREAK = re.compile(r"\s*[,;–—]\s*(?:and\s+|so\s+)?|\s+-\s+|[.]\s+|\s+so\s+", re.IGNORECASE)
DO_IT = re.compile(
    r"(?P<duty>\s+(?:(?:is|are)\s+(?:going\s+)?)?to|\s+will|['’]ll)\s+"
    r"(?P<deed>(?:do|sort|fix|chase|action|progress|follow|take|pick|deal\s+with|look\s+into|see\s+to)"
    r"\s+(?:it|this|that|so)\b(?:\s+(?:up|on|out|forward|away))?|follow\s+up|pick\s+(?:it\s+)?up)"
    r"(?=\s*(?:$|[,.;!?)]|by\b|before\b|b4\b|within\b|on\b|this\b|next\b|today\b|tom|asap|\d))",
    re.IGNORECASE,
)
LEAST = 8
"""Letters that tell what "it" is."""


def left_undone(text: str, context: CaptureContext) -> Request | None:
    """The request with whom it is of in front, and what was told as what is to be done."""
    for cut in BREAK.finditer(text):
        party = party_from(text, cut.end(), context) if cut.start() >= LEAST else None
        does = DO_IT.match(text[party.end :]) if party else None
        if party and does:
            who = text[party.start : party.end]
            rest = text[party.end + does.end() :]
            put = f"{who}: {text[: cut.start()].rstrip()}, to {does['deed']}{rest}"
            return Request(put, 0.5, handed=True)
    return None
