"""Who tells the child or the parents, as it is said in one breath: who, by when, and what."""

import re
from datetime import date
from typing import NamedTuple

from models.rules.answers import calls_somebody, gives_a_reason
from models.rules.dates import DateReading

DOES = (
    r"(?:will|would|shall|can|could|to|is\s+to|is\s+going\s+to|has\s+to|needs\s+to|tells?|rings?|"
    r"speaks?|visits?|sees?)\b"
)
PARTS = re.compile(rf"(?P<who>.+?)(?:\s*[,;:–—]\s*|\s+(?={DOES}))(?P<more>.*)", re.IGNORECASE)
BARE = re.compile(
    r"(?:(?:will|would|shall|can|could|to|is\s+to|is\s+going\s+to|has\s+to|needs\s+to)\s+)?"
    r"(?:tells?|do(?:es)?|speaks?\s+to|lets?)?\s*"
    r"(?:it|this|that|him|her|them|the\s+(?:child|parents?|family|girl|boy)|mum|dad|(?:both\s+)?parents)?"
    r"(?:\s+know)?",
    re.IGNORECASE,
)
EDGES = " ,;."


class WhoTells(NamedTuple):
    """Whom words call, by when, and what else is said of it."""

    who: str
    by: date | None
    more: str


def who_tells(text: str, when: DateReading) -> WhoTells | None:
    """What "Finley Jankowski will tell him by Thursday" says; `when` is the day that it names.

    None where nobody is called, or nothing but a name is said. A reason why nobody does ("nobody
    for now", "Police ask us to wait") calls nobody.
    """
    dated = when.value is not None
    said = f"{text[: when.start]} {text[when.end :]}" if dated else text
    found = PARTS.fullmatch(said.strip(EDGES))
    who, more = (found["who"], found["more"].strip(EDGES)) if found else (said.strip(EDGES), "")
    if not (found or dated) or gives_a_reason(text) or not calls_somebody(who):
        return None
    return WhoTells(who, when.value, "" if BARE.fullmatch(more) else more)
