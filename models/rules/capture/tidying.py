"""Leaves a clean sentence where phrases were taken out of a line."""

import re

from models.rules.dates import DateReading
from models.rules.dates.finding import DEADLINES

EDGES = " \t,;:–—-/&@"
DANGLING = re.compile(
    r"(?:[\s,;:–—-]+(?:by|on|due|and|for|to|before|at|about|re)"
    r"|\s*[,;–—-]\s*(?:to\s+)?(?:start|begin|finish|complete|report|deadline|target|done|end)\w*)\s*$",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """One space between words, no loose punctuation at either end, a capital to begin."""
    text = re.sub(r"\s+([,.;:!?)])", r"\1", re.sub(r"\(\s*\)|\[\s*\]", " ", text))
    text = re.sub(r"([,;:])\s*(?=[,;:.])", "", re.sub(r"\s+", " ", text)).strip(EDGES)
    if text.startswith("(") and ")" not in text:
        text = text[1:].lstrip(EDGES)  # what stood between them was taken out
    return text[:1].upper() + text[1:]


def without(text: str, start: int, end: int) -> str:
    """The text with that span taken out."""
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()


def with_hour(text: str, said: str, reading: DateReading) -> str:
    """The text with the hour of the deadline that was taken out of what was said: "(by 4pm)"."""
    taken = bool(reading.hour) and without_date(said, reading) != said
    words = text.rstrip(".!?")
    return f"{words} ({reading.hour}){text[len(words) :]}" if taken and words else text


def without_date(text: str, reading: DateReading) -> str:
    """The text without its deadline; a date that tells when something happens stays in it."""
    if reading.value is None:
        return text
    at_edge = not text[reading.end :].strip(" .,;)") or not text[: reading.start].strip()
    told = reading.lead in DEADLINES or (
        at_edge and reading.lead not in ("on", "at", "of", "for", "to")
    )
    if not told:
        return text
    return DANGLING.sub("", without(text, reading.start, reading.end)).lstrip(" ,:;")
