"""The clock of an item: started, paused, stopped, or given more minutes."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.tidying import tidy
from models.rules.capture.turning_words import read_turn_of_room, turned
from models.rules.dates.vocabulary import NUMBERS, count_of

NUMERALS = "|".join(word for word in NUMBERS if word.isalpha() and len(word) > 2)
SIGNED = re.compile(
    r"(?:(?P<mark>^\s*[+-])|.*?(?P<sign>\b(?:add|extend\w*|more|another|less)\b))?[^\d]*(?P<n>\d{1,3})(?!\d)"
    r"(?:\s*(?:m|mins?|minutes?)?\s*(?P<more>more|extra|longer|less|off)\b)?",
    re.IGNORECASE,
)
MINUTES = r"\d{1,2}\s*(?:more\s+|extra\s+)?m(?:in(?:ute)?s?)?"
BY = rf"(?:by\s+|for\s+|an(?:other)?\s+|a\s+further\s+)*{MINUTES}"
ITEM = r"(?:(?:the|this|that)\s+)?(?:item|discussion|time|slot|meeting|one|child|it|this)"
WE = r"(?:(?:the\s+)?chair\s+|we(?:['’]ll)?\s+|let['’]?s\s+|can\s+we\s+)?"
MORE = r"(?:extend(?:ed|s)?|add(?:ed|s)?|allow(?:ed|s)?|g[ai]ve|have|needs?|want)\s+"
TIMED = re.compile(
    rf"\s*(?:(?:(?:ok(?:ay)?|right|so|please)[\s,]+)*{WE}{MORE}(?:{ITEM}\s+)?{BY}"
    rf"|{ITEM}\s+(?:was\s+|is\s+|to\s+be\s+|has\s+been\s+)?extended\s+{BY}"
    rf"|{MORE}{ITEM}\s+(?:an(?:other)?\s+|a\s+further\s+)?\d{{1,2}}\s+(?:more|extra)"
    rf"|(?:take|knock)\s+{MINUTES}\s+off|(?:take|knock)\s+off\s+{MINUTES}"
    rf"|(?:extend|add)\s+(?:by\s+)?\d{{1,2}}"
    rf"|another\s+{MINUTES}|[+]\s*{MINUTES}|\d{{1,2}}\s+(?:more|extra)\s+m(?:in(?:ute)?s?)?"
    rf"|{MINUTES}\s+(?:more|extra|longer))(?:\s+(?:to|on|for)\s+{ITEM})?"
    r"[\s,]*(?:please|pls)?[\s.!]*",
    re.IGNORECASE,
)

# "Running 12 minutes over": how it stands, and not yet how many minutes more it has.
OVER = re.compile(
    rf"\s*(?:(?:we|this(?:\s+(?:item|one))?)(?:['’]?re|['’]?s|\s+are|\s+is)?\s+)?(?:now\s+|already\s+)*runn?ing\s+"
    rf"(?:{MINUTES}\s+)?(?:over|late|behind)(?:\s+(?:by\s+)?{MINUTES})?(?:\s+(?:on|with)\s+{ITEM})?[\s.!]*",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\s*(?:(?:start|stop|pause|resume)\s+(?:(?:the|this)\s+)?(?:clock|timer)|pause(?:\s+(?:here|it|this))?)(?:\s+(?:while|for|as)\s+[^,;]+)?[\s.!]*",
    re.IGNORECASE,
)


def tells_time(text: str, context: CaptureContext) -> bool:
    """ "The chair extended the item by ten minutes": the clock of the item, and nothing else."""
    return bool(OVER.fullmatch(text) or TIMED.fullmatch(_in_figures(text)) or CLOCK.fullmatch(text))


def turns_room(text: str, context: CaptureContext) -> bool:
    """ "Skip to V5": where the room turns, and nothing else."""
    return turned(text, context) is not None


def _in_figures(text: str) -> str:
    """ "Add ten" as "add 10"."""
    return re.sub(
        rf"\b(?!(?:(?<=this )|(?<=that ))one\b)(?:{NUMERALS})\b",
        lambda one: str(count_of(one[0])),
        text,
        flags=re.I,
    )


def read_timing(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """Start, pause or stop of the item's clock, minutes to add or to set, or how the room turns."""
    turn = turned(text, context)
    if turn is not None:
        return read_turn_of_room(kind, text, turn), False
    verb = re.search(r"\b(start|pause|stop|resume|end)\w*\b", text, re.IGNORECASE)
    found = SIGNED.search(_in_figures(text))
    number = int(found["n"]) if found and not OVER.fullmatch(text) else None
    sign = (found["mark"] or found["sign"] or found["more"] or "").strip().lower() if found else ""
    if number is not None and sign in {"-", "less", "off"}:
        number = -number
    status = verb[1].lower() if verb else "add" if sign else "set" if number is not None else None
    warnings = () if status else ("Say start, pause, stop or a number of minutes.",)
    chips = (
        (Chip("timing", status if number is None else f"{status} {number} min"),) if status else ()
    )
    return CaptureReading(
        kind, tidy(text), warnings=warnings, chips=chips, status=status, minutes=number
    ), False
