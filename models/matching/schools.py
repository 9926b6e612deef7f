"""Whether two schools are one, of which one may be said in fewer words."""

from rapidfuzz.fuzz import ratio

from models.matching.evidence import bits
from models.records.papers import MatchReason
from models.rules.names import plain

SAYS_NOTHING = frozenset({"the", "school", "sch"})
PLAIN_WORDS = frozenset({
    "school", "schools", "academy", "academies", "college", "community", "the", "of", "and", "at",
    "for", "in", "trust", "comprehensive", "comp", "grammar", "foundation", "voluntary", "aided",
    "controlled", "free", "technology", "sports", "specialist", "sch", "acad", "ce", "cofe", "rc",
    "c", "e", "church", "england", "catholic", "roman", "form", "centre", "center", "saint", "st",
    "boys", "girls", "pru", "nursery", "preschool", "primary", "infant", "infants", "junior",
    "juniors", "first", "middle", "secondary", "high", "upper", "sixth", "senior",
})  # fmt: skip
"""Words that schools of any name have."""
NO_SCHOOL = frozenset({
    "none", "not in school", "no school", "unknown", "not known", "na", "neet", "home educated",
    "ehe", "elective home education", "cme", "missing education", "not applicable", "excluded",
})  # fmt: skip
NEAR = 88


def compare_schools(one: str, other: str) -> list[MatchReason]:
    """The evidence that both go to one school; nothing where a text does not say which.

    Hillcrest and Hillcrest Academy are one; the primary and the high school of one name tell
    neither for nor against, as a child leaves one for the other, and nor do a high and an academy.
    """
    mine, theirs = plain(one), plain(other)
    if mine == theirs:
        return [] if mine in NO_SCHOOL else [_same("same school")]
    left, right = telling(mine), telling(theirs)
    if not left or not right or {mine, theirs} & NO_SCHOOL:
        return []
    if not _alike(left, right):
        return [MatchReason("school", bits("school", "other"), "another school")]
    said, its = ({*text.split()} - SAYS_NOTHING for text in (mine, theirs))
    if {*left} == {*right} and not (said <= its or its <= said):
        return []
    return [_same(f"same school ({one.strip()}, {other.strip()})")]


def telling(text: str) -> list[str]:
    """The words of a folded school that tell it from others, in their order."""
    return [word for word in text.split() if word not in PLAIN_WORDS]


def _alike(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if {*shorter} <= {*longer}:
        return True
    return ratio("".join(one), "".join(other)) >= NEAR


def _same(note: str) -> MatchReason:
    return MatchReason("school", bits("school", "same"), note)
