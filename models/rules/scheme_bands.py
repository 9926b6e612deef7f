"""Bands of a scheme from one score to another: no gap, no overlap, and what they leave open."""

from collections.abc import Sequence

from models.codes.risk import Level, Scheme
from models.errors import Refusal
from models.rules.scheme_form import Question
from models.rules.scheme_sums import band

MOST_LEVELS, MOST_POINTS = 12, 9999


def check_bands(levels: Sequence[Level]) -> None:
    """Raises Refusal for two levels of one name, and for bands that overlap or leave a gap.

    A level without a band is professional judgement.
    """
    if len(levels) > MOST_LEVELS:
        raise Refusal(f"A scheme has {MOST_LEVELS} levels at most.", "levels")
    names = [one.label.casefold() for one in levels]
    if twice := next((one for one in levels if names.count(one.label.casefold()) > 1), None):
        raise Refusal(f"There are two levels “{twice.label}”.", "levels")
    banded = sorted((one for one in levels if one.low is not None), key=lambda one: one.low or 0)
    for lower, upper in zip(banded, banded[1:], strict=False):
        _check_meeting(lower, upper)


def open_ends(scheme: Scheme, asked: Sequence[Question]) -> tuple[str, ...]:
    """What the bands leave to judgement, in sentences; nothing is wrong with it."""
    banded = sorted(
        (one for one in scheme.levels if one.low is not None), key=lambda one: one.low or 0
    )
    said = [f"“{one.label}” has no band: professional judgement."
            for one in scheme.levels if one.low is None and banded]  # fmt: skip
    if not banded:
        counted = scheme.arithmetic.kind not in ("judgement", "domains")
        return ("No bands are set: the level is professional judgement.",) if counted else ()
    first, last = banded[0], banded[-1]
    if first.low:
        said.append(f"Below {first.low} no level holds: professional judgement.")
    most = highest(scheme, asked)
    if last.high is not None and most is not None and most > last.high:
        said.append(f"The form can give {most}; above {last.high} no level holds.")
    if most is not None and last.low is not None and most < last.low:
        said.append(f"The form gives {most} at most: “{last.label}” is never reached by score.")
    return tuple(said)


def highest(scheme: Scheme, asked: Sequence[Question]) -> int | None:
    """The most that the form can give; None where it is not bounded."""
    counting = [one for one in asked if not one.protective]
    if scheme.arithmetic.kind == "count":
        return sum(one.weight for one in counting)
    if scheme.arithmetic.kind == "points":
        by_group = {one.group: 0 for one in counting}
        for row in scheme.arithmetic.points:
            for group in by_group:
                by_group[group] += row.points * (row.group.casefold() == group.casefold())
        return sum(by_group[one.group] * one.weight for one in counting)
    if scheme.arithmetic.kind != "sum" or any(one.most is None for one in counting):
        return None
    return sum((one.most or 0) * one.weight for one in counting)


def _check_meeting(lower: Level, upper: Level) -> None:
    assert upper.low is not None
    if lower.high is None or lower.high >= upper.low:
        raise Refusal(
            f"“{lower.label}” ({band(lower)}) and “{upper.label}” ({band(upper)}) overlap: "
            f"both hold {upper.low}.",
            "levels",
        )
    if lower.high + 1 < upper.low:
        gap = f"{lower.high + 1}" if lower.high + 2 == upper.low else (
            f"{lower.high + 1} to {upper.low - 1}"
        )  # fmt: skip
        raise Refusal(
            f"Between “{lower.label}” ({band(lower)}) and “{upper.label}” ({band(upper)}) "
            f"no level holds {gap}.",
            "levels",
        )
