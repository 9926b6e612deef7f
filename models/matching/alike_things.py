"""How like two places, vehicles, telephones or accounts are, a part of a mark included."""

import re

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio, token_set_ratio

from models.matching.belongings import address_level
from models.matching.nearby import compare_spots, spot
from models.matching.things import PLACE_PARTS, handle_key, place_words, run_together
from models.rules.addresses import postcode_key
from models.rules.identifiers import number_key, phone_key
from models.rules.names import plain

Found = tuple[float, str]
NOTHING: Found = (0.0, "")
WHOLE, SIGN, FIGURE, LEAST_SIGNS, LEAST_FIGURES = 15.0, 2.5, 1.5, 3, 6
FIGURES = re.compile(r"\d+")
NEAR_WORDS, UNNAMED, OTHER_HOUSE = 82, 11.0, -4.0
"""Likeness of names in hundredths; what place and postcode are worth at most without a name."""


def compare_things(kind: str, asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    """Evidence in bits, and why in plain words; nothing where they are not alike."""
    if kind == "location":
        return _places(asked, known)
    compare = {"vehicle": _marks, "phone": _numbers}.get(kind, _handles)
    pairs = (compare(one, other) for one in asked for other in known if one and other)
    return max(pairs, default=NOTHING)


def alike(kind: str, one: tuple[str, ...], other: tuple[str, ...]) -> Found:
    """The evidence that two records are one.

    Places need a name in common, or to lie side by side, not a postcode alone.
    """
    if kind == "location" and not _named(one, other)[0] and _distant(one, other)[0] <= 0:
        return NOTHING
    return max(compare_things(kind, one, other), compare_things(kind, other, one))


def _marks(asked: str, known: str) -> Found:
    one, other = number_key(asked), number_key(known)
    if one == other:
        return WHOLE, "same registration mark"
    if len(one) >= LEAST_SIGNS and one in other:
        return SIGN * len(one), f"part of the mark ({one} in {other})"
    if min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=1) == 1:
        return WHOLE / 2, f"registration mark one sign apart ({one}, {other})"
    return NOTHING


def _numbers(asked: str, known: str) -> Found:
    one, other = phone_key(asked), phone_key(known)
    if one == other:
        return WHOLE, "same telephone number"
    if min(len(one), len(other)) >= LEAST_FIGURES:
        if other.endswith(one):
            return FIGURE * len(one), f"ends in the same {len(one)} figures"
        if OSA.distance(one, other, score_cutoff=1) == 1:
            return WHOLE / 2, "telephone number one figure apart"
    return NOTHING


def _handles(asked: str, known: str) -> Found:
    one, other = handle_key(asked), handle_key(known)
    if one == other:
        return WHOLE, "same handle"
    if min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=1) == 1:
        return WHOLE / 2, "handle one letter apart"
    return NOTHING


def _places(asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    named, distant = _named(asked, known), _distant(asked, known)
    found = [named, _coded(asked, known), distant]
    if not named[0] and distant[0] > 0:
        found.append(_housed(asked, known))
    told = [one for one in found if one[0]]
    if not any(weight > 0 for weight, _ in told):
        return NOTHING
    weight = sum(weight for weight, _ in told)
    return weight if named[0] else min(weight, UNNAMED), ", ".join(why for _, why in told)


def _housed(asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    """Neighbours of one street are two places."""
    homes = (frozenset(filter(None, [plain(words[-PLACE_PARTS])])) for words in (asked, known))
    if address_level(*homes) == "street":
        return OTHER_HOUSE, "another number of the street"
    return NOTHING


def _named(asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    mine, theirs = ([one for one in words[: 1 - PLACE_PARTS] if one] for words in (asked, known))
    best = max((_alike_names(one, other) for one in mine for other in theirs), default=0.0)
    if best >= 99:
        return 10.0, "same name or address"
    return (6.0, "name or address nearly the same") if best >= NEAR_WORDS else NOTHING


def _alike_names(one: str, other: str) -> float:
    """How like in hundredths, whichever words come first, and however they are parted.

    Two that each have a number, and not the same one, are neighbours.
    """
    numbers = [{*FIGURES.findall(each)} for each in (one, other)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return 0.0
    mine, theirs = (" ".join(sorted(place_words(each))) for each in (one, other))
    joined = ratio(run_together(one), run_together(other))
    return max(token_set_ratio(mine, theirs), joined)


def _coded(asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    one, other = (postcode_key(words[1 - PLACE_PARTS]) for words in (asked, known))
    if not one or not other:
        return NOTHING
    return (6.0, "same postcode") if one == other else (-2.0, "another postcode")


def _distant(asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    return compare_spots(spot(asked[-3:]), spot(known[-3:]))
