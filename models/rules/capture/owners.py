"""Who is to do it, or who said it: found among those present, or left open with the reason."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import DUTY
from models.rules.capture.errands import FINITE, JOINS, NOUN
from models.rules.capture.nearly_named import nearly_named
from models.rules.capture.outsiders import ERRANDS, outsider_in
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.parties import JOINT, Party, chain_at, party_at
from models.rules.capture.people import CAREFUL
from models.rules.capture.phrases import Token, tokens_of
from models.rules.capture.refs import AgencyRef, PersonRef
from models.rules.listing import listed
from models.rules.names import plain
from models.rules.smart import is_everyone

COLON = re.compile(r"^\s*\)?\s*(?::|–|—|\s-\s|\||[-=]>|→)\s*")
COMMA = re.compile(r"^\s*(?:,\s*|[.]\s+|\s/\s+)")
CLAUSE = re.compile(r"(?:^|[,;:.–—(-])\s*(?:and\s+|then\s+|@|owner:?\s+)*$", re.IGNORECASE)
TAIL = re.compile(
    r"(?:[,;(@–—]|\s-\s|\bowner:?|\bby|\blead:?|\bassigned\s+to|\ballocated\s+to|\bowned\s+by)\s*$",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"[\s).,;–—-]*(?:\(?(?:to\s+)?(?:lead(?:s|ing)?|own(?:s|er)?|action|pick\s+(?:it\s+|this\s+)?up"
    r"|take\s+(?:(?:it|this|that)\s+)?(?:back|forward|away))(?:\s+on\s+(?:this|it))?\b\)?[\s).,;–—-]*)?",
    re.IGNORECASE,
)
EVERYONE = re.compile(
    r"^\s*(?P<who>(?:the\s+)?[a-z]+(?:\s+[a-z]+){0,2}?)\s*(?:\s(?:(?:please\s+)?to|will|must|should|please)\b|:|\s[-–]\s)",
    re.IGNORECASE,
)
NO_SPEAKER = CAREFUL | {"legal"}
AS_AGENCY = re.compile(
    r"\s*(?P<who>[A-Z][\w'’-]+(?:\s+(?:and|of|for|the|&|[A-Z][\w'’-]+)){0,6})\s*(?::|\s(?:to|will)\s)"
)
DASHED = re.compile(r"(?:\s[-–—]|[,;:.])\s+$")
FOLLOWED = re.compile(r"\s+(?=[a-z]+\b|[A-Z]{2,}|\d[\w:/-]*\s)")
STRANGER = re.compile(r"\s*(?P<who>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})\s+(?:to|will)\s")


def read_owner(text: str, context: CaptureContext) -> OwnerRead:
    """The owner of "Khan to …", "Khan: …" or "… (Khan)", with the span that can leave the text."""
    tokens = tokens_of(text)
    for first, token in enumerate(tokens):
        if CLAUSE.search(text[: token.start]):
            chain = chain_at(text, tokens, first, context)
            duty = _duty(text, chain, at_start=first == 0)
            if duty is None and first == 0:
                chain, duty = _in_small_letters(text, tokens, context)
            if chain and duty is not None:
                read = resolved(chain, (chain[0].start, duty), context)
                return _named_later(read, text, tokens, context) or read
    return (
        _tail(text, tokens, context)
        or _everyone(text)
        or _leading(text, tokens, context)
        or _misspelt(text, context)
        or _outside(text, context)
        or _near_agency(text, context)
        or _stranger(text, context)
        or OwnerRead()
    )


def _named_later(
    read: OwnerRead, text: str, tokens: tuple[Token, ...], context: CaptureContext
) -> OwnerRead | None:
    """ "Education - appeal by 15 Dec - Sam W to check": the agency's own, asked further on."""
    if (
        read.person
        or read.warnings
        or read.agency is None
        or not COLON.search(text[read.start : read.end][-3:])
    ):
        return None
    for first, token in enumerate(tokens):
        if token.start < read.end or not DASHED.search(text[: token.start]):
            continue
        party = party_at(text, tokens, first, context)
        duty = DUTY.match(text[party.end :]) if party and party.people else None
        if party and duty:
            named = resolved((party,), (party.start, party.end + duty.end()), context)
            return named if named.person and named.agency == read.agency else None
    return None


