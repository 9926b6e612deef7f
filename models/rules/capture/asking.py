"""Whether a line that names no kind asks somebody for something, told by weighing its signs."""

import re
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import firmness
from models.rules.capture.field_words import field_words
from models.rules.capture.owners import OwnerRead, read_owner
from models.rules.capture.requests import plainly
from models.rules.capture.tidying import without_date
from models.rules.dates import DateReading
from models.rules.dates.finding import DEADLINES

ENOUGH, PERHAPS = 3.0, 2.25
NAMED, AGENCY, OUTSIDE = 1.5, 0.5, -0.5
WORD = re.compile(r"[\s\"'“‘(]*(?P<word>[^\W_][\w'’/-]*)")
# What follows a noun and no order: "visit went well", "call received".
AS_NOUN = re.compile(
    r"[\s(]*\S+\s+(?:\w{2,}ed|went|was|were|is|are|has|had|from|of|not|found)\b", re.IGNORECASE
)
PAST = re.compile(
    r"\b(?:yesterday|last\s+(?:week|month|night|year|term|time)|ago|previously|\w+n['’]t"
    r"|(?:did|has|have|was|were|could|would)\s+not|refused|declined|failed)\b",
    re.IGNORECASE,
)
UNDONE = re.compile(
    r"\bbut\b.*\b(?:not|no|never|nobody|\w+n['’]t|(?:has|have|had|was|were|did|do|does|is|are|could|would|ca|wo)nt|refused|declined)\b",
    re.I,
)
DOING = re.compile(r"\s*be\s+\w{2,}ing\b", re.IGNORECASE)
HEARSAY = re.compile(
    r"\b(?:it\s+is\s+(?:thought|said|believed)|apparently|allegedly|supposedly|(?:he|she|they|mum|dad|nan)\s+"
    r"(?:says?|said|thinks?|fears?|hopes?|claims?))\b",
    re.IGNORECASE,
)
QUESTION = re.compile(r"\?\s*$")


@dataclass(frozen=True)
class Asked:
    """A line as it would be read of an action, and how plainly it asks for one."""

    text: str
    weight: float

    @property
    def plain(self) -> bool:
        """True where it is an action; below that it may be one."""
        return self.weight >= ENOUGH

    @property
    def perhaps(self) -> bool:
        """True where it is kept as told, and may have been meant as an action."""
        return PERHAPS <= self.weight < ENOUGH


def asked(text: str, context: CaptureContext) -> Asked:
    """How plainly a line asks someone known here for something, by who, how, what and when."""
    request = plainly(text, context)
    put = request.text if request else text
    when = context.day_in(put)
    body = without_date(put, when)
    owner = read_owner(body, context)
    if not owner.found:
        return Asked(put, 0)
    weight = _by_whom(owner) + _by_when(when, put)
    if request and request.handed:
        weight += 1.0
    elif owner.start == 0:
        weight += _laid_on(body, owner)
    else:
        weight += _ordered(body, owner)
    weight += request.weight if request else 0
    weight -= 1.5 * bool(QUESTION.search(put)) + 3 * bool(UNDONE.search(put))
    weight -= 2 * bool(HEARSAY.search(put))
    return Asked(put, weight)


def _by_whom(owner: OwnerRead) -> float:
    if owner.outside:
        return OUTSIDE
    named = owner.person or owner.everyone or owner.warnings
    return AGENCY if not named else 0.75 if owner.by_agency else NAMED


def _by_when(when: DateReading, text: str) -> float:
    if when.lead in DEADLINES:
        return 1.0
    at_edge = when.found and not text[when.end :].strip(" .,;!?")
    return 0.5 * bool(at_edge and when.value)


def _laid_on(body: str, owner: OwnerRead) -> float:
    """ "Raman to ring", "Raman will ring", "Raman: ring": the duty and the deed behind it."""
    said, rest = body[: owner.end], body[owner.end :]
    firm = firmness(said)
    if firm > 1 and len(re.findall(r"[\w]+", said)) == 1:
        return -9.0  # "Will be 18": the word of duty is not itself the name
    if firm < 1 and not _is_deed(rest):
        return -9.0
    weight = firm + _deed(rest, willed=firm < 2)
    weight -= 3 * bool(firm < 1 and AS_NOUN.match(rest))
    return weight - 2 * bool(firm < 2 and PAST.search(rest))


def _ordered(body: str, owner: OwnerRead) -> float:
    """ "Ring home by Friday - Raman": a deed first and who is to do it last."""
    last = owner.end >= len(body.rstrip(" .)"))
    told = AS_NOUN.match(body) or PAST.search(body)
    return _deed(body, willed=True) if last and _is_deed(body) and not told else -9.0


def _is_deed(text: str) -> bool:
    word = _first(text).lower()
    return word in field_words("deed") or word in field_words("short deed")


def _deed(text: str, *, willed: bool) -> float:
    word = _first(text)
    small = word.lower()
    if not word or word[0].isdigit() or small in field_words("no deed"):
        return -4.0
    if word[0].isupper() and not word.isupper() and len(word) > 1 and not _is_deed(text):
        return -4.0  # "Priya to Leeds on Friday"
    if small == "be" and DOING.match(text):
        return 1.0
    if small in field_words("state"):
        return -3.0 if willed else -0.5
    return 1.0 if _is_deed(text) else 0.0


def _first(text: str) -> str:
    found = WORD.match(text)
    return found["word"] if found else ""
