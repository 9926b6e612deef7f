"""What each way of agreeing or differing says of sameness, in bits, as learned from known pairs."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

BEFORE, RAREST = 2000, 3.0
"""Bearers of names that a register's own counts are mixed with; bits above a usual name at most."""


@cache
def bits(field: str, level: str) -> float:
    """The logarithm of how often the level is found of one person and of two."""
    same, other = chances()[field][level]
    return round(math.log2(same / other), 2)


@cache
def chances() -> Mapping[str, Mapping[str, tuple[float, float]]]:
    """Field and level to the chance among pairs that are one person, and among others."""
    text = resources.files("resources").joinpath("matching", "weights.toml").read_text("utf-8")
    return {
        field: {level: (pair[0], pair[1]) for level, pair in levels.items()}
        for field, levels in tomllib.loads(text)["chances"].items()
    }


def rarity(field: str, bearers: int, among: int) -> float:
    """What an equal name says in bits: the fewer bear it, the more.

    A small register tells little about a name, so its counts are mixed with how common names are.
    """
    same, usual = chances()[field]["same"]
    often = (bearers + usual * BEFORE) / (among + BEFORE)
    return round(min(math.log2(same / often), math.log2(same / usual) + RAREST), 2)
