"""Invented people of many naming traditions, each written down as forms and hands have it.

What a tradition calls first, second and last is kept, and so are its own ways to say less: Singh
alone, a patronym left out, one of two surnames, words run together or apart. Cousins share a name,
and families a home and a telephone.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from models.matching.belongings import Belongings, address_key
from models.matching.weighing import Facts
from tests.benchmarks.labelled import Labelled

NAMES = Path("tests/data/names/traditions.toml")
STREETS = "Albion Beacon Cobden Dalton Elm Ferry Granby Holme Inkerman Jasmine Lime Navigation"
NOT_KNOWN = frozenset({"afghan", "eritrean"})
"""Where 1 January is written of many whose day of birth nobody knew."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Spelt = list[str]
"""A name first as it is, then in its other writings."""


@dataclass(frozen=True)
class Tradition:
    """Names, and the ways in which a whole name is written, with how often each is meant."""

    name: str
    boys: list[Spelt]
    girls: list[Spelt]
    second: list[Spelt]
    surnames: list[Spelt]
    other: list[Spelt]
    ways: list[str]
    like: list[int]


@dataclass(frozen=True)
class Known:
    """Somebody as he or she is; `parts` are the letters of a way."""

    who: str
    of: Tradition
    parts: dict[str, Spelt]
    born: date
    gender: str
    home: str
    code: str
    phone: str


def traditions() -> list[Tradition]:
    """All that are on file."""
    with NAMES.open("rb") as lines:
        return [
            Tradition(
                name,
                *(_spelt(said[what]) for what in ("boys", "girls", "second", "surnames")),
                _spelt(said.get("other", said["surnames"])),
                said["ways"],
                said["like"],
            )
            for name, said in tomllib.load(lines).items()
        ]


def people_of(families: int, each: float = 2.2, seed: int = 11) -> list[Labelled]:
    """So many families, about so many records of each member, in no order; `side` is the origin."""
    random, origins = Random(seed), traditions()
    found = [
        _record(random, one)
        for at in range(families)
        for one in _family(random, at, origins[at % len(origins)])
        for _ in range(max(1, round(random.gauss(each, each / 3))))
    ]
    random.shuffle(found)
    return found


def _spelt(text: str) -> list[Spelt]:
    return [[one.replace("_", " ") for one in name.split("|")] for name in text.split()]


def _family(random: Random, at: int, of: Tradition) -> Iterator[Known]:
    """One to four children of a home, and now and then a cousin of the eldest one's very name."""
    surname, second = random.choice(of.surnames), random.choice(of.surnames)
    eldest, taken = None, list[Spelt]()
    born = date(2006, 1, 1) + timedelta(days=random.randrange(3500))
    home, code, phone = _home(random)
    for number in range(random.choice((1, 1, 2, 3, 4))):
        gender = random.choice(("Male", "Female"))
        parts = _named(random, of, gender, surname, second)
        one = Known(f"{at} {number}", of, parts, born, gender, home, code, phone)
        if parts["f"] not in taken:
            yield one
        taken.append(parts["f"])
        eldest = eldest or one
        born += timedelta(days=random.randrange(330, 1300))
    if eldest is not None and random.random() < 0.15:
        home, code, phone = _home(random)
        born = eldest.born + timedelta(days=random.randrange(40, 1200))
        yield replace(eldest, who=f"{at} c", born=born, home=home, code=code, phone=phone)


def _named(
    random: Random, of: Tradition, gender: str, surname: Spelt, second: Spelt
) -> dict[str, Spelt]:
    first = random.choice(of.girls if gender == "Female" else of.boys)
    parts = {"f": first, "s": surname, "t": second, "x": random.choice(of.other)}
    parts |= {"m": random.choice(of.second), "n": random.choice(of.second)}
    if of.name == "sikh":
        parts["m"] = of.second[gender == "Female"]
    return parts | {"j": [surname[0][0]]}


def _home(random: Random) -> tuple[str, str, str]:
    ends = "".join(random.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    return (
        f"{random.randrange(1, 120)} {random.choice(STREETS.split())} Street",
        f"NM{random.randrange(1, 40)} {random.randrange(1, 10)}{ends}",
        f"07{random.randrange(10**8, 10**9)}",
    )


def _record(random: Random, one: Known) -> Labelled:
    chance = random.random
    (way,) = random.choices(one.of.ways, one.of.like)
    code = one.code if chance() < 0.7 else None
    gender = one.gender if chance() < 0.8 else None
    phones = frozenset({one.phone}) if chance() < 0.35 else frozenset()
    homes = frozenset({address_key(one.home)}) if chance() < 0.5 else frozenset()
    facts = Facts((_name(random, one, way),), _birth(random, one), code, gender)
    return Labelled(one.who, one.of.name, facts, Belongings(phones=phones, addresses=homes))


def _name(random: Random, one: Known, way: str) -> str:
    said = "".join(letter if letter in " -" else _part(random, one.parts[letter]) for letter in way)
    if random.random() < 0.1:
        return said.upper()
    return said


def _part(random: Random, spelt: Spelt) -> str:
    word = random.choice(spelt[1:]) if len(spelt) > 1 and random.random() < 0.25 else spelt[0]
    if random.random() < 0.94 or len(word) < 4:
        return word
    at, letter = random.randrange(1, len(word)), random.choice(LETTERS)
    return random.choice((word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :]))


def _birth(random: Random, one: Known) -> date | None:
    chance, born = random.random(), one.born
    if chance < 0.2:
        return None
    if one.of.name in NOT_KNOWN and chance < 0.4:
        return born.replace(month=1, day=1)
    if chance > 0.97 and born.day <= 12:
        return born.replace(day=born.month, month=born.day)
    if chance > 0.92:
        return born.replace(day=born.day % 28 + 1)
    return born
