"""How and when somebody attends, in the words of those who take the list."""

import re
from datetime import time

from models.rules.capture.context import CaptureContext
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import Chip
from models.rules.capture.reasons import BARE, says_more
from models.rules.capture.stepping_out import goes_out, without_errand
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
    ("P", (r"in\s+(?:at\s+|from\s+|@\s*)?(?=\d)|present|here|arriv\w*|(?:re-?)?join\w*"
           r"|in\s+the\s+room|back|return(?:s|ed)|attend\w*")),
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
NOT_YET = re.compile(
    r"\bnot\s+(?:here|in|arrived|joined|present|back)\s+yet\b|\bnot\s+yet\s+(?:here|in|arrived|joined|present|back)\b",
    re.I,
)
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
HERE = ("D", "R", "P")
"""Codes of whoever is here for another."""
IS_HERE = "|".join(words for code, words in CODES if code in HERE)
AT = re.compile(
    rf"(?:\b(?:at|from|since|by|it['’]?s)\s+)?\b(?P<clock>{STATED})|\b(?:at|from|since)\s+(?P<hour>1?\d)(?![\w:./-])",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"\b(?:left|(?<!from\s)(?<!on\s)(?<!annual\s)(?<!maternity\s)leaves?|leaving|gone"
    r"|(?:has|had|have|needs?|must)\s+(?:to\s+)?go)\b",
    re.IGNORECASE,
)
# Words beside who, how and when that say no more.
ROOM = frozenset({
    "meeting", "room", "call", "us", "panel", "early", "teams", "item", "must", "needs", "need",
    "now", "m", "p", "sent", "send", "sends", "given", "his", "her", "gave", "gives", "point",
    "their", "can't", "can’t", "cant", "cannot", "make", "today", "today's", "today’s", "tonight",
    "morning", "afternoon",
})  # fmt: skip

NO_NAME = BARE | COMING | ROOM


def at_chips(clock: re.Match[str] | None) -> list[Chip]:
    """The time of the clock as it was understood."""
    when = time_of(clock)
    return [Chip("at", f"{when:%H:%M}")] if when else []


def time_of(clock: re.Match[str] | None) -> time | None:
    """The time of the day on which a panel sits: "at 2" is two in the afternoon."""
    hour = clock["hour"] if clock else None
    if clock is None or hour is None:
        return clock_time(clock["clock"]) if clock else None
    return clock_time(f"{hour}pm" if int(hour) < 7 else hour)


def code_in(text: str) -> str | None:
    """The attendance code whose words a text holds, the most telling first."""
    said = (code for code, words in CODES if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE))
    return next(said, None)


def says_how(text: str) -> bool:
    """ "Sends apologies for Kian Varley": how somebody attends, and no name."""
    return has_left(text) or bool(code_in(text))


def has_left(text: str) -> bool:
    """ "Left at 10", "stepped out": somebody is not in the room now."""
    return bool(LEFT.search(text)) or goes_out(text)


def comes_later(text: str, code: str | None) -> bool:
    """ "Running late, not here yet": somebody is expected, whatever else the words sound like."""
    awaited = code == "X" and not re.search(r"\bapol", text, re.IGNORECASE)
    late = bool(LATER.search(text)) and (code is None or awaited)
    return late or bool(NOT_YET.search(text))


def not_kept(
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
        return [UNTIL_NOT_KEPT, *not_kept(rest, person, clock, context, guest)]
    back = BACK.search(text) if has_left(text) else None
    if back is not None:
        before = text[: back.start()]
        return [EXPECTED_NOT_KEPT, *not_kept(before, person, clock, context, guest)]
    one = person.person
    known = f"{one.name} {one.role} {one.agency}" if one else guest or text[: person.end]
    words = [token.word for token in tokens_of(f"{known} {clock and clock[0]}")]
    letters = "".join(token.word[0] for token in tokens_of(one.role)) if one else ""
    begins = [word[0] for word in words]
    called = [token.word for token in tokens_of(text) if one in context.names.of(token.word)]
    named = frozenset([*words, *begins, *called, letters[:2], letters[:3], *TITLES])
    return [NOT_KEPT] if says_more(without_manner(text), NO_NAME | named) else []


def without_manner(text: str) -> str:
    """A text without the words for how somebody attends or that they left."""
    text = without_errand(text)
    rest = re.sub("|".join(words for _, words in CODES), " ", text, flags=re.IGNORECASE)
    return re.sub(rf"{LEFT.pattern}|\s[PRDANXIOC]$", " ", rest, flags=re.IGNORECASE)
