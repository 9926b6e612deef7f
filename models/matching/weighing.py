"""Everything that speaks for and against two records being the same person, weighed together."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.matching.facts import compare_births, compare_genders, compare_postcodes
from models.matching.likeness import UNLIKE, Likeness, compare_names
from models.records.papers import MatchReason

ALIAS_LESS = 2.0
LEAST = 0.0


@dataclass(frozen=True)
class Facts:
    """What is known of somebody, as far as it is compared; the first name is the main one."""

    names: tuple[str, ...] = ()
    birth_date: date | None = None
    postcode: str | None = None
    gender: str | None = None
    system_id: str | None = None
    nhs_number: str | None = None


@dataclass(frozen=True)
class Weighed:
    """The evidence in bits and its reasons, the strongest first."""

    weight: float
    reasons: tuple[MatchReason, ...]

    def probability(self, among: int) -> float:
        """How likely sameness is, where each of `among` people was as likely before."""
        odds = self.weight - math.log2(max(among, 2))
        return round(1 / (1 + 2 ** -max(min(odds, 60.0), -60.0)), 4)

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return "; ".join(one.note for one in self.reasons)


def weigh(asked: Facts, known: Facts, rarity: float = 8.0) -> Weighed:
    """What speaks for and against; what either side does not have says nothing."""
    found: list[MatchReason] = []
    if asked.names and known.names:
        name = _best_name(asked.names, known.names, rarity)
        found.append(MatchReason("name", round(name.weight, 2), name.note))
    if asked.birth_date and known.birth_date:
        found.append(_reason("dob", compare_births(asked.birth_date, known.birth_date)))
    if asked.postcode and known.postcode:
        found.append(_reason("postcode", compare_postcodes(asked.postcode, known.postcode)))
    if asked.gender and known.gender:
        found.append(_reason("gender", compare_genders(asked.gender, known.gender)))
    found += _numbers(asked, known)
    told = sorted((one for one in found if one.weight), key=lambda one: -abs(one.weight))
    return Weighed(round(sum(one.weight for one in told), 2), tuple(told))


def _reason(field: str, found: tuple[float, str]) -> MatchReason:
    return MatchReason(field, found[0], found[1])


def _best_name(asked: Iterable[str], known: tuple[str, ...], rarity: float) -> Likeness:
    best = UNLIKE
    for one in asked:
        for place, other in enumerate(known):
            found = compare_names(one, other, rarity)
            if place and found.weight > 0:
                note = f"Another name on record: {found.note[:1].lower()}{found.note[1:]}"
                found = Likeness(found.weight - ALIAS_LESS, note)
            best = max(best, found, key=lambda each: each.weight)
    return best


def _numbers(asked: Facts, known: Facts) -> list[MatchReason]:
    found = []
    for field, what in (("nhs_number", "NHS number"), ("system_id", "system id")):
        one, other = getattr(asked, field), getattr(known, field)
        if one and other:
            same = number_key(one) == number_key(other)
            weight = 14.0 if same else -6.0
            found.append(MatchReason(field, weight, f"{'Same' if same else 'Another'} {what}"))
    return found


def number_key(text: str | None) -> str:
    """An identifier as compared: no spaces or dashes, capitals."""
    return "".join(one for one in (text or "").upper() if one.isalnum())
