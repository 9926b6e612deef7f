"""A paragraph that somebody put into the minutes: what of the record it would be."""

import re
from collections.abc import Mapping

from exports.returned.where import HEADED, LED
from models.marks import Information
from models.records.edits import NewLine
from models.records.places import Place

KINDS = (Information.FACT.value, Information.OPINION.value, Information.INTELLIGENCE.value)
AFTER_NAME = " .:,–-"
KIND = re.compile(rf"({'|'.join(KINDS)})\b[^:.]{{0,40}}:\s*", re.IGNORECASE)


def led_place(heading: str, text: str, item_id: int) -> tuple[Place, str] | None:
    """The place of a paragraph that begins with words that lead one, and what it says."""
    for (under, lead), (table, field) in LED.items():
        if under == heading and text.startswith(lead):
            return Place(table, item_id, field, item_id), text.removeprefix(lead).strip()
    return None


def headed_place(heading: str, item_id: int) -> Place | None:
    """The place of the text that stands under a heading."""
    field = HEADED.get(heading)
    return Place("discussion", item_id, field, item_id) if field else None


def new_line(text: str, item_id: int, agencies: Mapping[str, int]) -> NewLine | None:
    """A line that an agency shared; None where no agency is named before it."""
    for name in sorted(agencies, key=len, reverse=True):
        head, rest = text[: len(name)], text[len(name) :]
        if head.casefold() != name.casefold() or rest[:1] not in AFTER_NAME or not rest.strip():
            continue
        said = rest.lstrip(AFTER_NAME)
        kind = KIND.match(said)
        information = kind[1].lower() if kind else Information.NOT_STATED.value
        return NewLine(item_id, agencies[name], said[kind.end() :] if kind else said, information)
    return None
