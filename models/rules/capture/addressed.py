"""Owners named without a word of duty: last in the line, or first with what they are to do."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.errands import FINITE, JOINS, NOUN, is_errand
from models.rules.capture.field_words import field_words
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import resolved
from models.rules.capture.parties import Party, party_at
from models.rules.capture.phrases import tokens_of

# Whoever stands behind these has something done to them.
AIMED_AT = re.compile(
    r"\b(?:to|with|from|for|of|and|on|re|at|in|about|against|via|the|vs|or|a|an|see|ring|call|meet"
    r"|ask|tell)\s+$|['’]s\s+$",
    re.IGNORECASE,
)
# "Check whether he saw Haddow", "the mentor stays Baptiste": a sentence, and not who does it.
TOLD = re.compile(
    r"\b(?:he|she|they|it|who|whom|whether|if|that|which|what|why|how|when|where|because|as|since|keeps|stays"
    r"|remains|is|are|was|were|has|had|have|not|no)\b",
    re.IGNORECASE,
)
WITH = frozenset({
    "by", "between", "contact", "inform", "involve", "include", "update", "through", "than",
    "his", "her", "their", "mr", "mrs", "ms", "miss", "dr", "named", "called",
    "brief", "thank", "nudge", "cc", "copy", "alert", "notify", "consult", "message", "text",
    "remind", "into", "per", "until", "before", "after",
})  # fmt: skip
ADDRESSED = re.compile(
    r"\s*(?::|,|–|—|\s-\s|\bthat\b)\s*(?:(?:could|can)\s+they\s+)?", re.IGNORECASE
)
DEED = re.compile(r"\s+(?:\w+\s+){0,3}(?:visit|check|contact|patrol)s?\b", re.IGNORECASE)
BEHIND = re.compile(r"\s*(?:[:,–—]|-(?=\s))\s*|\s+(?=[A-Za-z])")
STATES = frozenset({
    "off", "out", "away", "back", "home", "here", "ill", "sick", "late", "ready", "better", "well",
    "free", "busy", "only", "still", "also", "now", "who", "will", "may", "might", "should", "must",
    "nil", "nothing", "arrested", "released", "bailed", "missing", "said", "says", "reports",
    "report", "update", "intel", "opinion", "view", "believe", "think", "thinks", "want", "wants",
    "hope",
    "hopes", "expect", "expects", "need", "needs",
})  # fmt: skip
NUMBER = re.compile(r"\bnos?\.", re.IGNORECASE)
MOST_ALONE = 2
"""Words fewer than these behind a name say nothing of what is to be done."""
VERB = re.compile(r"\s+(?P<verb>[a-z]+)\b")
CLAUSE = re.compile(r"[,;]")


def read_last(text: str, context: CaptureContext, *, people: bool = False) -> OwnerRead | None:
    """Who stands last in a line that needs no comma: "CAWN webby frith", "closure bexley".

    Of what is asked or recommended (`people`) an agency that stands last is what is wanted, and
    whoever stands behind a deed has it done to them: "tell Haddow".
    """
    tokens = tokens_of(text)
    measures = [(one.start, one.end) for one in context.measure_names.all_in(text)]
    for first in range(max(len(tokens) - 4, 0), len(tokens)):
        start = tokens[first].start
        party = party_at(text, tokens, first, context, loose=not people)
        last = party is not None and not text[party.end :].strip(" .,;)/|–—-")
        if party is None or not last or AIMED_AT.search(text[:start]):
            continue
        if people and (not party.people or not first or TOLD.search(text[:start])):
            continue
        if people and not _is_apart(tokens[first - 1].word):
            continue
        inside = any(begins <= start < ends for begins, ends in measures)
        if not inside and party.raw not in context.subject_names:
            return resolved((party,), (start, len(text)), context)
    return None


def _is_apart(before: str) -> bool:
    """Whether what stands before a name does nothing to whoever bears it."""
    deeds = field_words("deed") | field_words("short deed") | WITH
    return before not in deeds and not (before.endswith("s") and before[:-1] in deeds)


def read_addressed(text: str, context: CaptureContext, *, agencies: bool) -> OwnerRead | None:
    """Whom a line begins with and what they are to do: "education, …", "IRO bring review forward".

    Of a verb of the third person nothing is taken out: "the IRO brings the review forward".
    """
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if party is None or text[: party.start].strip() or not (agencies or party.people):
        return None
    rest = text[party.end :]
    if NOUN.match(rest) and not (party.people and is_errand(rest)):
        return _whose_deed(party, rest, context)
    joined, verb = ADDRESSED.match(rest), VERB.match(rest)
    deed = verb["verb"].lower() if verb else ""
    third = deed not in field_words("deed")
    thing = bool(party.people) and not joined and is_errand(rest)
    if not joined and third and not thing and not _stem(deed):
        return None
    end = 0 if not joined and third and not thing else party.end + (joined.end() if joined else 0)
    read = resolved((party,), (0, end), context)
    return read if read.person or (read.agency and not read.warnings) else None


def handed_at_head(text: str, context: CaptureContext) -> tuple[Party, str] | None:
    """ "Licensing joint visit to the Snug", "AK - billing on his number": who, and what it is.

    Nothing is told there: no verb of a sentence, nor how somebody is.
    """
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if party is None or text[: party.start].strip() or party.raw in context.subject_names:
        return None
    rest = text[party.end :]
    joined = BEHIND.match(rest)
    thing = rest[joined.end() :] if joined else rest
    words = thing.lower().split()
    if not thing[:1].isalnum() or party_at(thing, tokens_of(thing), 0, context) is not None:
        return None  # "Tunstall, Whitby: …": two of them
    told = FINITE.search(NUMBER.sub("number", CLAUSE.split(thing, maxsplit=1)[0]))
    if told or len(words) < MOST_ALONE or words[0].strip(",.;:") in JOINS | STATES:
        return None
    return party, thing


def of_agency_at_head(text: str, context: CaptureContext) -> OwnerRead | None:
    """ "CAMHS duty call to carer": an agency and a thing to be done, which stay in the text."""
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if party is None or party.people or party.agency is None or text[: party.start].strip():
        return None
    rest = text[party.end :]
    words = rest.lower().split()
    joined = not words or words[0].strip(",.;:") in JOINS or not rest.startswith(" ")
    told = FINITE.search(CLAUSE.split(rest, maxsplit=1)[0])
    return None if joined or told else resolved((party,), (0, 0), context)


def _whose_deed(party: Party, rest: str, context: CaptureContext) -> OwnerRead | None:
    """ "Police welfare check at 6 tonight": the agency does it, and its word stays."""
    done = party.agency is not None and not party.people and DEED.match(rest)
    return resolved((party,), (0, 0), context) if done else None


def _stem(verb: str) -> str:
    """ "Bring" of "brings", "establish" of "establishes"; "" where it is no such deed."""
    stems = (verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y")
    return next((one for one in stems if one != verb and one in field_words("deed")), "")
