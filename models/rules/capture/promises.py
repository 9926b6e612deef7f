"""What somebody here is told to have said that they will do: "Varley says he'll pop round"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.request import Request, party_from

HAVE_IT = r"have\s+(?:\S+\s+){1,6}?(?:out|ready|done|finished|completed?|sorted|back|over|across)\b"
PROMISED = re.compile(
    r"\s+(?:(?:has|have|had|just|also|kindly|now)\s+)*(?:says?|said|confirm(?:s|ed)|offer(?:s|ed)|agree[sd]|promise[sd]|suggest(?:s|ed)|tells\s+us)"
    r"\s*,?\s+(?:that\s+)?(?P<who>he|she|they)(?:['’](?:ll|d)|\s+(?:will|would|can|could)|(?:['’](?:s|re)|\s+(?:is|are))\s+(?:going\s+to|gonna))\s+"
    r"(?!(?:never|not|be|like|love|rather|need|want|prefer)\b)"
    rf"(?:(?={HAVE_IT})|(?!have\b))(?=[a-z]{{2,}})",
    re.IGNORECASE,
)
# "Finley says he'll ring home": whoever "he" is may do it.
CHILD_MAY = frozenset({
    "see", "ring", "call", "phone", "text", "message", "meet", "talk", "tell", "visit", "stay",
    "return", "attend", "leave", "move", "come", "give", "get", "take", "try", "do", "show",
    "bring", "keep", "make", "pay", "find", "ask", "collect", "be", "go", "pop",
})  # fmt: skip
WORD = re.compile(r"[a-z-]+")
VISIT = re.compile(r"go\s+(?:round|over|out|along|across)\s+(?:to|and|with)\b", re.IGNORECASE)
HAS_IT = re.compile(HAVE_IT, re.IGNORECASE)


def promised(text: str, context: CaptureContext) -> Request | None:
    """The request that somebody here does what they say; only told where the child may be meant.

    "She'll" in a boy's item is who speaks. Where nobody knows what the child is called, it is who
    speaks where what is promised for a day is a piece of work.
    """
    party = party_from(text, 0, context)
    said = PROMISED.match(text[party.end :]) if party and party.people else None
    if party is None or said is None:
        return None
    deed = text[party.end + said.end() :]
    when = context.day_in(deed)
    dated = when.value is not None and when.value >= context.today
    plain = dated and party.raw not in context.subject_names
    plain = plain and _speaks_of_self(said["who"].lower(), deed, context)
    return Request(f"{text[party.start : party.end]} to {deed}", reported=not plain)


def is_work(deed: str) -> bool:
    """True where what is promised is a piece of work, which no child would promise."""
    word = WORD.match(deed.lower())
    first = word[0].removeprefix("re-") if word else ""
    known = first in field_words("deed") or first in field_words("short deed")
    return known and first not in field_words("state") | CHILD_MAY


def _speaks_of_self(who: str, deed: str, context: CaptureContext) -> bool:
    child = context.subject.called if context.subject else ""
    if child:
        return {who, child} == {"he", "she"}
    visits = VISIT.match(deed) and not context.subject_names.all_in(deed)
    return is_work(deed) or bool(visits or HAS_IT.match(deed))
