"""Who chairs, where a sentence above a list of members says it: "Chair: Det Supt Annika Roe"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.intake.papers import ReadField, ReadRecord
from models.intake.understanding.elements import Element, Heading, Loose, Pair
from models.intake.understanding.records import TO_CHECK
from models.rules.names import plain

SURE, ROLE = 0.7, "panel_role"
_ROLES = re.compile(r"\b((?:vice|deputy|co)[- ]?chair|chair)(?:person)?(?:ed by)?\s*[:–-]\s*", re.I)
_VICE = re.compile(r"vice|deputy", re.IGNORECASE)


def chairs_told(records: list[ReadRecord], rest: Iterable[Element]) -> list[ReadRecord]:
    """Return the members, each whom a sentence names as chair or vice chair marked so."""
    told = [one for element in rest for one in _told(element)]
    return [_marked(record, told) for record in records]


def _told(element: Element) -> Iterator[tuple[str, str, str]]:
    """Yield which role is said, the words that name who has it, and where."""
    if not isinstance(element, Loose | Heading | Pair):
        return
    text = element.text
    found = list(_ROLES.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    for one, end in zip(found, ends, strict=False):
        role = "vice chair" if _VICE.match(one[1]) else "chair"
        yield role, re.split(r"[.;\n]", text[one.end() : end])[0], element.where


def _marked(record: ReadRecord, told: list[tuple[str, str, str]]) -> ReadRecord:
    own = set(plain(str(record.get("name") or "")).split())
    if record.get(ROLE) is not None or len(own) < 2:
        return record
    for role, words, where in told:
        if own <= set(plain(words).split()):
            field = ReadField(ROLE, role, words.strip(), where, SURE, TO_CHECK)
            return replace(record, fields=(*record.fields, field))
    return record
