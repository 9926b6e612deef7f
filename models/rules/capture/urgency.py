"""What cannot wait: whom it concerns, who was told, when, and under which number."""

import re
from dataclasses import dataclass, replace
from datetime import time

from models import codes
from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.marking import read_marks
from models.rules.capture.owners import OwnerRead
from models.rules.capture.parties import Party, party_at
from models.rules.capture.phrases import Phrasebook, tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import PersonRef, SubjectRef
from models.rules.capture.telling import told
from models.rules.dates.times import CLOCK, clock_time

BEEN = re.compile(
    r"\s*(?:\)\s*)?(?:(?:has|have|been|was|were|is|are|now|already|also)\s+)*"
    r"(?:told|informed|notified|called|contacted|rung|phoned|alerted|aware|spoken\s+to|on\s+(?:its|their)\s+way)\b",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"\b(?:told|informed|notified|rang|rung|called|phoned|contacted|alerted|reported\s+to|passed\s+to"
    r"|referred\s+to|spoke(?:n)?\s+(?:to|with)|call\s+to|ringing|calling)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
AT = re.compile(rf"\b{CLOCK}(?!\w)|\b(?:[01]?\d|2[0-3])[.:][0-5]\d\b(?![./-]\d)", re.IGNORECASE)
HOURS = re.compile(r"\bat\s+(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*h(?:rs?)?)?\b", re.IGNORECASE)
NUMBER = re.compile(
    r"\b(?:ref(?:erence)?|log|incident|inc|crime|cad|urn)\b\s*(?:no\b\.?|number|num|#|:|is)*\s*"
    r"(?P<ref>[A-Z]{0,6}[-/]?\d[\w/-]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Anywhere:
    """The room without its item: what is urgent may concern anyone, not only who is open."""

    names: Phrasebook[PersonRef]
    subject_names: Phrasebook[SubjectRef]
    subject: SubjectRef | None = None


def read_urgent(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """A matter not on the agenda, with the record it may concern, and whom it was told."""
    marked = read_marks(text, context.agency_names, spoken=True)
    reading = told(kind, marked, OwnerRead(), Anywhere(context.names, context.subject_names))
    whom = _whom(reading.text, context)
    at = _at(reading.text) if whom else None
    number = NUMBER.search(reading.text)
    reference = number["ref"] if number else None
    chips = [Chip("told", whom)] if whom else []
    chips += [Chip("at", f"{at:%H:%M}")] if at else []
    chips += [Chip("reference", reference)] if reference else []
    read = replace(reading, when=at, told=whom, reference=reference, chips=(*reading.chips, *chips))
    return read, False


def _whom(text: str, context: CaptureContext) -> str | None:
    """The first party that was told, in the words of the room."""
    tokens, services = tokens_of(text), _services()
    for first, token in enumerate(tokens):
        service = services.at(tokens, first, text, loose=True)
        party = None if service else party_at(text, tokens, first, context)
        end = service.end if service else party.end if party else None
        if end and (TELLING.search(text[: token.start]) or BEEN.match(text[end:])):
            return service.items[0] if service else _name(party)
    return None


def _name(party: Party | None) -> str | None:
    if party is None:
        return None
    if len(party.people) == 1:
        return party.people[0].name
    return party.agency.name if party.agency and not party.people else party.raw


@codes.kept
def _services() -> Phrasebook[str]:
    """Those who are told at once and sit at no panel's table."""
    row = codes.find("capture_words", "told")
    known = row.synonyms if row and field_words("told") else ()
    return Phrasebook((name, name) for name in known)


def _at(text: str) -> time | None:
    found = AT.search(text)
    if found:
        return clock_time(found[0].replace(".", ":"))
    hours = HOURS.search(text)
    return time(int(hours["h"]), int(hours["m"])) if hours else None
