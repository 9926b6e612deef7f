"""When the panel looks again, said without "review": "see Amber again 28 Jan", "back in March"."""

import re
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.decided_on import laid_on
from models.rules.capture.judged_names import named_in
from models.rules.dates import DateReading
from models.rules.dates.vocabulary import COUNT, NEXT

SPEAKS_OF = re.compile(
    r"\b(?:again|back|once\s+more|revisit|re-?(?:review|list|present|table)|return\w*|come|go|get)\b"
    r"|re?vi?e?w[\s.!]*$",
    re.IGNORECASE,
)
ANY_NAME = r"[\w'’-]+(?:\s+[\w'’-]+){0,3}?"
WE = (
    r"\s*(?:(?:ok(?:ay)?|so|and|then|we|we['’]ll|will|let['’]?s|let\s+us|to|can|should|shall|please|panel|mace|the"
    r"|need\s+to|want\s+to|going\s+to|agreed(?:\s+to|\s+that)?)\b[\s,:–—-]*)*"
)
WHOM = (
    r"(?:(?:@+|him|her|them|it|(?:this|that)(?:\s+(?:one|item|case))?|(?:the\s+|this\s+)?(?:item|case|child))"
    r"(?![\w'’])\s*)"
)
TO_PANEL = (
    r"(?:(?:to|at|for|on|onto)\s+(?:the\s+|our\s+)?(?:agenda|list|panel|mace|us)\b"
    r"(?!\s+on\b(?=\s*$))\s*)"
)
AGAIN = r"(?:(?:again|back|once\s+more)\s*)"
# "See him again", "bring Kyle back to panel", "look again at Kyle".
SEEN = (
    rf"(?:see|look\s+at|bring|discuss|hear|have|take|list|put|re-?table|schedule)\s+{WHOM}{AGAIN}{TO_PANEL}?{AGAIN}?"
    rf"|(?:look|see|discuss|hear(?!\s+back)|list|come|bring)\s+{AGAIN}(?:(?:at|to)\s+{WHOM})?{TO_PANEL}?{AGAIN}?"
    rf"|(?:revisit|re-?review|re-?list|re-?present|re-?table)\s+{WHOM}?{AGAIN}?{TO_PANEL}?"
    rf"|(?:come|go|get|return)\s+(?:back\s+)?to\s+{WHOM}{AGAIN}?{TO_PANEL}?"
)
# "Back on the agenda", "to panel again", "Kyle back to panel".
LISTED = (
    rf"{WHOM}?(?:(?:to\s+)?(?:be|go|come|goes|comes|is)\s+)?(?:put\s+)?"
    rf"(?:{AGAIN}{TO_PANEL}|{TO_PANEL}{AGAIN}|back\s+on\s+(?=in\b)|on\s+again\s+|returns?\s+{TO_PANEL})"
)
BACK_IN = (
    rf"(?:to\s+)?(?:(?:bring|come)\s+)?back\s+(?=(?:in|within)\s+(?:{COUNT}|the\s+new\s+year)\b"
    rf"|(?:in|early|mid|late)\s+(?-i:[A-Z])|(?:to|at|for)\s+(?:the\s+)?{NEXT}\s+(?:panel|meeting|mtg|mace)\b)"
)
HEADS = rf"{WE}(?:{SEEN}|{LISTED}|{BACK_IN})"
HEAD = re.compile(HEADS, re.IGNORECASE)
# The same with any words where a name may stand: only then is it looked for who is named.
ANYBODY = re.compile(HEADS.replace("@+", ANY_NAME), re.IGNORECASE)
# "Six week review", "3 monthly review": how long until it.
EVERY = re.compile(
    rf"{WE}(?:an?\s+)?(?P<count>{COUNT})[\s-]*(?P<unit>w(?:ee)?k|m(?:on)?th|mnth)(?:s|ly)?['’]?\s+re?vi?e?w[\s.!]*",
    re.IGNORECASE,
)
# "Back in March he was arrested": when that was.
TELLS = re.compile(
    r"\s*,?\s+(?:he|she|they|it|we|i|mum|dad|there|his|her|their|police|school)\b", re.IGNORECASE
)
TO_DAY = re.compile(
    rf"[\s,:–—-]*(?:(?:on|in|at|for|by|to|the|our|about|around|w/c|date|again|panel|{NEXT}\s+panel)\b[\s,:–—-]*)*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LookedAgain:
    """Where the head of such a line and the day behind it end, and the day."""

    end: int
    when: DateReading


def looked_again(text: str, context: CaptureContext) -> LookedAgain | None:
    """When a line says that the panel looks again; None for any other line.

    Whoever is named in it is the item's own, or one on whom the line lays it.
    """
    if not SPEAKS_OF.search(text):
        return None
    every = EVERY.fullmatch(text)
    if every is not None:
        unit = "weeks" if every["unit"][0] in "wW" else "months"
        when = context.day_in(f"in {every['count']} {unit}")
        return LookedAgain(len(text), when) if when.found else None
    if ANYBODY.match(text) is None:
        return None
    said, others = text, False
    for one in named_in(text, context):
        said = said[: one.start] + "@" * (one.end - one.start) + said[one.end :]
        others = others or one.items != (context.subject,)
    head = HEAD.match(said)
    when = context.day_in(text) if head else DateReading()
    if head is None or not when.found or not TO_DAY.fullmatch(said[head.end() : when.start]):
        return None
    if TELLS.match(text, when.end):
        return None
    if others and "@" in head[0] and laid_on(text, context) is None:
        return None
    return LookedAgain(when.end, when)
