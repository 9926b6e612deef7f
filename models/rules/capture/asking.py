"""Whether a line that names no kind asks somebody for something, told by weighing its signs."""

import re
from dataclasses import dataclass

from models.rules.capture.addressed import handed_at_head, read_addressed
from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import firmness
from models.rules.capture.errands import FINITE, is_errand
from models.rules.capture.field_words import field_words
from models.rules.capture.owner_read import OwnerRead
from models.rules.capture.owners import read_owner
from models.rules.capture.parties import Party
from models.rules.capture.promises import is_work
from models.rules.capture.requests import plainly
from models.rules.capture.telegrams import lone_owner, names_measure, of_its_agency
from models.rules.capture.tidying import without_date
from models.rules.capture.with_whom import with_whom
from models.rules.dates import DateReading
from models.rules.dates.finding import DEADLINES, LASTING

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
DOING = re.compile(r"\s*be\s+(?:\w{2,}ing|at|present|there|part\s+of|involved)\b", re.IGNORECASE)
# "Will go to the assistant director": a person here who goes somewhere does something.
GOING = re.compile(
    r"\s*go\s+(?:(?:back|round|over|out|along|down|up)\s+)?(?:to|and|through|with)\b(?!\s+(?:bed|sleep|school)\b)",
    re.IGNORECASE,
)
# "Will have the write-up with us": who has it somewhere by a day does it.
HANDS_OVER = re.compile(
    r"\s*have\s+(?:\S+\s+){1,9}?(?:(?:with|to)\s+(?:us|you|(?:the\s+)?(?:panel|chair|team))|over|across|back|ready"
    r"|done|in|out|round|up|finished|completed?|sorted)[\s.]*$",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\b(?:it\s+is\s+(?:thought|said|believed)|apparently|allegedly|supposedly|(?:he|she|they|mum|dad|nan)\s+"
    r"(?:says?|said|thinks?|fears?|hopes?|claims?))\b",
    re.IGNORECASE,
)
AT_ONCE = re.compile(r"\b(?:asap|as\s+soon|straight)\b|a\.s\.a\.p", re.IGNORECASE)
TO_BE_DONE = re.compile(
    r"\bto\s+be\s+(?:re-?)?(?:\w+ed|told|sent|done|given|put|held|seen|made|sought|set|written|brought)\b",
    re.I,
)
RECURRING = re.compile(
    r"\b(?:weekly|daily|monthly|fortnightly|regularly|every|each)\b", re.IGNORECASE
)
UNKNOWN = re.compile(
    r"\s*(?:the\s+)?(?P<who>[A-Za-z][\w'’/&-]+(?:\s+[\w'’/&-]+){0,3}?)\s+to\s+(?P<deed>[A-Za-z]+)\b"
)
NOBODY = frozenset({
    "somebody", "someone", "anyone", "anybody", "everybody", "everyone", "nobody", "one",
    "me", "us", "him", "her", "them", "he", "she", "they", "it", "we", "i", "you", "this",
    "that", "going", "wants", "want", "needs", "need", "hopes", "hope", "plan", "plans",
    "able", "due", "likely", "ready", "keen", "willing", "trying", "tries", "used", "started",
    "begun", "has", "have", "not", "nothing", "how", "when", "where", "what", "who",
    "whether", "in", "on", "at", "as", "for", "if", "everything", "ability", "right",
    "letter", "email", "access", "move", "way", "back", "up", "down", "out", "over",
})  # fmt: skip
# "Need a worker for Grace by Weds - Tunstall": what is wanted, and who stands alone behind it.
NEEDED = re.compile(r"\s*(?:we\s+)?needs?\s+(?:an?|the|some|more|new|to)\b", re.IGNORECASE)
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
    dated = when.vague or (when.value is not None and when.value >= context.today)
    owner = read_owner(body, context)
    if not owner.found and dated:
        owner = read_addressed(body, context, agencies=False) or owner
    if dated and (plain := _by_a_day(text, put, body, owner, when, context)):
        return plain
    if dated and owner.found and not owner.person and owner.agency:
        named = of_its_agency(owner, body, context)
        if named.person and not FINITE.search(body[owner.end :]):
            return Asked(put, ENOUGH)
    if not owner.found and dated:
        owner = lone_owner(body, context) or owner
        if owner.found and not FINITE.search(body):
            return Asked(put, ENOUGH)
    if not owner.found:
        return Asked(put, ENOUGH if _asks_unknown(body, when) else 0)
    weight = _by_whom(owner) + _by_when(when, put)
    if request and request.handed:
        weight += 1.0
    elif owner.start == 0:
        weight += _laid_on(body, owner, dated=dated)
        weight += 0.5 * bool(
            owner.by_agency and when.lead in DEADLINES and is_errand(body[owner.end :])
        )
    else:
        weight += _ordered(body, owner, dated=dated)
    weight += request.weight if request else 0
    weight -= 1.5 * bool(QUESTION.search(put)) + 3 * bool(UNDONE.search(put))
    weight -= 2 * bool(HEARSAY.search(put))
    told = request and request.reported and not (when.lead in DEADLINES and dated and _does(put))
    return Asked(put, min(weight, PERHAPS) if told else weight)


def _by_a_day(
    text: str, put: str, body: str, owner: OwnerRead, when: DateReading, context: CaptureContext
) -> Asked | None:
    """ "Raman with mum to agree it", "AK - billing by 8 Jan", "need a worker by Fri - Cole"."""
    if with_whom(body, context) is not None:
        return Asked(put, ENOUGH)
    needed = lone_owner(body, context) if NEEDED.match(body) else None
    if needed is not None and needed.person:
        return Asked(put, ENOUGH)
    laid = owner.found and owner.start == 0 and firmness(body[: owner.end]) >= 1
    if laid or when.lead not in DEADLINES or when.lead in LASTING:
        return None
    handed = handed_at_head(body, context)
    if handed is None or names_measure(text, context):
        return None
    return Asked(_pointed(put, *handed), ENOUGH)


def _pointed(put: str, party: Party, thing: str) -> str:
    """The line with a colon behind whoever it begins with."""
    at = put.find(thing.split(maxsplit=1)[0], party.end)
    return f"{put[: party.end]}: {put[at:]}"


def _does(put: str) -> bool:
    """True where what is promised "by" a day is a piece of work, which no child would promise."""
    _, _, deed = put.partition(" to ")
    return is_work(deed)


def _by_whom(owner: OwnerRead) -> float:
    if owner.outside:
        return OUTSIDE
    named = owner.person or owner.everyone or owner.warnings
    return AGENCY if not named else 0.75 if owner.by_agency else NAMED


def _by_when(when: DateReading, text: str) -> float:
    if when.lead in DEADLINES:
        return 1.0
    if when.vague and AT_ONCE.search(when.raw):
        return 1.0
    at_edge = when.found and not text[when.end :].strip(" .,;!?")
    return 0.5 * bool(at_edge and (when.value or when.vague))


def _laid_on(body: str, owner: OwnerRead, *, dated: bool) -> float:
    """ "Raman to ring", "Raman will ring", "Raman: ring": the duty and the deed behind it."""
    said, rest = body[: owner.end], body[owner.end :]
    firm = firmness(said)
    if dated and firm < 1 and is_errand(rest):
        return firm + 1.0
    if firm > 1 and len(re.findall(r"[\w]+", said)) == 1:
        return -9.0  # "Will be 18": the word of duty is not itself the name
    if firm < 1 and not _is_deed(rest):
        return -9.0
    goes = owner.person is not None and dated and (GOING.match(rest) or HANDS_OVER.match(rest))
    weight = firm + (0.0 if goes else _deed(rest, willed=firm < 2))
    weight -= 3 * bool(firm < 1 and AS_NOUN.match(rest))
    return weight - 2 * bool(firm < 2 and PAST.search(rest))


def _ordered(body: str, owner: OwnerRead, *, dated: bool) -> float:
    """ "Ring home by Friday - Raman": a deed first and who is to do it last."""
    last = owner.end >= len(body.rstrip(" .)"))
    told = AS_NOUN.match(body) or PAST.search(body)
    if last and TO_BE_DONE.search(body[: owner.start]) and not RECURRING.search(body):
        return 1.5
    if last and dated and is_errand(body[: owner.start]):
        return 1.0
    return _deed(body, willed=True) if last and _is_deed(body) and not told else -9.0


def _is_deed(text: str) -> bool:
    word = _first(text).lower().removeprefix("re-")
    return word in field_words("deed") or word in field_words("short deed")


def _asks_unknown(body: str, when: DateReading) -> bool:
    """ "Business manager to circulate the protocol by 15 Jan": of somebody who is no one here."""
    found = UNKNOWN.match(body)
    if found is None or when.lead not in DEADLINES or when.value is None:
        return False
    words = found["who"].lower().split()
    return (
        found["deed"].lower() in field_words("deed")
        and not FINITE.search(found["who"])
        and not any(word in NOBODY or word in field_words("deed") for word in words)
    )


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
