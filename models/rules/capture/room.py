"""Who is here, and who steps out."""

import re
from datetime import time

from models.rules.capture.context import CaptureContext
from models.rules.capture.guests import listed_guest
from models.rules.capture.initials import with_initials
from models.rules.capture.item_only import for_item
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import read_person
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import BARE, says_more
from models.rules.capture.refs import PersonRef
from models.rules.capture.tidying import tidy, without
from models.rules.dates.times import STATED, clock_time
from models.rules.names import TITLES

SENT = r"(?:info(?:rmation)?|report|rpt|rprt|return|rtn|update|upd)"
"""What an agency that is away may send."""
# Attendance codes of domain.md 3.12, most telling words first.
CODES = (
    ("C", (r"out\s+for\s+(?:this|that|the)\s+(?:item|one)|conflict(?:ed)?|steps?\s+out"
           r"|stepped\s+out")),
    ("N", (rf"(?:apol\w*|absent|away)\b.*\b(?:no|nil)\s+{SENT}\b"
           rf"|(?:no|nil)\s+{SENT}\b.*\bapol\w*")),
    ("A", (rf"apol\w*\s*(?:with|w/|and|\+|&)\s*{SENT}"
           rf"|(?:sent|sends?|gave|gives?|provided|left)\s+(?:\w+\s+){{0,2}}{SENT}"
           rf"|{SENT}\s+(?:was\s+|has\s+been\s+)?"
           r"(?:sent|received|rec['’]?d|provided|tabled|submitted|attached|circulated|in\b)")),
    ("X", r"no\s+apolog(?:y|ies)|absent|no\s+show|not\s+here|missing"),
    ("N", (r"apolog(?:y|ies|ised)|apols|sends?\s+apologies"
           r"|can(?:no|['’])?t\s+(?:make\s+it|come|attend)")),
    ("D", r"deput\w*"),
    ("I", r"item\s+only|for\s+(?:this|the|that)\s+item"),
    ("O", r"observ\w*"),
    ("R", r"remote(?:ly)?|online|(?:on|via)\s+teams|by\s+phone|dial\w+(?:\s+in)?|virtual(?:ly)?"),
    ("P", (r"in\s+(?:at\s+|from\s+|@\s*)?(?=\d)|present|here|arriv\w*|join\w*|in\s+the\s+room|back"
           r"|attend\w*")),
)  # fmt: skip
COMING = frozenset({"came", "come", "comes", "had", "has", "just", "late", "early", "again", "via"})
NOT_KEPT = "Only who, how and when is kept of attendance: type the rest as a note."
EVERYONE, EXPECTED = "everyone", "expected"
EXPECTED_NOT_KEPT = (
    "Who is expected later is not kept: type “att”, the name and the time once they are here."
)
ALL_HERE = re.compile(
    r"\s*(?:everyone|everybody|all(?:\s+(?:members|present))?)(?:\s+(?:is|are))?"
    r"(?:\s+(?:present|here))?[\s.]*",
    re.IGNORECASE,
)
LATER = re.compile(r"\b(?:expect(?:ed|ing)|running\s+late|delayed|will\s+be\s+late|late)\b", re.I)
# "Leaving at 11, back for V9": when somebody is to come again.
BACK = re.compile(
    r"[\s,;(–—-]+(?:and\s+|but\s+)?(?:will\s+be\s+|to\s+be\s+)?(?:back|returns?|returning)\s+"
    r"(?:(?:for|at|by|after|in)\s+[^,;]+|\d[\d.:]*\s*(?:am|pm)?\s*)$",
    re.IGNORECASE,
)
# "Remote til 11": when somebody is to leave.
UNTIL = re.compile(
    r"[\s,;(–—-]+(?:only\s+)?(?:until|till|til|['’]til)\s+"
    rf"(?:{STATED}|1?\d|noon|lunch|the\s+break)(?:\s*(?:am|pm))?\)?(?![\w:./-])",
    re.IGNORECASE,
)
UNTIL_NOT_KEPT = "Until when is not kept: type “att”, the name and “left” with the time as they go."
STANDS_IN = re.compile(
    r"\b(?:for|instead\s+of|in\s+place\s+of|on\s+behalf\s+of)\s+(?=\S)", re.IGNORECASE
)
HERE = ("D", "R", "P")
"""Codes of whoever is here for another."""
IS_HERE = "|".join(words for code, words in CODES if code in HERE)
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
AT = re.compile(
    rf"(?:\b(?:at|from|since|by|it['’]?s)\s+)?\b(?P<clock>{STATED})|\b(?:at|from|since)\s+(?P<hour>1?\d)(?![\w:./-])",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"\b(?:left|leaves?|leaving|gone|(?:has|had|have|needs?|must)\s+(?:to\s+)?go)\b", re.IGNORECASE
)
# Words beside who, how and when that say no more.
ROOM = frozenset({
    "meeting", "room", "call", "us", "panel", "early", "teams", "item", "must", "needs", "need",
    "now", "m", "p", "sent", "send", "sends", "given", "his", "her", "gave", "gives", "point",
    "their", "can't", "can’t", "cant", "cannot", "make", "today", "today's", "today’s", "tonight",
    "morning", "afternoon",
})  # fmt: skip

