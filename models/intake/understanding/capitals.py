"""Running text typed in capitals, written so that names and places stand out in it again."""

import re

LEAST, MOST = 8, 0.8  # words, share of letters
_PERSON = re.compile(r"\b([A-Z][A-Z'’-]+ [A-Z][A-Z'’-]+)(?=,? \(?(?:AGED? )?\d\d\b)")
_PLACE = re.compile(
    r"\b((?!THE\b|THIS\b|AND\b|AT\b|ON\b)(?:[A-Z][A-Z'’-]+ ){1,2}?"
    r"(?:ESTATE|STREET|ROAD|LANE|AVENUE|PARK|STATION|HOTEL|INN|ARCADE|HOUSE|COURT|CLUB|CENTRE|PRECINCT|SQUARE))\b"
)
_CALLED = re.compile(r"(?<=[\"“])([A-Z][A-Z ]{1,20})(?=[\"”])")


def without_capitals(text: str) -> str:
    """Return text as it would be typed in small letters; a text that is not shouted as it is."""
    letters = [letter for letter in text if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters)
    if len(text.split()) < LEAST or shouted < MOST * len(letters):
        return text
    spans = [one.span(1) for shape in (_PERSON, _PLACE, _CALLED) for one in shape.finditer(text)]
    lower = list(text.lower())
    for start, end in spans:
        lower[start:end] = text[start:end].title()
    spoken = "".join(lower)
    return re.sub(r"(?:^|(?<=[.!?]\s))[a-z]", lambda found: found[0].upper(), spoken)
