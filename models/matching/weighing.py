"""Everything that speaks for and against two records being the same person, weighed together."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from models.matching.belongings import (
    NOTHING,
    Belongings,
    NoSlip,
    compare_belongings,
    in_no_row,
)
from models.matching.evidence import bits
from models.matching.facts import BIRTHS, birth_level, compare_genders, compare_postcodes
from models.matching.kin import APART, COUSIN, NOTES, TWIN, Differ, apart
from models.matching.likeness import (
    MAY_BE_ANOTHER,
    MISSPELT,
    SAME,
    UNLIKE,
    USUAL,
    Likeness,
    Rarity,
    compare_parts,
)
from models.matching.parts import NameParts, name_parts
from models.matching.schools import compare_schools
from models.records.papers import MatchReason
from models.remembering import remembered
from models.rules.identifiers import number_key
from models.rules.listing import listed

ALIAS_LESS, JUST = 2.0, 0.01
NAMED = frozenset({"name", "gender"})
CONTRADICT = frozenset({"dob", "gender", "nhs_number"})
OF_MANY = 6.0
"""Bits of what many have in common who live or learn in one place."""
SHARED = "shared name"
SAME_OTHER = "the same other name"
NUMBERS = {"nhs_number": "NHS number", "system_id": "system id"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of somebody, as far as it is compared; the first name is the main one."""

    names: tuple[str, ...] = ()
    birth_date: date | None = None
    postcode: str | None = None
    gender: str | None = None
    system_id: str | None = None
    nhs_number: str | None = None
    school: str | None = None

    def taken_apart(self) -> tuple[NameParts, ...]:
        """The names as they are compared."""
        return tuple(name_parts(one) for one in self.names)


@dataclass(frozen=True)
class Weighed:
    """The evidence in bits and its reasons, the strongest first.

    `most` is what it is worth at most above one in everybody, where two of one family may be meant;
    `born` is how two dates of birth agree; `named_so` whether they have one first name, perhaps
    misspelt.
    """

    weight: float
    reasons: tuple[MatchReason, ...]
    most: float | None = None
    born: str | None = None
    named_so: bool = False

    def within(self, among: int, grown: bool = False) -> "Weighed":
        """The same among so many, no more than what two of one family may have in common.

        `grown`: of an age at which few live with a twin.
        """
        if self.most is None or self.weight <= (held := apart(among) + self.most):
            return self
        if grown and self.most == TWIN:
            return replace(self, most=None)
        held = round(held, 2)
        kin = MatchReason("family", round(held - self.weight, 2), NOTES[self.most])
        return replace(self, weight=held, reasons=(*self.reasons, kin))

    @property
    def by_name_alone(self) -> bool:
        """Whether hardly more than the name, and a gender that half of all share, speaks for it.

        A street, a school and the district of a postcode are those of many who are called alike.
        """
        speaks = {one.field: one.weight for one in self.reasons if one.weight > 0}
        beside = sum(weight for field, weight in speaks.items() if field not in NAMED)
        return "name" in speaks and "dob" not in speaks and beside < OF_MANY

    @property
    def is_contradicted(self) -> bool:
        """Whether another birth, gender or NHS number, or what a family has, stands against it."""
        against = {one.field for one in self.reasons if one.weight < 0}
        return self.most is not None or not against.isdisjoint(CONTRADICT)

    def of_a_namesake(self, among: int) -> "Weighed":
        """The same among so many, no more than two may have in common who bear a common name."""
        held = round(apart(among) + COUSIN, 2)
        if self.weight <= held:
            return self
        reasons = tuple(one for one in self.reasons if one.field != SHARED)
        less = round(held - sum(one.weight for one in reasons), 2)
        namesake = MatchReason("family", less, NOTES[COUSIN])
        return replace(self, weight=held, reasons=(*reasons, namesake), most=COUSIN)

    @property
    def name(self) -> float:
        """What the name says, in bits."""
        return next((one.weight for one in self.reasons if one.field == "name"), 0.0)

    def with_name_at_most(self, most: float) -> "Weighed":
        """The same where a name as like as this says no more than so many bits.

        Where another date of birth speaks against it, that is said already.
        """
        less = round(min(most - self.name, 0.0), 2)
        if self.name <= 0 or not less or self.born in APART:
            return self
        shared = MatchReason(SHARED, less, "a name that others here bear")
        return replace(self, weight=round(self.weight + less, 2), reasons=(*self.reasons, shared))

    def probability(self, among: int) -> float:
        """How likely sameness is, where each of `among` people was as likely before."""
        odds = self.weight - math.log2(max(among, 2))
        return round(1 / (1 + 2 ** -max(min(odds, 60.0), -60.0)), 4)

    @property
    def why(self) -> str:
        """The reasons in one sentence, what speaks against last."""
        speaks = [one.note for one in self.reasons if one.weight > 0]
        against = [one.note for one in self.reasons if one.weight < 0]
        said = listed(speaks)
        if against:
            said = f"{said}, but {listed(against)}" if said else listed(against)
        return said[:1].upper() + said[1:]


