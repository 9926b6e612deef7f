"""Names of places as they are compared: words joined or parted, kinds of places, flats, floors."""

import re

from rapidfuzz.fuzz import ratio

from models.rules.addresses import POSTCODE, STREETS
from models.rules.names import plain

PLAIN_WORDS = frozenset({
    "the", "and", "of", "a", "at", "near", "by", "flat", "apartment", "apt", "no", "floor",
    "saints", *STREETS,
})  # fmt: skip
KINDS = frozenset({
    "park", "inn", "hotel", "hostel", "pub", "bar", "club", "shop", "store", "shops", "church",
    "school", "academy", "college", "centre", "station", "bus", "train", "rail",
    "railway", "tram", "car", "carpark", "garage", "cafe", "takeaway", "kebab", "chicken", "pizza",
    "restaurant", "house", "home", "estate", "flats", "library", "market", "mosque", "gym", "pool",
    "field", "fields", "playground", "skate", "skatepark", "woods", "canal", "bridge", "underpass",
    "precinct", "arcade", "mall", "office", "unit", "barbers", "salon", "casino", "cinema",
    "hospital", "surgery", "bakery", "supermarket", "newsagent", "newsagents", "wash", "lodge",
})  # fmt: skip
"""Words that say what sort of place it is: many are, and two sorts are two places."""
FLOORS = {
    "basement": "-1", "lower ground": "-1", "ground": "0", "first": "1", "1st": "1",
    "second": "2", "2nd": "2", "third": "3", "3rd": "3", "top": "top",
}  # fmt: skip
SHORT = re.compile(r"\b([gfst])ff\b")
FLOOR = re.compile(rf"\b({'|'.join(FLOORS)})\s+(?:floor|flat)\b")
FIGURES = re.compile(r"(\d+)([a-z]?)\b")
FLAT_LETTER = re.compile(r"\b(?:flat|apartment|apt|unit)\s+([a-z])\b")
ONE_WAY = {"center": "centre", "saint": "st", "pk": "park", "stn": "station", "sch": "school"}
"""One writing for what is written in two."""
ONE_SORT = re.compile(r"\b(?:petrol|filling|service|gas) station\b")
"""What is a garage by another name."""
LEAST_BARE = 3
"""Letters from which a word loses its last s: St John's is St Johns and St John."""


def numbers(text: str) -> set[str]:
    """The house, flat and floor that a name or an address says, however each is written.

    >>> sorted(numbers("First floor flat, 8 Dock Road")), sorted(numbers("Flat B, 12 Mill Lane"))
    (['8', 'floor 1'], ['12', 'flat b'])
    >>> sorted(numbers("12b Mill Lane"))
    ['12', 'flat b']
    """
    said = _floors_in_full(plain(POSTCODE.sub(" ", text)))
    found = {f"floor {FLOORS[one]}" for one in FLOOR.findall(said)}
    found |= {f"flat {letter}" for letter in FLAT_LETTER.findall(said)}
    for figures, letter in FIGURES.findall(FLOOR.sub(" ", said)):
        found |= {figures, *([f"flat {letter}"] if letter else [])}
    return found


def is_elsewhere(one: set[str], other: set[str]) -> bool:
    """Whether each says a house, flat or floor that the other does not: they are neighbours."""
    return bool(one - other and other - one)


def words_of(text: str) -> list[str]:
    """The telling words of a place's name or address, in their order."""
    said = ONE_SORT.sub("garage", FLOOR.sub(" ", _floors_in_full(plain(text))))
    words = (ONE_WAY.get(word, word) for word in said.split())
    return [word for word in words if word not in PLAIN_WORDS and len(word) > 1]


def bare(word: str) -> str:
    """A word without the s of somebody's own."""
    return word[:-1] if len(word) > LEAST_BARE and word.endswith("s") else word


def parted_alike(one: list[str], other: list[str]) -> tuple[set[str], set[str]]:
    """The words of both, two that the other writes as one joined: Travel Inn and Travelinn."""
    return set(_joined(one, {*other})), set(_joined(other, {*one}))


def run_on(one: list[str], other: list[str]) -> set[str]:
    """The words that one writes in one and the other in two, so that they are its own name."""
    return {word for word in {*one} ^ {*other} if word in _joined(one, {*other})} & {
        *_joined(other, {*one})
    }


def are_unlike(one: set[str], other: set[str], near: int) -> bool:
    """Whether what tells two apart is no slip: Northmoor Park and Southmoor Park.

    Two that share more than one telling word may well be one by another's last word.
    """
    mine, theirs = (_unnumbered(each) for each in (one - other, other - one))
    if len(mine) != len(theirs) or not mine or len((one & other) - KINDS) > 1:
        return False
    return ratio(*(" ".join(sorted(map(bare, each))) for each in (mine, theirs))) < near


def _unnumbered(words: set[str]) -> set[str]:
    return {word for word in words if not FIGURES.search(word)}


def says_only_what(words: set[str]) -> bool:
    """Whether words say no more than the sort of place."""
    return words <= KINDS


def of_other_sorts(one: set[str], other: set[str]) -> bool:
    """Whether two of one name are of two sorts: a bus and a train station."""
    mine, theirs = one - other, other - one
    return bool(mine and theirs) and says_only_what(mine) and says_only_what(theirs)


def _joined(words: list[str], theirs: set[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in theirs:
            found[-1] += word
        else:
            found.append(word)
    return found


def _floors_in_full(text: str) -> str:
    begun = {"g": "ground", "f": "first", "s": "second", "t": "top"}
    return SHORT.sub(lambda one: f"{begun[one[1]]} floor flat", text)
