"""Who may refer to the National Referral Mechanism: an organisation by its name, not by a part."""

import re
from collections.abc import Iterable

from models import codes

IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
MOST_BEFORE = 4
"""Words of an area before what a police force or a council is called: of Devon and Cornwall."""

OTHERS = frozenset({
    "youth", "student", "students", "school", "parish", "town", "former", "ex", "friends", "no",
    "not",
})  # fmt: skip
"""Words before one of them that make it another body."""


def first_responder_warning(name: str | None, kind: str | None = None) -> str:
    """The warning where whoever is to refer is no first responder; empty where they are one."""
    said = (name or "").strip()
    if not said or _is_one(said, kind):
        return ""
    return (
        f"{said} is no first responder on the panel's list and cannot refer to the NRM: "
        "ask the police or the council to."
    )


def _is_one(said: str, kind: str | None) -> bool:
    """By its own name, by that of a force or a council of some area, or by its kind of agency."""
    rows = [one for one in codes.rows_of("first_responders", codes.FirstResponder) if one.active]
    names = {codes.normalise(said), codes.normalise(IN_BRACKETS.sub("", said))}
    if any(_called(names, one) or one.agency_kinds and _of_area(names, one) for one in rows):
        return True
    found = codes.recognise("agency_kinds", kind) if kind else _kind_called(names)
    return found is not None and any(found.code in one.agency_kinds for one in rows)


def _kind_called(names: Iterable[str]) -> codes.Code | None:
    kinds = codes.rows_of("agency_kinds", codes.AgencyKind)
    return next((one for one in kinds if _called(names, one)), None)


def _called(names: Iterable[str], one: codes.Code) -> bool:
    known = _known(one)
    return any(name in known for name in names)


def _of_area(names: Iterable[str], one: codes.Code) -> bool:
    """Whether a name ends in that of a local body, with an area before it."""
    ends = (name.removesuffix(f" {known}") for name in names for known in _known(one)
            if name.endswith(f" {known}"))  # fmt: skip
    before = (area.split() for area in ends)
    return any(len(area) <= MOST_BEFORE and OTHERS.isdisjoint(area) for area in before)


def _known(one: codes.Code) -> set[str]:
    return {codes.normalise(word) for word in (one.label, *one.synonyms)}
