"""How two first names, or two words of names, are spelt alike: the level at which they agree."""

from rapidfuzz.distance import OSA, JaroWinkler

from models.matching.short_forms import is_known, short_form
from models.matching.sounding import distinct, sound

NEAR, ALIKE, LEAST_END = 0.88, 0.75, 4
"""Likeness from which words are nearly the same, and from which one may be the other badly written;
letters of the end of a name that may be said for the whole."""


def first_level(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How folded first names agree, the first of each before all.

    Mohammed Hassan and Mohammed Bilal are brothers: of several names one alone is the same.
    """
    if one[0] == other[0]:
        return "same" if _rest_agrees(one[1:], other[1:]) else "partly"
    if len(one) + len(other) > 2 and "".join(one) == "".join(other):
        return "slip"
    level = near_first(one[0], other[0])
    if level == "other" and {*one} & {*other}:
        return "middle" if one[0] in other or other[0] in one else "partly"
    return level


def another_person(level: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether first names differ as those of sisters and brothers do, and not by mistakes."""
    if level == "partly":
        return True
    return all(apart(one[0], theirs) for theirs in other) and all(
        apart(mine, other[0]) for mine in one[1:]
    )


def _rest_agrees(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether nothing that both say after the first name is another name."""
    if not one or not other:
        return True
    return not all(apart(mine, theirs) for mine in one for theirs in other)


def apart(left: str, right: str) -> bool:
    """Two names that are known ones, or too unlike for one to be the other written wrongly."""
    level = near_first(left, right)
    if level == "near" and distinct(left, right):
        return True
    if level != "other":
        return level == "unlike"
    known = is_known(left) and is_known(right)
    return known or not JaroWinkler.similarity(left, right, score_cutoff=ALIKE)


def near_first(left: str, right: str) -> str:
    """How two words agree as first names, a short form and an initial among the levels."""
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    if len(shorter) == 1:
        return "initial" if longer[0] == shorter else "unlike"
    level = spelling(left, right)
    if level in ("near", "other") and (
        short_form(left, right) or longer.startswith(shorter) or _ends_as(longer, shorter)
    ):
        return "short"
    return level


def _ends_as(longer: str, shorter: str) -> bool:
    """Whether one is the end of the other, as Emeka is of Chukwuemeka; Anna is not of Joanna."""
    return len(shorter) >= LEAST_END and longer.endswith(shorter) and not is_known(shorter)


def spelling(one: str, other: str) -> str:
    """How two words agree as they are spelt and sound."""
    if not distinct(one, other):
        if slip(one, other):
            return "slip"
        if sound(one) == sound(other):
            return "sound"
    if JaroWinkler.similarity(one, other, score_cutoff=NEAR):
        return "near"
    return "initial" if min(len(one), len(other)) == 1 and one[:1] == other[:1] else "other"


def slip(one: str, other: str) -> bool:
    """Whether two words of four letters or more are a single slip of the pen apart."""
    if min(len(one), len(other)) < 4:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1
