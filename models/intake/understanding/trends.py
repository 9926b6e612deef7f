"""Columns that only say which way something goes: "up", "same", "new" are no levels of risk."""

import re

from models.intake.understanding.elements import Grid
from models.intake.understanding.lexicon import Match

LEVELS = frozenset({"risk", "previous_risk", "category"})
_TREND = re.compile(
    r"\W*(?:[↑↓→↗↘↔⬆⬇➡]+|(?:going |gone )?(?:up|down)|same|as before|no change|unchanged|new|"
    r"static|stable|steady|level|(?:in|de)creas(?:ed|ing|e)|ris(?:en|ing|es?)|fall(?:en|ing|s)?|"
    r"improv(?:ed|ing)|worse(?:ning)?|better|escalat(?:ed|ing)|reduc(?:ed|ing)|n/?a|-+)?\W*",
    re.IGNORECASE,
)


def without_trends(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Return the fields of columns, none for one that says only whether a level rose or fell."""
    return [
        None if match and match.field in LEVELS and _is_trend(grid, at) else match
        for at, match in enumerate(found)
    ]


def _is_trend(grid: Grid, at: int) -> bool:
    texts = grid.texts(at)
    return bool(texts) and all(map(_TREND.fullmatch, texts)) and any(map(_is_said, texts))


def _is_said(text: str) -> bool:
    return any(map(str.isalpha, text)) or not text.isascii()
