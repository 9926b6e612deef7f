"""Whether a record that comes in is one on file: the same, to be asked about, or another."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.matching.facts import compare_births, gender_key, is_placeholder
from models.matching.kin import FEWEST
from models.matching.likeness import compare_names
from models.matching.parts import name_parts
from models.matching.weighing import Facts, weigh
from models.rules.identifiers import number_key
from models.rules.names import plain

ASKED_FROM = 11.0
BY_NAME = "Same name and date of birth"
PLACEHOLDER = f"{BY_NAME}, 1 January, which may stand for a day not known"


class Verdict(StrEnum):
    """What the program may conclude by itself: it joins only where nothing contradicts."""

    SAME = "same"
    ASK = "ask"
    OTHER = "other"


@dataclass(frozen=True)
class Judged:
    """The verdict on a pair, its weight in bits, and why in plain words."""

    verdict: Verdict
    weight: float
    why: str


def judge(given: Facts, known: Facts) -> Judged:
    """Whether `given` is `known`.

    The same system id, NHS number, or name with date of birth is the same person where nothing
    contradicts. An id that comes with another name or date of birth, and two ids for one name and
    date of birth, are asked about; so are near names. An initial never makes a name equal.
    """
    weighed = weigh(given, known).within(FEWEST)
    by_number = _same_number(given, known)
    against = _contradictions(given, known)
    named = _equal_name(given, known)
    born = given.birth_date is not None and given.birth_date == known.birth_date
    if by_number or (named and born):
        ground = by_number or (PLACEHOLDER if is_placeholder(given.birth_date) else BY_NAME)
        against += () if by_number else _other_gender(given, known)
        if not against:
            return Judged(Verdict.SAME, weighed.weight, ground)
        return Judged(Verdict.ASK, weighed.weight, f"{ground}, but {' and '.join(against)}")
    if weighed.weight >= ASKED_FROM:
        return Judged(Verdict.ASK, weighed.weight, weighed.why)
    return Judged(Verdict.OTHER, weighed.weight, weighed.why)


def is_again(given: Facts, known: Facts) -> bool:
    """Whether both are named by the very same words, two or more, and nothing speaks against it."""
    written = {plain(name) for name in given.names} & {plain(name) for name in known.names}
    against = _contradictions(given, known) + _other_gender(given, known)
    return any(" " in name for name in written) and not against


def _same_number(given: Facts, known: Facts) -> str:
    for field, what in (("system_id", "system id"), ("nhs_number", "NHS number")):
        one, other = (number_key(getattr(facts, field)) for facts in (given, known))
        if one and one == other:
            return f"Same {what}"
    return ""


def _contradictions(given: Facts, known: Facts) -> tuple[str, ...]:
    found = []
    for field, what in (("system_id", "another system id"), ("nhs_number", "another NHS number")):
        one, other = (number_key(getattr(facts, field)) for facts in (given, known))
        if one and other and one != other:
            found.append(what)
    if given.birth_date and known.birth_date and given.birth_date != known.birth_date:
        found.append(compare_births(given.birth_date, known.birth_date)[1].lower())
    if given.names and known.names and not _names_agree(given.names, known.names):
        found.append("another name")
    return tuple(found)


def _other_gender(given: Facts, known: Facts) -> tuple[str, ...]:
    """A namesake born on the same day may be a twin or another child altogether."""
    one, other = gender_key(given.gender), gender_key(known.gender)
    return ("another gender",) if one and other and one != other else ()


def _names_agree(given: Iterable[str], known: Iterable[str]) -> bool:
    """True where some pair has the same surname and no different first name, in either order."""
    known = tuple(known)
    return any(_agree(one, other) for one in given for other in known)


def _agree(given: str, known: str) -> bool:
    if compare_names(given, known).equal:
        return True
    one, other = name_parts(given), name_parts(known)
    if sorted(one.words) == sorted(other.words):
        return True
    if one.surname != other.surname:
        return False
    if not one.first or not other.first:
        return True
    shorter, longer = sorted((one.first[0], other.first[0]), key=len)
    return longer == shorter or (len(shorter) == 1 and longer.startswith(shorter))


def _equal_name(given: Facts, known: Facts) -> bool:
    return any(compare_names(one, other).equal for one in given.names for other in known.names)
