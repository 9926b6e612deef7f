"""What the head of a column means, in a paste, a sheet and a list as where papers are taken in."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.understanding.lexicon import recognise
from models.rules.tracker.columns import COLUMNS

HEADS = {
    "name": ("name", "child", "child name", "childs name", "full name", "young person", "yp"),
    "first": ("first name", "forename", "forenames", "given name", "first names"),
    "last": ("surname", "last name", "family name"),
    "born": ("dob", "date of birth", "born", "birth date", "d o b"),
    "number": ("system id", "id", "number", "lcs", "lcs id", "case id", "person id", "mosaic id",
               "liquidlogic id", "child id", "reference", "ref", "case number", "pid"),
}  # fmt: skip
MEANS = {word: what for what, words in HEADS.items() for word in words}
OTHERWISE = {"name": "name", "born": "birth_date", "number": "system_id", "first": "first",
             "last": "last"}  # fmt: skip
BY_TITLE = {one.title.casefold(): one.key for one in COLUMNS}
BY_OTHER_TITLE = dict.fromkeys(
    ("closed on", "date closed", "closed date", "closing date", "closing day", "closure date",
     "date of closure"), "closed_on",
) | dict.fromkeys(("nhs", "nhs no", "nhs number", "nhs id"), "nhs_number")  # fmt: skip
"""Titles that people add; what stands below them is told, never passed over."""
FIELDS = {
    "name": "name", "first_name": "first", "surname": "last", "dob": "birth_date",
    "la_id": "system_id", "nhs": "nhs_number", "upn": "upn", "gender": "gender",
    "ethnicity": "ethnicity", "district": "district", "category": "category", "types": "types",
    "other_exploitation": "other_exploitation", "plan": "plan", "assessed": "assessed_on",
    "risk": "risk", "next_review": "next_review", "closed": "closed_on", "lead": "lead",
    "team": "team", "school": "school", "postcode": "postcode", "nrm": "nrm",
    "living": "placement",
}  # fmt: skip
"""The column of each field that a tracker taken in is read into."""
SURE = 0.95
"""How sure the words for papers must be: a head's very words, not what is near them."""


LISTS = frozenset(one.codes for one in COLUMNS if one.codes and one.codes != "districts")


def own_column(title: str) -> str:
    """The key of the column that a title names by the tracker's own words, or by plain ones."""
    said = title.strip().casefold()
    bare = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’]", "", said)).strip()
    return BY_TITLE.get(said) or BY_OTHER_TITLE.get(bare) or OTHERWISE.get(MEANS.get(bare, ""), "")


def column_of(title: str) -> str:
    """The key of the column that a head means, or "first" or "last" for parts of a name; or none.

    The tracker's own words come first, then those by which a tracker is taken in.
    """
    if (own := own_column(title)) or not title.strip():
        return own
    found = recognise("tracker", title.strip())
    return FIELDS.get(found.field, "") if found is not None and found.score >= SURE else ""


def columns_of(titles: Sequence[str]) -> tuple[str, ...]:
    """The column of each head, each column once: a title of the tracker's own has it first."""
    meant = [column_of(one) for one in titles]
    order = sorted(range(len(titles)), key=lambda at: titles[at].strip().casefold() not in BY_TITLE)
    first = {key: at for at in reversed(order) if (key := meant[at])}
    return tuple(key if first.get(key) == at else "" for at, key in enumerate(meant))


def are_heads(titles: Sequence[str]) -> bool:
    """Whether a row holds heads, and no children: all are known, or at least two.

    Words that only papers use for a head may be an answer as well, as "CCE" is.
    """
    filled = [one for one in titles if one.strip()]
    meant = sum(bool(column_of(one)) for one in filled)
    if not meant or (meant < len(filled) and meant < 2):
        return False
    return any(map(own_column, filled)) or (len(filled) > 1 and not any(map(_answers, filled)))


def _answers(text: str) -> bool:
    return any(codes.recognise(one, text) for one in LISTS)
