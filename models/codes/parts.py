"""The parts of a risk scheme as people type them: levels with their bands, validity, arithmetic."""

import re
from typing import Any

from models.codes.code import Code
from models.codes.risk import Arithmetic, Level, Validity
from models.errors import Refusal

HINTS = {
    "levels": "One in a line: “Medium: 6 to 15”, “High: 16 or more”, or only “High” where the "
    "level is professional judgement",
    "validity": "Such as 3 months; empty where it is set locally",
    "arithmetic": "judgement, sum, count or domains; for points a line for each group: "
    "“points Missing 5”",
}
BAND = re.compile(r"(-?\d+)\s*(?:to|-|–)\s*(-?\d+)|(-?\d+)\s*(?:or more|\+|and over)")
PERIOD = re.compile(r"(\d{1,3})\s*(day|week|month)s?", re.IGNORECASE)
POINTS = re.compile(r"points\s+(.+?)\s+(-?\d+)(?:\s+in\s+(.+))?", re.IGNORECASE)
COUNTING = ("judgement", "points", "sum", "count", "domains")


def written(value: Any) -> str:
    """A part as it is typed."""
    if value is None:
        return ""
    if isinstance(value, Validity):
        return f"{value.number} {value.unit if value.number != 1 else value.unit.rstrip('s')}"
    if isinstance(value, Arithmetic):
        return _arithmetic(value)
    return "\n".join(_level(one) for one in value)


def read(name: str, text: str, before: Any = None) -> Any:
    """A part as a list's file holds it; Refusal at the field where it is not understood.

    `before` is the part that stood there: what is not typed of it, such as a level's code and
    other words for it, stays.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if name == "validity":
        return _read_validity(text.strip())
    if name == "arithmetic":
        return {**_stays(before), **_read_arithmetic(lines)}
    known = {one.label.casefold(): one for one in before or ()}
    return [_read_level(line, rank, known) for rank, line in enumerate(lines, 1)]


def _stays(before: Any) -> dict[str, Any]:
    if not isinstance(before, Arithmetic):
        return {}
    told = {"note": before.note, "indicators": before.indicators,
            "max_per_indicator": before.max_per_indicator,
            "suspected": before.suspected, "windows": list(before.windows)}  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _level(one: Level) -> str:
    if one.low is None:
        return one.label
    return f"{one.label}: {one.low} to {one.high}" if one.high is not None else (
        f"{one.label}: {one.low} or more"
    )  # fmt: skip


def _read_level(line: str, rank: int, known: dict[str, Level]) -> dict[str, Any]:
    label, colon, band = (part.strip() for part in line.rpartition(":"))
    if line.casefold() in known or not re.search(r"\d", band):
        label, colon = line, ""
    was = known.get(label.casefold())
    level: dict[str, Any] = {"code": label.casefold(), "label": label, "rank": rank}
    if was is not None:
        level.update(
            code=was.code, synonyms=list(was.synonyms), note=was.note, rank=was.rank, band=was.band
        )
    if not colon:
        return level
    found = BAND.fullmatch(band)
    if found is None:
        raise Refusal(f"The band of “{label}” is not understood: {HINTS['levels']}.", "levels")
    if found[3] is not None:
        return {**level, "low": int(found[3])}
    low, high = int(found[1]), int(found[2])
    if low > high:
        raise Refusal(f"The band of “{label}” ends before it begins.", "levels")
    return {**level, "low": low, "high": high}


def _read_validity(text: str) -> dict[str, Any] | None:
    if not text:
        return None
    found = PERIOD.fullmatch(text)
    if found is None or int(found[1]) == 0:
        raise Refusal("Give a period such as 6 weeks or 3 months.", "validity")
    return {"number": int(found[1]), "unit": f"{found[2].lower()}s"}


def _arithmetic(one: Arithmetic) -> str:
    points = [
        f"points {each.group} {each.points}" + (f" in {each.window}" if each.window else "")
        for each in one.points
    ]
    return "\n".join([one.kind, *points])


def _read_arithmetic(lines: list[str]) -> dict[str, Any]:
    kind = lines[0].casefold() if lines else "judgement"
    if kind not in COUNTING:
        raise Refusal(f"The first line is one of {', '.join(COUNTING)}.", "arithmetic")
    points, windows = [], []
    for line in lines[1:]:
        found = POINTS.fullmatch(line)
        if found is None:
            raise Refusal(f"“{line}” is not understood: {HINTS['arithmetic']}.", "arithmetic")
        points.append({"group": found[1], "points": int(found[2]), "window": found[3] or ""})
        windows += [found[3]] if found[3] and found[3] not in windows else []
    return {"kind": kind, "points": points, **({"windows": windows} if windows else {})}


def blank(kind: type[Code], values: dict[str, Any]) -> dict[str, Any]:
    """Values of a new row of a kind, what it needs and nobody gave yet left empty."""
    from dataclasses import MISSING, fields

    empty: dict[str, Any] = {
        "arithmetic": {"kind": "judgement"}, "position": 0, "rank": 0, "minutes": 0, "minute": 0,
        "required": False, "core": False, "version": "1",
    }  # fmt: skip
    lists = ("targets", "kinds", "alternatives", "subjects")
    needed = [one.name for one in fields(kind) if one.default is MISSING]
    return {
        **{name: empty.get(name, [] if name in lists else "") for name in needed},
        **values,
    }
