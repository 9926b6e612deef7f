"""Whether a full name is so rare that it tells by itself who is meant."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

from models.matching.evidence import BEFORE
from models.matching.parts import name_parts
from models.matching.sounding import as_heard
from models.rules.names import plain

_FILE = "common_names.txt"
AREA, SURE, COMMON = 100_000, 0.25, 1.0
"""Adults among whom a panel's persons of concern live at least; how many others of the name may be
expected among them for it to be rare, and from how many on it is common."""
UNLISTED = {"first": 3.0, "surname": 2.0}
"""Bearers of a name that is on no list, among so many."""
PER = 10_000
Bearers = Callable[[str], int]
"""How many on record bear a word in their name."""
TWO = 2


def is_rare(name: str, others: Bearers, among: int) -> bool:
    """Whether hardly anybody else in the panel's area can bear the name.

    How common its parts are by the list is mixed with how many others of so many on record bear
    them, as `evidence.rarity` does.
    """
    bear = _expected(name, others, among)
    return bear is not None and bear < SURE


def is_common(name: str, bearers: Bearers, among: int) -> bool:
    """Whether a third in the panel's area is as good as sure to bear a name that two bear.

    `bearers` counts all on record who bear a word, those two among them.
    """
    bear = _expected(name, lambda word: max(bearers(word) - TWO, 0), among)
    return bear is None or bear >= COMMON


def _expected(name: str, others: Bearers, among: int) -> float | None:
    """How many others in an area bear the name; None of a name without first name and surname."""
    parts = name_parts(name)
    if not parts.first or not parts.surname:
        return None
    first = _share("first", parts.first[0], others(parts.first[0]), among)
    words = parts.surname.split()
    surname = min(_share("surname", one, others(one), among) for one in words)
    return AREA * first * surname


def _share(field: str, word: str, others: int, among: int) -> float:
    usual = _listed().get((field, as_heard(word)), UNLISTED[field]) / PER
    return (others + usual * BEFORE) / (among + BEFORE)


@cache
def _listed() -> dict[tuple[str, str], float]:
    """Each name as it is heard: Smyth is no rarer than Smith."""
    found: dict[tuple[str, str], float] = {}
    for field, name, share in _lines():
        one = (field, as_heard(plain(name)))
        found[one] = max(share, found.get(one, 0.0))
    return found


def _lines() -> Iterator[tuple[str, str, float]]:
    text = resources.files("resources").joinpath("matching", _FILE).read_text("utf-8")
    field = ""
    for line in text.splitlines():
        share, colon, names = line.partition(":")
        if line.startswith("["):
            field = line.strip("[]")
        elif colon and not line.startswith("#"):
            yield from ((field, one.strip(), float(share)) for one in names.split(","))
