"""What a reader who adds and takes away can make of figures that are held back.

The reader knows of each whether it is a nought, more than any reader can know.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence

import highspy

from models.rules.suppression import Sum

Figures = Mapping[Hashable, int]


def could_be(
    key: Hashable,
    figures: Figures,
    sums: Sequence[Sum],
    hidden: Collection[Hashable],
    unpublished: Collection[Hashable] = (),
) -> tuple[int, int | None]:
    """The least and the most that one figure may be; None stands for no upper bound."""
    known = {
        one: min(number, one not in unpublished) if one in hidden else number
        for one, number in figures.items()
    }
    least = _bound(key, figures, sums, hidden, known, least=True)
    return least or 0, _bound(key, figures, sums, hidden, known, least=False)


def _bound(
    key: Hashable,
    figures: Figures,
    sums: Sequence[Sum],
    hidden: Collection[Hashable],
    known: Figures,
    *,
    least: bool,
) -> int | None:
    model = highspy.Highs()
    model.silent()
    world = {}
    for one, number in figures.items():
        high = float(highspy.kHighsInf) if one in hidden else number
        world[one] = model.addIntegral(known[one], high)
    for one in sums:
        first, *rest = (world[part] for part in one.parts)
        model.addConstr(sum(rest, first) == world[one.whole])
    found = model.minimize(world[key]) if least else model.maximize(world[key])
    ends = highspy.HighsModelStatus
    endless = model.getModelStatus() in (ends.kUnbounded, ends.kUnboundedOrInfeasible)
    if found != highspy.HighsStatus.kOk or endless:
        return None
    return round(model.val(world[key]))
