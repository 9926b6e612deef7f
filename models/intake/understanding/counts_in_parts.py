"""Counts told in parts: "3 times in September, twice in October", and what they come to."""

import re

from models.intake.understanding.numbers import read_count

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_COUNT = r"\b(\d{1,2}|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
_UNIT = r"(?:\s*x\b|\s*(?:more )?(?:times?|occasions?|episodes?|nights?|mispers?)\b)?"
_WHEN = (
    rf"(?:\s+so far)?(?:\s+(?:in|during|over)\s+(?:early |mid |late )?{_MONTHS}|"
    r"\s+(?:this|last) month\b|\s+before that\b|\s+(?:again|more)\b(?! than))"
)
_PART = re.compile(_COUNT + _UNIT + _WHEN, re.IGNORECASE)
_TIMES = re.compile(
    rf"{_COUNT}(?:\s*x\b|\s*(?:more )?(?:times?|occasions?|episodes?)\b)|\b(once|twice)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\bof (?:which|these|those|them|whom)\b|\binclud\w+|\bincl\b|\bat least\b|\bmost\b",
    re.IGNORECASE,
)
LEAST = 2


def counted_in_parts(text: str) -> int | None:
    """Return what parts of a count come to; None where there are none, or some lie in others."""
    parts = list(_PART.finditer(text))
    if len(parts) < LEAST or _WITHIN.search(text):
        return None
    told = sum(_number(one[1]) for one in parts)
    spans = [one.span(1) for one in parts]
    others = [one for one in _TIMES.finditer(text) if one.span(1 if one[1] else 2) not in spans]
    return told if all(_number(one[1] or one[2]) == told for one in others) else None


def _number(word: str) -> int:
    return read_count(word)[0] or 0
