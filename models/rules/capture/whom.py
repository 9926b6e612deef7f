"""A decision's words without whom it is about: "keep him on the panel" as "keep on panel"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.reasons import blanked

ACTED_ON = (
    r"\b(?:keep|keeping|leave|hold|refer(?:red)?|step(?:ped)?|close[ds]?|take|move[ds]?|transfer(?:red)?|send|put"
    r"|escalate[ds]?|defer(?:red)?|bring|hand|pass|adopt|remove[ds]?|continue|retain)\s+"
)
WHOM = re.compile(
    rf"{ACTED_ON}(?P<whom>him|her|them|(?:this|that)\s+(?:one|item)|it|this|(?:the|this|his|her)\s+(?:case|child|item|boy|girl|lad|yp))\b",
    re.IGNORECASE,
)
LED_TO_WHOM = re.compile(rf"{ACTED_ON}(?:the\s+)?$", re.IGNORECASE)
# "Skatepark - adopt", "Kyle: remain": whom a decision is about, before it.
HEAD = re.compile(r"\s*(?:the\s+)?$", re.IGNORECASE)
LED_FROM = re.compile(r"\s*(?:[:,–—]|-(?=\s))")
THE = re.compile(r"\b(?:the|our|(?<=refer\s)back)\b", re.IGNORECASE)


def without_whom(text: str, context: CaptureContext) -> str:
    """The words in their places, without articles and whom they are about."""
    spans = [one.span("whom") for one in WHOM.finditer(text)]
    for one in context.subject_names.all_in(text) if context.subject else ():
        before, after = text[: one.start], text[one.end :]
        led = LED_TO_WHOM.search(before) or (HEAD.match(before) and LED_FROM.match(after))
        own = one.items == (context.subject,)
        spans += [(one.start, one.end)] if own and led else []
    return blanked(text, [*spans, *(one.span() for one in THE.finditer(text))])
