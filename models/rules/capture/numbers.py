"""Which action a line names by its number: "A012", "a12", "A 016", and "14" where news follows."""

import re
from dataclasses import dataclass

from models.remembering import remembered
from models.rules.actions import opens_with_status, status_in
from models.rules.capture.context import CaptureContext
from models.rules.capture.misspelt import meant_word
from models.rules.capture.phrases import tokens_of
from models.rules.capture.refs import ActionRef
from models.rules.dates.vocabulary import MONTH, WEEKDAY

UPDATES = frozenset({
    "update", "updates", "upd", "news", "progress", "re", "about", "action", "mark",
    "no update", "no updates", "no news", "nothing new",
})  # fmt: skip
# Said as an order before the number: "close A017" makes it closed.
ORDERS = {
    "close": "closed", "complete": "completed", "finish": "finished", "cancel": "cancelled",
    "withdraw": "withdrawn", "escalate": "escalated", "start": "started", "reopen": "reopened",
    "re-open": "reopened", "push": "pushed", "carry": "carried", "roll": "rolled",
}  # fmt: skip
ORDERED = re.compile(
    r"(?:(?:^|[\s,–-]+)(?:so|and|but|then|we|i|you|can|could|should|think|please|pls|to|let['’]?s))*"
    rf"(?:^|\s+)(?:{'|'.join(ORDERS)})(?:\s+(?:off|out|down|up))?$",
    re.IGNORECASE,
)
NEWS = re.compile(r"(?i:\s*(?:outcome|result|status|update|progress)s?)?\s*(?::|\s-\s|–|—)")
# "Not done, new date 27 Nov": the day that follows is its new one, whatever the status.
NEW_DAY = re.compile(
    r"\b(?:(?:new|revised|extended|amended|agreed)\s+(?:due\s+|target\s+|completion\s+)?"
    r"(?:date|deadline)|(?:now|re-?)\s*due|extend(?:ed)?|(?:re-?schedul|mov|push)ed?(?:\s+back)?"
    r"|(?:will|['’]ll|should|hopes?\s+to|aims?\s+to|expects?\s+to)\s+(?:be\s+)?(?:do(?:ne)?|finish(?:ed)?|completed?|sort(?:ed)?|sen[dt])\s+"
    r"(?:(?:it|this|that|them|the\s+rest)\s+)?(?=by\b)|\brest\s+(?=by\b)|\bfinishing\s+(?=by\b)"
    rf"|new\s+due\s+date|now\s+(?=by\b|{WEEKDAY}\b|\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:days?|weeks?|times?|%))))\s*(?:[:–-]|is|of|by|to|until|for|on)*\s*",
    re.IGNORECASE,
)
TELLING = (
    "completed", "complete", "carried", "carry", "outstanding", "progress", "finished", "started",
    "cancelled", "possible", "forward",
)  # fmt: skip
LONG_WORD = re.compile(r"[^\W\d_]{5,}")
# "A12 road closed": a road of that number.
PLACE = re.compile(
    r"\s*(?:road|junction|slip|lay-?by|(?:north|south|east|west)(?:bound)?|near)\b", re.IGNORECASE
)
WHOLE = re.compile(r"(?<!\w)[A-Z]{1,3}\d{3,5}(?!\w|[./]\d)", re.IGNORECASE)
SPOKEN_OF = re.compile(
    r"(?:(?:is|was|were|has|had|been)\s+)*(?:discuss|mention|rais|read|refer|relat|about)\w*",
    re.IGNORECASE,
)
# "…, A019, is about half done": what is said of it stands right behind its number.
# "A14 chased twice": a deed of the past right behind the number.
DONE_SO = re.compile(
    r"(?!(?:based|called|named|aged|signed\s+as|road)\b)(?:\w+\s+)?[a-z]{2,}(?:ed|sent|spoken|held|met)\b"
)
SAYS = frozenset(
    {"said", "says", "told", "tells", "reported", "reports", "asked", "thought", "claims"}
)
BEHIND = re.compile(
    r"[\s,)–—-]*(?:(?:is|are|was|has\s+been|have\s+been|that['’]?s|just|about|now)\s+)*"
)
MOST_BEFORE = 6
PRELUDE = frozenset({
    "we", "can", "could", "i", "think", "please", "pls", "mark", "ref", "reference", "number", "no",
    "nothing", "news", "update", "on", "about", "as", "regarding", "with", "for", "to", "and", "so",
    "ok", "right", "now", "that", "that's", "is", "has", "have", "done", "not", "finished", "back",
    "going", "the", "action", "still", "yet", "yes", "just", "he", "she", "they", "been",
    "completed", "started", "doing", "waiting", "carry", "roll", "over", "forward", "say", "says",
    "put", "down", "in", "of", "respect", "regard", "regards",
    "relation", "let's", "lets", "go", "first", "next", "then", "moving", "only", "outstanding",
})  # fmt: skip
# "Going back to A011, …".
TURNING = (
    r"\s*(?:(?:ok(?:ay)?|right|so|and|just|now|quickly|both)[\s,]+)*"
    r"(?:(?:going|coming|turning|moving)?\s*(?:back\s+(?:to|on)|on\s+to|on|as\s+for|with|regarding|re)"
    r"\s+(?=action\b|\W*[a-z]?\d))?"
)
STATUS = r"re-open|[a-z]+(?:[\s/]+[a-z]+){0,2}?"
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Named:
    """The number as typed, its action if there is one, and the news without the number.

    `ordered` is the part of the news that is an order, with what follows it: it says how it stands.
    """

    ref: str
    action: ActionRef | None
    rest: str
    told: bool
    alone: bool
    ordered: str = ""


