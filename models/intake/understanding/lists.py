"""Several things said in one breath: places, children's names, kinds of exploitation."""

import re

from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.ticks import choices

_NOTHING = re.compile(
    r"^\W*(?:none|nil|n/?a|not known|unknown|none known|not applicable|none identified|no|tbc)\W*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-•*●▪·–]|\(?\d{1,2}[.)])\s+")
_PLACE = re.compile(
    r"\b(?:park|shop|shops|station|hotel|inn|house|flats?|school|college|academy|centre|center|"
    r"takeaway|"
    r"garage|garages|skatepark|interchange|hostel|pub|bar|club|restaurant|café|cafe|market|mall|"
    r"arcade|"
    r"gym|library|estate|precinct|stop|rank|beach|pier|woods?|field|fields|lane|rec|"
    r"playground|home|kebab|chicken|pizza|mcdonald'?s|kfc|subway|wash|barbers?|block|car park|"
    r"church|"
    r"mosque|hospital|bridge|canal|tower|court|bus)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^(?:\d+\w?\s|.*\b(?:street|st|road|rd|avenue|ave|close|drive|way|crescent|terrace|place|"
    r"square|"
    r"row|gardens|grove|hill|quay|quayside|parade|walk|mews)\.?$)",
    re.IGNORECASE,
)

_BEGINS = re.compile(
    r"(?:the )?(?:\w+ )?(?:rooms?|flats?|houses?|hotels?|takeaways?|garages?|alley\w*|"
    r"stairwells?|back|rear|behind|outside|under|benches|shops?|parks?|car park|woods?|bin store|"
    r"underpass|subway|stairs|steps|footbridge|bridge|tunnel|path|alley|towpath|bus stop|field|"
    r"rec|entrance|caf[eé]|pub|basement) "
    r"(?:above|over|of|at|on|by|behind|near|next to|opposite|under|the)\b"
)
_OWN = re.compile(  # "Harbour skatepark, the old customs house"
    r"(?:the|an?) (?:old|new|empty|derelict|disused|big|back|top|bottom|abandoned|former) "
    r"(?:[\w'’-]+ ){0,3}(?:house|school|pub|mill|factory|garages?|warehouse|station|hotel|shop|"
    r"church|building|flats?|park|bridge|pier|depot|yard)s?"
)
_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+")
_NAMELESS = re.compile(r"^\W*(?:\w+ ){0,3}(?:not known|unknown|n/k)\W*$", re.IGNORECASE)
LEAST_LISTED = 3  # places between commas, of which all but one may not be streets
_COUNTED = re.compile(r"(?:^|\s+)\(?\d{1,2}[.)]\s+(?=[A-Z])")
_BESIDE = re.compile(  # a number, day of birth or age beside a name
    r"\([^()]*\d[^()]*\)|\bLCS\w+|[\s,–-]*\b(?:dob|d\.o\.b|born|aged?)\b.*|"
    r"[\s,–-]+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|[\s,–-]+\d{1,2}(?:\s*(?:yrs?|years?)(?: old)?)?$",
    re.IGNORECASE,
)
_CALLED = re.compile(  # manager "Zed", white Tesla
    r"^(?:the )?(?:[a-z]+ )?(?:manager|owner|man|male|female|woman|staff|doorman|driver|lad)s? "
    r"(?:called |(?:only )?known (?:only |just |simply )?(?:to us )?as )?[\"“]([^\"”]{2,25})[\"”]|"
    r"^[\"“]([^\"”]{2,25})[\"”](?=\s*(?:[,;(–—-]|$|(?:drives?|driving|works?|runs?|is|lives?|uses?|"
    r"has|owns?|was|seen|deals?)\b))",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^([A-Z][\w'’-]+ [A-Z][\w'’-]+) (?:works?|runs?|drives?|owns?|is|lives?|deals?)\b"
)
_WITHIN = re.compile(r"^(?:flat|unit|room|apartment|apt|block|shop|level|floor)\s*\w{1,4}$", re.I)


def lines_of(text: str) -> list[str]:
    """Return the lines of a list, bullets and numbers taken off."""
    return [line for line in (_BULLET.sub("", line).strip() for line in text.splitlines()) if line]


