"""Whom a phrase at one place of a line may mean."""

import re
from dataclasses import dataclass, replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import DUTY
from models.rules.capture.phrases import Found, Token, tokens_of
from models.rules.capture.refs import AgencyRef, PersonRef
from models.rules.names import TITLES, plain

JOINT = re.compile(r"^\s*(?:,\s*and\b|,|&|\+|/|and\b|n\b(?!/)|or\b|with\b)\s*", re.IGNORECASE)
OF = re.compile(r"^\s*(?:\(|,|@|from\b|of\b|at\b|in\b|–|-)\s*", re.IGNORECASE)


# "Health lead to ring": whoever is here for the agency.
STANDS_FOR = re.compile(r"\s+(?:lead|rep|representative|colleague)s?(?=\s|$|[,.:;)])")
BESIDE = re.compile(r"\s+(?=[a-z])")


@dataclass(frozen=True)
class Party:
    """Those a phrase may mean: several people in doubt, or an agency, and where it stands."""

    raw: str
    start: int
    end: int
    people: tuple[PersonRef, ...] = ()
    agency: AgencyRef | None = None
    by_role: bool = False


def chain_at(
    text: str,
    tokens: tuple[Token, ...],
    first: int,
    context: CaptureContext,
    *,
    loose: bool = False,
) -> tuple[Party, ...]:
    """One party, or several joined by "and"; `loose` where only a name can stand."""
    parties: list[Party] = []
    while first < len(tokens):
        party = party_at(text, tokens, first, context, loose=loose)
        if not party:
            break
        parties.append(party)
        joint = JOINT.match(text[party.end :])
        if not joint or DUTY.match(text[party.end :]):
            break
        first = _token_from(tokens, party.end + joint.end())
    return tuple(parties)


def _token_from(tokens: tuple[Token, ...], place: int) -> int:
    return next((n for n, token in enumerate(tokens) if token.start >= place), len(tokens))


def party_at(
    text: str,
    tokens: tuple[Token, ...],
    first: int,
    context: CaptureContext,
    *,
    loose: bool = False,
) -> Party | None:
    """Those that the words from there on name: a person, a role, an agency, a title with a name."""
    if first >= len(tokens):
        return None
    start = tokens[first].start
    if tokens[first].word == "the" and first + 1 < len(tokens):
        first += 1
    person = context.names.at(tokens, first, text, loose=loose)
    role = context.roles.at(tokens, first, text, loose=loose)
    agency = context.agency_names.at(tokens, first, text, loose=loose)
    if person and agency and person.last == agency.last and _is_begun_name(agency.raw):
        agency = None
    if agency and agency.last >= max(_last(person), _last(role)):
        return _agency_party(text, tokens, agency, start, context)
    best = role if _last(role) > _last(person) else person
    if role and best is role and len(role.raw) < 5:
        named = context.names.at(tokens, role.last, text)
        if named and not text[role.end : named.start].strip() and named.items[0] not in role.items:
            # "SM Oyelaran": letters of what somebody is, before who it is.
            return Party(text[role.start : named.end], start, named.end, named.items)
    if best and not _is_subject(best, tokens, text, context):
        # "SW" may be Sam Whitlock as well as a social worker: nobody is guessed.
        also = role.items if role and best is person and role.last == best.last else ()
        items = tuple(dict.fromkeys((*best.items, *also)))
        party = Party(best.raw, start, best.end, items, by_role=best is role)
        return _narrowed(text, tokens, party, context)
    if tokens[first].word in TITLES and first + 1 < len(tokens):
        named = context.names.at(tokens, first + 1, text)
        return Party(named.raw, start, named.end, named.items) if named else None
    return None


def party_end(text: str, context: CaptureContext) -> int | None:
    """Where the words end with which a text begins and that name somebody known here."""
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    return party.end if party is not None and not text[: party.start].strip() else None


