"""Small numbers held back from tables that go to the public, so that no sum tells them."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import highspy

LEAST, MOST = 1, 5
"""What is too few to be shown. Whatever is held back, the sums that are published with it fit every
number of these in its place (of a whole, as many from its parts' number on), and do so still where
the reader takes it that noughts are always shown: complementary cell suppression, after Fischetti
and Salazar-González, Solving the Cell Suppression Problem, Management Science 47 (2001)."""
WHOLES_COST = 8
"""How many times as dear as a part of the same size it is to lose a whole."""
Key = Hashable


@dataclass(frozen=True)
class Sum:
    """A figure that is the sum of others, and is known to be."""

    whole: Key
    parts: tuple[Key, ...]


def is_small(number: int) -> bool:
    """Whether a count may not be published: few enough to be somebody."""
    return LEAST <= number <= MOST


def held_back(
    figures: Mapping[Key, int],
    sums: Sequence[Sum],
    unpublished: Collection[Key] = (),
    before: Collection[Key] = (),
) -> frozenset[Key]:
    """Which figures may not be shown: the small ones, and those that would give them away.

    Those held back `before`, in what was published already, stay so, and small ones hide behind
    them. `unpublished` stand in sums but in no table, such as a remainder; they are protected too.
    A nought is held back where that costs least; then what is held back may be one. What a single
    sum of figures that stand tells all the same is shown: to hold it back would hide nothing.
    """
    small = [key for key, number in figures.items() if is_small(number)]
    hidden = set(small) | set(unpublished) | {one for one in before if one in figures}
    floors = least_known(figures, sums, unpublished)
    for key in sorted(small, key=lambda one: figures[one]):
        hidden |= _others_for(key, figures, sums, hidden, floors)
    return frozenset(hidden - _worked_out(hidden, sums, {*small, *unpublished, *before}))


def _worked_out(hidden: Collection[Key], sums: Sequence[Sum], stay: Collection[Key]) -> set[Key]:
    """Those of the hidden that are the only one missing in a sum, once others so told are shown."""
    told: set[Key] = set()
    while True:
        missing = ([one for one in (each.whole, *each.parts) if one in hidden and one not in told]
                   for each in sums)  # fmt: skip
        found = {few[0] for few in missing if len(few) == 1} - {*stay}
        if not found:
            return told
        told |= found


def least_known(
    figures: Mapping[Key, int], sums: Sequence[Sum], unpublished: Collection[Key] = ()
) -> Mapping[Key, int]:
    """What a reader may know of each figure that is held back: no less than its parts add up to.

    One that is somebody is no nought, and so is each of its parts that are shown.
    """
    floors = {
        one: 0 if one in unpublished else min(number, LEAST) for one, number in figures.items()
    }
    while True:
        raised = {
            one.whole: least
            for one in sums
            if (least := sum(floors[part] for part in one.parts)) > floors[one.whole]
        }
        if not raised:
            return floors
        floors |= raised


def _others_for(
    key: Key,
    figures: Mapping[Key, int],
    sums: Sequence[Sum],
    hidden: Collection[Key],
    floors: Mapping[Key, int],
) -> set[Key]:
    """The cheapest further figures without which one may be any of five numbers.

    Two worlds that agree on all that stays are asked for: in one it is the least that it can be,
    in the other as many more as lie between LEAST and MOST. Nothing falls below its floor.
    """
    model = _solver()
    roof = max(figures.values()) + MOST * len(figures)
    open_to = {one: model.addBinary() for one in figures if one not in hidden}
    for wanted in (floors[key], floors[key] + MOST - LEAST):
        world = {one: model.addIntegral(floors[one], roof) for one in figures}
        for one, number in figures.items():
            if one in open_to:
                model.addConstr(world[one] >= number - (number - floors[one]) * open_to[one])
                model.addConstr(world[one] <= number + (roof - number) * open_to[one])
        _add_up(model, world, sums)
        model.addConstr(world[key] == wanted)
    wholes = {one.whole for one in sums}
    if open_to:
        costs = [_cost(one, figures[one], wholes) * binary for one, binary in open_to.items()]
        model.minimize(_total(costs))
    else:
        model.solve()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError("no way was found to hold a small number back")
    return {one for one, binary in open_to.items() if model.val(binary) > 0.5}


def _cost(key: Key, number: int, wholes: Collection[Key]) -> int:
    return (number + 3) * (WHOLES_COST if key in wholes else 1)


def _solver() -> Any:
    model = highspy.Highs()
    model.silent()
    return model


def _add_up(model: Any, world: Mapping[Key, Any], sums: Iterable[Sum]) -> None:
    for one in sums:
        model.addConstr(_total([world[part] for part in one.parts]) == world[one.whole])


def _total(terms: Sequence[Any]) -> Any:
    return reduce(lambda left, right: left + right, terms)
