"""Who declares an interest, in which item, and why."""

import re
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.initials import with_initials
from models.rules.capture.mentions import mentions_in
from models.rules.capture.owners import read_person
from models.rules.capture.phrases import Found
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import read_subjects
from models.rules.capture.tidying import tidy, without
from models.rules.names import plain

WHOLE_MEETING = "whole meeting"
ONE_BY_ONE = "One item at a time: say the others in a line of their own."
OPENS = re.compile(
    r"\s*(?:(?:conflicts?(?:\s+of\s+interests?)?|CoI)\s*[:–—-]?|interests?\s*[:–—-])\s+(?=\S)",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"[\s,;(–—-]*\b(?:(?:in|with)\s+(?:respect|relation|regard)s?\s+(?:of|to)|to|in|for|re|on|with|about"
    r"|regarding|concerning|item)?\s*(?:the\s+)?(?:item\s+)?$",
    re.IGNORECASE,
)
FOLLOWS = re.compile(r"(?:['’]s)?(?:\s+(?:item|case|only)\b)*\)?", re.IGNORECASE)
DECLARED = re.compile(
    r"\s*(?:(?:declar\w+|has|have|an?|interests?|conflict\w*|of)\s+)*", re.IGNORECASE
)
WHOLE = re.compile(
    r"[\s,;(–—-]*\b(?:for\s+)?(?:the\s+)?(?:whole|entire)\s+(?:meeting|panel|agenda)\b\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Item:
    """The item that a declaration names, and where it does."""

    subject: SubjectRef
    start: int
    end: int


def opens_with_conflict(text: str, context: CaptureContext) -> bool:
    """ "Conflict Patel, V6 is her niece": whose conflict it is comes first."""
    opened = OPENS.match(text)
    return opened is not None and read_person(text[opened.end() :], context).person is not None


def read_declaration(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """Who declares an interest, in whom, and why; `reference` is the item that it is said to be in.

    Without one it is in the item in hand; for the whole meeting `status` says so.
    """
    text = with_initials(text, context)
    opened = OPENS.match(text)
    text = text[opened.end() :] if opened else text
    person, subjects = read_person(text, context), read_subjects(text, context)
    person = person if person.found else read_person(text, context, loose=True)
    said = without(text, person.start, person.end) if person.person else text
    whole = WHOLE.search(said)
    said = without(said, whole.start(), whole.end()) if whole else said
    items = _items(said, context)
    item = items[0] if items else None
    cleaned = tidy(without(said, item.start, item.end) if item else said)
    warnings = (*person.warnings, *(() if person.found else ("No one present is named.",)))
    warnings += (ONE_BY_ONE,) if len({one.subject for one in items}) > 1 else ()
    chips = [Chip("person", person.person.name)] if person.person else []
    chips += [Chip("for", WHOLE_MEETING)] if whole else []
    chips += [Chip("about", item.subject.name)] if item and item.subject != context.subject else []
    reading = CaptureReading(
        kind,
        cleaned,
        person.person,
        person.agency,
        item.subject if item else subjects.subject,
        warnings=tuple(dict.fromkeys(warnings)),
        chips=tuple(chips),
        mentions=mentions_in(cleaned, subjects),
        status=WHOLE_MEETING if whole else None,
        reference=item.subject.ref if item else None,
        code="C",
    )
    return reading, False


def _items(text: str, context: CaptureContext) -> list[_Item]:
    """The items named, by a reference anywhere or by a name where the sentence begins."""
    known = sorted(context.subject_names.all_in(text), key=lambda one: one.start)
    named = ((one, _named(one, text)) for one in known if len(one.items) == 1)
    return [item for _, item in named if item is not None]


def _named(found: Found[SubjectRef], text: str) -> _Item | None:
    """The item that words name, with what leads up to them; "V6 is her niece" stays as it is."""
    subject, before = found.items[0], text[: found.start]
    lead, follows = LEADS.search(before), FOLLOWS.match(text, found.end)
    start = lead.start() if lead else found.start
    end = follows.end() if follows else found.end
    led = bool(lead and lead[0].strip(" ,;:(–—-"))
    if subject.ref and plain(found.raw) == plain(subject.ref):
        parted = before.rstrip()[-1:] in (",", ";", ":", "–", "—", "-", "(")
        alone = not before.strip() and not text[end:].strip(" .,;:–—-)")
        stays = not (led or parted or alone)
        return _Item(subject, found.start, found.start) if stays else _Item(subject, start, end)
    begins = subject.ref and led and DECLARED.fullmatch(f"{before[:start]} ")
    return _Item(subject, start, end) if begins else None
