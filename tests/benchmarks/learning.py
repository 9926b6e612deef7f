"""Weights learned from the first halves of labelled sets: `python -m tests.benchmarks.learning`."""

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from math import prod
from pathlib import Path
from random import Random

from models.matching.belongings import address_level, set_level
from models.matching.facts import birth_level, postcode_level
from models.matching.likeness import surname_level
from models.matching.parts import NameParts
from models.matching.spelt import first_level
from models.rules.addresses import postcode_key
from tests.benchmarks.labelled import Labelled, fake, febrl, invented

BEFORE = Path(__file__).with_name("thought_before.toml")
WEIGHTS = Path("resources/matching/weights.toml")
OTHERS, DOUBTS = 100_000, (100.0, 3000.0)
"""Pairs of two people that are looked at in each set; how many pairs what was thought before stands
for, of one person and of two."""
SHARED = {
    ("address", "same"): 0.0002, ("address", "near"): 0.0003, ("address", "street"): 0.002,
    ("phone", "same"): 0.002, ("phone", "slip"): 0.0005, ("vehicle", "same"): 0.002,
    ("vehicle", "slip"): 0.0005, ("handle", "same"): 0.0005, ("handle", "slip"): 0.0003,
    ("dob", "new_year"): 0.00002,
}  # fmt: skip
"""Least chance that two people share one: sets of strangers know no sisters and no deal line,
and no children whose day of birth nobody knew."""
Pair = tuple[Labelled, Labelled]
Level = Callable[[Labelled, Labelled], str | None]


def main(folder: Path) -> None:
    """Write the file of weights anew, each set counting alike."""
    with BEFORE.open("rb") as text:
        before = tomllib.load(text)["chances"]
    sets = [
        [one for one in rows if one.learned_from]
        for rows in (febrl(folder), fake(folder), invented())
    ]
    for field, level in LEVELS.items():
        seen = [[_share(level, pairs) for pairs in (_same(rows), _others(rows))] for rows in sets]
        before[field] = {
            one: [
                max(
                    _mean(one, [each[side] for each in seen], was[side], DOUBTS[side]),
                    SHARED.get((field, one), 0.0) * side,
                )
                for side in (0, 1)
            ]
            for one, was in before[field].items()
        }
    WEIGHTS.write_text(_written(before), "utf-8")


def _share(level: Level, pairs: Iterable[Pair]) -> Counter[str]:
    return Counter(found for one, other in pairs if (found := level(one, other)))


def _mean(level: str, counts: list[Counter[str]], before: float, doubt: float) -> float:
    """The mean evidence of the sets that have the field, drawn towards what was thought before."""
    known = [one for one in counts if one.total() > 100]
    shares = [(one[level] + doubt * before) / (one.total() + doubt) for one in known]
    return prod(shares) ** (1 / len(shares)) if shares else before


def _same(rows: list[Labelled]) -> list[Pair]:
    of: dict[str, list[Labelled]] = defaultdict(list)
    for one in rows:
        of[one.who].append(one)
    return [pair for each in of.values() for pair in combinations(each, 2)]


def _others(rows: list[Labelled]) -> list[Pair]:
    random = Random(7)
    pairs = ((random.choice(rows), random.choice(rows)) for _ in range(OTHERS))
    return [(one, other) for one, other in pairs if one.who != other.who]


def _names(one: Labelled, other: Labelled) -> tuple[NameParts, NameParts] | None:
    """The names of both where each has two parts, turned round where that is how they agree."""
    if not one.facts.names or not other.facts.names:
        return None
    (mine,), (theirs,) = one.facts.taken_apart(), other.facts.taken_apart()
    if not mine.first or not theirs.first:
        return None
    turned = mine.first[0] == theirs.surname or mine.surname == theirs.first[0]
    return (mine, theirs.turned) if turned else (mine, theirs)


def _first(one: Labelled, other: Labelled) -> str | None:
    names = _names(one, other)
    return first_level(names[0].first, names[1].first) if names else None


def _surname(one: Labelled, other: Labelled) -> str | None:
    names = _names(one, other)
    return surname_level(names[0].surname, names[1].surname) if names else None


def _dob(one: Labelled, other: Labelled) -> str | None:
    mine, theirs = one.facts.birth_date, other.facts.birth_date
    return birth_level(mine, theirs) if mine and theirs else None


def _postcode(one: Labelled, other: Labelled) -> str | None:
    mine, theirs = postcode_key(one.facts.postcode), postcode_key(other.facts.postcode)
    return postcode_level(mine, theirs) if mine and theirs else None


def _had(what: str) -> Level:
    return lambda one, other: set_level(getattr(one.holds, what), getattr(other.holds, what))


def _address(one: Labelled, other: Labelled) -> str | None:
    return address_level(one.holds.addresses, other.holds.addresses)


LEVELS: dict[str, Level] = {
    "first": _first,
    "surname": _surname,
    "dob": _dob,
    "postcode": _postcode,
    "phone": _had("phones"),
    "vehicle": _had("vehicles"),
    "handle": _had("handles"),
    "address": _address,
}
HEAD = (
    "# Field and level: how often it is found of one person's two records, and of two people's.\n"
    "# Learned by tests/benchmarks/learning.py from halves of labelled sets; gender, numbers\n"
    "# and schools were set by hand, and so is how often two people share a home, a telephone,\n"
    "# a vehicle, an account or 1 January as their date of birth.\n"
)


def _written(chances: dict[str, dict[str, list[float]]]) -> str:
    parts = [HEAD]
    for field, levels in chances.items():
        parts.append(f"[chances.{field}]\n")
        parts += [f"{level} = [{m:.6f}, {u:.6f}]\n" for level, (m, u) in levels.items()]
    return "".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
