"""What cannot wait: whom it concerns, who was told, when, and under which number."""

import re
from dataclasses import dataclass, replace
from datetime import time

from models import codes
from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.marking import read_marks
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.parties import Party, party_at
from models.rules.capture.phrases import Phrasebook, tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.subjects import Names
from models.rules.capture.telling import told
from models.rules.dates.times import STATED, clock_time
from models.rules.immediate import FAMILY, can_act, is_done, only_tells, says_told

BEEN = re.compile(
    r"\s*(?:\)\s*)?(?:(?:has|have|been|was|were|is|are|now|already|also)\s+)*"
    r"(?:told|informed|notified|called|contacted|rung|phoned|alerted|aware|spoken\s+to|on\s+(?:its|their)\s+way)\b",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"\b(?:told|informed|notified|rang|rung|called|phoned|contacted|alerted|reported\s+to|passed\s+to"
    r"|referred\s+to|spoke(?:n)?\s+(?:to|with))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
AT = re.compile(rf"\b{STATED}", re.IGNORECASE)
HOURS = re.compile(
    r"(?:\bat\s+(?=\d{4}\b)|(?:told|informed|notified|called|rung)\s+(?=\d{4}\b)|\b(?=\d{4}\s*h))(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*h(?:ou)?(?:rs?)?)?\b(?![-/.]\d)",
    re.IGNORECASE,
)
BARE_HOUR = re.compile(r"[\s,]*(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?![\w/.-]*\d)", re.IGNORECASE)
# When something else was: "not seen since 18:00", "left at 9.15" is not when anyone was told.
SINCE = re.compile(
    r"\b(?:since|from|until|till|between|after|before|around|seen|missing|left|went|found|returned"
    r"|arrived|due|home|out|gone|school|yest(?:erday)?\.?|yday|last\s+(?:night|nite))(?:\s+(?:at|about|approx\.?|around|since|by))*\s*$",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[,;.:(–—-])\s*(?:at\s+)?$", re.IGNORECASE)
TURNS = re.compile(
    r";|[.]\s|\b(?:she|he|they|seen|missing|left|went|found|since|last|due|threatened|messag\w+)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\b(?:ref(?:erence)?|log|incident|inc|crime|cad|urn)\b\s*(?:no\b\.?|number|num|#|:|is)*\s*"
    r"(?P<ref>[A-Z]{0,6}[-/]?\d[\w/-]*)",
    re.IGNORECASE,
)


NOBODY_YET = "nobody yet"


@dataclass(frozen=True)
class Told:
    """Who was told, and the span of the words that say so."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Clock:
    """A time of day, and where it stands."""

    start: int
    end: int
    at: time | None


def read_urgent(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """A matter not on the agenda, with the record it may concern, and whom it was told."""
    marked = read_marks(text, context.agency_names, spoken=True)
    # Without its item: what is urgent may concern anyone, not only who is open.
    anyone = Names(context.names, context.subject_names)
    reading = told(kind, marked, OwnerRead(), anyone)
    told_whom = _whom(reading.text, context)
    if told_whom:
        reading = _in_its_letters(_not_the_told(reading, told_whom), told_whom)
    reading = _of_the_item(reading, context)
    whom = told_whom.name if told_whom else None
    at = _at(reading.text, told_whom) if told_whom else None
    number = NUMBER.search(reading.text)
    reference = number["ref"] if number else None
    chips = [Chip("told", whom)] if whom else []
    if not whom and not says_told(reading.text):
        chips = [Chip("told", NOBODY_YET, sure=False)]
    chips += [Chip("at", f"{at:%H:%M}")] if at else []
    chips += [Chip("reference", reference)] if reference else []
    read = replace(reading, when=at, told=whom, reference=reference, chips=(*reading.chips, *chips))
    return read, False


def tells_of_waiting(text: str, context: CaptureContext) -> bool:
    """ "Police told 9.20, log 118", and no more, while a risk of the item waits to be told."""
    if all(map(says_told, context.risks_kept)):
        return False
    said = _whom(text, context)
    return said is not None and only_tells(text, said.name)


def _of_the_item(reading: CaptureReading, context: CaptureContext) -> CaptureReading:
    """Where nobody is named or in doubt it concerns whom the item is of, as far as is known."""
    if reading.subject or reading.mentions or reading.warnings or context.subject is None:
        return reading
    about = Chip("about", context.subject.name, sure=False)
    return replace(reading, subject=context.subject, chips=(*reading.chips, about))


def _not_the_told(reading: CaptureReading, told: Told) -> CaptureReading:
    """ "Mash rung 09:45" concerns no Lee Mash: the words for who was told name no one else."""
    mentions = tuple(one for one in reading.mentions if not told.start <= one.start < told.end)
    if len(mentions) == len(reading.mentions):
        return reading
    about = mentions[0].subject if mentions else None
    chips = [chip for chip in reading.chips if chip.label != "about"]
    chips += [Chip("about", about.name, sure=mentions[0].sure)] if about else []
    return replace(reading, subject=about, mentions=mentions, chips=tuple(chips))


def _in_its_letters(reading: CaptureReading, told: Told) -> CaptureReading:
    """ "mash told" with the letters of the service: in small ones it may go for a man's name."""
    if not told.name.isupper():
        return reading
    said = reading.text[told.start : told.end]
    written = re.sub(rf"\b{re.escape(told.name)}\b", told.name, said, flags=re.IGNORECASE)
    text = f"{reading.text[: told.start]}{written}{reading.text[told.end :]}"
    return replace(reading, text=text)


def _whom(text: str, context: CaptureContext) -> Told | None:
    """The first party that was told, in the words of the room, and where that is said."""
    tokens, services = tokens_of(text), _services()
    for first, token in enumerate(tokens):
        service = services.at(tokens, first, text, loose=True)
        party = None if service else party_at(text, tokens, first, context)
        end = service.end if service else party.end if party else 0
        before, behind = TELLING.search(text[: token.start]), BEEN.match(text[end:])
        if not end or not (before or behind):
            continue
        start = before.start() if before else token.start
        stop = end + (behind.end() if behind else 0)
        if service is None and not _acts(text[:start], party):
            continue
        if is_done(text, start, stop):
            name = service.items[0] if service else _name(party)
            return Told(name or text[token.start : end], start, stop)
    return None


def _acts(before: str, party: Party | None) -> bool:
    """Whether a telling reaches who can act: a member, or an agency that does.

    What a parent told the school is part of what happened.
    """
    if party is None:
        return False
    if len(party.people) == 1 and not FAMILY.search(before):
        return True
    return can_act(_name(party) or "") or any(can_act(one.agency) for one in party.people)


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


def _at(text: str, told: Told) -> time | None:
    """The time that stands beside the telling; that of anything else is not when it was told."""
    clocks = [one for one in _clocks(text, told) if not SINCE.search(text[: one.start])]
    after = (one for one in clocks if one.start >= told.end)
    behind = next((one for one in after if not TURNS.search(text[told.end : one.start])), None)
    ahead = (one for one in reversed(clocks) if one.end <= told.start)
    # "10:40 police told", "…, at 10:40 - rang MASH"; but "threatened at 9:30, police told" is not.
    opens = (one for one in ahead if OPENS.search(text[: one.start]))
    close = (one for one in opens if not text[one.end : told.start].strip(" ,:–—-"))
    beside = behind or next(close, None)
    return beside.at if beside else None


def _clocks(text: str, told: Told) -> list[Clock]:
    found = [Clock(one.start(), one.end(), _of(one[0])) for one in AT.finditer(text)]
    bare = BARE_HOUR.match(text, told.end)
    for one in (*HOURS.finditer(text), *filter(None, [bare])):
        at = time(int(one["h"]), int(one["m"]))
        found.append(Clock(one.start("h"), one.end(), at))
    return sorted(found, key=lambda one: one.start)


def _of(words: str) -> time | None:
    return clock_time(words.replace(".", ":"))
