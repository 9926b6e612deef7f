"""What the name of a worksheet says of every child on it: category, plan, risk, or a district."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models import codes
from models.intake.papers import Block, ReadField, ReadRecord, Table
from models.intake.understanding.elements import Pair
from models.intake.understanding.key_rows import without_number
from models.intake.understanding.lexicon import Match
from models.intake.understanding.records import Growing

TRACKER = "tracker"
OF_CHILDREN = frozenset({TRACKER, "persons"})
"""Kinds of records that a worksheet of children holds."""
SAYS = (("categories", "category"), ("plans", "plan"), ("risk_levels", "risk"))
"""Lists of which a worksheet may have a word as its name, and the field that it answers."""
BESIDE = {
    "category": ("category", "category_words", "other_exploitation"),
    "plan": ("plan",),
    "risk": ("risk",),
    "district": ("district",),
    "closed": ("closed",),
}
"""Fields that say the same of a row: where it has one, the name of its worksheet adds nothing."""
OF_PANEL = frozenset({"OPEN", "NOT_OPEN"})  # "Open list": open to the panel, and no plan
SURE, PERHAPS = 0.8, 0.5
LOOK = "The name of the worksheet: look whether it is a district."
CLOSED = re.compile(
    r"\b(?:closed|closures?|archived?|removed|ended|historic(?:al)?|leavers|left|stepped down|"
    r"no longer open)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"[A-Z][a-z]+(?:[ -](?:[A-Z][a-z]+|and|upon|on|the|of|in|le|&)){0,4}|[A-Z]{4,}")
NO_PLACE = re.compile(
    r"\b(?:sheet|tracker|list|lists|open|current|active|live|new|data|master|main|key|notes?|"
    r"look ?up|children|child|girls?|boys?|males?|females?|team|panel|mace|cases?|referrals?|"
    r"missing|cohort|all|other|others|unallocated|monitoring|watch|register|quarter|week|month|"
    r"jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)
Parts = Sequence[Block | Table]


def sheet_of(parts: Parts) -> str:
    """The name of the worksheet on which parts stand; empty where they stand on none."""
    return next((one.sheet for one in parts if isinstance(one, Table) and one.sheet), "")


def is_of_tracker(name: str) -> bool:
    """Whether a worksheet is named by what only a tracker tells: a category or a level of risk."""
    lists = (SAYS[0][0], SAYS[2][0])
    return any(map(str.isalpha, name)) and any(codes.recognise(one, name) for one in lists)


def with_sheet_names(
    found: Mapping[str, Sequence[ReadRecord]], this_year: int
) -> dict[str, list[ReadRecord]]:
    """The records of a tracker by worksheet, with what a worksheet's name says of its children.

    A name that is on no list is a district, to be looked at, where several worksheets have
    children and no row says a district.
    """
    children = {
        name: [one for one in some if one.kind in OF_CHILDREN] for name, some in found.items()
    }
    several = sum(map(bool, children.values())) > 1
    told = any(one.get("district") for some in children.values() for one in some)
    said = {name: _said(name, this_year, places=several and not told) for name in found}
    return {
        name: [_with(one, said[name]) if one.kind in OF_CHILDREN else one for one in some]
        for name, some in found.items()
    }


def _with(record: ReadRecord, said: Sequence[ReadField]) -> ReadRecord:
    has = {one.name for one in record.fields if one.value is not None}
    first = said[0].name if said else ""
    if not said or has & {*BESIDE.get(first, ()), *(one.name for one in said)}:
        return record
    return replace(record, fields=(*record.fields, *said))


def _said(name: str, this_year: int, *, places: bool) -> tuple[ReadField, ...]:
    name, where = without_number(name), f"worksheet {name}"
    if CLOSED.search(name):
        return (ReadField("closed", None, where, where, SURE),)
    if any(letter.isalpha() for letter in name):
        for known, field in SAYS:
            said = codes.recognise(known, name)
            if said is not None and said.code not in OF_PANEL:
                made = Growing(TRACKER, where, this_year)
                made.take(Pair(field.capitalize(), name, where, Match(field, SURE)))
                return tuple(sorted(made.fields.values(), key=lambda one: one.name != field))
    if places and PLACE.fullmatch(name) and not NO_PLACE.search(name):
        return (ReadField("district", name, name, where, PERHAPS, LOOK),)
    return ()
