"""The indicators of a scheme as they are added, worded, ordered and taken out."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.codes.raw import raw
from models.codes.risk import SchemeIndicator
from models.errors import Refusal
from models.rules.list_parts import Rows, code_of, free_words, place_of

MOST, LONGEST = 300, 200
HIGHEST = 99
NOUN = "indicator"


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
        free_words(made, label, "lines", NOUN, LONGEST)
        code = code_of(label, {one["code"] for one in made}, NOUN)
        one = {"code": code, "label": label, **({"group": group} if group else {})}
        made.insert(_end_of(made, group), one)
    return made


def changed(rows: Rows, code: str, field: str, value: Any) -> Rows:
    """With one field of one indicator changed; its code stays, so that versions compare."""
    at = place_of(rows, code, NOUN)
    one = dict(rows[at])
    if field == "label":
        others = [each for each in rows if each["code"] != code]
        one["label"] = free_words(others, str(value or ""), field, NOUN, LONGEST)
    elif field in ("weight", "most"):
        one[field] = _number(field, value)
    else:
        one[field] = str(value or "").strip()[:LONGEST]
    kept = {name: given for name, given in one.items() if given not in (None, "")}
    made = [*rows[:at], kept, *rows[at + 1 :]]
    return _together(made, at) if field == "group" else made


def moved(rows: Rows, code: str, by: int) -> Rows:
    """With an indicator further up or down; across a heading it takes that heading."""
    at = place_of(rows, code, NOUN)
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
    at = place_of(rows, code, NOUN)
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


def _number(field: str, value: Any) -> int | None:
    if value in (None, ""):
        return 1 if field == "weight" else None
    number = value if type(value) is int else int(value) if str(value).isdecimal() else None
    least = 1 if field == "most" else 0
    if number is None or not least <= number <= HIGHEST:
        raise Refusal(f"Give a whole number from {least} to {HIGHEST}.", field)
    return number
