"""A count in a tracker's cell, marked where words beside it say more than the number does."""

import re

from models.intake.understanding.value import Value
from models.intake.understanding.value_things import whole_number

_COUNTED = re.compile(
    r"\b(?:x|times?|ep(?:isode|isodes|s)?|missing|mispers?|reports?|incidents?|occasions?|in|of|the|"
    r"last|past|previous|90 ?d(?:ays?)?|3 months?|three months?|days?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
READ_AS = "“{}” read as {}: the words say more"


def count_on_list(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a whole number; one with words or another number beside it says so."""
    return [_marked(one, raw.strip()) for one in whole_number(field, raw, this_year)]


def _marked(one: Value, raw: str) -> Value:
    if one.value is None or not _NUMBER.search(raw):
        return one
    beside = _COUNTED.sub(" ", _NUMBER.sub(" ", raw, count=1).replace("+", " "))
    if not any(map(str.isalnum, re.sub(r"\bx\b|^x", " ", beside))):
        return one
    return Value(one.name, one.value, 0.6, READ_AS.format(raw, one.value))