def read_person(text: str, context: CaptureContext, *, loose: bool = False) -> OwnerRead:
    """Who stands at the head of a line on attendance or interests, here or not.

    `loose` where the line's first word says that a name follows: then a small word is one too.
    """
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context, loose=loose) if tokens else None
    if not party or not party.people:
        return OwnerRead()
    colon = COLON.match(text[party.end :])
    end = party.end + colon.end() if colon else party.end
    read = resolved((party,), (party.start, end), context)
    return replace(read, warnings=() if read.person else read.warnings)


def read_speaker(text: str, context: CaptureContext) -> OwnerRead:
    """Who a note is from: "Police: …", "Yates – …" (taken out) or "Health report …" (left in)."""
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    if not party or text[: party.start].strip(" ("):
        return OwnerRead()
    colon = COLON.match(text[party.end :])
    end = party.end + colon.end() if colon else party.start
    read = resolved((party,), (party.start, end), context)
    if not party.agency and not colon and (not read.person or party.raw.lower() in NO_SPEAKER):
        return OwnerRead()  # "Mark on his arm" speaks of no Mark, "legal advice" of no adviser
    person = None if party.agency and not party.people else read.person
    if len(chain_at(text, tokens, 0, context)) > 1 and party.people:
        person = None  # "Tom + Priya: …" is said by both
    return replace(read, person=person, sure=bool(colon))


def _duty(text: str, chain: tuple[Party, ...], at_start: bool) -> int | None:
    """Where the phrase with its "to" or colon ends, or none if nothing is asked of them."""
    if not chain:
        return None
    end = chain[-1].end
    found = DUTY.match(text[end:]) or (COLON.match(text[end:]) if at_start else None)
    if not found and at_start and chain[-1].people:
        found = COMMA.match(text[end:])
    return end + found.end() if found else None


def _in_small_letters(
    text: str, tokens: tuple[Token, ...], context: CaptureContext
) -> tuple[tuple[Party, ...], int | None]:
    """ "will to offer", "sw to visit": before "to" at the head a small word is a name too."""
    chain = chain_at(text, tokens, 0, context, loose=True)
    found = DUTY.match(text[chain[-1].end :]) if chain else None
    return (chain, chain[-1].end + found.end()) if found else ((), None)


def resolved(chain: tuple[Party, ...], span: tuple[int, int], context: CaptureContext) -> OwnerRead:
    """The one owner whom those named come to, or none and the reason."""
    start, end = span
    if len(chain) > 1:
        names = " and ".join(party.raw for party in chain)
        agencies = {_agency_of(party, context) for party in chain}
        agency = agencies.pop() if len(agencies) == 1 else None
        return OwnerRead(
            None, agency, (f"{names} are named together: name one owner.",), start, end
        )
    party = chain[0]
    if party.agency and not party.people:
        members = tuple(p for p in context.people if p.agency_id == party.agency.id and p.present)
        sole = members[0] if len(members) == 1 else None
        return OwnerRead(sole, party.agency, (), start, end, sure=False, by_agency=True)
    return _one_person(party, start, end, context)


def _agency_of(party: Party, context: CaptureContext) -> AgencyRef | None:
    """The agency named, or the one that all who are meant belong to."""
    agencies = {context.agency_of(person) for person in party.people}
    return party.agency or (agencies.pop() if len(agencies) == 1 else None)


def _one_person(party: Party, start: int, end: int, context: CaptureContext) -> OwnerRead:
    here = _distinct(p for p in party.people if p.present)
    people = here or _distinct(party.people)
    if len(people) > 1:
        same = {p.agency_id for p in people}
        agency = context.agency_of(people[0]) if len(same) == 1 else None
        return OwnerRead(None, agency, (_in_doubt(party, people),), start, end)
    person = people[0]
    absent = () if person.present else (f"{person.name} is not here: let them know.",)
    return OwnerRead(person, context.agency_of(person), absent, start, end)


def _distinct(people: Iterable[PersonRef]) -> tuple[PersonRef, ...]:
    by_id: dict[int, PersonRef] = {}
    for person in people:
        by_id.setdefault(person.id, person)
    return tuple(by_id.values())


def _in_doubt(party: Party, people: tuple[PersonRef, ...]) -> str:
    whole = Counter(p.name for p in people)
    told = [f"{p.name} ({p.agency or p.role})" if whole[p.name] > 1 else p.name for p in people]
    names = listed(told)
    if party.by_role:
        return f"“{party.raw}” is a role held by several: {names}. Name one."
    return f"“{party.raw}” may be {names}. Name one."


def read_tail(text: str, context: CaptureContext) -> OwnerRead | None:
    """Who stands last behind a mark: "… (Khan)", "…, DS Frith to lead"."""
    return _tail(text, tokens_of(text), context)


