"""How like two names are: the same, swapped, misspelt, a short form, an initial, or unlike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from models.matching import evidence
from models.matching.evidence import bits
from models.matching.parts import NameParts, name_parts, read_alike
from models.matching.short_forms import is_first_name, is_known
from models.matching.spelt import another_person, apart, first_level, near_first, spelling
from models.rules.names import PARTICLES

SCRIPT_LESS, LESS, SHOWN_LESS = 2.0, 0.1, 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are in bits of evidence, why in plain words, and whether they are equal.

    `equal` is true only for the same first name and surname, never for an initial; `another`
    where both give a first name and it is not the same one, as sisters and brothers do; `first` is
    the level at which the first names agree.
    """

    weight: float
    note: str
    equal: bool = False
    another: bool = False
    first: str = "same"


@dataclass(frozen=True, slots=True)
class Rarity:
    """What an equal first name and an equal surname say, in bits; what a birth says less."""

    first: float = bits("first", "same")
    surname: float = bits("surname", "same")
    birth: float = 0.0


USUAL = Rarity()
UNLIKE = Likeness(bits("first", "other") + bits("surname", "other"), "Another name", another=True)
SAME_SURNAME, SAME_FIRST = "same surname", "same first name"


def rarity_of(name: NameParts, bearers: Callable[[Iterable[str]], int], among: int) -> Rarity:
    """What an equal first name and surname say: `bearers` counts who has the rarest of words."""
    return Rarity(
        evidence.rarity("first", bearers(name.first[:1]), among),
        evidence.rarity("surname", bearers(name.surname.split()), among),
    )


def compare_names(asked: str, known: str, rarity: Rarity = USUAL) -> Likeness:
    """How like two names are, as written."""
    return compare_parts(name_parts(asked), name_parts(known), rarity)


def compare_parts(one: NameParts, other: NameParts, rarity: Rarity = USUAL) -> Likeness:
    """How like two names are, already taken apart: straight, turned round, or one in the other."""
    if not one.surname or not other.surname:
        return Likeness(0.0, "no name to compare")
    if one.transliterated != other.transliterated:
        return _across_scripts(one, other, rarity)
    return _compared(one, other, rarity)