def ticked_or_parts(text: str, marks: str = r"[;,\n]") -> tuple[str, ...]:
    """Return what is ticked, or the parts of a plain list, as the paper words them."""
    found = choices(text)
    if found:
        extra = re.sub(r"^other\W*", "", found.detail, flags=re.IGNORECASE)
        return (*found.ticked, extra) if extra else found.ticked
    if _NOTHING.match(text):
        return ()
    parts = [part for line in lines_of(text) for part in _split(line, marks)]
    return tuple(part for part in (part.strip(" .,;:-–") for part in parts) if part)


def _split(line: str, marks: str) -> list[str]:
    return re.split(marks + r"(?![^()]*\))", line)


def read_places(text: str) -> tuple[str, ...]:
    """Return each place; "Travel Inn, Quayside" stays one, "vape shop, retail park" are two."""
    if _NOTHING.match(text):
        return ()
    if choices(text):
        return ticked_or_parts(text)
    typed = lines_of(_COUNTED.sub("\n", text) if len(_COUNTED.findall(text)) > 1 else text)
    lines = [part.strip() for line in typed for part in line.split(";") if part.strip()]
    if len(typed) > 1:  # a place on each line: a comma stands within its address
        return tuple(line.strip(" .,") for line in lines)
    return tuple(place for line in lines for place in _comma_places(line))


def _comma_places(line: str) -> list[str]:
    places: list[str] = []
    parts = [part.strip(" .") for part in line.split(",")]
    if _lists_places(parts):
        return parts
    for part in parts:
        new = _PLACE.search(part) and not _STREET.match(part) and part[:1].isupper()
        new = new or bool(_BEGINS.match(part) or _OWN.fullmatch(part))
        if places and (not new or _WITHIN.match(places[-1])):
            places[-1] = f"{places[-1]}, {part}"
        elif part:
            places += _and_places(part)
    return [place for place in places if place]


def _lists_places(parts: list[str]) -> bool:
    """Say whether every part is a place or a street of its own: no number, no town behind one."""
    streets = [part for part in parts if _STREET.match(part) and not _PLACE.search(part)]
    own = all(part in streets or _PLACE.search(part) for part in parts)
    numbered = any(part[:1].isdigit() or _WITHIN.match(part) for part in parts)
    return own and not numbered and len(parts) >= LEAST_LISTED > len(streets) + 1


def _and_places(part: str) -> list[str]:
    halves = re.split(r"\s+(?:and|&)\s+(?=(?:the\s+)?[A-Z])", part)
    sound = len(halves) > 1 and all(
        _PLACE.search(half) and len(half.split()) > 1 for half in halves
    )
    return [half.removeprefix("and ") for half in (halves if sound else [part])]


def read_names(text: str) -> tuple[str, ...]:
    """Return each person's name in a list, First Surname, whatever parts the names."""
    if _NOTHING.match(text):
        return ()
    said = [line for whole in lines_of(text) for line in _SENTENCE.split(whole)]
    parts = [part for line in said for part in line.split(";") if not _NAMELESS.search(part)]
    parts = [half for part in parts for half in re.split(r"\s+(?:and|&)\s+(?=[A-Z])", part)]
    names = [name for part in parts for name in _comma_names(part.strip(" ,."))]
    return tuple(dict.fromkeys(name for name in names if name))


def _comma_names(part: str) -> list[str]:
    pieces = [piece.strip() for piece in _split(part, ",") if piece.strip()]
    if len(pieces) > 1 and pieces[0][:1].isupper():  # "debt" beside a name in capitals is none
        pieces = [piece for piece in pieces if not piece.islower()]
        part = ", ".join(pieces)
    several = len(pieces) > 1 and all(" " in p and looks_like_name(_bare(p)) for p in pieces)
    if several or len(pieces) > 2:
        return [_bare(piece) for piece in pieces if looks_like_name(_bare(piece))]
    return [_bare(part)]


def _bare(text: str) -> str:
    called, does = _CALLED.match(text), _DOES.match(text)
    if called:
        return called[1] or called[2]
    return read_name(_BESIDE.sub("", does[1] if does else text)).name
