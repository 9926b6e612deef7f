"""How like two places are: by their names, by house and postcode, and by where they lie."""

import re
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio, token_set_ratio

from models.matching.nearby import compare_spots, spot
from models.matching.place_names import (
    are_unlike,
    bare,
    is_elsewhere,
    numbers,
    of_other_sorts,
    parted_alike,
    run_on,
    says_only_what,
    words_of,
)
from models.matching.spelt import slip
from models.matching.things import PLACE_PARTS, place_words, run_together
from models.rules.addresses import postcode_key
from models.rules.names import plain

Found = tuple[float, str]
Words = tuple[str, ...]
NOTHING: Found = (0.0, "")
FIGURES = re.compile(r"\d+")
NEAR_WORDS, NEAR_STREET, WITHIN, SORT, UNNAMED = 82, 85, 98, 50, 11.0
"""Likeness of names and streets in hundredths, of a name that says no more than a part of the
other, and of one that says but the sort of place; what is worth at most where names are unlike."""
SOUGHT = "name or address"
HOUSES = {
    "house": (6.0, "same address"),
    "street": (6.0, "the same street"),
    "next": (-5.0, "another number of the street"),
    "flat": (-5.0, "another flat or floor of the house"),
    "other": NOTHING,
}
"""Neighbours of one street are two places; one house may hold two."""


def compare_places(asked: Words, known: Words) -> Found:
    """Evidence in bits, and why, for a place asked for by a name, an address or where it lies."""
    named = _called(asked[: 1 - PLACE_PARTS], known[: 1 - PLACE_PARTS], SOUGHT)
    house = _housed(asked, known) if not named[0] and _distant(asked, known)[0] > 0 else NOTHING
    return _summed(named, house, asked, known)


def one_place(one: Words, other: Words) -> Found:
    """Evidence in bits, and why, that two records are of one place.

    They need a name or a house in common, or to lie side by side: a postcode and a street are
    shared with the neighbours.
    """
    named = max(_called(_names(one, other), _names(other, one), "name"), NOTHING)
    house = _housed(one, other)
    if not named[0] and house[0] <= 0 and _distant(one, other)[0] <= 0:
        return NOTHING
    return _summed(named, house, one, other)


def _summed(named: Found, house: Found, one: Words, other: Words) -> Found:
    told = [each for each in (named, house, _coded(one, other), _distant(one, other)) if each[0]]
    if not any(weight > 0 for weight, _ in told):
        return NOTHING
    weight = sum(weight for weight, _ in told)
    return weight if named[0] else min(weight, UNNAMED), ", ".join(why for _, why in told)


def _names(words: Words, others: Words) -> Words:
    """What a record is called; its address too where the other one is called by a house's."""
    address = words[-PLACE_PARTS]
    housed = not others[-PLACE_PARTS] and any(map(FIGURES.search, others[:-PLACE_PARTS]))
    return (*words[:-PLACE_PARTS], address) if housed else words[:-PLACE_PARTS]


def _called(mine: Iterable[str], theirs: Words, what: str) -> Found:
    best = max((_alike(one, its) for one in mine for its in theirs if one and its), default=0.0)
    if best >= 99:
        return 10.0, f"same {what}"
    if best == WITHIN:
        return 8.0, f"one {what} within the other"
    if best == SORT:
        return (3.0, f"part of the {what}") if what == SOUGHT else NOTHING
    return (6.0, f"{what} nearly the same") if best >= NEAR_WORDS else NOTHING


def _alike(one: str, other: str) -> float:
    """How like in hundredths, whichever words come first, and however they are parted.

    Two that each have a number, flat or floor that the other has not are neighbours.
    """
    if is_elsewhere(numbers(one), numbers(other)):
        return 0.0
    if not words_of(one) or not words_of(other):
        return 100.0 if plain(one) == plain(other) else 0.0
    if ratio(run_together(one), run_together(other)) >= 99:
        return 100.0
    mine, theirs = parted_alike(words_of(one), words_of(other))
    if mine == theirs or of_other_sorts(mine, theirs):
        return 100.0 if mine == theirs else 0.0
    fewer, more = sorted((mine, theirs), key=len)
    if fewer <= more:
        return SORT if says_only_what(fewer) else WITHIN
    joined = ratio(run_together(one), run_together(other))
    best = max(token_set_ratio(*(" ".join(sorted(each)) for each in (mine, theirs))), joined)
    best = NEAR_WORDS if best < NEAR_WORDS and _misspelt_part(fewer, more) else best
    if best < NEAR_WORDS or are_unlike(mine, theirs, NEAR_WORDS):
        return SORT if run_on(words_of(one), words_of(other)) else 0.0
    return min(best, WITHIN - 1)


def _misspelt_part(fewer: set[str], more: set[str]) -> bool:
    """Whether all of two words or more stand in the other name, each but for a letter."""
    return len(fewer) > 1 and all(
        any(bare(one) == bare(other) or slip(one, other) for other in more) for one in fewer
    )


def _housed(asked: Words, known: Words) -> Found:
    """A street alone tells only of those whose names share a word."""
    level = _house_level(asked[-PLACE_PARTS], known[-PLACE_PARTS])
    mine, theirs = (_told(words[:-PLACE_PARTS]) for words in (asked, known))
    return NOTHING if level == "street" and mine.isdisjoint(theirs) else HOUSES[level]


def _house_level(one: str, other: str) -> str:
    streets = [" ".join(sorted(place_words(FIGURES.sub(" ", each)))) for each in (one, other)]
    if not all(streets) or token_set_ratio(*streets) < NEAR_STREET:
        return "other"
    mine, theirs = numbers(one), numbers(other)
    if not mine or not theirs:
        return "street"
    if mine.isdisjoint(theirs):
        return "next"
    return "flat" if is_elsewhere(mine, theirs) else "house"


def _told(names: Words) -> set[str]:
    return {word for name in names for word in place_words(name)}


def _coded(asked: Words, known: Words) -> Found:
    one, other = (postcode_key(words[1 - PLACE_PARTS]) for words in (asked, known))
    if not one or not other:
        return NOTHING
    if one == other:
        return 6.0, "same postcode"
    near = one[:-3] == other[:-3]
    return (-2.0, "another postcode") if near else (-5.0, "a postcode of another district")


def _distant(asked: Words, known: Words) -> Found:
    return compare_spots(spot(asked[-3:]), spot(known[-3:]))
