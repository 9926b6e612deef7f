"""Lines of a few words that only name: a measure, against whom, by whom, until when."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import read_tail, resolved
from models.rules.capture.parties import party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reasons import BARE, blanked
from models.rules.capture.requests import by_agent

BETWEEN = re.compile(r"\s+[-–—]+\s+|\s*[,;|()]\s*|\s+/\s+")
LEADING = re.compile(r"\b(?:lead(?:s|ing)?|own(?:s|er)?|pick|take)\b", re.IGNORECASE)
MOST_MORE = 2
"""Words more that a line may hold which begins with the measure and names who is to get it."""
SMALL = BARE | {
    "against", "re", "vs", "lead", "leads", "order", "notice", "apply", "scope", "asap", "needed",
    "agreed", "pls", "please", "end", "flat", "address", "premises", "car", "vehicle",
}  # fmt: skip


def names_measure(text: str, context: CaptureContext) -> bool:
    """ "RK CAWN Slade 18/12", "closure order, Bexley, 31/1": a measure and all that belongs to it.

    Against whom, by whom or until when must be named, and nothing else may be said.
    """
    measures = [one for one in context.measure_names.all_in(text) if len(one.items) == 1]
    if not measures or all(one.raw.lower() in field_words("plain measure") for one in measures):
        return False
    when = context.day_in(text)
    if when.value is not None and when.value < context.today:
        return False
    spans = [(one.start, one.end) for one in measures]
    spans += [(when.start, when.end)] if when.found else []
    named = [(one.start, one.end) for one in context.subject_names.all_in(text)]
    named += [(one.start, one.end) for one in context.agency_names.all_in(text)]
    named += [(one.start, one.end) for one in context.names.all_in(text)]
    named += [(one.start, one.end) for one in context.roles.all_in(text)]
    left = blanked(text, spans + named)
    said = [token for token in tokens_of(left) if token.word not in SMALL]
    if not said:
        return bool(named or when.value)
    begins = not text[: measures[0].start].strip()
    return begins and len(said) <= MOST_MORE and lone_owner(text, context) is not None


def begins_with_measure(text: str, context: CaptureContext) -> bool:
    """True where a line that only names begins with its measure."""
    measures = context.measure_names.all_in(text)
    begins = bool(measures) and not text[: measures[0].start].strip()
    return begins and by_agent(text, context) is None and names_measure(text, context)


def of_its_agency(owner: OwnerRead, text: str, context: CaptureContext) -> OwnerRead:
    """ "YJS: curfew address, Jodie, Weds": the agency's own who is named alone further on."""
    if owner.person or owner.agency is None or owner.warnings:
        return owner
    named = lone_owner(text[owner.end :], context)
    same = named is not None and named.agency == owner.agency
    return replace(owner, person=named.person, by_agency=False) if named and same else owner


def led_by(owner: OwnerRead, text: str, context: CaptureContext) -> tuple[OwnerRead, str] | None:
    """ "Police to apply for an order, DS Frith to lead": who leads, and the words left."""
    named = owner.person is not None and not owner.by_agency
    if named or owner.agency is None or owner.warnings:
        return None
    lead = read_tail(text[owner.end :], context)
    place = owner.end + (lead.start if lead else 0)
    if lead is None or lead.person is None or not LEADING.search(text[place:]):
        return None
    # Another agency that is named first still stands in the words.
    start, end = (owner.start, owner.end) if lead.agency == owner.agency else (0, 0)
    return replace(lead, start=start, end=end), text[:place].rstrip(" ,;(–—-")


def lone_owner(text: str, context: CaptureContext) -> OwnerRead | None:
    """The one person who stands alone between dashes or commas: "CP10 - Ruth - Slade"."""
    found = []
    start = 0
    for cut in (*BETWEEN.finditer(text), None):
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        tokens = tokens_of(piece)
        party = party_at(piece, tokens, 0, context) if tokens else None
        alone = party and not piece[: party.start].strip() and not piece[party.end :].strip(" .)")
        if party and alone and party.people and piece.strip() not in context.subject_names:
            found.append(resolved((party,), (start, cut.end() if cut else end), context))
        start = cut.end() if cut else end
    people = [one for one in found if one.person is not None]
    return people[0] if len(people) == len(found) == 1 else None
