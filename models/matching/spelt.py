"""How two first names, or two words of names, are spelt alike: the level at which they agree."""

from rapidfuzz.distance import OSA, JaroWinkler

from models.matching.short_forms import is_known, short_form
from models.matching.sounding import as_heard, distinct, sound

NEAR, ALIKE, LEAST_END, LEAST_SLIPPED = 0.88, 0.75, 4, 6
"""Likeness from which words are nearly the same, and from which one may be the other badly written;
letters of the end of a name that may be said for the whole, and of a second first name that
somebody may go by although a letter differs."""
BORNE_BY_MANY = frozenset(
    {"mohammed", "abdul", "syed", "sheikh", "mst", "singh", "kaur", "thi", "van"}
)
"""What stands in the names of many of one people, by which nobody goes alone."""
PRAISES = ("oluwa", "chukwu", "oghene", "olu", "ade")
"""What West African names begin with that is left out in calling: Oluwatobi is Tobi."""


def first_level(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How folded first names agree, the first of each before all.

    Mohammed Hassan and Mohammed Bilal are brothers: of several names one alone is the same.
    """
    if one[0] == other[0]:
        return "same" if _rest_agrees(one[1:], other[1:]) else "partly"
    if len(one) + len(other) > 2 and "".join(one) == "".join(other):
        return "slip"
    level = near_first(one[0], other[0])
    if level != "other" or len(one) + len(other) == 2:
        return level
    if one[0] in other or other[0] in one:
        return "middle"
    if any(_goes_by(mine, its) for mine in one[:1] for its in other[1:]) or any(
        _goes_by(mine, its) for mine in one[1:] for its in other[:1]
    ):
        return "middle"
    return "partly" if {*one} & {*other} else level


def _goes_by(one: str, other: str) -> bool:
    """Whether somebody whose first name is one may go by the other: written otherwise, or short."""
    shortest = min(len(one), len(other))
    if shortest < 2 or not BORNE_BY_MANY.isdisjoint((as_heard(one), as_heard(other))):
        return False
    level = near_first(one, other)
    return level in ("sound", "short") or (level == "slip" and shortest >= LEAST_SLIPPED)


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
    if len(shorter) < LEAST_END:
        return False
    if longer.endswith(shorter) and not is_known(shorter):
        return True
    called = next((longer[len(one) :] for one in PRAISES if longer.startswith(one)), "")
    return len(called) >= LEAST_END and (called == shorter or slip(called, shorter))


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
