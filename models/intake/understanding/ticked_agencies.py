"""Agencies ticked in a list of who works with the child: social care's worker, and the plan."""

import re
from collections.abc import Iterable

from models import codes
from models.intake.understanding.elements import Element, Loose, Pair
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.records import Growing
from models.intake.understanding.return_places import row_of
from models.intake.understanding.ticks import TICKED, plain_marks

_SOCIAL_CARE = re.compile(
    r"\b(?:social (?:services|care|work(?:er)?)|children'?s (?:services|social care)|csc|csw)\b",
    re.I,
)
_NAME = re.compile(r"^\W*(?:name|worker|contact)\W+", re.IGNORECASE)


def ticked_social_care(growing: Growing, elements: Iterable[Element]) -> None:
    """Take who is named beside a ticked "Social Services", and the plan told in that row."""
    row = ""
    for element in elements:
        if isinstance(element, Pair) and _is_ticked(element.label):
            row = row_of(element.where)
            name = read_name(_NAME.sub("", element.value.split("\n")[0])).name
            if looks_like_name(name) and " " in name and not names_a_body(name):
                growing.take_in_passing("lead", name, element.text, element.where)
        elif isinstance(element, Loose) and row and row_of(element.where) == row:
            known = codes.recognise("plans", element.text)
            column = getattr(known, "column", None)
            growing.take_in_passing("plan", column, element.text, element.where)


def _is_ticked(label: str) -> bool:
    return TICKED in plain_marks(label) and _SOCIAL_CARE.search(label) is not None
