"""How like two names are: the same, swapped, misspelt, a short form, an initial, or unlike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import OSA, JaroWinkler

from models.matching import evidence
from models.matching.evidence import bits
from models.matching.latin import in_latin
from models.matching.short_forms import short_form
from models.remembering import remembered
from models.rules.names import PARTICLES, parse_name, plain

NEAR = 0.88


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as compared: folded first names and surname."""

    first: tuple[str, ...]
    surname: str

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name, surname last."""
        return (*self.first, *self.surname.split())

    @property
    def turned(self) -> "NameParts":
        """The name as if its parts had been written in the other order."""
        words = self.words
        return NameParts(words[1:], words[0])


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are in bits of evidence, why in plain words, and whether they are equal.

    `equal` is true only for the same first name and surname, never for an initial.
    """

    weight: float
    note: str
    equal: bool = False


@dataclass(frozen=True, slots=True)
class Rarity:
    """What an equal first name and an equal surname say, in bits."""

    first: float = bits("first", "same")
    surname: float = bits("surname", "same")


USUAL = Rarity()
UNLIKE = Likeness(bits("first", "other") + bits("surname", "other"), "Another name")
SAME_SURNAME, SAME_FIRST = "same surname", "same first name"


@remembered(65536)
def name_parts(name: str) -> NameParts:
    """A name in either order, titles apart, as it is compared: in Latin letters."""
    parsed = parse_name(in_latin(name))
    first = tuple(word for part in parsed.first for word in plain(part).split())
    return NameParts(first, plain(parsed.surname))


@remembered(65536)
def sound(word: str) -> str:
    """How a word sounds, so that Catherine is found for Kathryn."""
    return jellyfish.metaphone(word) or word[:1]


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
    first, more = _firsts(one.first, other.first, rarity.first)
    if said == SAME_SURNAME and more == SAME_FIRST:
        return Likeness(surname + first, "same name", one.first == other.first)
    if surname < 0 and first < 0:
        return UNLIKE
    return Likeness(surname + first, f"{said}, {more}")


def _turned(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """As if one of the two had been written surname first."""
    if one.words[0][:1] != other.words[-1][:1] and one.words[-1][:1] != other.words[0][:1]:
        return UNLIKE
    if sorted(one.words) == sorted(other.words):
        weight = rarity.first + rarity.surname + bits("order", "turned")
        return Likeness(weight, "same names in another order")
    found = _part_by_part(one, other.turned, rarity)
    if found.weight <= 0:
        return UNLIKE
    weight = found.weight + bits("order", "turned")
    return Likeness(weight, f"names in another order ({found.note})")


def _surnames(one: str, other: str, rarity: float) -> tuple[float, str]:
    level = surname_level(one, other)
    if level == "same":
        return rarity, SAME_SURNAME
    if level == "part":
        return bits("surname", level), "part of the surname the same"
    return bits("surname", level), f"{SPELT[level].format('surname')} ({told(one)}, {told(other)})"


def surname_level(one: str, other: str) -> str:
    """How two folded surnames agree."""
    if one == other:
        return "same"
    shared = {*one.split()} & {*other.split()} - PARTICLES
    if " " in f"{one}{other}" and (shared or _run_on(one) == _run_on(other)):
        return "part"
    return _spelling(one, other)


def _firsts(one: tuple[str, ...], other: tuple[str, ...], rarity: float) -> tuple[float, str]:
    level = first_level(one, other)
    if level == "same":
        return rarity, SAME_FIRST
    said = SPELT[level].format("first name")
    if level not in ("initial", "unlike", "middle"):
        said = f"{said} ({told(one[0])}, {told(other[0])})"
    return bits("first", level), said


def first_level(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How folded first names agree, the first of each before all."""
    if one[0] == other[0]:
        return "same"
    level = _near_first(one[0], other[0])
    if level == "other" and len(one) + len(other) > 2:
        if {*one} & {*other}:
            return "middle"
        if "".join(one) == "".join(other):
            return "slip"
    return level


def _near_first(left: str, right: str) -> str:
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    if len(shorter) == 1:
        return "initial" if longer[0] == shorter else "unlike"
    level = _spelling(left, right)
    if level in ("near", "other") and (short_form(left, right) or longer.startswith(shorter)):
        return "short"
    return level


def _spelling(one: str, other: str) -> str:
    if slip(one, other):
        return "slip"
    if sound(one) == sound(other):
        return "sound"
    if JaroWinkler.similarity(one, other, score_cutoff=NEAR):
        return "near"
    return "initial" if min(len(one), len(other)) == 1 and one[:1] == other[:1] else "other"


SPELT = {
    "short": "short form of the first name",
    "slip": "{} one letter apart",
    "sound": "{} sounds the same",
    "near": "{} nearly the same",
    "initial": "initial agrees: only a person can tell",
    "middle": "one first name the same",
    "unlike": "initial differs",
    "other": "another {}",
}


def _single(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """One word alone, which may be a first name, a surname or a street name."""
    shorter, longer = (one, other) if not one.first else (other, one)
    word = shorter.surname
    if word == longer.surname:
        return Likeness(rarity.surname - 1.0, "one name only, and it is the surname")
    if longer.first and word == longer.first[0]:
        return Likeness(rarity.first - 1.0, "one name only, and it is the first name")
    if {*word.split()} <= {*longer.words}:
        return Likeness(rarity.first - 2.0, "one name only, and it is part of the other")
    tried = [(bits("surname", _spelling(word, longer.surname)), "surname")]
    if longer.first:
        level = _near_first(word, longer.first[0])
        tried.append((bits("first", level), "first name"))
    weight, what = max(tried)
    if weight <= 0:
        return Likeness(bits("surname", "other"), "another name")
    return Likeness(weight - 1.0, f"one name only, and near the {what}")


def _contained(one: NameParts, other: NameParts, rarity: Rarity) -> Likeness:
    """A name of which every word stands in the other, such as a shorter form of a long name."""
    shorter, longer = sorted((one.words, other.words), key=len)
    if len(shorter) == len(longer) or not {*shorter} <= {*longer} or len("".join(shorter)) < 2:
        return UNLIKE
    weight = (rarity.first + rarity.surname) + bits("order", "turned") / 2
    return Likeness(weight, "part of a longer name, the same as far as it goes")


def _run_on(text: str) -> str:
    return text.replace(" ", "")


def told(word: str) -> str:
    """A folded name as it is written."""
    return word.title()


def slip(one: str, other: str) -> bool:
    """Whether two words of four letters or more are a single slip of the pen apart."""
    if min(len(one), len(other)) < 4:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1
