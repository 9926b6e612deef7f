"""Stepping out of the room: for a call, or for an interest that keeps somebody out of an item."""

import re

from models.rules.dates.times import STATED

OUT = (
    r"(?:step(?:s|ped|ping)?|nip(?:s|ped|ping)?|pop(?:s|ped|ping)?)\s+out(?:side)?"
    r"(?!\s+of\s+(?!(?:the|this|that)\s+(?:room|meeting|call|panel|item|one|case)\b|[A-Z]{1,2}\d))"
)
INTEREST = re.compile(
    r"\b(?:interest\w*|conflict\w*|declar\w+|recus\w+|neighbours?|relat(?:ed|ives?|ions?)|friends?|cousins?"
    r"|aunt\w*|uncle|niece|nephew|sister|brother|godm\w+|godf\w+|knows?|own\s+case|case\s+holder|complain\w*"
    r"|(?:next\s+door|lives\s+(?:near|with|by|on|in)))\b",
    re.IGNORECASE,
)
"""Words of what somebody has to declare."""
LENGTH = (
    r"(?:(?:an?|the|his|her|their|some|one|two|five|ten|few|couple|of|\d+|urgent|quick|short|brief"
    r"|phone|mobile|comfort|work)\s+)*"
)
ERRAND = re.compile(
    rf"\b(?:(?:to\s+(?:take|make|answer|have|use)|for|on)\s+)?{LENGTH}"
    r"(?:calls?|phone|break|loo|toilet|minutes?|mins?|moment|bit|sec(?:ond)?s?|air)\b"
    r"|\b(?:briefly|quickly)\b",
    re.IGNORECASE,
)
"""Why somebody is out for a while, in words that the record of a meeting does not need."""
OF_THE_ITEM = r"(?:(?:this|that|the|next|whole)\b|(?:item|[A-Z]{1,2}\d))"
GOES_OUT = re.compile(
    rf"\b{OUT}(?:\s+of\s+the\s+(?:room|meeting|call|panel)\b)?[\s,;(–—-]*"
    rf"(?:$|[.)]|to\s+(?!avoid\b|let\b)\w|on\s+(?![A-Z]{{1,2}}\d)\w"
    rf"|(?:for|at|from|since)\s+(?!{OF_THE_ITEM})"
    r"|(?:just|now|again|back|and\s+(?:is\s+|now\s+)*(?:back|return\w+|in))\b"
    rf"|{STATED}|{ERRAND.pattern})",
    re.IGNORECASE,
)  # fmt: skip

STEPS_TO = re.compile(
    r"\bstep(?:s|ped|ping)?\s+out(?:side)?\s+to\s+(?!the\b|an?\b|his\b|her\b|meet\b|see\b)\w",
    re.IGNORECASE,
)


def goes_out(text: str) -> bool:
    """Whether somebody only steps out of the room: no interest is told, and no item named."""
    return bool(GOES_OUT.search(text)) and not INTEREST.search(text)


def steps_out_to(text: str) -> bool:
    """ "Stepping out to ring MASH about Leon": somebody leaves, and for what is worth a note."""
    return bool(STEPS_TO.search(text)) and goes_out(text)


def without_errand(text: str) -> str:
    """A text without the words for stepping out, and for what."""
    if not goes_out(text):
        return text
    return ERRAND.sub(" ", re.sub(rf"\b{OUT}\b", " ", text, flags=re.IGNORECASE))