def _across_scripts(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    if one.transliterated:
        found = _compared(read_alike(one, other), other, rarity)
    else:
        found = _compared(one, read_alike(other, one), rarity)
    if found.weight <= SCRIPT_LESS:
        return found
    return Likeness(found.weight - SCRIPT_LESS, f"{found.note}, written in another script")


def _compared(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    if not one.first or not other.first:
        return _single(one, other, rarity)
    best = _part_by_part(one, other, rarity)
    if best.equal:
        return best
    for found in (_turned(one, other, rarity), _contained(one, other, rarity)):
        if found.weight > best.weight:
            best = found
    return best if best.weight > UNLIKE.weight else UNLIKE


def _part_by_part(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    surname, said = _surnames(one.surname, other.surname, rarity.surname)
    level = first_level(one.first, other.first)
    first, more = _firsts(level, one.first, other.first, rarity.first)
    if said == SAME_SURNAME and more == SAME_FIRST:
        return Likeness(surname + first, "same name", one.first == other.first)
    if surname < 0 and first < 0:
        return UNLIKE
    another = level in MAY_BE_ANOTHER and another_person(level, one.first, other.first)
    if level == "same" and surname < 0 and not is_known(one.first[0]):
        level = PERHAPS_SURNAME
    if level == "slip" and is_known(one.first[0]) is not is_known(other.first[0]):
        level = MISSPELT
    return Likeness(surname + first, f"{said}, {more}", another=another, first=level)


def _turned(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """As if one of the two had been written surname first."""
    if one.words[0][:1] != other.words[-1][:1] and one.words[-1][:1] != other.words[0][:1]:
        return UNLIKE
    if len(one.words) == len(other.words) and sorted(one.words) == sorted(other.words):
        weight = rarity.first + rarity.surname + _order(one, other)
        return Likeness(weight, "same names in another order")
    theirs = other.turned
    found = _part_by_part(one, theirs, rarity)
    if found.weight <= 0:
        return UNLIKE
    another = found.another or _of_one_surname(one, theirs)
    weight, note = found.weight + _order(one, other), f"names in another order ({found.note})"
    return replace(found, weight=weight, note=note, another=another)


def _order(one: NameParts, other: NameParts) -> float:
    """What it says against two that they come in another order; little where one shows that."""
    shown = any(
        is_first_name(each.words[-1]) and not is_first_name(each.words[0]) for each in (one, other)
    )
    return bits("order", "turned") / (SHOWN_LESS if shown else 1)


def _of_one_surname(one: NameParts, turned: NameParts) -> bool:
    """Whether what agrees is the surname, first in one name, so that the first names differ."""
    agrees = one.first[0]
    if is_known(agrees) or surname_level(one.surname, turned.surname) != "other":
        return False
    return all(apart(mine, its) for mine in one.surname.split() for its in turned.surname.split())


def _surnames(one: str, other: str, rarity: float) -> tuple[float, str]:
    level = surname_level(one, other)
    if level == "same":
        return rarity, SAME_SURNAME
    says = _no_more_than(rarity, bits("surname", level))
    if level == "part":
        return says, "part of the surname the same"
    return says, f"{SPELT[level].format('surname')} ({told(one)}, {told(other)})"


def surname_level(one: str, other: str) -> str:
    """How two folded surnames agree."""
    if one == other:
        return "same"
    shared = {*one.split()} & {*other.split()} - PARTICLES
    if " " in f"{one}{other}" and (shared or _run_on(one) == _run_on(other)):
        return "part"
    return spelling(one, other)


def _firsts(
    level: str, one: tuple[str, ...], other: tuple[str, ...], rarity: float
) -> tuple[float, str]:
    if level == "same":
        return rarity, SAME_FIRST
    said = SPELT[level].format("first name")
    if level not in ("initial", "unlike", "middle", "partly"):
        joined = "".join(one) == "".join(other)
        mine, theirs = (" ".join(each if joined else each[:1]) for each in (one, other))
        said = f"{said} ({told(mine)}, {told(theirs)})"
    return _no_more_than(rarity, bits("first", level)), said


def _no_more_than(equal: float, near: float) -> float:
    """What a name written otherwise says: of a common one no more than the very same says."""
    return min(near, max(equal - LESS, 0.0)) if near > 0 else near


SAME, MISSPELT = "same", "misspelt"
"""The first names are the same; one of them is a known name, and the other only a slip of it."""
PERHAPS_SURNAME = "perhaps a surname"
"""The first names are the same and the surnames not: both may be written surname first."""
MAY_BE_ANOTHER = ("other", "unlike", "partly", "near", PERHAPS_SURNAME)
SPELT = {
    "short": "short form of the first name",
    "slip": "{} one letter apart",
    "sound": "{} sounds the same",
    "near": "{} nearly the same",
    "initial": "initial agrees: only a person can tell",
    "middle": "one first name the same",
    "partly": "one first name the same and another not",
    "unlike": "initial differs",
    "other": "another {}",
}


def _single(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """One word alone, which may be a first name, a surname or a street name."""
    shorter, longer = (one, other) if not one.first else (other, one)
    word = shorter.surname
    if " " not in word and word == "".join(longer.words) and longer.first:
        return Likeness(rarity.surname, "same name, written in one word")
    if longer.first[1:] and word == "".join(longer.first):
        return Likeness(rarity.first - 1.0, "one name only, and it is the first name")
    if word == longer.surname:
        return Likeness(rarity.surname - 1.0, "one name only, and it is the surname")
    if longer.first and word == longer.first[0]:
        return Likeness(rarity.first - 1.0, "one name only, and it is the first name")
    if {*word.split()} <= {*longer.words}:
        return Likeness(rarity.first - 2.0, "one name only, and it is part of the other")
    tried = [(bits("surname", spelling(word, longer.surname)), "surname")]
    if longer.first:
        level = near_first(word, longer.first[0])
        tried.append((bits("first", level), "first name"))
    weight, what = max(tried)
    if weight <= 0:
        return Likeness(bits("surname", "other"), "another name")
    return Likeness(weight - 1.0, f"one name only, and near the {what}")


def _contained(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """A name of which every word stands in the other, such as a shorter form of a long name."""
    if len(one.words) == len(other.words):
        return UNLIKE
    shorter, longer = sorted((one.words, other.words), key=len)
    if not {*shorter} <= {*longer} or len("".join(shorter)) < 2:
        return UNLIKE
    weight = (rarity.first + rarity.surname) + bits("order", "turned") / 2
    return Likeness(weight, "part of a longer name, the same as far as it goes")


def _run_on(text: str) -> str:
    return text.replace(" ", "")


def told(word: str) -> str:
    """A folded name as it is written."""
    return word.title()