def _either(letters: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, letters)))


@remembered(8)
def _reference(letters: frozenset[str]) -> re.Pattern[str]:
    """ "A012 …", "action A 12: …", "done A012", "carry A016 to 24 Dec", "update on 12"."""
    return re.compile(
        rf"{TURNING}(?:(?P<status>{STATUS})[\s:,–-]+)??(?:(?:on|to|re)\s+)?"
        rf"(?:action\s+|#)?(?P<ref>(?P<letters>{_either(letters)})?[\s.-]?\d{{1,5}})(?!\w|[./]\d|\s+{MONTH}\b)"
        r"[\s:,–-]*",
        re.IGNORECASE,
    )


@remembered(8)
def _several(letters: frozenset[str]) -> re.Pattern[str]:
    one = rf"(?:(?:{_either(letters)})[\s.-]?)?\d{{1,5}}"
    return re.compile(
        rf"(?P<refs>{one}(?:\s*(?:,\s*and\b|,|\band\b|&|\+|/)\s*{one}|\s+(?:{_either(letters)})\d{{2,5}})+)(?!\w|[./]\d)",
        re.IGNORECASE,
    )


def begins_with_number(text: str, context: CaptureContext, *, bare: bool) -> bool:
    """True where a number of an action stands first, whatever is said of it."""
    found = _reference(context.action_letters).match(text)
    return found is not None and bool(found["letters"] or bare)


def named_action(text: str, context: CaptureContext, *, bare: bool = False) -> Named | None:
    """The action that a line tells of, which stands first in it or behind a few plain words."""
    return _first_named(text, context, bare=bare) or _named_within(text, context)


def _named_within(text: str, context: CaptureContext) -> Named | None:
    """ "We can close A017", "Please mark A011 as complete": the number in full, as on record."""
    found = WHOLE.search(text)
    if found is None:
        return None
    ref = found[0].upper()
    action = _action_of("".join(DIGITS.split(ref)), ref, context)
    said = [word.lower().strip(",.:–-") for word in text[: found.start()].split()]
    people = {token.word for person in context.people for token in tokens_of(person.name)}
    words = [word.removesuffix("'s").removesuffix("’s") for word in said if word]
    plainly = all(word in PRELUDE or word in ORDERS or word in people for word in words)
    if action is None or action.ref != ref:
        return None
    last = words[:-1] if words and words[-1] in ("off", "out", "down", "up") else words
    ordered = bool(last) and last[-1] in ORDERS and not action.finished
    ordered = ordered and ";" not in text[: found.start()]
    behind = not SAYS.intersection(words) and bool(
        BEHIND.match(text[found.end() :]) and opens_with_status(_rest(text, found.end()))
    )
    ends = not text[found.end() :].strip(" ).]") and not SAYS.intersection(words)
    behind = behind or bool(ends and status_in(spelt(text[: found.start()])))
    if not (ordered or behind) and (len(words) > MOST_BEFORE or not plainly):
        return None
    order = next((ORDERS[word] for word in words if word in ORDERS), "")
    after = text[found.end() :].strip(" ,:–-")
    before = text[: found.start()].strip(" ,:–-")
    if not order or not (ordered or plainly):
        return Named(ref, action, f"{before} {after}".strip(), True, alone=False)
    done = f"{order} {after}".strip()
    # "The lights are in so we can close A020" tells of the lights too.
    told = "" if plainly else ORDERED.sub("", before).strip(" ,:–-")
    news = ", ".join(filter(None, (told, done)))
    return Named(ref, action, news, True, alone=False, ordered=done)