def _is_begun_name(raw: str) -> bool:
    """ "Rhi" is how Rhiannon is called, "RHI" are letters of a service."""
    return raw.istitle() and len(raw) == 3


def _is_subject(
    found: Found[PersonRef], tokens: tuple[Token, ...], text: str, context: CaptureContext
) -> bool:
    """True where the words go on to the name of a child or adult: "Grace Obi", not Grace.

    A comma ends who is named: "O'Brien, Ethan is her nephew".
    """
    longer = context.subject_names.at(tokens, found.first, text)
    return longer is not None and longer.last > found.last and "," not in longer.raw


def _last(found: Found[PersonRef] | None) -> int:
    return found.last if found else 0


def _agency_party(
    text: str,
    tokens: tuple[Token, ...],
    found: Found[AgencyRef],
    start: int,
    context: CaptureContext,
) -> Party:
    """An agency, or the person of it named right after: "Police (Yates)", "police analyst"."""
    agency, end = found.items[0], found.end
    stands_for = STANDS_FOR.match(text[end:])
    if stands_for:
        return Party(
            text[found.start : end + stands_for.end()], start, end + stands_for.end(), (), agency
        )
    plain_party = Party(found.raw, start, end, (), agency)
    if found.last >= len(tokens) or not re.fullmatch(
        r"(?:['’]s)?\s*[(–,-]?\s*", text[found.end : tokens[found.last].start]
    ):
        return plain_party
    inner = context.names.at(tokens, found.last, text) or context.roles.at(tokens, found.last, text)
    people = tuple(p for p in inner.items if p.agency_id == agency.id) if inner else ()
    if not inner or not people:
        return plain_party
    return Party(f"{found.raw} {inner.raw}", start, _closed(text, inner.end), people, agency)


def _narrowed(text: str, tokens: tuple[Token, ...], party: Party, context: CaptureContext) -> Party:
    """The same people, fewer if agency or role follows: "Yates (police)", "Kian (licensing)"."""
    several = len({one.id for one in party.people}) > 1
    link = OF.match(text[party.end :]) or (BESIDE.match(text[party.end :]) if several else None)
    if not link:
        return party
    first = _token_from(tokens, party.end + link.end())
    held = context.roles.at(tokens, first, text) if "(" in link[0] else None
    role = held if held and text[held.end : held.end + 1] == ")" else None
    people = tuple(p for p in party.people if role and p in role.items)
    if role and people:
        return replace(party, people=people, end=role.end + 1)
    agency = context.agency_names.at(tokens, first, text)
    people = tuple(p for p in party.people if agency and p.agency_id == agency.items[0].id)
    if not agency or not people:
        return _by_words_of_role(text, tokens, first, party) if several else party
    return replace(party, people=people, end=_closed(text, agency.end))


def _by_words_of_role(text: str, tokens: tuple[Token, ...], first: int, party: Party) -> Party:
    """ "Hughes (virtual school)", "Claire from the virtual school": words of what they are."""
    while first < len(tokens) and tokens[first].word == "the":
        first += 1
    for last in range(min(first + 3, len(tokens)), first, -1):
        said = {token.word for token in tokens[first:last]}
        people = tuple(
            one for one in party.people if said <= set(plain(f"{one.role} {one.agency}").split())
        ) or _by_letters(said, party)
        telling = any(len(word) > 3 for word in said) or len(said) == 1
        if people and telling and len(people) < len(party.people):
            return replace(party, people=people, end=_closed(text, tokens[last - 1].end))
    return party


def _by_letters(said: set[str], party: Party) -> tuple[PersonRef, ...]:
    """ "Hughes (VS)": the first letters of a role, or all of them."""
    letters = next(iter(said)) if len(said) == 1 else ""
    roles = {one: "".join(word[0] for word in plain(one.role).split()) for one in party.people}
    fits = (one for one, role in roles.items() if len(letters) > 1 and role.startswith(letters))
    return tuple(fits)


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end
