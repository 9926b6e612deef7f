"""What likely pairs of records say of one another: two that are a third, one that cannot be two."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from models.matching.facts import birth_level
from models.matching.kin import APART
from models.records.papers import PairRecord

Pair = tuple[int, int]
MANY, CLEARLY = 40, 4.0
"""From how many records beside one nothing is told of it; bits
by which one pair outweighs another."""
Beside = dict[int, dict[int, float]]


def through(found: Iterable[PairRecord]) -> dict[Pair, int]:
    """Pairs not likely by themselves, each with a record that both are likely the same as."""
    beside = _beside(found)
    return {
        (one, other): third
        for third, others in beside.items()
        if len(others) <= MANY
        for one, other in combinations(sorted(others), 2)
        if other not in beside[one]
    }


def torn(
    found: Iterable[PairRecord],
    births: Mapping[int, date | None],
    one_already: Callable[..., bool],
    sure: Collection[Pair] = (),
) -> dict[Pair, int]:
    """Likely pairs of a record that is as likely another, born on another day; each with that one.

    One record cannot be both. The weightier pair stands where it is so clearly; where neither is,
    neither does. Two dates that a third one joins, as slips of it, are of one person.
    `one_already` says of two that somebody joined them; `sure` are pairs so alike in all else that
    another date, which no second record of one of the two bears out, is a mistake.
    """
    held: dict[Pair, int] = {}
    beside = _beside(found)
    for one, others in beside.items():
        dated = [each for each in others if births.get(each)]
        if not 1 < len(dated) <= MANY:
            continue
        birth = _births_told_apart(births[each] for each in (one, *dated))
        standing = {
            each
            for each in dated
            if _pair(one, each) in sure and not _both_borne_out(one, each, births, beside)
        }
        for left, right in combinations(dated, 2):
            apart = birth[births[left]] != birth[births[right]]
            if apart and not one_already(left, right):
                for pair, other in _held(one, left, right, others):
                    if standing.isdisjoint(pair):
                        held[pair] = other
    return held


def _held(
    one: int, left: int, right: int, others: Mapping[int, float]
) -> Iterator[tuple[Pair, int]]:
    for mine, other in ((left, right), (right, left)):
        if others[mine] < others[other] + CLEARLY:
            yield _pair(one, mine), other


def _both_borne_out(
    one: int, other: int, births: Mapping[int, date | None], beside: Beside
) -> bool:
    """Whether each of two dates of birth is told by a second record likely the same."""
    return births[one] is None or all(
        any(births.get(each) == births[mine] for each in beside[mine]) for mine in (one, other)
    )


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _births_told_apart(dates: Iterable[date | None]) -> dict[date | None, int]:
    """Each date with a number that those have in common which may be one, slip by slip."""
    number: dict[date | None, int] = {}
    for at, one in enumerate(dates):
        met = {
            number[other]
            for other in number
            if one and other and birth_level(one, other) not in APART
        }
        number = {other: at if each in met else each for other, each in number.items()}
        number[one] = at
    return number


def _beside(found: Iterable[PairRecord]) -> Beside:
    """Each record with those that it is likely the same as, and by what weight."""
    beside: Beside = defaultdict(dict)
    for one in found:
        if one.likely:
            beside[one.subject_id][one.with_id] = one.weight
            beside[one.with_id][one.subject_id] = one.weight
    return beside