def _rest(text: str, place: int) -> str:
    return spelt(BEHIND.sub("", text[place:], count=1))


def _first_named(text: str, context: CaptureContext, *, bare: bool) -> Named | None:
    """The action that stands first in a line, alone or after its status.

    A number without its letter (`bare`) counts only with news right behind or before it: "14 done",
    but neither "14 year old seen" nor "16 visits".
    """
    found = _reference(context.action_letters).match(text)
    if found is None or (not found["letters"] and not bare):
        return None
    said = (found["status"] or "").lower()
    status = ORDERS.get(said, found["status"] or "")
    if said and not (status_in(status) or said in UPDATES):
        return None
    rest = text[found.end() :]
    tells = spelt(rest)
    action = _action_of(found["letters"] or "", found["ref"], context)
    behind = bool(NEWS.match(text[found.end("ref") :])) or not rest.strip(" .!")
    directly = behind or bool(status_in(status)) or opens_with_status(tells)
    if not directly and not (action and found["letters"]):
        return None
    joint = ", " if set(text[found.end("ref") : found.end()]) & set(",:–-") else " "
    news = f"{status}{joint}{rest}".strip(" ,") if status_in(status) else rest
    exact = action is not None and action.ref.casefold() == found["ref"].casefold()
    says = bool(status_in(spelt(news)) or NEW_DAY.search(news))
    says = behind or says or (exact and not SPOKEN_OF.match(rest))
    open_still = action is not None and not action.finished and not SPOKEN_OF.match(rest)
    says = says or bool(open_still and DONE_SO.match(rest))
    told = says if action is not None else directly
    if PLACE.match(rest) and not exact:
        return None
    return Named(found["ref"].upper(), action, news, told, not rest.strip() and not said)


def _action_of(letters: str, ref: str, context: CaptureContext) -> ActionRef | None:
    """The action of that number, zeros or none before it; without its letter the file's own."""
    number = int("".join(DIGITS.findall(ref)))
    either = (letters.upper(),) if letters else sorted(context.action_letters)
    return next(filter(None, (context.action_numbered(one, number) for one in either)), None)


def spelt(news: str) -> str:
    """News with its telling words as they are spelt: "complted", "caried forward"."""
    return LONG_WORD.sub(lambda word: meant_word(word[0].lower(), TELLING) or word[0], news)


def names_action(text: str, context: CaptureContext, *, bare: bool = False) -> bool:
    """True where a line tells of an action by its number: "done A012", "A014 not done"."""
    named = named_action(text, context, bare=bare)
    return named is not None and named.told


def is_reference(text: str, context: CaptureContext) -> bool:
    """ "A 016 completed", read behind the letter: of an action in the file, or written 016."""
    named = named_action(text, context, bare=True)
    if named is None or not named.told:
        return False
    return named.action is not None or named.ref.startswith("0") or not named.ref[0].isdigit()


def each_of(piece: str, context: CaptureContext, *, bare: bool) -> tuple[str, ...]:
    """ "done A011 and 12" as "done A011", "done A12", if all are actions of the file or told of."""
    found = _several(context.action_letters).search(piece)
    first = _reference(context.action_letters).match(piece)
    if not found or not first or found.start() > first.start("ref"):
        return (piece,)
    letters, after = first["letters"] or "", piece[found.end() :]
    numbers = re.findall(rf"(?:{_either(context.action_letters)})?[\s.-]?\d+", found["refs"], re.I)
    each = tuple(
        f"{piece[: found.start()]}{_lettered(one.strip(), letters)}{after}" for one in numbers
    )
    # "A001, 3 visits done": a number without its letter is one only where the news follows it.
    plain = numbers[-1].strip()[:1].isdigit() and after.strip() and not opens_with_status(after)
    told = not plain and all(names_action(one, context, bare=bare) for one in each)
    return each if told else (piece,)


def _lettered(number: str, letters: str) -> str:
    return number if number[:1].isalpha() else f"{letters}{number}"
