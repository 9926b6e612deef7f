"""The steps of a flow as they are added, worded, ordered and taken out in the settings."""

import re
from typing import Any

from models.codes.raw import raw
from models.codes.stepping import FlowStep
from models.errors import Refusal

MOST, LONGEST, DAYS = 20, 100, 260
Rows = list[dict[str, Any]]


def rows_of(steps: tuple[FlowStep, ...]) -> Rows:
    """Steps as a list's file holds them."""
    return [raw(one) for one in steps]


def added(rows: Rows, label: str, who: str, working_days: Any = None) -> Rows:
    """With one more step before the last, which ends the flow; of an empty flow the first."""
    label = _words(rows, label)
    if len(rows) >= MOST:
        raise Refusal(f"A flow has {MOST} steps at most.", "label")
    one = {"code": _code(label, {each["code"] for each in rows}), "label": label}
    one.update(_kept(who=who.strip()[:LONGEST], working_days=_number(working_days)))
    at = len(rows) - 1 if rows and rows[-1].get("ends") else len(rows)
    return [*rows[:at], one, *rows[at:]]


def changed(rows: Rows, code: str, field: str, value: Any) -> Rows:
    """With one field of a step changed; its code stays. Only the last step may end the flow."""
    at = _place(rows, code)
    one = dict(rows[at])
    if field == "label":
        one["label"] = _words([each for each in rows if each["code"] != code], str(value or ""))
    elif field == "working_days":
        one[field] = _number(value)
    elif field in ("ends", "repeats"):
        one[field] = bool(value)
    else:
        one[field] = str(value or "").strip()[:LONGEST]
    return [*rows[:at], {"code": one["code"], **_kept(**one)}, *rows[at + 1 :]]


def moved(rows: Rows, code: str, by: int) -> Rows:
    """With a step further up or down; the one that ends the flow stays last."""
    at = _place(rows, code)
    to = at + by
    if not 0 <= to < len(rows) or rows[at].get("ends") or rows[to].get("ends"):
        return rows
    made = list(rows)
    made[at], made[to] = made[to], made[at]
    return made


def without(rows: Rows, code: str) -> Rows:
    """Without one step; the one that ends the flow stays."""
    at = _place(rows, code)
    if rows[at].get("ends"):
        raise Refusal("The step that ends the flow stays: without it nobody could step down.")
    return [*rows[:at], *rows[at + 1 :]]


def _kept(**values: Any) -> dict[str, Any]:
    return {name: one for name, one in values.items() if one not in (None, "", False)}


def _place(rows: Rows, code: str) -> int:
    for at, one in enumerate(rows):
        if one["code"] == code:
            return at
    raise Refusal("There is no such step.")


def _words(rows: Rows, label: str) -> str:
    label = " ".join(label.split())
    if not label:
        raise Refusal("A step needs its words.", "label")
    if len(label) > LONGEST:
        raise Refusal(f"Keep a step to {LONGEST} characters.", "label")
    if any(one["label"].casefold() == label.casefold() for one in rows):
        raise Refusal("There is a step of that name already.", "label")
    return label


def _number(value: Any) -> int | None:
    if value in (None, ""):
        return None
    number = value if type(value) is int else int(value) if str(value).isdecimal() else None
    if number is None or not 0 <= number <= DAYS:
        raise Refusal(f"Give working days from 0 to {DAYS}, or none.", "working_days")
    return number


def _code(label: str, known: set[str]) -> str:
    begun = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40] or "step"
    found, at = begun, 2
    while found in known:
        found, at = f"{begun}_{at}", at + 1
    return found
