"""A scheme as its editor shows it, field by field, and what was typed as a list's file holds it."""

import re
from collections.abc import Mapping
from typing import Any

from models.codes import parts
from models.codes.raw import raw
from models.codes.risk import Arithmetic, Points, Scheme
from models.errors import Refusal

COUNTING: Mapping[str, str] = {
    "judgement": "Not at all: professional judgement",
    "count": "Indicators present, each by its weight",
    "sum": "Numbers given, added up",
    "points": "Points by heading",
    "domains": "A level for each indicator",
}
ASKING: Mapping[str, str] = {
    "": "Levels alone, no indicators",
    "tick": "Ticked",
    "yes_no": "Yes, no, not known",
    "suspected": "Yes, suspected, no, not known",
    "number": "A number",
    "level": "One of the levels",
}
OF_ARITHMETIC = frozenset({"kind", "points", "windows", "max_per_indicator", "suspected"})
LINE = re.compile(r"(.+?):\s*(-?\d{1,4})(?:\s+in\s+(.+))?")
POINTS_HINT = "One in a line: “Significant: 5”, or “Significant: 5 in past 6 months”"
BANDS = ("none", "low", "medium", "high")
EQUALS, UNSAID = " = ", "not said"
BANDS_HINT = (
    f"As what each level counts in views and reports: {', '.join(BANDS)}, or {UNSAID}. "
    "One in a line: “Category 4 = high”"
)
LONGEST = {"label": 80, "version": 40, "meaning": 2000, "note": 2000}


def shown(scheme: Scheme) -> dict[str, Any]:
    """Every field of the editor with what it shows."""
    counted = scheme.arithmetic
    return {
        "label": scheme.label,
        "version": scheme.version,
        "answers": scheme.answers,
        "bank": scheme.bank,
        "screens": scheme.screens,
        "kind": counted.kind,
        "points": "\n".join(map(_line, counted.points)),
        "windows": "; ".join(counted.windows),
        "max_per_indicator": counted.max_per_indicator,
        "suspected": counted.suspected,
        "levels": parts.written(scheme.levels),
        "bands": "\n".join(f"{one.label}{EQUALS}{one.band or UNSAID}" for one in scheme.levels),
        "validity": parts.written(scheme.validity),
        "meaning": scheme.meaning,
        "note": scheme.note,
    }


def changed(scheme: Scheme, field: str, value: Any) -> dict[str, Any]:
    """The values that a field's new value makes in the scheme's row; Refusal where unfit."""
    if field in OF_ARITHMETIC:
        return {"arithmetic": {**raw(scheme.arithmetic), **_counted(field, value)}}
    if field == "levels":
        return {"levels": _levels(parts.read("levels", str(value or ""), scheme.levels))}
    if field == "bands":
        return {"levels": _banded(scheme, _lines(str(value or "")))}
    if field == "validity":
        found = parts.read("validity", str(value or ""))
        return {"validity": found, "validity_note": "" if found else "set locally"}
    if field == "answers" and value not in ASKING:
        raise Refusal("Choose how an indicator is answered.", field)
    if field in ("bank", "screens"):
        return {field: bool(value)}
    text = str(value or "").strip()
    if not text and field in ("label", "version"):
        raise Refusal("This may not be empty.", field)
    if len(text) > LONGEST.get(field, 80):
        raise Refusal(f"Keep this to {LONGEST.get(field, 80)} characters.", field)
    return {field: text}


def _levels(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Ranks follow the order in which levels are written; one that stands beside them stays."""
    beside = [one for one in lines if one["rank"] == 0]
    order = [one for one in lines if one["rank"] != 0]
    return [*beside, *({**one, "rank": rank} for rank, one in enumerate(order, 1))]


def _banded(scheme: Scheme, lines: list[str]) -> list[dict[str, Any]]:
    """The levels with the bands that lines give them; what no line names stays."""
    said: dict[str, str] = {}
    known = {one.label.casefold() for one in scheme.levels}
    for line in lines:
        label, sign, band = (part.strip() for part in line.rpartition(EQUALS.strip()))
        if not sign or band.casefold() not in (*BANDS, UNSAID, ""):
            raise Refusal(f"“{line}” is not understood. {BANDS_HINT}.", "bands")
        if label.casefold() not in known:
            raise Refusal(f"“{label}” is no level of this scheme.", "bands")
        said[label.casefold()] = band.casefold() if band.casefold() in BANDS else ""
    return [{**raw(one), "band": said.get(one.label.casefold(), one.band)} for one in scheme.levels]


def _counted(field: str, value: Any) -> dict[str, Any]:
    if field == "kind":
        if value not in COUNTING:
            raise Refusal("Choose how it is counted.", field)
        return {"kind": value}
    if field == "windows":
        return {"windows": [one for one in map(str.strip, str(value or "").split(";")) if one]}
    if field == "points":
        return {"points": [_read_line(one) for one in _lines(str(value or ""))]}
    return {field: _number(field, value)}


def _number(field: str, value: Any) -> int | None:
    if value in (None, ""):
        return None if field == "max_per_indicator" else 0
    number = value if type(value) is int else int(value) if str(value).isdecimal() else None
    if number is None or not 0 <= number <= 99:
        raise Refusal("Give a whole number from 0 to 99.", field)
    return number


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read_line(line: str) -> dict[str, Any]:
    found = LINE.fullmatch(line)
    if found is None:
        raise Refusal(f"“{line}” is not understood. {POINTS_HINT}.", "points")
    return {"group": found[1].strip(), "points": int(found[2]), "window": (found[3] or "").strip()}


def _line(one: Points) -> str:
    return f"{one.group}: {one.points}" + (f" in {one.window}" if one.window else "")


def blank() -> dict[str, Any]:
    """The values of a scheme that is begun from nothing."""
    return {
        "version": "1", "validity_note": "set locally", "answers": "yes_no",
        "arithmetic": raw(Arithmetic(kind="judgement")), "levels": [],
    }  # fmt: skip