NO_NAME = BARE | COMING | ROOM


def read_attendance(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """Who, with an attendance code or having left, and when."""
    if ALL_HERE.fullmatch(text):
        return _everyone(kind, text), False
    text = with_initials(_in_place_of(text), context)
    guest = _guest(kind, text, context)
    if guest is not None:
        return guest, False
    whole, left = text, bool(LEFT.search(text))
    text, item = (text, None) if left else for_item(text, context)
    text, absent = _stood_in_for(text, context)
    person, listed = _who(text, context)
    if item is not None and not (person.found or listed):
        listed = _new_guest(text)
    letter = re.search(r"(?:^|\s)([PRDANXIOC])$", text.strip())
    code = letter[1] if letter else _code_in(text)
    clock = AT.search(UNTIL.sub(" ", whole))
    if absent is not None and not left and code in (None, "P"):
        code = "D"
    if item is not None and code in (None, *HERE):
        code = "I"
    named = person.person.name if person.person else listed or ""
    chips = [Chip("person", named)] if named else []
    later = code is None and not left and bool(LATER.search(text))
    manner = "left" if left else EXPECTED if later else code
    chips += [Chip("attendance", manner)] if manner else []
    chips += [Chip("for", absent.name)] if absent else []
    chips += [Chip("for", item.ref)] if item else []
    chips += _at(clock)
    found = person.found or listed is not None
    warnings = [*person.warnings, *([] if found else ["No one present is named."])]
    warnings += [EXPECTED_NOT_KEPT] if later else _not_kept(text, person, clock, context, named)
    reading = CaptureReading(
        kind,
        tidy(whole),
        person.person,
        person.agency,
        item,
        when=_time_of(clock),
        warnings=tuple(dict.fromkeys(warnings)),
        chips=tuple(chips),
        code=None if left else code,
        status="left" if left else EXPECTED if later else None,
        second_person=absent,
        unknown=listed,
    )
    return reading, False


def _who(text: str, context: CaptureContext) -> tuple[OwnerRead, str | None]:
    """The member whom a text names, or who stands in the list by that name and is none."""
    listed = listed_guest(text, context, whole=True)
    person = OwnerRead() if listed else _person(text, context)
    if listed is None and not person.found:
        listed = listed_guest(text, context, whole=False)
    return person, listed


def _at(clock: re.Match[str] | None) -> list[Chip]:
    """The time of the clock as it was understood."""
    when = _time_of(clock)
    return [Chip("at", f"{when:%H:%M}")] if when else []


def _time_of(clock: re.Match[str] | None) -> time | None:
    """The time of the day on which a panel sits: "at 2" is two in the afternoon."""
    hour = clock["hour"] if clock else None
    if clock is None or hour is None:
        return clock_time(clock["clock"]) if clock else None
    return clock_time(f"{hour}pm" if int(hour) < 7 else hour)


def _in_place_of(text: str) -> str:
    """The same of who is away and who is here for them, told as "Tom Radley for Garside"."""
    told = SWAPPED.fullmatch(text.strip())
    return f"{told['here']} for {told['absent'].strip()}" if told else text


def _code_in(text: str) -> str | None:
    said = (code for code, words in CODES if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE))
    return next(said, None)


def _says_how(text: str) -> bool:
    """ "Sends apologies for Kian Varley": how somebody attends, and no name."""
    return bool(LEFT.search(text) or _code_in(text))


