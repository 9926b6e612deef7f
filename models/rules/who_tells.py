"""Who tells the child or the parents, as it is said in one breath: who, by when, and what."""

import re
from typing import NamedTuple

from models.rules.answers import calls_somebody, gives_a_reason

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = (
    r"(?:the\s+)?(?:end\s+of\b|next\b|this\b|today|tonight|tomorrow|\d|"
    rf"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|{MONTH}\b)"
)
DOES = (
    r"(?:will|would|shall|can|could|to|is\s+to|is\s+going\s+to|has\s+to|needs\s+to|tells?|rings?|"
    r"speaks?|visits?|sees?|has|have|had)\b"
)
PARTS = re.compile(
    rf"(?P<who>.+?)(?:\s*[,;:–—]\s*|\s+(?=(?:{DOES}|(?:by|before|on|at|within)\s|{DAY})))(?P<rest>.+)",
    re.IGNORECASE,
)
BY = re.compile(rf"(?:^|\s)(?:(?:by|before|on)\s+|within\s|(?={DAY}))(?P<day>.+)$", re.IGNORECASE)
BARE = re.compile(
    r"(?:(?:will|would|shall|can|could|to|is\s+to|is\s+going\s+to|has\s+to|needs\s+to)\s+)?"
    r"(?:tells?|do(?:es)?|speaks?\s+to|lets?)?\s*"
    r"(?:it|this|that|him|her|them|the\s+(?:child|parents?|family|girl|boy)|mum|dad|(?:both\s+)?parents)?"
    r"(?:\s+know)?",
    re.IGNORECASE,
)


class WhoTells(NamedTuple):
    """Whom words call, the words of a day, and what else is said of it."""

    who: str
    day: str
    more: str


def who_tells(text: str) -> WhoTells | None:
    """What "Finley Jankowski will tell him by Thursday" says; None where nobody is called.

    A reason why nobody does ("nobody for now", "Police ask us to wait") calls nobody.
    """
    whole = text.strip().rstrip(".")
    found = PARTS.fullmatch(whole)
    if found is None or gives_a_reason(whole) or not calls_somebody(found["who"]):
        return None
    rest = found["rest"].strip()
    by = BY.search(rest)
    day = by["day"].strip() if by else ""
    more = (rest[: by.start()] if by else rest).strip(" ,;")
    return WhoTells(found["who"].strip(), day, "" if BARE.fullmatch(more) else more)
