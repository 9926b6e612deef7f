"""Against whom or what a measure is filed: never the item's child because nobody is named."""

import re
from dataclasses import replace

from models.marks import SubjectKind
from models.rules.answers import REFERRED
from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reasons import BARE, blanked
from models.rules.capture.refs import MeasureRef, SubjectRef
from models.rules.capture.subjects import GENERIC, SubjectsRead, is_letters, is_service
from models.rules.names import plain

UNKNOWN = "“{words}” is no person or place known here: say against whom or what."
NOBODY = "Say against whom or what."
TARGET = re.compile(
    r"\b(?:on|against|vs|at|near|outside)\s+(?:the\s+)?(?=[^\W\d_]{3})", re.IGNORECASE
)
UNKNOWN_FOR = re.compile(
    r"(?:\s+(?:notice|order|warning))?\s+(?:(?:for|on|against|vs|of)\s+)?(?:the\s+)?(?P<who>[^\W\d_]{2,}\s+[^\W\d_]{3,})"
    r"(?=\s+(?:from|by|re)\s|\s*[,;]|\s*$)",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\b(?:from|by|re|protect(?:s|ing)?)\s+(?:the\s+)?$", re.IGNORECASE)
LEADS_IN = re.compile(r"^\s*(?:for|of|from|by)\s+(?:the\s+)?", re.IGNORECASE)
CONSIDERED = re.compile(
    r"^\s*(?:to\s+)?consider\b(?:\s+(?:an?|the)\b)?\s*(?:for\b)?", re.IGNORECASE
)
SEVERAL = frozenset({"block", "blocks", "row", "parade", "estate", "court", "yard", "units"})
"""Words of a place that is made of several: "the garages" of the garage block."""
# What follows "at" or "on" without being a place of its own.
PLAIN = frozenset({
    "home", "address", "his", "her", "their", "him", "them", "bail", "licence", "license",
    "release", "arrest", "court", "night", "weekends", "record", "sight", "this", "that", "same",
    "all", "any", "each", "next", "last", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tues", "weds", "thurs", "fri", "sat", "sun",
})  # fmt: skip


def aimed(
    subjects: SubjectsRead, text: str, measure: MeasureRef | None, context: CaptureContext
) -> SubjectsRead:
    """The subjects of a measure's line, with the one it is aimed at or none and the reason.

    What protects a child (a safety plan, a strategy discussion) is for the item's child; all else
    is aimed at a person, a place or a group, and at none where the line tells none for certain.
    """
    protects = measure is not None and measure.for_child
    own = context.subject
    subjects = _without_references(subjects, text, own)
    unknown = "" if protects else _unknown_behind_measure(text, context)
    if unknown and _only_from(subjects, text):
        told = UNKNOWN.format(words=unknown)
        return replace(subjects, subject=None, named=False, warnings=(*subjects.warnings, told))
    if not subjects.named and not protects:
        subjects = _by_its_place(subjects, text, context)
    if subjects.named:
        target = subjects.subject if protects else _not_child(subjects, text, own)
        return replace(subjects, subject=target)
    if subjects.warnings:  # one of several, and unclear which
        return replace(subjects, subject=None)
    if protects or own is None:
        return subjects
    words = _unknown_words(text, context)
    if own.kind is not SubjectKind.CHILD and not (words and TARGET.search(text)):
        return subjects
    told = UNKNOWN.format(words=words) if words else NOBODY
    return replace(subjects, subject=None, warnings=(told,))


def _unknown_behind_measure(text: str, context: CaptureContext) -> str:
    """ "Lewis Mallard" of "CAWN for Lewis Mallard from Jayden": two words that name nobody."""
    for one in context.measure_names.all_in(text):
        found = UNKNOWN_FOR.match(text, one.end)
        words = set(found["who"].lower().split()) if found else set()
        books = (context.subject_names, context.names, context.roles, context.agency_names)
        known = found and any(book.all_in(found["who"]) for book in books)
        if found and not known and not words & (PLAIN | GENERIC | BARE):
            return found["who"]
    return ""


def _only_from(subjects: SubjectsRead, text: str) -> bool:
    """Whether all who are named stand behind "from", "re" or "by": none of them is aimed at."""
    places = (text.find(raw) for _, raw in subjects.found)
    return all(BEHIND.search(text[:at]) for at in places if at >= 0)


def _by_its_place(subjects: SubjectsRead, text: str, context: CaptureContext) -> SubjectsRead:
    """ "CAWN on mash", "lighting at the garages": by where a name stands, and what a place is."""
    ends = [one.end for one in context.measure_names.all_in(text)]
    targets = [one.end() for one in TARGET.finditer(text)]
    tokens = tokens_of(text)
    for first, token in enumerate(tokens):
        led = any(end <= token.start and not text[end : token.start].strip() for end in ends)
        aimed_at = token.start in targets
        found = (
            context.subject_names.at(tokens, first, text, loose=True) if led or aimed_at else None
        )
        if found and len(found.raw) > 2 and is_letters(found) and not is_service(found, text):
            return _with(subjects, found.items, found.raw)
        if (
            (led or aimed_at)
            and found is None
            and (meant := _of_its_sort(token.word, context) or _car(token.word, context))
        ):
            return _with(subjects, meant, token.raw, guessed=True)
    return subjects


def _with(
    subjects: SubjectsRead, items: tuple[SubjectRef, ...], raw: str, *, guessed: bool = False
) -> SubjectsRead:
    """What was read with the one more that is meant; as it was where it may be several."""
    if len(items) != 1:
        return subjects
    told = (f"“{raw}” taken as {items[0].name}: check.",) if guessed else ()
    guesses = subjects.guesses | ({raw} if guessed else set())
    found = (*subjects.found, (items[0], raw))
    return SubjectsRead(items[0], found, (*subjects.warnings, *told), True, guesses)


def _of_its_sort(word: str, context: CaptureContext) -> tuple[SubjectRef, ...]:
    """ "The hotel", "the garages" of a garage block: the places that are of such a sort."""
    if word.removesuffix("s") not in GENERIC:
        return ()
    kind = word.removesuffix("s")
    places = (one for one in context.subjects if one.kind is SubjectKind.PLACE)
    named = {one: plain(one.name.partition(",")[0]).split() for one in places}
    return tuple(
        one
        for one, words in named.items()
        if words[-1:] == [word] or (kind in words and words[-1] in SEVERAL)
    )


def _car(word: str, context: CaptureContext) -> tuple[SubjectRef, ...]:
    """ "The Golf" of a black Golf: the vehicles whose other name ends so."""
    known = dict.fromkeys((*context.subjects, *context.things))
    cars = (one for one in known if one.kind is SubjectKind.VEHICLE)
    return tuple(one for one in cars if any(plain(a).split()[-1:] == [word] for a in one.aliases))


def _without_references(subjects: SubjectsRead, text: str, own: SubjectRef | None) -> SubjectsRead:
    """ "CAWN agreed under V1": an item referred to is neither target nor whom it protects."""
    referred = {one[1].upper() for one in REFERRED.finditer(text)}
    found = tuple(one for one in subjects.found if one[1].upper() not in referred)
    if len(found) == len(subjects.found):
        return subjects
    left = [one for one, _ in found]
    chosen = subjects.subject if subjects.subject in left else next(iter(left), None)
    return replace(subjects, subject=chosen or own, found=found, named=chosen is not None)


def _not_child(subjects: SubjectsRead, text: str, own: SubjectRef | None) -> SubjectRef | None:
    """ "CAWN on Slade re Kyle": of those named the one it can be served on.

    A child is it only where the line says so, where the item itself is somebody else's.
    """
    chosen = subjects.subject
    if chosen is None or chosen.kind is not SubjectKind.CHILD:
        return chosen
    others = (one for one, _ in subjects.found if one.kind is not SubjectKind.CHILD)
    return next(others, chosen if _own_is_child(own) or _said_of(chosen, subjects, text) else own)


def _own_is_child(own: SubjectRef | None) -> bool:
    return own is None or own.kind is SubjectKind.CHILD


def _said_of(chosen: SubjectRef, subjects: SubjectsRead, text: str) -> bool:
    """Whether the line says "on" or "against" before the name."""
    words = (re.escape(raw) for one, raw in subjects.found if one == chosen)
    return (
        re.search(rf"\b(?:on|against|vs)\s+(?:{'|'.join(words)})", text, re.IGNORECASE) is not None
    )


def _unknown_words(text: str, context: CaptureContext) -> str:
    """What the line says beside its measure and its agency; of "on …" only what follows it."""
    spans = [(one.start, one.end) for one in context.measure_names.all_in(text)]
    spans += [(one.start, one.end) for one in context.agency_names.all_in(text)]
    rest = CONSIDERED.sub("", blanked(text, spans), count=1)
    led = TARGET.search(rest)
    rest = LEADS_IN.sub("", rest[led.end() :] if led else rest, count=1)
    part = re.split(r"[,;]|\s-\s|\s–\s|\s(?:from|by)\s", rest)
    clause = next((one for one in part if one.strip()), "")
    words = [token.raw for token in tokens_of(clause)]
    telling = [word for word in words if word.lower() not in BARE | PLAIN and word[0].isalpha()]
    return " ".join(words) if telling and not (led and words[0].lower() in PLAIN) else ""