def _everyone(kind: CaptureKind, text: str) -> CaptureReading:
    chips = (Chip("person", "everyone not taken yet"), Chip("attendance", "P"))
    return CaptureReading(kind, tidy(text), chips=chips, code="P", status=EVERYONE)


def _guest(kind: CaptureKind, text: str, context: CaptureContext) -> CaptureReading | None:
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
    code = "R" if _code_in(how) == "R" else "D"
    chips = (
        Chip("person", name),
        Chip("attendance", code),
        Chip("for", absent.person.name),
        *_at(clock),
    )
    return CaptureReading(
        kind,
        tidy(text),
        agency=absent.agency,
        when=_time_of(clock),
        warnings=tuple(_not_kept(rest, absent, None, context)),
        chips=chips,
        code=code,
        second_person=absent.person,
        unknown=name,
    )


def _new_guest(text: str) -> str | None:
    """Somebody by a whole name who is here for one item, with where they come from if told."""
    named = GUEST.match(text)
    name = _called(named) if named else None
    if named is None or name is None:
        return None
    whence = (named["what"] or "").strip(" ,()")
    return f"{name}, {whence}" if whence else name


def _called(named: re.Match[str]) -> str | None:
    """The name of a guest with its capitals; none where the words are no name."""
    name = named["name"]
    if set(name.lower().split()) & NO_NAME or _says_how(name):
        return None
    return str(name.title() if name.islower() else name)


def _is_of_the_panel(name: str, context: CaptureContext) -> bool:
    """Whether a whole name is a member's; "Tom Radley" is not one because a Tom is."""
    from rapidfuzz.distance import OSA

    read = _person(name, context)
    if not read.found:
        return False
    known = tokens_of(f"{read.person.name} {read.person.role}") if read.person else tokens_of(name)
    last = tokens_of(name)[-1].word
    return any(OSA.distance(last, one.word, score_cutoff=1) <= len(last) // 5 for one in known)


def _stood_in_for(text: str, context: CaptureContext) -> tuple[str, PersonRef | None]:
    """What is said of a deputy, and the member whom they are here for."""
    found = STANDS_IN.search(text)
    before = text[: found.start()] if found else ""
    if found is None or not (_person(before, context).person or _is_somebody(before)):
        return text, None
    absent = _person(text[found.end() :], context).person
    return (before, absent) if absent else (text, None)


def _is_somebody(text: str) -> bool:
    """ "Mum remote" for one who is not: somebody is here, and not the one named after "for"."""
    return _code_in(text) in HERE and says_more(_without_manner(text), NO_NAME)


def _not_kept(
    text: str,
    person: OwnerRead,
    clock: re.Match[str] | None,
    context: CaptureContext,
    guest: str = "",
) -> list[str]:
    """What is said beside who, how and when: attendance has no room for it."""
    if not person.found and not guest:
        return []
    until = UNTIL.search(text)
    if until is not None:
        rest = f"{text[: until.start()]} {text[until.end() :]}"
        return [UNTIL_NOT_KEPT, *_not_kept(rest, person, clock, context, guest)]
    back = BACK.search(text) if LEFT.search(text) else None
    if back is not None:
        before = text[: back.start()]
        return [EXPECTED_NOT_KEPT, *_not_kept(before, person, clock, context, guest)]
    one = person.person
    known = f"{one.name} {one.role} {one.agency}" if one else guest or text[: person.end]
    words = [token.word for token in tokens_of(f"{known} {clock and clock[0]}")]
    letters = "".join(token.word[0] for token in tokens_of(one.role)) if one else ""
    begins = [word[0] for word in words]
    called = [token.word for token in tokens_of(text) if one in context.names.of(token.word)]
    named = frozenset([*words, *begins, *called, letters[:2], letters[:3], *TITLES])
    return [NOT_KEPT] if says_more(_without_manner(text), NO_NAME | named) else []


def _without_manner(text: str) -> str:
    rest = re.sub("|".join(words for _, words in CODES), " ", text, flags=re.IGNORECASE)
    return re.sub(rf"{LEFT.pattern}|\s[PRDANXIOC]$", " ", rest, flags=re.IGNORECASE)


def _person(text: str, context: CaptureContext) -> OwnerRead:
    for place in (0, *(match.end() for match in re.finditer(r"\s+", text))):
        read = read_person(text[place:], context)
        if read.person or read.warnings:
            return read
    return OwnerRead()