def _tail(text: str, tokens: tuple[Token, ...], context: CaptureContext) -> OwnerRead | None:
    for first in range(max(len(tokens) - 6, 0), len(tokens)):
        mark = TAIL.search(text[: tokens[first].start])
        party = party_at(text, tokens, first, context) if mark else None
        if party and mark and LEADS.fullmatch(text[party.end :]):
            return resolved((party,), (mark.start(), len(text)), context)
    return None


def _everyone(text: str) -> OwnerRead | None:
    found = EVERYONE.match(text)
    if found and is_everyone(found["who"]):
        return OwnerRead(start=0, end=found.end(), everyone=True)
    return None


def _leading(text: str, tokens: tuple[Token, ...], context: CaptureContext) -> OwnerRead | None:
    """ "Fairhurst ring home": one person's name before a verb, without its "to"."""
    chain = chain_at(text, tokens, 0, context) if tokens else ()
    several = len(chain) > 1 and all(one.people for one in chain)
    if several and FOLLOWED.match(text[chain[-1].end :]):
        return resolved(chain, (chain[0].start, chain[-1].end), context)
    party = chain[0] if chain else None
    if not party or not party.people or (party.by_role and not _is_errand_of(party, text)):
        return None
    follows = FOLLOWED.match(text[party.end :])
    joined = JOINT.match(text[party.end :])
    if not follows or joined or party.raw in context.subject_names:
        return None
    read = resolved((party,), (party.start, party.end + follows.end()), context)
    near = _misspelt(text, context) if read.in_doubt else None  # "Leah banes ring dad"
    return near or (replace(read, sure=False) if read.person or read.in_doubt else None)


def _is_errand_of(party: Party, text: str) -> bool:
    """ "Analyst cell site": what the only one of a role is to do, and no paper of theirs."""
    rest = text[party.end :]
    joined = next(iter(rest.lower().split()), "") in JOINS or party.raw.lower() in NO_SPEAKER
    return len(party.people) == 1 and not (joined or NOUN.match(rest) or FINITE.search(rest))


def _outside(text: str, context: CaptureContext) -> OwnerRead | None:
    """ "Kath at the children's home to send …": no owner here; who it is stays in the text."""
    found = outsider_in(text)
    if found is None:
        return None
    who, end = found
    tokens = tokens_of(text)
    if context.subject_names.at(tokens, 0, text):
        return None
    agencies = {one.items[0] for one in context.agency_names.all_in(who)}
    agency = agencies.pop() if len(agencies) == 1 else None
    told = f"“{who}” is not among those here."
    return OwnerRead(None, agency, (told,), 0, end, sure=False, outside=True)


def _near_agency(text: str, context: CaptureContext) -> OwnerRead | None:
    """ "Northmoor Youth Justice Service to …": asked about where one on record is near."""
    found = AS_AGENCY.match(text)
    if not found or found["who"] in context.subject_names:
        return None
    said = plain(found["who"]).split()
    near = [one for one in context.agencies if _is_near(said, plain(one.name).split())]
    if len(near) != 1:
        return None
    return OwnerRead(warnings=(f"“{found['who']}”: is it {near[0].name}? Name it, or who.",))


def _is_near(said: list[str], known: list[str]) -> bool:
    """Whether each long word of an agency's name is among those said, a slip or none away."""
    from rapidfuzz.distance import OSA

    telling = [word for word in known if len(word) > 3]
    if not telling or (len(telling) == 1 and len(said) > 1):
        return False
    return all(
        any(OSA.distance(word, one, score_cutoff=1) <= 1 for one in said if len(one) > 3)
        for word in telling
    )


def _stranger(text: str, context: CaptureContext) -> OwnerRead | None:
    """A capital name before "to" that no one here bears; it stays in the text."""
    found = STRANGER.match(text)
    if not found or found["who"] in context.subject_names:
        return None
    if found["who"].split()[0].lower() in ERRANDS:
        return None
    return OwnerRead(warnings=(f"“{found['who']}” is not among those here.",))


def _misspelt(text: str, context: CaptureContext) -> OwnerRead | None:
    """The one person whose name is a slip away from the words before "to", said as a guess."""
    near = nearly_named(text, context)
    if near is None:
        return None
    guess = f"“{near.said}” taken as {near.person.name}: check."
    agency = context.agency_of(near.person)
    return OwnerRead(near.person, agency, (guess,), near.start, near.end, sure=False)
