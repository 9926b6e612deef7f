"""Which places running text names: what stands behind "at", "outside" or "a house on"."""

import re
from collections.abc import Iterator, Set

from models.intake.understanding.telling import PARENT
from models.intake.understanding.wording import straight

_SORT = (
    r"(?:[Cc]ar [Pp]ark|[Cc]ar [Ww]ash|[Bb]us [Ss]t(?:ation|op)|[Bb]us [Ss]helter|[Bb]us [Gg]arage|"
    r"[Ss]nooker [Cc]lub|[Ss]hopping [Cc]entre|[Rr]etail [Pp]ark|[Ss]kate ?[Pp]ark|"
    r"[Mm]arket [Hh]all|[Ll]eisure [Cc]entre|[Tt]rain [Ss]tation|[Bb]all [Cc]ourt|[Ss]tation|"
    r"[Aa]rcades?|[Hh]otel|[Hh]ostel|[Ff]lats|[Ee]state|[Pp]recinct|[Ss]hops|[Bb]andstand|"
    r"[Tt]akeaway|[Bb]arbers|[Pp]ub|[Pp]layground|[Rr]ec|[Ww]oods|[Mm]arket|[Pp]ier|[Bb]each|"
    r"[Ss]ubway|[Uu]nderpass|[Ii]nterchange|Road|Rd|Street|St|Lane|Avenue|Ave|Close|Drive|Way|House|"
    r"Court|Point|Quay|Wharf|Park|Lodge|Inn|Tavern|Arms|Gardens|Terrace|Crescent|Place|Row|Hill|"
    r"Grove|Mews|Walk|Yard|Parade|Centre|Arches|Towers?|Heights|Meadows?|Lake|Bridge|Green|Square|"
    r"Common|Fields|Club|Gate|Hut|Bank)"
)
_NAME = r"[A-Z][\w'&-]*"
_TOWN = (
    r"(?:, [A-Z][a-z]+(?:(?: [A-Z][a-z]+)?(?=[.,;)]|$)|"
    r"(?= (?:on|in|at|and|with|where|after|before|by)\b| \()))"
)
_PLACE = rf"((?:\d{{1,3}}[a-z]?(?:-\d+)? )?(?:{_NAME} ){{1,3}}{_SORT}\b(?: {_SORT}\b)*{_TOWN}?)"
_WHERE = (
    r"(?:at|in|to|from|outside|near|on|around|round|by|behind|above|opposite|towards|of|off|inside|"
    r"address mentioned,?|hangs? about|into|"
    r"(?:key ?cards?|tickets?|receipts?|keys?) (?:for|to|from))"
)
_AT = re.compile(
    rf"\b{_WHERE} (?:\w+ (?=[\"(]))?[\"(]?(?:the |a )?(?:(?:flat|house|room|caravan|shop|garage) "
    rf"(?:on|in|at|of) )?(?:the )?[\"(]?{_PLACE}"
)
_ABOVE = re.compile(
    r"\b((?:flats?|house|room|caravan|shops?|garages?|bins?|alley(?:way)?|car park|field|woods|"
    r"park|bench|stairwell) (?:above|over|behind|opposite|next to|off|near|by) (?:the )?)"
    rf"{_PLACE}"
)
_SHOP_ON = re.compile(  # outside the bookies on High Road; at the Wimpy in Market Parade
    rf"\b(?:at|outside|inside|in|near|from|behind) the ((?:{_NAME}(?: {_NAME})?|bookies|chippy|"
    rf"chicken shop|kebab shop|shops?|pub|takeaway|barbers?|vape shop|off licence|garages?) "
    rf"(?:on|in|at) (?:the )?){_PLACE}"
)
_NUMBERED = re.compile(  # minding a house at 9 Seagate
    rf"\b(?:house|flat|room|address|stay(?:s|ed|ing)?|living|found|lives?)\b"
    rf"[^.;]{{0,25}}\b(?:at|in|to) "
    rf"(\d{{1,3}}[a-z]? {_NAME}(?: {_NAME})?)(?! ?\d)"
)
_BRACKETED = re.compile(rf"\((?:the )?{_PLACE}\)")
_SHOP = re.compile(
    r"\b(?:outside|out of|inside|at|near|behind) ([A-Z][a-z]+(?:'s|s'))(?= (?:on|in|at)\b|[.,;])"
)
_RETURNED = re.compile(
    r"\b(?:returned|came (?:back|home)|brought (?:back|home)|lives?|living|resides?|home address|"
    r"attends?)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:School|Academy|College|Primary|Hospital|Surgery|Police|Health|Clinic|Council|Home|Youth|"
    r"Christmas|Sixth|Magistrates|Crown)\b"
)
_KIN = re.compile(
    rf"\b(?:{PARENT}|aunt\w*|uncle|placement|foster)\b[^.]{{0,20}}$",
    re.IGNORECASE,
)


def places_told(text: str, known: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return each place that text says somebody was at, in order, each once.

    `known` holds what is no place of concern: the child's address, school and placement.
    """
    text = straight(text)
    found: dict[str, None] = {}
    for at, place in sorted(_all(text)):
        if _may_be(text[:at], place, known) and not any(place in one for one in found):
            found[place] = None
    return tuple(found)


def _all(text: str) -> Iterator[tuple[int, str]]:
    for found in _SHOP_ON.finditer(text):
        yield found.start(), f"{found[1]}{found[2]}"
    for found in _ABOVE.finditer(text):
        yield found.start(), f"{found[1]}{found[2]}"
    for found in _NUMBERED.finditer(text):
        yield found.start(1), found[1]
    for pattern in (_AT, _BRACKETED, _SHOP):
        for found in pattern.finditer(text):
            yield found.start(), found[1]


def _may_be(before: str, place: str, known: Set[str]) -> bool:
    key = place.lower()
    mine = any(key in one.lower() or one.lower() in key for one in known if one)
    return not (mine or _PUBLIC.search(place) or _RETURNED.search(before) or _KIN.search(before))
