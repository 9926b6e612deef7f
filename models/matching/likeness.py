"""How like two names are: the same, swapped, misspelt, an initial, another name, or unlike."""

from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import OSA, JaroWinkler

from models.remembering import remembered
from models.rules.names import parse_name, plain

NEAR = 0.88


@dataclass(frozen=True)
class NameParts:
    """A name as compared: folded first names and surname."""

    first: tuple[str, ...]
    surname: str

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name, surname last."""
        return (*self.first, *self.surname.split())


@dataclass(frozen=True)
class Likeness:
    """How like two names are in bits of evidence, why in plain words, and whether they are equal.

    `equal` is true only for the same first name and surname, never for an initial.
    """

    weight: float
    note: str
    equal: bool = False


UNLIKE = Likeness(-6.0, "Another name")


@remembered(65536)
def name_parts(name: str) -> NameParts:
    """A name in either order, titles apart, as it is compared."""
    parsed = parse_name(name)
    first = tuple(word for part in parsed.first for word in plain(part).split())
    return NameParts(first, plain(parsed.surname))


@remembered(65536)
def sound(word: str) -> str:
    """How a word sounds, so that Catherine is found for Kathryn."""
    return jellyfish.metaphone(word) or word[:1]


def compare_names(asked: str, known: str, rarity: float = 8.0) -> Likeness:
    """How like two names are; `rarity` is the evidence that an equal surname gives, in bits."""
    one, other = name_parts(asked), name_parts(known)
    if not one.surname or not other.surname:
        return Likeness(0.0, "No name to compare")
    if one == other and one.first:
        return Likeness(rarity + 5.0, "Same name", equal=True)
    if sorted(one.words) == sorted(other.words) and one.first:
        return Likeness(rarity + 3.5, "Same names in another order")
    return max(
        (_part_by_part(one, other, rarity), _contained(one, other, rarity)),
        key=lambda found: found.weight,
    )


def _part_by_part(one: NameParts, other: NameParts, rarity: float) -> Likeness:
    surname, said = _surnames(one.surname, other.surname, rarity)
    first, more = _firsts(one.first, other.first)
    if surname < 0 and first < 0:
        return UNLIKE
    equal = said == SAME_SURNAME and more == SAME_FIRST
    note = "Same name" if equal else f"{said[:1].upper()}{said[1:]}, {more}"
    return Likeness(surname + first, note, equal)


SAME_SURNAME, SAME_FIRST = "Same surname", "same first name"


def _surnames(one: str, other: str, rarity: float) -> tuple[float, str]:
    if one == other:
        return rarity, SAME_SURNAME
    if {*one.split()} & {*other.split()} - {"de", "la", "van", "von", "al", "el", "der"}:
        return rarity - 2.0, "part of the surname the same"
    if slip(one, other):
        return rarity - 2.0, "surname one letter apart"
    if sound(one) == sound(other) and one[:1] == other[:1]:
        return rarity - 3.5, "surname sounds the same"
    if JaroWinkler.similarity(one, other) >= NEAR:
        return rarity - 4.0, "surname nearly the same"
    return -5.0, "another surname"


def _firsts(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    if not one or not other:
        return 0.0, "no first name to compare"
    left, right = one[0], other[0]
    if left == right:
        return 5.0, SAME_FIRST
    if {*one} & {*other}:
        return 3.5, "one first name the same"
    return _near_first(left, right)


def _near_first(left: str, right: str) -> tuple[float, str]:
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == 1:
        if longer.startswith(shorter):
            return 1.0, "initial agrees: only a person can tell"
        return -4.0, "initial differs"
    if longer.startswith(shorter):
        return 3.0, "short form of the first name"
    if slip(left, right):
        return 3.0, "first name one letter apart"
    if sound(left) == sound(right):
        return 2.5, "first name sounds the same"
    if JaroWinkler.similarity(left, right) >= NEAR:
        return 2.0, "first name nearly the same"
    return -4.0, "another first name"


def _contained(one: NameParts, other: NameParts, rarity: float) -> Likeness:
    """A name of which every word stands in the other, such as a street name or a shorter form."""
    shorter, longer = sorted((one.words, other.words), key=len)
    if not set(shorter) <= set(longer) or len("".join(shorter)) < 2:
        return UNLIKE
    if len(shorter) == 1:
        return Likeness(rarity - 4.0, "One name only, and it is part of the other")
    return Likeness(rarity, "Part of a longer name, the same as far as it goes")


def slip(one: str, other: str) -> bool:
    """Whether two words of four letters or more are a single slip of the pen apart."""
    if min(len(one), len(other)) < 4:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1
