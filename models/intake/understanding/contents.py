"""Columns of a list under unknown headers, told by what stands in every row of them."""

import re
from collections.abc import Callable, Sequence

from models import codes
from models.intake.understanding.answers import split_types
from models.intake.understanding.elements import Grid
from models.intake.understanding.lexicon import Match
from models.intake.understanding.moments import moment_in_year
from models.intake.understanding.value_days import is_not_back

KINDS = frozenset({"tracker", "persons"})
TOLD, SURE, NEAR, LEAST = 0.7, 0.9, 2, 2
ANY_YEAR = 2026
WHEN = re.compile(
    r"(?:\b|_)(?:date[ds]?|day|when|on|done|completed?|updated|reviewed|checked|decided|looked)(?:\b|_)",
    re.IGNORECASE,
)
_TOOL = re.compile(r"\b(?!DRA|BRAG|RAG)(?:[A-Z]{0,4}RA[A-Z]{0,2}|[A-Z]{1,4}SAT|[A-Z]{0,3}RFM)\b")
"""The letters of a tool of assessment: CERA, CERAF, CESAT, RFM; no rating by colours."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?|hrs)?\W*$", re.IGNORECASE)
OTHER_LEVEL = re.compile(
    r"\b(?:police|previous|last|before|priority|need|support)\b", re.IGNORECASE
)
OTHER_DAY = re.compile(
    r"(?:\b|_)(?:next|due|birth|born|dob|review|missing|seen|agreed|since|open\w*|closed?)(?:\b|_)",
    re.I,
)


def by_contents(found: Sequence[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Return the fields of columns, the unknown told by texts that leave no doubt."""
    told = list(found)
    if kind == "missing":
        return _episodes(told, grid)
    if kind not in KINDS:
        return told
    for field, fits in _SORTS.items():
        if any(match and match.field == field for match in told):
            continue
        fitting = [
            at
            for at, match in enumerate(told)
            if match is None and _all(grid, at, fits) and not OTHER_LEVEL.search(grid.headers[at])
        ]
        if len(fitting) == 1:
            told[fitting[0]] = Match(field, TOLD)
    return _assessed(told, grid)


def _assessed(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Take a column of days beside the level of risk for the days it was assessed on."""
    fields = [match.field if match else "" for match in found]
    if "assessed" in fields or "risk" not in fields:
        return found
    risk = fields.index("risk")
    days = [
        (_TOOL.search(grid.headers[at]) is None, abs(at - risk), at)
        for at, match in enumerate(found)
        if (match is None or match.score < SURE) and _asks_when_assessed(grid.headers[at])
        if abs(at - risk) <= NEAR and _all(grid, at, _is_day)
    ]
    return [
        Match("assessed", TOLD) if days and at == min(days)[-1] else match
        for at, match in enumerate(found)
    ]


def _episodes(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Tell when a child went and came back, and when a talk was held, by the order of the columns.

    Moments stand for going and coming back, the first for going; a day behind the offer is the
    talk's.
    """
    found = [_where_or_when(match, grid, at) for at, match in enumerate(found)]
    fields = [match.field if match else "" for match in found]
    for field, next_to, step, fits in _ORDER:
        if field in fields or next_to not in fields:
            continue
        at = fields.index(next_to) + step
        if 0 <= at < len(found) and found[at] is None and _all(grid, at, fits, 1):
            found[at], fields[at] = Match(field, TOLD), field
    return found


def _where_or_when(match: Match | None, grid: Grid, at: int) -> Match | None:
    """Take "Gone from" for where, if no day stands under it, and leave moments to no place."""
    if match is None:
        return None
    if match.field in _PLACES.values() and _all(grid, at, _is_day, 1):
        return None
    if match.field in _PLACES and _all(grid, at, _tells_no_time, 1):
        return Match(_PLACES[match.field], match.score)
    return match


def _asks_when_assessed(header: str) -> bool:
    """Say whether a label asks when, or names a tool of assessment by its letters: "Last CERA"."""
    return asks_when(header) or bool(_TOOL.search(header)) and not OTHER_DAY.search(header)


def asks_when(header: str) -> bool:
    """Say whether a label asks for a day that is nobody's birth, nor one to come."""
    return bool(WHEN.search(header)) and not OTHER_DAY.search(header)


def _all(grid: Grid, at: int, fits: Callable[[str], bool], least: int = LEAST) -> bool:
    texts = grid.texts(at)
    return len(texts) >= least and all(map(fits, texts))


def _is_day(text: str) -> bool:
    return moment_in_year(text, ANY_YEAR).value is not None


def _tells_no_time(text: str) -> bool:
    return not _is_day(text) and not is_not_back(text)


def _is_moment(text: str) -> bool:
    return _is_day(text) and _CLOCK.search(text) is not None


def _are_types(text: str) -> bool:
    kinds = split_types(text)
    return bool(kinds) and all(codes.recognise("exploitation_types", kind) for kind in kinds)


def _is_of(name: str) -> Callable[[str], bool]:
    return lambda text: len(text.split()) <= 6 and codes.recognise(name, text) is not None


_PLACES = {"reported": "place_from", "returned": "found_at"}
"""A moment of an episode → the place that belongs to it."""
_ORDER: tuple[tuple[str, str, int, Callable[[str], bool]], ...] = (
    ("returned", "reported", 1, _is_moment),
    ("reported", "returned", -1, _is_moment),
    ("rhi_completed", "rhi_offered", 1, _is_day),
    ("rhi_offered", "rhi_completed", -1, _is_day),
)
"""A field, what it stands beside, on which side, and what its texts are."""
_SORTS: dict[str, Callable[[str], bool]] = {
    "types": _are_types,
    "plan": _is_of("plans"),
    "gender": _is_of("genders"),
    "ethnicity": _is_of("ethnicity"),
    "risk": _is_of("risk_levels"),
}
