"""The steps of a flow as they are added, worded, ordered and taken out in the settings."""

from typing import Any

from models.codes.raw import raw
from models.codes.stepping import FlowStep
from models.errors import Refusal
from models.rules.list_parts import Rows, code_of, free_words, place_of

MOST, LONGEST, DAYS = 20, 100, 260
NOUN = "step"


def rows_of(steps: tuple[FlowStep, ...]) -> Rows:
    """Steps as a list's file holds them."""
    return [raw(one) for one in steps]


def added(rows: Rows, label: str, who: str, working_days: Any = None) -> Rows:
    """With one more step before the last, which ends the flow; of an empty flow the first."""
    label = free_words(rows, label, "label", NOUN, LONGEST)
    if len(rows) >= MOST:
        raise Refusal(f"A flow has {MOST} steps at most.", "label")
    one = {"code": code_of(label, {each["code"] for each in rows}, NOUN), "label": label}
    one.update(_kept(who=who.strip()[:LONGEST], working_days=_number(working_days)))
    at = len(rows) - 1 if rows and rows[-1].get("ends") else len(rows)
    return [*rows[:at], one, *rows[at:]]


def changed(rows: Rows, code: str, field: str, value: Any) -> Rows:
    """With one field of a step changed; its code stays. Only the last step may end the flow."""
    at = place_of(rows, code, NOUN)
    one = dict(rows[at])
    if field == "label":
        others = [each for each in rows if each["code"] != code]
        one["label"] = free_words(others, str(value or ""), "label", NOUN, LONGEST)
    elif field == "working_days":
        one[field] = _number(value)
    elif field in ("ends", "repeats"):
        one[field] = bool(value)
    else:
        one[field] = str(value or "").strip()[:LONGEST]
    return [*rows[:at], {"code": one["code"], **_kept(**one)}, *rows[at + 1 :]]


def moved(rows: Rows, code: str, by: int) -> Rows:
    """With a step further up or down; the one that ends the flow stays last."""
    at = place_of(rows, code, NOUN)
    to = at + by
    if not 0 <= to < len(rows) or rows[at].get("ends") or rows[to].get("ends"):
        return rows
    made = list(rows)
    made[at], made[to] = made[to], made[at]
    return made


def without(rows: Rows, code: str) -> Rows:
    """Without one step; the one that ends the flow stays."""
    at = place_of(rows, code, NOUN)
    if rows[at].get("ends"):
        raise Refusal("The step that ends the flow stays: without it nobody could step down.")
    return [*rows[:at], *rows[at + 1 :]]


def _kept(**values: Any) -> dict[str, Any]:
    return {name: one for name, one in values.items() if one not in (None, "", False)}


def _number(value: Any) -> int | None:
    if value in (None, ""):
        return None
    number = value if type(value) is int else int(value) if str(value).isdecimal() else None
    if number is None or not 0 <= number <= DAYS:
        raise Refusal(f"Give working days from 0 to {DAYS}, or none.", "working_days")
    return number
