"""Answers behind the options or the orders that a form recites before them: "low / high? High"."""

import re

from models import codes

LEAST, LONGEST = 2, 3  # options, and the words of one
_BEHIND = re.compile(r"(.{3,80}?)(?:\s*[:?]|\s[-–—]|\.\s+[-–—])\s+(\S.*)", re.DOTALL)
_PARTED = re.compile(r"\s*(?:/|,|;|\bor\b)\s*")
_IF = re.compile(r"if (?:so|yes|no|not|known|unknown|applicable)\b", re.IGNORECASE)
LISTS = ("risk_levels", "genders", "plans", "nrm_statuses", "exploitation_types")


def without_recital(value: str) -> str:
    """Return an answer without the options or the condition that the form names before it."""
    found = _BEHIND.fullmatch(value.strip())
    recited = found is not None and (_IF.match(found[1]) or _are_options(found[1]))
    return found[2] if found and recited else value


def _are_options(text: str) -> bool:
    """Say whether a text is nothing but options of one list, or yes and no."""
    options = [one for one in _PARTED.split(text.strip()) if one]
    if len(options) < LEAST or any(len(one.split()) > LONGEST for one in options):
        return False
    either = {"yes", "no"} <= {one.lower() for one in options}
    return either or any(
        all(codes.recognise(name, one) is not None for one in options) for name in LISTS
    )
