"""A panel's own indicators: how their conditions are worded, read, kept and met."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from models.errors import Refusal
from models.records.own_indicators import Condition, OwnIndicator
from models.rules.names import plain

SETTING, SECTION = "own_indicators", "Own indicators"
MOST, LONGEST = 40, 400
RECORDED, NOT_RECORDED = "is recorded", "is not recorded"
AT_LEAST, AT_MOST = "at least", "at most"
IS, IS_NOT = "is", "is not"
TESTS = {
    NOT_RECORDED: NOT_RECORDED, RECORDED: RECORDED, "is at least": AT_LEAST, AT_LEAST: AT_LEAST,
    "is at most": AT_MOST, AT_MOST: AT_MOST, IS_NOT: IS_NOT, IS: IS,
}  # fmt: skip
"""Tests as people word them, the longer before the shorter."""
SIGNS = ((r"\s*(?:>=|≥)\s*", AT_LEAST), (r"\s*(?:<=|≤)\s*", AT_MOST),
         (r"\s*(?:!=|≠|<>)\s*", IS_NOT), (r"\s*=+\s*", IS))  # fmt: skip
"""Signs for tests, as spreadsheets write them."""
Fact = str | float | bool | tuple[str, ...] | None
Facts = Mapping[str, Fact]


class Noun(NamedTuple):
    """What may be counted: its words in a definition, and each field with its code list."""

    code: str
    words: str
    fields: Mapping[str, str]


NOUNS = (
    Noun("children", "Children on the tracker on the last day", {
        "plan": "", "category": "categories", "risk": "risk_levels", "direction": "",
        "district": "", "gender": "genders", "ethnicity": "ethnicity", "age": "",
        "on the panel": "", "assessment in date": "", "missing episodes in 90 days": "",
        "lead professional": "", "type": "exploitation_types",
    }),
    Noun("referrals", "Referrals of children received in the quarter", {
        "outcome": "triage_outcomes", "agency": "", "risk": "risk_levels", "immediate risk": "",
        "child's voice": "",
    }),
    Noun("episodes", "Missing or absent episodes reported in the quarter", {
        "kind": "missing_kinds", "police risk": "police_risk", "hours away": "", "interview": "",
        "strategy meeting": "",
    }),
    Noun("actions", "Actions agreed in the quarter", {
        "agency": "", "status": "action_statuses", "kind": "action_types", "carried": "",
        "date": "", "what it changed": "", "priority": "strategy_priorities",
    }),
    Noun("measures", "Measures entered in the quarter", {
        "measure": "measures", "status": "measure_statuses", "agency": "",
    }),
    Noun("recommendations", "Recommendations to plans made in the quarter", {
        "status": "recommendation_statuses", "domain": "plan_domains", "plan": "",
    }),
)  # fmt: skip


def noun(code: str) -> Noun:
    """What may be counted under this code; Refusal for another."""
    found = next((one for one in NOUNS if one.code == code), None)
    if found is None:
        raise Refusal("Choose what is counted.", "counted")
    return found


def alternatives(one: Condition) -> tuple[str, ...]:
    """The value, and each of several that are joined by "or": CLA or CP; plan is CLA or plan is CP.

    A value of a list that holds "or" itself comes first, whole.
    """
    parts = re.split(r"(?i)\s+or\s+", one.value)
    again = re.compile(rf"(?i)^{re.escape(one.field)}\s+{re.escape(one.test)}\s+")
    return tuple(dict.fromkeys((one.value, *(again.sub("", part).strip() for part in parts))))


def read_where(counted: str, text: str) -> tuple[Condition, ...]:
    """The conditions of "plan is CLA and risk is High"; Refusal says which part is not clear."""
    if not text.strip():
        return ()
    fields = sorted(noun(counted).fields, key=len, reverse=True)
    told = "|".join(map(re.escape, fields))
    for sign, words in SIGNS:
        text = re.sub(sign, f" {words} ", text)
    parts = re.split(rf"(?i)[\s,;]+and\s+(?=(?:{told})\b)", text.strip()[:LONGEST])
    return tuple(_condition(part.strip(" ,;"), told, fields) for part in parts)


def _condition(part: str, told: str, fields: Sequence[str]) -> Condition:
    tests = "|".join(TESTS)
    found = re.fullmatch(rf"(?i)({told})\s+({tests})(?:\s+(.+))?", part)
    if found is None:
        raise Refusal(f"“{part}” is not clear. There are: {', '.join(sorted(fields))}.", "where")
    test, value = TESTS[found[2].lower()], (found[3] or "").strip()
    if unknown := re.search(rf"(?i)\band\s+(\S.*?)\s+(?:{tests})(?:\s|$)", value):
        there = ", ".join(sorted(fields))
        raise Refusal(f"“{unknown[1]}” is nothing to ask for. There are: {there}.", "where")
    if test in (AT_LEAST, AT_MOST) and _number(value) is None:
        raise Refusal(f"“{part}” is to end in a number.", "where")
    if bool(value) is (test in (RECORDED, NOT_RECORDED)):
        fault = "no value goes there" if value else "a value is missing"
        raise Refusal(f"“{part}” is not clear: {fault}.", "where")
    return Condition(found[1].lower(), test, value)


def worded(where: Iterable[Condition]) -> str:
    """Conditions as they are typed."""
    return " and ".join(f"{o.field} {o.test} {o.value}".strip() for o in where)


def defined(one: OwnIndicator) -> str:
    """What exactly is counted, as a sentence."""
    whole = noun(one.counted).words
    if not one.where:
        return f"{whole}."
    if one.share:
        return f"Of {whole[0].lower()}{whole[1:]}, those whose {worded(one.where)}."
    return f"{whole}, whose {worded(one.where)}."


def meets(facts: Facts, where: Iterable[Condition]) -> bool:
    """Whether all conditions are true; what is not recorded meets none but that."""
    return all(_meets(facts.get(one.field), one) for one in where)


def _meets(fact: Fact, one: Condition) -> bool:
    unknown = fact is None or fact == () or fact == ""
    if one.test in (RECORDED, NOT_RECORDED):
        return unknown is (one.test == NOT_RECORDED)
    if unknown or fact is None:
        return False
    if one.test in (AT_LEAST, AT_MOST):
        limit = _number(one.value) or 0.0
        if not isinstance(fact, (int, float)):
            return False
        return fact >= limit if one.test == AT_LEAST else fact <= limit
    return any(_is(fact, value) for value in alternatives(one)) is (one.test == IS)


def _is(fact: Fact, value: str) -> bool:
    if isinstance(fact, bool):
        return plain(value) == ("yes" if fact else "no")
    if isinstance(fact, tuple):
        return any(plain(each) == plain(value) for each in fact)
    if isinstance(fact, (int, float)):
        return _number(value) == fact
    return plain(fact or "") == plain(value)


def words_of(fact: Fact) -> tuple[str, ...]:
    """A fact as the words that a condition may ask for."""
    if isinstance(fact, bool):
        return ("yes" if fact else "no",)
    if isinstance(fact, tuple):
        return fact
    return (
        () if fact is None or fact == "" else (f"{fact:g}" if not isinstance(fact, str) else fact,)
    )


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,6}(?:\.\d+)?", text) else None


def kept(every: Sequence[OwnIndicator]) -> str:
    """The indicators as the setting holds them."""
    return json.dumps(
        [{"name": one.name, "counted": one.counted, "where": worded(one.where), "share": one.share}
         for one in every], ensure_ascii=False)  # fmt: skip


def read_kept(text: str) -> tuple[OwnIndicator, ...]:
    """The indicators of the setting; one that reads no more is left out."""
    return tuple(one for each in json.loads(text or "[]") if (one := _read(each)) is not None)


def _read(one: Mapping[str, object]) -> OwnIndicator | None:
    counted = str(one["counted"])
    try:
        where = read_where(counted, str(one["where"]))
    except Refusal:
        return None
    return OwnIndicator(str(one["name"]), counted, where, bool(one["share"]))