def weigh(
    asked: Facts,
    known: Facts,
    rarity: Rarity = USUAL,
    mine: Belongings = NOTHING,
    theirs: Belongings = NOTHING,
    no_slip: NoSlip = in_no_row,
) -> Weighed:
    """What speaks for and against; what either side does not have says nothing."""
    found, name = list[MatchReason](), None
    if asked.names and known.names:
        name = _best_name(_spoken(asked.names), _spoken(known.names), rarity)
        found.append(MatchReason("name", round(name.weight, 2), name.note))
    if mine is not NOTHING and theirs is not NOTHING:
        found += compare_belongings(mine, theirs, no_slip)
    return _weighed(found, asked, known, name, rarity.birth)


def _weighed(
    found: list[MatchReason], asked: Facts, known: Facts, name: Likeness | None, less: float
) -> Weighed:
    level, years = None, 0
    if asked.birth_date and known.birth_date:
        level = birth_level(asked.birth_date, known.birth_date)
        years = abs(asked.birth_date.year - known.birth_date.year)
        says = bits("dob", level)
        says = max(says - less, 0.0) if says > 0 else says
        found.append(MatchReason("dob", says, BIRTHS[level]))
    if asked.postcode and known.postcode:
        _add_postcode(found, _reason("postcode", compare_postcodes(asked.postcode, known.postcode)))
    if asked.gender and known.gender:
        found.append(_reason("gender", compare_genders(asked.gender, known.gender)))
    found += _numbers(asked, known)
    if asked.school and known.school:
        found += compare_schools(asked.school, known.school)
    told = sorted((one for one in found if one.weight), key=lambda one: -abs(one.weight))
    weight = round(sum(one.weight for one in told), 2)
    most = _at_most(told, name, level, years)
    named_so = name is not None and name.first in (SAME, MISSPELT)
    return Weighed(weight, tuple(told), most, level, named_so)


def _at_most(
    told: Iterable[MatchReason], name: Likeness | None, level: str | None, years: int
) -> float | None:
    """What two of one family or of one name have in common at most; no bound by a number."""
    speaks = {one.field for one in told if one.weight > 0}
    against = {one.field for one in told if one.weight < 0}
    if not speaks.isdisjoint(NUMBERS):
        return None
    return Differ(
        another=name is not None and name.another,
        alike=name is not None and name.first in MAY_BE_ANOTHER,
        level=level,
        years=years,
        genders="gender" in against,
        one_name=name is None or name.first in (SAME, MISSPELT),
        two_ids="system_id" in against,
        named=speaks <= NAMED,
    ).at_most


def _add_postcode(found: list[MatchReason], postcode: MatchReason) -> None:
    """A house and its postcode are one fact: the one that says more counts, not both."""
    home = next((one for one in found if one.field == "address"), None)
    if home is None:
        found.append(postcode)
    elif postcode.weight > home.weight:
        found[found.index(home)] = postcode


def _reason(field: str, found: tuple[float, str]) -> MatchReason:
    return MatchReason(field, found[0], found[1])


@remembered(65536)
def _spoken(names: tuple[str, ...]) -> tuple[NameParts, ...]:
    """The names taken apart, and each other of one word as a first name before the surname."""
    main, *others = apart = tuple(map(name_parts, names))
    alone = (one for one in others if main.first and not one.first and one.surname)
    return (*apart, *(replace(main, first=(one.surname,)) for one in alone))


def _best_name(
    asked: tuple[NameParts, ...], known: tuple[NameParts, ...], rarity: Rarity
) -> Likeness:
    """The likest of all their names; where none is alike, it is the first ones that differ."""
    best = first = UNLIKE
    for mine, one in enumerate(asked):
        for place, other in enumerate(known):
            found = compare_parts(one, other, rarity)
            if not mine and not place:
                first = found
            if place and found.weight > 0:
                found = _by_another(found, one.words == other.words, best)
            if found.weight > best.weight:
                best = found
    if best.weight > 0 or best.another == first.another:
        return best
    return replace(best, another=first.another)


def _by_another(found: Likeness, same: bool, best: Likeness) -> Likeness:
    """What a name that is not the one shown says: somewhat less; the very same comes first."""
    if not same:
        return Likeness(found.weight - ALIAS_LESS, f"another name on record, {found.note}")
    weight = found.weight - ALIAS_LESS
    if found.weight > best.weight:
        weight = max(weight, best.weight + JUST)
    return Likeness(weight, SAME_OTHER)


def _numbers(asked: Facts, known: Facts) -> list[MatchReason]:
    found = []
    for field, what in NUMBERS.items():
        one, other = getattr(asked, field), getattr(known, field)
        if one and other:
            level = "same" if number_key(one) == number_key(other) else "other"
            said = f"{level if level == 'same' else 'another'} {what}"
            found.append(MatchReason(field, bits(field, level), said))
    return found
