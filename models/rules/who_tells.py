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
PASSIVE = re.compile(
    r"(?:[^,;:.]{1,40}?\s)??(?:(?:is|are)\s+|(?:(?:will|to|shall)\s+be|(?:is|are)\s+to\s+be|(?:is|are)\s+being)\s+)?"
    r"(?:told|informed|spoken\s+to|seen|rung|visited)\s+by\s+(?P<who>[^,;:–—]+?)"
    r"(?:\s*[,;:–—]\s*(?P<more>.*))?",
    re.IGNORECASE,
)
"""Whoever is told said first: "mum is told by Finley Jankowski"."""
BEFORE = re.compile(
    r"\b(?:was|were|been|had|has|have|unless|until|if|not)\b|n['’]t\b", re.IGNORECASE
)
"""What speaks of a time before, or of no telling at all: nobody is called."""
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
    found = _passive(said.strip(EDGES)) or PARTS.fullmatch(said.strip(EDGES))
    who, more = _parts(found) if found else (said.strip(EDGES), "")
    if not (found or dated) or gives_a_reason(text) or not calls_somebody(who):
        return None
    return WhoTells(who, when.value, "" if BARE.fullmatch(more) else more)


def _passive(said: str) -> re.Match[str] | None:
    return None if BEFORE.search(said) else PASSIVE.fullmatch(said)


def _parts(found: re.Match[str]) -> tuple[str, str]:
    return found["who"].strip(EDGES), (found["more"] or "").strip(EDGES)
