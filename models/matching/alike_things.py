"""How like two places, vehicles, telephones or accounts are, a part of a mark included."""

from rapidfuzz.distance import OSA

from models.matching.alike_places import NOTHING, Found, compare_places, one_place
from models.matching.given_out import row_of
from models.matching.things import handle_key
from models.rules.identifiers import phone_key
from models.rules.partial_marks import fits, is_partial, known_signs, mark_key, says_a_mark

WHOLE, SIGN, FIGURE, LEAST_SIGNS, LEAST_FIGURES = 15.0, 2.5, 1.5, 3, 6
MOST_IN_PART = 10.0
"""What a mark that was seen in part is worth at most: many may fit it."""
FIGURE_APART, HANDLE_COUNTED = "telephone number one figure apart", "handle one figure apart"
COUNTED = frozenset({FIGURE_APART, HANDLE_COUNTED})
"""Two numbers that were given out, to two: no pair of records is asked about for that alone."""


def compare_things(kind: str, asked: tuple[str, ...], known: tuple[str, ...]) -> Found:
    """Evidence in bits, and why in plain words; nothing where they are not alike."""
    if kind == "location":
        return compare_places(asked, known)
    compare = {"vehicle": _marks, "phone": _numbers}.get(kind, _handles)
    pairs = (compare(one, other) for one in asked for other in known if one and other)
    return max(pairs, default=NOTHING)


def alike(kind: str, one: tuple[str, ...], other: tuple[str, ...]) -> Found:
    """The evidence that two records are one.

    Telephones one figure apart are two, each somebody's, and so are handles that differ in their
    figures.
    """
    if kind == "location":
        return one_place(one, other)
    found = max(compare_things(kind, one, other), compare_things(kind, other, one))
    return NOTHING if found[1] in COUNTED else found


def _marks(asked: str, known: str) -> Found:
    if not (says_a_mark(asked) or says_a_mark(known)):
        return NOTHING  # "silver Astra" and "silver Astra" may be two
    one, other = mark_key(asked), mark_key(known)
    if one == other and is_partial(one):
        return min(SIGN * known_signs(one), MOST_IN_PART), f"the same part of a mark ({one})"
    if one == other:
        return WHOLE, "same registration mark"
    if fits(one, other):
        part, whole = sorted((one, other), key=known_signs)
        return min(SIGN * known_signs(part), MOST_IN_PART), f"part of the mark ({part} in {whole})"
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
            return WHOLE / 2, FIGURE_APART
    return NOTHING


def _handles(asked: str, known: str) -> Found:
    one, other = handle_key(asked), handle_key(known)
    if one == other:
        return WHOLE, "same handle"
    if min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=1) == 1:
        figures = row_of(one) and row_of(one) == row_of(other)
        return WHOLE / 2, HANDLE_COUNTED if figures else "handle one letter apart"
    return NOTHING
