"""Words that turn the room: "skip to V5", "next item", "defer V3, no update from school"."""

import re
from dataclasses import dataclass

from models.marks import SubjectKind
from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import reason_in
from models.rules.capture.refs import SubjectRef
from models.rules.capture.tidying import tidy

GO, NEXT, PREVIOUS, DEFER, PARK, FORWARD = "go", "next", "previous", "defer", "park", "forward"
TURNS = frozenset({GO, NEXT, PREVIOUS, DEFER, PARK, FORWARD})
NO_WHY = "Why an item is parked is not kept: type that as a note."
SAID = {
    GO: "go to {item}", NEXT: "next item", PREVIOUS: "item before", DEFER: "defer {item}",
    PARK: "park {item}", FORWARD: "take {item} next",
}  # fmt: skip
THIS = r"(?:this|that|it)(?:\s+(?:one|item|child|case))?"
ONE = r"(?:item|one|child|case|person|place)"
HEAD = (
    r"\s*(?:(?:ok(?:ay)?|right|so|now|then|and|yes|great|thanks|thank\s+you|please|can|could|shall|should|may"
    r"|we|i|let['’]?s|let\s+us|want\s+to|need\s+to|just|have\s+to|['’]ll|we['’]ll|will|i['’]d\s+like\s+to"
    r"|going\s+to|gonna|are|we['’]re)\b[\s,.:–—-]*)*"
)
END = (
    r"(?:[\s,.:–—-]+(?:please|pls|plz|now|then|thanks|thank\s+you|everyone|all"
    r"|if\s+we\s+(?:can|may)))*[\s.!?]*"
)
WHICH = r"(?:the\s+)?(?:item\s+)?(\w[\w'’.-]*(?:\s+[\w'’.-]+){0,3}?)"
ON = r"(?:(?:on|back|straight|ahead|over|forward|quickly|right|down|up)\s+)*"
GOING = re.compile(
    rf"{HEAD}(?:(?:go|skip|jump|mov(?:e|ing)|turn|switch|hop|get|come|cut|crack)\s+{ON})?(?:(?:on|back|over)\s+)?(?:on)?to\s+{WHICH}{END}"
    rf"|{HEAD}(?:take|do|hear|have|discuss)\s+{WHICH}\s+now{END}",
    re.IGNORECASE,
)
NEXT_ONE = re.compile(
    rf"{HEAD}(?:(?:go|skip|jump|mov(?:e|ing)|turn|get|crack|press)\s+{ON}(?:to\s+)?(?:the\s+)?|on\s?to\s+(?:the\s+)?|the\s+)?"
    rf"(?:next\s+{ONE}|next\s+please){END}"
    rf"|{HEAD}(?:move|moving|press|crack)\s+on(?:\s+to\s+(?:the\s+)?next)?{END}",
    re.IGNORECASE,
)
ONE_BEFORE = re.compile(
    rf"{HEAD}(?:(?:go|skip|jump|move|turn)\s+{ON}(?:to\s+)?(?:the\s+)?|back\s+to\s+(?:the\s+)?|the\s+)?"
    rf"previous\s+{ONE}{END}|{HEAD}(?:go\s+)?back\s+(?:one|an\s+item){END}",
    re.IGNORECASE,
)
TAKEN_NEXT = re.compile(
    rf"{HEAD}(?:take|do|hear|have|discuss|bring)\s+{WHICH}\s+(?:next|forward|fwd|up\s+next){END}"
    rf"|{HEAD}bring\s+forward\s+{WHICH}{END}"
    rf"|\s*{WHICH}\s+(?:is\s+|to\s+be\s+|goes\s+)?(?:taken\s+)?next{END}",
    re.IGNORECASE,
)
PARKED = re.compile(
    rf"{HEAD}(?:(?:(?:park|skip)|leave(?!\s+(?:this|that|it)\b(?!.*\b(?:later|aside)\b)))\s+{WHICH}"
    r"(?:\s+(?:for\s+(?:now|later|the\s+moment)|(?:until|till?)\s+later|aside))?"
    rf"|(?:come|go|get)\s+back\s+to\s+{WHICH}\s+(?:later(?:\s+on)?|at\s+the\s+end|after\s+(?:the\s+)?(?:break|lunch)))"
    rf"{END}",
    re.IGNORECASE,
)
PARKED_OWN = re.compile(
    rf"{HEAD}park\s+(?:this|it)(?:\s+(?:one|item|child))?\s*(?:[,;:–—-]|\b(?:until|till?|while|as|because|since)\b).+",
    re.IGNORECASE,
)
DEFERRED = re.compile(
    rf"{HEAD}(?:defer(?:red|ring)?|postpone|adjourn|put\s+(?:back|off)|hold\s+over|carry\s+over|hold|put|carry|leave|move)\s+"
    r"(?:the\s+)?(?:item\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
OFF = r"(?:\s+(?:back|off|over|forward))?"
TO_NEXT = (
    r"(?:to|till?|until|for|onto)\s+(?:the\s+)?(?:next|nxt)\s+(?:time|meeting|mtg|panel|month|mace|one)"
    r"|next\s+time"
)
PUT_OFF = re.compile(rf"{OFF}(?:\s+(?P<when>{TO_NEXT}))?(?P<why>.*)", re.IGNORECASE | re.DOTALL)
DEFERS = re.compile(rf"{HEAD}(?:defer|postpone|adjourn|put\s+off|hold\s+over)", re.IGNORECASE)
SPEAKS_OF = re.compile(
    r"\b(?:next|nxt|previous|back|forward|fwd|on|onto|to|now|park|skip|leave|defer\w*|postpone|adjourn|put|hold|carry)\b",
    re.IGNORECASE,
)
REF = re.compile(r"[A-Za-z]\d{1,3}")
WHOLE_NAMES = (SubjectKind.CHILD, SubjectKind.PERSON, SubjectKind.GROUP)


@dataclass(frozen=True)
class Turned:
    """How the room is to turn: what to do, with which item, and why; `named` is whose it is.

    `unkept` where the line says more, of which nothing is kept.
    """

    what: str
    item: str = ""
    why: str = ""
    named: SubjectRef | None = None
    unkept: bool = False


def turned(text: str, context: CaptureContext) -> Turned | None:
    """How a line turns the room, where it says that and no more; None for any other line."""
    if not SPEAKS_OF.search(text):
        return None
    if NEXT_ONE.fullmatch(text):
        return Turned(NEXT)
    if ONE_BEFORE.fullmatch(text):
        return Turned(PREVIOUS)
    for what, shape in ((FORWARD, TAKEN_NEXT), (PARK, PARKED), (GO, GOING)):
        found = shape.fullmatch(text)
        words = next(filter(None, found.groups()), "") if found else ""
        turn = _of_item(what, words, context, by_name=what != PARK) if words else None
        if turn is not None:
            return turn
    own = context.subject
    if PARKED_OWN.fullmatch(text) and own is not None and own.ref:
        return Turned(PARK, own.ref, named=own, unkept=True)
    return _put_off(text, context)


def _of_item(what: str, words: str, context: CaptureContext, *, by_name: bool) -> Turned | None:
    """An item told by its number, else by the name of whose it is, or as "this one"."""
    if re.fullmatch(THIS, words, re.IGNORECASE):
        own = context.subject
        return Turned(what, own.ref, named=own) if what == PARK and own and own.ref else None
    if REF.fullmatch(words):
        ref = words.upper()
        return Turned(what, ref, named=_whose(ref, context)) if ref in context.items else None
    tokens = tokens_of(words)
    found = context.subject_names.at(tokens, 0, words, loose=True) if tokens and by_name else None
    if found is None or found.last < len(tokens) or len(found.items) != 1:
        return None
    named = found.items[0]
    if named.kind not in WHOLE_NAMES or not named.ref or found.raw in context.names:
        return None
    return Turned(what, named.ref, named=named)


def _whose(ref: str, context: CaptureContext) -> SubjectRef | None:
    return next((one for one in context.subjects if one.ref == ref), None)


def _put_off(text: str, context: CaptureContext) -> Turned | None:
    """ "Defer V3 to next time, no update": another item than the one in hand, and why."""
    found = DEFERRED.match(text)
    head = REF.match(found["rest"]) if found else None
    if found is None or head is None or re.match(r"[\w-]", found["rest"][head.end() :]):
        return None
    turn = _of_item(DEFER, head[0], context, by_name=False)
    put = PUT_OFF.fullmatch(found["rest"], head.end())
    own = context.subject is not None and turn is not None and turn.named == context.subject
    if turn is None or put is None or own or not (DEFERS.match(text) or put["when"]):
        return None
    if re.match(r"\s*(?:,|and|&|\+|/)\s*[A-Za-z]\d", put["why"]):
        return None  # two items: each is put off in a line of its own
    return Turned(DEFER, turn.item, tidy(reason_in(put["why"])), turn.named)


def read_turn_of_room(kind: CaptureKind, text: str, turn: Turned) -> CaptureReading:
    """The reading of a line that turns the room; `reference` is the item, `rationale` why."""
    said = SAID[turn.what].format(item=turn.item)
    return CaptureReading(
        kind,
        tidy(text),
        subject=turn.named,
        status=turn.what,
        reference=turn.item or None,
        rationale=turn.why or None,
        warnings=(NO_WHY,) if turn.unkept else (),
        chips=(Chip("timing", said), *((Chip("why", turn.why),) if turn.why else ())),
    )
