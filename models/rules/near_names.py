"""Whether two names of districts, agencies or teams may be one: written apart, or with a slip."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from models.rules.names import plain

LEAST = 5  # letters of the longer: shorter names differ by one letter and are two


def nearly_same(one: str, other: str) -> bool:
    """Whether two names that differ may be one: "Salt by" and "Saltby"; "Zone 1" and "Zone 2" not.

    Case, accents and punctuation make no other name; a letter alone counts as a figure does.
    """
    mine, theirs = plain(one), plain(other)
    mine_tight, theirs_tight = mine.replace(" ", ""), theirs.replace(" ", "")
    if mine == theirs or _counted(mine) != _counted(theirs):
        return False
    if mine_tight == theirs_tight:
        return True
    short, long = sorted((len(mine_tight), len(theirs_tight)))
    enough = short >= LEAST or long == LEAST > short  # "Havn" of "Haven", not "Eden" of "Edan"
    return enough and OSA.distance(mine_tight, theirs_tight, score_cutoff=1) <= 1


def near_name(name: str, names: Iterable[str]) -> str | None:
    """The first of some names that a name is nearly, None where it is none of theirs."""
    return next((one for one in names if nearly_same(name, one)), None)


def _counted(name: str) -> str:
    """The figures in a name and the letters that stand alone: "Zone 2", "Area B"."""
    return "".join(filter(str.isdigit, name)) + "".join(w for w in name.split() if len(w) == 1)
