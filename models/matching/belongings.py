"""Telephones, vehicles, accounts and homes of people: what it says that two have one in common."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_set_ratio

from models.matching.evidence import bits
from models.records.papers import MatchReason
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.names import plain
from models.rules.partial_marks import fits, is_partial, known_signs

NOTES = {
    ("phone", "same"): "same telephone",
    ("phone", "slip"): "telephone one figure apart",
    ("vehicle", "same"): "same vehicle",
    ("vehicle", "slip"): "registration mark one sign apart",
    ("vehicle", "most"): "most of a registration mark the same",
    ("vehicle", "part"): "part of a registration mark the same",
    ("handle", "same"): "same online account",
    ("handle", "slip"): "online account one letter apart",
    ("address", "same"): "same address",
    ("address", "near"): "nearly the same address",
    ("address", "street"): "the same street",
}
SHORTEST, NEAR_STREET, MOST_SEEN = 5, 85, 5
Level = str | None
Texts = Collection[str]
NoSlip = Callable[[str, str], bool]
"""Whether of two numbers that are one figure apart each is a number of its own."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """What somebody has, each as it is compared; of homes the words, small and without marks."""

    phones: frozenset[str] = frozenset()
    vehicles: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    @property
    def keys(self) -> set[str]:
        """By what two who have one in common are found."""
        parts = {"t": self.phones, "v": self.vehicles, "h": self.handles, "a": self.addresses}
        return {f"{letter}{one}" for letter, each in parts.items() for one in each}


NOTHING = Belongings()


def in_no_row(_one: str, _other: str) -> bool:
    """What is said of numbers where nothing else on record is known."""
    return False


def address_key(text: str) -> str:
    """An address as compared: its words in their order, without the postcode."""
    words = plain(text).split()
    for count in (2, 1):
        if len(words) > count and POSTCODE.fullmatch(postcode_key("".join(words[-count:]))):
            words = words[:-count]
            break
    return " ".join(words)


def compare_belongings(
    mine: Belongings, theirs: Belongings, no_slip: NoSlip = in_no_row
) -> list[MatchReason]:
    """The evidence of what both have; that each has a telephone of its own says nothing.

    `no_slip` tells of two numbers one figure apart that each is a number of its own.
    """
    found = (
        ("phone", set_level(mine.phones, theirs.phones, no_slip)),
        ("vehicle", mark_level(mine.vehicles, theirs.vehicles)),
        ("handle", set_level(mine.handles, theirs.handles, no_slip)),
        ("address", address_level(mine.addresses, theirs.addresses)),
    )
    return [
        MatchReason(field, bits(field, level), NOTES[field, level])
        for field, level in found
        if level is not None and level != "other"
    ]


def set_level(mine: Texts, theirs: Texts, no_slip: NoSlip = in_no_row) -> Level:
    """How two sets of numbers or handles agree; none where either is empty."""
    if not mine or not theirs:
        return None
    if not set(mine).isdisjoint(theirs):
        return "same"
    slips = (not no_slip(one, other) for one in mine for other in theirs if _slip(one, other))
    return "slip" if any(slips) else "other"


def mark_level(mine: Texts, theirs: Texts) -> Level:
    """How two sets of registration marks agree; what was seen of one in part may fit many."""
    if any(one in theirs and not is_partial(one) for one in mine):
        return "same"
    fitting = ((one, other) for one in mine for other in theirs if one == other or fits(one, other))
    known = max((min(map(known_signs, pair)) for pair in fitting), default=0)
    if not known:
        return set_level(mine, theirs)
    return "most" if known >= MOST_SEEN else "part"


def address_level(mine: Texts, theirs: Texts) -> Level:
    """How the nearest two of two people's homes agree; none where either has none."""
    if not mine or not theirs:
        return None
    levels = {_homes(one, other) for one in mine for other in theirs}
    return next(each for each in ("same", "near", "street", "other") if each in levels)


def _homes(one: str, other: str) -> str:
    """One may say less than the other: a street without its town is the same street."""
    (number, street), (its_number, its_street) = _parted(one), _parted(other)
    if not street or not its_street or token_set_ratio(street, its_street) < NEAR_STREET:
        return "other"
    if number and its_number and number != its_number:
        return "street"
    whole = number == its_number and token_set_ratio(street, its_street) >= 99
    return "same" if whole and number else "near"


def _parted(text: str) -> tuple[str, str]:
    """The figures of the house, and the other words."""
    words = text.split()
    figures = [one for one in words if one[0].isdigit()]
    return " ".join(figures), " ".join(one for one in words if not one[0].isdigit())


def _slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= SHORTEST and OSA.distance(one, other, score_cutoff=1) == 1
