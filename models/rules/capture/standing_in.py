"""Who is here for somebody else, or for one item: deputies and guests by a whole name."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import read_person
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import says_more
from models.rules.capture.refs import PersonRef
from models.rules.capture.room_words import (
    AT,
    HERE,
    IS_HERE,
    NO_NAME,
    at_chips,
    code_in,
    not_kept,
    says_how,
    time_of,
    without_manner,
)
from models.rules.capture.tidying import tidy, without

STANDS_IN = re.compile(
    r"\b(?:for|instead\s+of|in\s+place\s+of|on\s+behalf\s+of)\s+(?=\S)", re.IGNORECASE
)
# "Tom Radley (probation) remote for Kian Varley": somebody of no record here, by a whole name.
GUEST = re.compile(
    r"\s*(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)+|[a-z][a-z'’-]+\s+[a-z][a-z'’-]+)"
    rf"(?P<what>\s*[,(]\s*(?!(?i:{IS_HERE})\b)[^,()]{{2,40}}[,)])?"
    rf"(?P<how>(?i:[\s,(–—-]+(?:is|{IS_HERE})\b)*)[\s,)–—-]*$"
)
# "Garside apologies, Tom Radley instead": who is away first, then who is here for them.
SWAPPED = re.compile(
    r"(?P<absent>[^,;]+?)[\s:–—-]+(?:(?:has\s+|have\s+|had\s+)?(?:sent|sends?|g[ai]ve[sn]?)\s+"
    r"(?:(?:his|her|their)\s+)?)?apol\w*\s*(?:[,;.–—-]|\band\b)\s*(?P<here>[^,;]+?)\s+(?:is\s+)?"
    r"(?:(?:attending|here|sitting\s+in|standing\s+in|steps?\s+in|deputis\w+)\s*)?"
    r"(?:instead|for\s+(?:him|her|them)|in\s+(?:his|her|their)\s+(?:place|stead)"
    r"|deputis\w+|standing\s+in|stands?\s+in)[\s.]*",
    re.IGNORECASE,
)


def in_place_of(text: str) -> str:
    """The same of who is away and who is here for them, told as "Tom Radley for Garside"."""
    told = SWAPPED.fullmatch(text.strip())
    return f"{told['here']} for {told['absent'].strip()}" if told else text


def deputy(kind: CaptureKind, text: str, context: CaptureContext) -> CaptureReading | None:
    """Somebody by name who is no member and is here for one: their deputy."""
    clock = AT.search(text)
    said = without(text, clock.start(), clock.end()) if clock else text
    found = STANDS_IN.search(said)
    named = GUEST.match(said[: found.start()]) if found else None
    if found is None or named is None or _is_of_the_panel(named["name"], context):
        return None
    name = _called(named)
    if name is None:
        return None
    absent = read_person(said[found.end() :], context)
    if absent.person is None:
        return None
    rest = f"{said[found.end() :]} {named['what'] or ''}"
    how = f"{named['how']} {said[found.end() + absent.end :]}"
    code = "R" if code_in(how) == "R" else "D"
    chips = (
        Chip("person", name),
        Chip("attendance", code),
        Chip("for", absent.person.name),
        *at_chips(clock),
    )
    return CaptureReading(
        kind,
        tidy(text),
        agency=absent.agency,
        when=time_of(clock),
        warnings=tuple(not_kept(rest, absent, None, context)),
        chips=chips,
        code=code,
        second_person=absent.person,
        unknown=name,
    )


def new_guest(text: str) -> str | None:
    """Somebody by a whole name who is here for one item, with where they come from if told."""
    named = GUEST.match(text)
    name = _called(named) if named else None
    if named is None or name is None:
        return None
    whence = (named["what"] or "").strip(" ,()")
    return f"{name}, {whence}" if whence else name


def stood_in_for(text: str, context: CaptureContext) -> tuple[str, PersonRef | None]:
    """What is said of a deputy, and the member whom they are here for."""
    found = STANDS_IN.search(text)
    before = text[: found.start()] if found else ""
    if found is None or not (person_in(before, context).person or _is_somebody(before)):
        return text, None
    absent = person_in(text[found.end() :], context).person
    return (before, absent) if absent else (text, None)


def person_in(text: str, context: CaptureContext) -> OwnerRead:
    """The first of the panel whom a text names, wherever it does."""
    for place in (0, *(match.end() for match in re.finditer(r"\s+", text))):
        read = read_person(text[place:], context)
        if read.person or read.warnings:
            return read
    return OwnerRead()


def _called(named: re.Match[str]) -> str | None:
    """The name of a guest with its capitals; none where the words are no name."""
    name = named["name"]
    if set(name.lower().split()) & NO_NAME or says_how(name):
        return None
    return str(name.title() if name.islower() else name)


def _is_of_the_panel(name: str, context: CaptureContext) -> bool:
    """Whether a whole name is a member's; "Tom Radley" is not one because a Tom is."""
    from rapidfuzz.distance import OSA

    read = person_in(name, context)
    if not read.found:
        return False
    known = tokens_of(f"{read.person.name} {read.person.role}") if read.person else tokens_of(name)
    last = tokens_of(name)[-1].word
    return any(OSA.distance(last, one.word, score_cutoff=1) <= len(last) // 5 for one in known)


def _is_somebody(text: str) -> bool:
    """ "Mum remote" for one who is not: somebody is here, and not the one named after "for"."""
    return code_in(text) in HERE and says_more(without_manner(text), NO_NAME)
