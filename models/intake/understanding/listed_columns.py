"""Columns of a tracker under a head that means one list, with words of another alone below it."""

from models import codes
from models.intake.understanding.elements import Grid
from models.intake.understanding.lexicon import Match

LISTS = {"plan": "plans", "types": "exploitation_types", "legal_status": "legal_status"}
"""Fields whose heads are alike, "Type" or "Status", and the lists of which their words are."""
TRACKER = "tracker"


def by_lists(found: list[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Give a column the field whose list has all of its words, where its own list has none."""
    if kind != TRACKER:
        return found
    return [_told(match, grid, at) for at, match in enumerate(found)]


def _told(match: Match | None, grid: Grid, at: int) -> Match | None:
    if match is None or match.field not in LISTS or not (texts := set(grid.texts(at))):
        return match
    if any(codes.recognise(LISTS[match.field], text) for text in texts):
        return match
    other = next((field for field, name in LISTS.items()
                  if all(codes.recognise(name, text) for text in texts)), "")  # fmt: skip
    return Match(other, match.score) if other else match
