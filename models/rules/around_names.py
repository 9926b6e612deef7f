"""What stands around a word that is part of a name: whether it is meant as one there."""

import re
from collections.abc import Sequence

from models.rules.addresses import STREETS
from models.rules.name_parts import SHORTEST_HALF
from models.rules.names import plain
from models.rules.word_or_name import COMMON, is_a_name

OF_A_PLACE = STREETS | {
    "school", "academy", "college", "house", "park", "centre", "hall", "estate", "farm", "library",
    "hotel", "hospital", "surgery", "church",
}  # fmt: skip
SPACE = re.compile(r"\s+")
INITIAL_BEFORE = re.compile(r"(?<![\w.])([A-Z])(\.?)\s*$")
SAINT = re.compile(r"(?:Saint|Ss?t)\.?[ \u00a0]")
NO_INITIALS = frozenset({"A", "I"})


def is_named(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word that is somebody's name is meant as one."""
    if plain(words[at][0]) in COMMON:
        return is_a_name(text, words, at)
    return words[at][0][0].isupper() or len(words[at][0]) >= SHORTEST_HALF


def is_a_place(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """ "Ravenscroft Road" is no Ravenscroft."""
    if at + 1 >= len(words) or not beside(text, words[at], words[at + 1]):
        return False
    after = words[at + 1][0]
    return after[0].isupper() and plain(after) in OF_A_PLACE


def is_a_saint(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """ "St Mary's" is no Mary; behind "Mill St. Mary" the saint is a street."""
    if not at or SAINT.fullmatch(text, words[at - 1].start(), words[at].start()) is None:
        return False
    street = at > 1 and words[at - 2][0][0].isupper() and beside(text, *words[at - 2 : at])
    return not (street and at > 2)


def is_of_another_initial(text: str, surname: re.Match[str]) -> bool:
    """ "S. Pike" is not Darren Pike, whose own initial makes a whole name of it."""
    found = INITIAL_BEFORE.search(text, 0, surname.start())
    return found is not None and (bool(found[2]) or found[1] not in NO_INITIALS)


def beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether one word follows another with nothing but space between."""
    return SPACE.fullmatch(text, one.end(), other.start()) is not None
