"""The indicators of a scheme as they are added, worded, ordered and taken out."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from models.codes.raw import raw
from models.codes.risk import SchemeIndicator
from models.errors import Refusal

MOST, LONGEST = 300, 200
WEIGHT, HIGHEST = 99, 99
Rows = list[dict[str, Any]]


def rows_of(indicators: Iterable[SchemeIndicator]) -> Rows:
    """Indicators as a list's file holds them."""
    return [raw(one) for one in indicators]


def added(rows: Rows, group: str, lines: Sequence[str]) -> Rows:
    """With these lines as further indicators under a heading, each once; Refusal where it cannot.

    They stand after the last one of their heading.
    """
    group, words = group.strip(), [" ".join(one.split()) for one in lines if one.strip()]
    if not words:
        raise Refusal("Write at least one indicator, one to a line.", "lines")
    if len(rows) + len(words) > MOST:
        raise Refusal(f"A scheme asks {MOST} indicators at most.", "lines")
    made: Rows = list(rows)
    for label in words:
        _check_words(made, label, "lines")
        code = _code(label, {one["code"] for one in made})
        one = {"code": code, "label": label, **({"group": group} if group else {})}
        made.insert(_end_of(made, group), one)
    return made


def changed(rows: Rows, code: str, field: str, value: Any) -> Rows:
    """With one field of one indicator changed; its code stays, so that versions compare."""
    at = _place(rows, code)
    one = dict(rows[at])
    if field == "label":
        label = " ".join(str(value or "").split())
        _check_words([each for each in rows if each["code"] != code], label, field)
        one["label"] = label
    elif field in ("weight", "most"):
        one[field] = _number(field, value)
    else:
        one[field] = str(value or "").strip()[:LONGEST]
    kept = {name: given for name, given in one.items() if given not in (None, "")}
    made = [*rows[:at], kept, *rows[at + 1 :]]
    return _together(made, at) if field == "group" else made


def moved(rows: Rows, code: str, by: int) -> Rows:
    """With an indicator further up or down; across a heading it takes that heading."""
    at = _place(rows, code)
    to = at + by
    if not 0 <= to < len(rows):
        return rows
    made, one = list(rows), dict(rows[at])
    if rows[to].get("group", "") != one.get("group", ""):
        one["group"] = rows[to].get("group", "")
        made[at] = {name: given for name, given in one.items() if given != ""}
        return made
    made[at], made[to] = made[to], made[at]
    return made


def without(rows: Rows, code: str) -> Rows:
    """Without one indicator."""
    at = _place(rows, code)
    return [*rows[:at], *rows[at + 1 :]]


def _together(rows: Rows, at: int) -> Rows:
    """An indicator under another heading stands after the last one of that heading."""
    one, rest = rows[at], [*rows[:at], *rows[at + 1 :]]
    if any(each.get("group", "") == one.get("group", "") for each in rest):
        rest.insert(_end_of(rest, one.get("group", "")), one)
        return rest
    return rows


def _end_of(rows: Rows, group: str) -> int:
    places = [at for at, one in enumerate(rows, 1) if one.get("group", "") == group]
    return places[-1] if places else len(rows)


def _place(rows: Rows, code: str) -> int:
    for at, one in enumerate(rows):
        if one["code"] == code:
            return at
    raise Refusal("There is no such indicator.")


def _check_words(rows: Rows, label: str, field: str) -> None:
    if not label:
        raise Refusal("An indicator needs its words.", field)
    if len(label) > LONGEST:
        raise Refusal(f"Keep an indicator to {LONGEST} characters.", field)
    if any(one["label"].casefold() == label.casefold() for one in rows):
        raise Refusal(f"“{label}” is asked already.", field)


def _code(label: str, known: set[str]) -> str:
    begun = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40] or "indicator"
    found, at = begun, 2
    while found in known:
        found, at = f"{begun}_{at}", at + 1
    return found


def _number(field: str, value: Any) -> int | None:
    if value in (None, ""):
        return 1 if field == "weight" else None
    number = value if type(value) is int else int(value) if str(value).isdecimal() else None
    least = 1 if field == "most" else 0
    if number is None or not least <= number <= HIGHEST:
        raise Refusal(f"Give a whole number from {least} to {HIGHEST}.", field)
    return number
