"""Where a place lies, as it is compared: on the National Grid, with how far it may be out."""

import math
from dataclasses import dataclass

from models.errors import Refusal
from models.rules.positions import Position, at, maybe

CODED = 150.0
"""Metres that a place may lie from the middle of its postcode."""
CELLS = (50, 200)
"""Sides of the squares by which neighbours are found, in metres; half a side finds for sure."""
BESIDE, CLOSE, NEAR = (25, 7.0), (100, 5.0), (500, 4.0)
"""Metres, and what it says that two places lie no further apart."""
FAR = -3.0
Written = tuple[str, str, str]
NOWHERE: Written = ("", "", "")


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in metres of the National Grid."""

    easting: float
    northing: float
    within: float


def written(
    latitude: float | None,
    longitude: float | None,
    reference: str | None = None,
    coded: tuple[float | None, float | None] = (None, None),
) -> Written:
    """Easting, northing and metres it may be out, as kept: its own position before its postcode."""
    found = _own(latitude, longitude) or maybe(reference)
    if found is None and coded[0] is not None and coded[1] is not None:
        found = Position(coded[0], coded[1], CODED)
    if found is None:
        return NOWHERE
    return f"{found.easting:.0f}", f"{found.northing:.0f}", f"{found.within:.0f}"


def _own(latitude: float | None, longitude: float | None) -> Position | None:
    if latitude is None or longitude is None:
        return None
    try:
        return at(latitude, longitude)
    except Refusal:
        return None


def spot(said: Written | tuple[str, ...]) -> Spot | None:
    """The point that was written."""
    return Spot(*map(float, said)) if all(said) else None


def cells(where: Spot | None) -> set[str]:
    """Keys of the squares it lies in: two points half a side apart have one in common."""
    if where is None:
        return set()
    return {
        f"k{side} {east} {north} {math.floor((where.easting + east) / side)}"
        f" {math.floor((where.northing + north) / side)}"
        for side in CELLS
        for east in (0, side // 2)
        for north in (0, side // 2)
    }


def compare_spots(one: Spot | None, other: Spot | None) -> tuple[float, str]:
    """Evidence in bits, and why; two that are known by their postcodes alone say nothing more."""
    if one is None or other is None or min(one.within, other.within) >= CODED:
        return 0.0, ""
    far = math.hypot(one.easting - other.easting, one.northing - other.northing)
    out = one.within + other.within
    if far > NEAR[0] + out:
        return FAR, f"{_said(far)} away"
    exact = out <= BESIDE[0]
    least = next((says for most, says in (CLOSE, NEAR) if far <= most + out), NEAR[1])
    says = BESIDE[1] if exact and far <= BESIDE[0] + out else least
    if CODED in (one.within, other.within):
        return NEAR[1], f"{_said(far)} from the middle of the postcode"
    return says, f"{_said(far)} away" if exact or far >= out else f"within {_said(out)}"


def _said(metres: float) -> str:
    if metres < 1000:
        return f"{max(round(metres / 10) * 10, 1):.0f} m"
    return f"{metres / 1000:.1f} km"
