"""Letters of agencies, teams, services and fora: written in capitals they are nobody's name."""

import re

from models import codes
from models.rules.capture.field_words import field_words
from models.rules.names import plain

OF_BODIES = ("agency_kinds", "fora", "core_membership")
CAPITALS = re.compile(r"(?<!\w)[A-Z]{2,7}(?!\w)")
WORDS = re.compile(r"[^\W\d_]{2,}")


def is_of_the_field(text: str, start: int, end: int) -> bool:
    """Whether a word is the letters of an agency, a team or a service: "tell MASH".

    Where every other word of the text stands in capitals too, they tell nothing, and a word that
    somebody is named by may be a name.
    """
    word = text[start:end]
    if not (word.isascii() and word.isupper() and plain(word) in letters_of_field()):
        return False
    others = [one[0] for one in WORDS.finditer(text) if one.span() != (start, end)]
    others = [one for one in others if plain(one) not in letters_of_field()]
    return not others or any(not one.isupper() for one in others)


@codes.kept
def letters_of_field() -> frozenset[str]:
    """All of them, as compared, from the lists in force."""
    rows = (row for name in OF_BODIES for row in codes.load(name) if row.active)
    said = " ".join(" ".join((row.label, *row.synonyms)) for row in rows)
    listed = frozenset(plain(word) for word in CAPITALS.findall(said))
    return listed | field_words("letters") | field_words("told")
