"""What of a scheme stands still once somebody was assessed by it, and how a version stands."""

from datetime import date

from models.codes.code import Code
from models.errors import Refusal
from models.rules.day_words import short

SUBSTANCE = frozenset({
    "levels", "arithmetic", "indicators", "answers", "bank", "screens", "version", "kind", "points",
    "windows", "max_per_indicator", "suspected",
})  # fmt: skip
"""Fields that say what an assessment means; names, notes and dates may change under it."""
BEGINS = "begins"
FIXED = "{many} made by this version: it stays as it is. Make a new version, which begins on a day."


def check_unused(field: str, used: int) -> None:
    """Raises Refusal for a change that would change what assessments on record mean."""
    if used and field in SUBSTANCE:
        many = "One assessment was" if used == 1 else f"{used} assessments were"
        raise Refusal(FIXED.format(many=many), field)


def standing(scheme: Code, today: date) -> str:
    """How a version of a scheme or a flow stands on a day, in words."""
    if scheme.valid_from is not None and scheme.valid_from > today:
        return f"{BEGINS} {short(scheme.valid_from)}"
    if scheme.valid_to is not None and scheme.valid_to < today:
        return f"ended {short(scheme.valid_to)}"
    if not scheme.active:
        return "out of use"
    return "in use" if scheme.valid_to is None else f"in use until {short(scheme.valid_to)}"
