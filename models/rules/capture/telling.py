"""Notes: what is told rather than asked, by whom, of what kind and for whom."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import (
    Marked,
    begins_with_kind,
    begins_with_sharing,
    merged,
    read_marks,
)
from models.rules.capture.mentions import mentions_in
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import read_speaker
from models.rules.capture.parties import party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.subjects import Room, read_subjects
from models.rules.capture.texts import into, led_to
from models.rules.capture.tidying import tidy, without
from models.rules.capture.turns import read_turn

# "Ed: …" is how education is minuted; in capitals it is the emergency department.
ED = re.compile(
    r"(?P<mark>\s*(?:(?:opinion|intel|fact)\s*[:,–—-]?\s+)?)[Ee]d"
    r"(?=\s*(?::|–|—|-\s)|\s+(?:to|will)\s"
    r"|\s+(?:\d+\s*%|att\b|attendance|absen|exclu|suspen|roll\b|timetable|t/table|sen\b|ehcp|pep\b|lessons?\b"
    r"|truan|persistent|report\b|nil\b|nothing\b))"
)
FROM = re.compile(
    r"\s*(?:(?:note|intel\w*|information|info|report\w*|update|news|concerns?|word|feedback)\s+(?:received\s+)?)?from\s+(?:the\s+)?",
    re.IGNORECASE,
)

GIVEN_BY = re.compile(
    r"\s*(?:(?:professional|prof\.?|clinical)\s+)?(?P<kind>opinion|view|intel(?:ligence)?)\s+(?:from|by|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
OWN_VIEW = re.compile(
    r"['’]s\s+(?:(?:professional|clinical|own)\s+)?(?:opinion|view)\b", re.IGNORECASE
)
IN_VIEW = re.compile(r"\s*in\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
SPACE = re.compile(r"[\s,:–—-]+")
GOES_ON = re.compile(r"\s*(?::|,|–|—|\s-\s|\bis\s+that\b)\s*", re.IGNORECASE)


def read_note(kind: CaptureKind, text: str, context: CaptureContext) -> tuple[CaptureReading, bool]:
    """Something said, with the agency or person it came from, its kind and its sharing.

    Where it says no more than that an agency had its turn, it is that turn.
    """
    turn = read_turn(text, context)
    if turn is not None:
        return turn, False
    text = of_education(text, context)
    led = led_to(text)
    if led is not None:
        return into(_said(kind, led.rest, context), led), False
    return _said(kind, text, context), False


def _said(kind: CaptureKind, text: str, context: CaptureContext) -> CaptureReading:
    marked = read_marks(_speaker_first(text, context), context.agency_names, spoken=True)
    speaker = read_speaker(marked.text, context)
    if not speaker.found and not speaker.agency:
        speaker = _source(marked.text, context)
    inner = read_marks(
        without(marked.text, speaker.start, speaker.end), context.agency_names, spoken=True
    )
    return told(kind, replace(merged(marked, inner), text=inner.text), speaker, context)


def of_education(text: str, context: CaptureContext) -> str:
    """ "Ed: attendance down", "ed to ring" as of education, where nobody is called Ed."""
    found = ED.match(text)
    if found is None or context.names.of("ed") or not context.agency_names.of("education"):
        return text
    return f"{found['mark']}education{text[found.end() :]}"


def _speaker_first(text: str, context: CaptureContext) -> str:
    """ "Police opinion: …" as "Police: opinion, …", so that speaker and marks are both read.

    The colon may be missing: "yjs opinion shes scared", but not "police intelligence unit rang".
    """
    if begins_with_sharing(text.lstrip(), context.agency_names):
        return text
    opened = _given_by(text, context) or _marked_behind(text, context)
    if opened:
        return opened
    head, colon, said = text.partition(":")
    tokens = tokens_of(head)
    party = party_at(head, tokens, 0, context) if colon and tokens else None
    marks = head[party.end :].strip(" ,()–—-") if party else ""
    if not party or not marks or read_marks(f"{marks}: ", context.agency_names, spoken=True).text:
        return text
    return f"{head[: party.end]}: {marks}: {said.strip()}"


def _given_by(text: str, context: CaptureContext) -> str | None:
    """ "Opinion from Will - he is scared" as "Will: opinion, he is scared"."""
    own = _own_view(text, context)
    if own is not None:
        return own
    head = GIVEN_BY.match(text)
    rest = text[head.end() :] if head else ""
    party = party_at(rest, tokens_of(rest), 0, context, loose=True) if rest else None
    if head is None or party is None or rest[: party.start].strip():
        return None
    goes_on = GOES_ON.match(rest[party.end :])
    if goes_on is None:
        return None
    kind = "opinion" if head["kind"].lower() == "view" else head["kind"]
    return f"{rest[: party.end]}: {kind}: {rest[party.end + goes_on.end() :]}"


def _own_view(text: str, context: CaptureContext) -> str | None:
    """ "Fiona's view - he needs time", "in Fiona's view he needs time" as "Fiona: opinion: …"."""
    led = IN_VIEW.match(text)
    text = text[led.end() :] if led else text
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    own = OWN_VIEW.match(text[party.end :]) if party else None
    rest = text[party.end + own.end() :] if party and own else ""
    goes_on = (GOES_ON if led is None else SPACE).match(rest) if rest else None
    if party is None or own is None or goes_on is None:
        return None
    return f"{text[: party.end]}: opinion: {text[party.end + own.end() + goes_on.end() :]}"


def _marked_behind(text: str, context: CaptureContext) -> str | None:
    """ "Health opinion he is afraid" as "Health: opinion he is afraid"."""
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if not party or text[: party.start].strip():
        return None
    said = text[party.end :].lstrip(" ,")
    marked = begins_with_kind(said) or begins_with_sharing(said, context.agency_names)
    return f"{text[: party.end]}: {said}" if marked and said != text[party.end :] else None


def _source(text: str, context: CaptureContext) -> OwnerRead:
    """ "Intel from police that …": whom it came from stays in the text."""
    head = FROM.match(text)
    rest = text[head.end() :] if head else ""
    party = party_at(rest, tokens_of(rest), 0, context) if rest else None
    if party is None or rest[: party.start].strip():
        return OwnerRead()
    if party.agency and not party.people:
        return OwnerRead(None, party.agency, sure=False)
    return replace(read_speaker(rest, context), start=0, end=0, warnings=())


def told(kind: CaptureKind, marked: Marked, speaker: OwnerRead, room: Room) -> CaptureReading:
    """What was said without its marks and its speaker: of a note, and of what cannot wait."""
    cleaned = tidy(marked.text)
    subjects = read_subjects(cleaned, room, told=True)
    chips = [Chip("agency", speaker.agency.name, speaker.sure)] if speaker.agency else []
    chips += [Chip("about", subjects.subject.name, subjects.sure)] if subjects.subject else []
    return CaptureReading(
        kind,
        cleaned,
        speaker.person,
        speaker.agency,
        subjects.subject,
        information=marked.information,
        sharing=marked.sharing,
        agencies=marked.agencies,
        warnings=(*speaker.warnings, *subjects.warnings),
        chips=tuple(chips),
        mentions=mentions_in(cleaned, subjects),
    )
