"""What sounds as if it were not for all: kept for the chair where nobody can say for whom."""

import re
from dataclasses import replace
from difflib import get_close_matches

from models.marks import Sharing
from models.rules.capture.confiding import tells_in_confidence
from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import NOT_MINUTED
from models.rules.capture.matters import Matter, matter_of
from models.rules.capture.only_first import GOES_ON, HAVE, SELDOM, chain_of, only_first
from models.rules.capture.perhaps_kept import may_be_kept_back
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import AgencyRef
from models.rules.capture.texts import VOICE, text_label
from models.rules.capture.withholding import cannot_be_withheld

KEPT_SHORT = (
    "This sounds restricted: kept for the chair only. Say for whom (“police only: …”), or end with "
    "“all panel”."
)
FOR_ALL = (
    "This sounds restricted, but goes to all the panel: keep it as a note and say for whom, or end "
    "with “all panel”."
)
FOR_WHOM, PERHAPS = "for whom", "perhaps restricted"
SAY_FOR_WHOM = "This may be meant for some only: say for whom, or end with “all panel”."
TWO_MARKS = "Two marks say who may read this: kept for the chair only."
OF_THE_ROOM = (CaptureKind.ATTENDANCE, CaptureKind.TIMING)
PEOPLE = (
    r"(?:members?|partners?|agenc(?:y|ies)|professionals|managers?|management|officers?|leads?|staff|nurses?"
    r"|core\s+group|statutory(?:\s+\w+)?|panel|safeguarding|chairs?|workers?|analysts?)"
)
WHOM = r"(?P<whom>(?:the\s+)?\w[\w&/'’-]*(?:,?\s+[\w&/'’-]+){0,4}?)"
FIRST = re.compile(
    rf"^\W*(?:just\s+|only\s+)?(?:for\s+)?{WHOM}\s+only\s*(?P<stop>[:–—]|-\s)?", re.I
)
OF_PEOPLE = re.compile(rf"^(?:the\s+)?(?:\w+\s+){{0,2}}{PEOPLE}$", re.IGNORECASE)
JUST = re.compile(rf"^\W*(?:just|only)\s+(?:for\s+)?{WHOM}\s*:", re.IGNORECASE)
TAIL = r"(?:\s+(?:please|pls|thanks|for\s+now|at\s+present|at\s+this\s+stage))?\s*[.!)\]]*$"
LAST = re.compile(
    r"(?:[,;.–—-]\s*|[(\[]\s*|\s(?=for\s|only\s+for\s|just\s+for\s))"
    r"(?P<lead>(?:only\s+|just\s+)?for\s+)?"
    rf"(?P<whom>(?:the\s+)?\w[\w&/'’-]*(?:\s+[\w&/'’-]+){{0,3}})\s+only{TAIL}",
    re.IGNORECASE,
)
LAST_PEOPLE = re.compile(rf"\b{PEOPLE}\s+only{TAIL}", re.IGNORECASE)
LAST_ONLY = re.compile(rf"(?:['’]s?)?[\s-]+only{TAIL}", re.IGNORECASE)
LAST_JUST = re.compile(
    rf"[,;.–—(\[-]\s*(?:just|only)\s+(?:for\s+|to\s+)?(?P<whom>[^,;.()]{{2,60}}?){TAIL}",
    re.IGNORECASE,
)
ONLY_BEFORE = re.compile(r"^\W*(?:only|just)\s+(?:the\s+)?", re.IGNORECASE)
WORKER = re.compile(rf"\s+{PEOPLE}\b", re.IGNORECASE)
# "Only police and his nan visit": of the family nobody reads lines of the panel.
AND_FAMILY = re.compile(
    r"\s*(?:,|&|\+|\band\b|\bor\b)\s*(?:(?:the|his|her|their)\s+)?"
    r"(?:mum|dad|mother|father|nan|gran|grand\w+|parents?|family|carers?|brothers?|sisters?|uncle|aunt)\b",
    re.IGNORECASE,
)
TIMED = re.compile(
    r"\d|\b(?:\w*days?|weekends?|weeks?|months?|hours?|nights?|mornings?|evenings?|term|time|once|one|two"
    r"|three|now)\b",
    re.IGNORECASE,
)
TELLS = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
"""With such a word "police are the only ones" tells and marks nothing."""
NEAR = 0.8


def narrowed(
    reading: CaptureReading, lines: tuple[str, ...], context: CaptureContext
) -> CaptureReading:
    """A reading that says who may read it, or that sounds so: then for the chair, with a warning.

    `lines` are its words as typed, with and without the first.
    So is one whose marks ask for more than one sharing gives, or that holds more than its mark.
    What its kind cannot withhold stays as it is and says that it goes to all.
    """
    if reading.sharing is Sharing.CHAIR_ONLY and reading.agencies:
        return replace(reading, agencies=(), warnings=(*reading.warnings, TWO_MARKS))
    plainly = reading.sharing not in (None, Sharing.ALL_PANEL, Sharing.NOT_MINUTED)
    if plainly or (reading.kind in OF_THE_ROOM and not reading.rationale):
        return reading
    said = set(_each_once((reading.text, *lines)))
    if reading.sharing is Sharing.NOT_MINUTED:
        said = {NOT_MINUTED.sub(" ", text) for text in said}  # what else is said of who may read it
    if not any(_sounds_restricted(text, context) for text in said):
        return _asked_about(reading, lines[-1])
    if reading.sharing is Sharing.ALL_PANEL:
        return widened(reading)
    kept = shared(reading, Sharing.CHAIR_ONLY)
    if reading.kind is CaptureKind.DECLARATION:
        return replace(reading, warnings=(*reading.warnings, FOR_ALL))
    if cannot_be_withheld(kept):
        return _in_question(reading, (*reading.warnings, FOR_ALL))
    return replace(kept, warnings=(*kept.warnings, KEPT_SHORT))


def shared(reading: CaptureReading, sharing: Sharing) -> CaptureReading:
    """A reading for fewer; what would go into a text of the item that all read is a line then."""
    kept = replace(reading, sharing=sharing)
    if kept.field is None:
        return kept
    told = f"{text_label(kept.field).capitalize()}: {kept.text}"
    chips = tuple(chip for chip in kept.chips if chip.label != "into")
    return replace(kept, field=None, text=told, chips=chips)


def asks_for_whom(reading: CaptureReading) -> bool:
    """Whether all the panel would read what may be meant for some only, and nobody said so."""
    return reading.sharing is None and any(one.label == FOR_WHOM for one in reading.chips)


def asked_because(reading: CaptureReading) -> str:
    """What a line that is asked about tells of; empty where its words alone sound restricted."""
    told = (one.value for one in reading.chips if one.label == FOR_WHOM)
    return next(told, "").removeprefix(PERHAPS).removeprefix(", ")


def _asked_about(reading: CaptureReading, line: str) -> CaptureReading:
    """The reading, with the question for whom it is where its words may ask for that.

    What cannot be for fewer must say so more plainly, and is for all where it is kept.
    """
    if reading.sharing is not None or reading.kind is CaptureKind.DECLARATION:
        return reading
    whole = cannot_be_withheld(shared(reading, Sharing.CHAIR_ONLY)) is not None
    said = (line, reading.text) if reading.kind is CaptureKind.NOTE else (_said_of(reading, line),)
    texts = _each_once(said) if reading.field is None else (_as_led(reading),)
    work = reading.kind in (CaptureKind.ACTION, CaptureKind.MEASURE)
    plainly = work or (whole and reading.kind is not CaptureKind.TIMING) or reading.field == VOICE
    danger = reading.kind is CaptureKind.URGENT
    why = (reading.rationale,) if whole and reading.rationale else ()
    told = (matter_of(text, plainly=plainly or danger) for text in (*texts, *why))
    matter = next(filter(None, told), None)
    if matter is None and not any(may_be_kept_back(text, plainly=plainly) for text in texts):
        return reading
    asks = FOR_ALL if whole else SAY_FOR_WHOM
    return _in_question(reading, (asks, *reading.warnings), matter)


def _said_of(reading: CaptureReading, line: str) -> str:
    """A line without its decision's own name, of which "… on panel:" sounds like for whom it is."""
    listed = re.escape(reading.decision or "")
    return re.sub(rf"\b{listed}\b", "", line, count=1, flags=re.IGNORECASE) if listed else line


def _in_question(
    reading: CaptureReading, warnings: tuple[str, ...], matter: Matter | None = None
) -> CaptureReading:
    asked = Chip(FOR_WHOM, ", ".join(filter(None, (PERHAPS, matter))), sure=False)
    return replace(reading, chips=(*reading.chips, asked), warnings=warnings)


def _each_once(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that say different things; one that only begins with a capital says the same."""
    return tuple({one.strip().lower(): one for one in texts}.values())


def _as_led(reading: CaptureReading) -> str:
    """What goes into a text of the item; a child's voice with its lead, which tells who "I" is."""
    led = f"{text_label(VOICE)}: " if reading.field == VOICE else ""
    return f"{led}{reading.text}"


def mark_chips(reading: CaptureReading) -> tuple[Chip, ...]:
    """The kind of information and who may read it, as chips; of every kind of entry.

    That all the panel may read it is said only where it widens something (`widened`).
    """
    chips = []
    if reading.information:
        chips.append(Chip("information", reading.information.value))
    if reading.sharing not in (None, Sharing.ALL_PANEL):
        chips.append(sharing_chip(reading.sharing or Sharing.ALL_PANEL, reading.agencies))
    return tuple(chips)


def widened(reading: CaptureReading) -> CaptureReading:
    """A reading for all the panel where less was to be expected: its chip says so."""
    return replace(reading, chips=(*reading.chips, sharing_chip(Sharing.ALL_PANEL, ())))


def sharing_chip(sharing: Sharing, agencies: tuple[AgencyRef, ...], *, sure: bool = True) -> Chip:
    """Who may read a line, as a chip: "Police, Health only", "chair only"."""
    named = ", ".join(agency.name for agency in agencies)
    return Chip("sharing", f"{named} only" if named else sharing.value, sure=sure)


def _sounds_restricted(text: str, context: CaptureContext) -> bool:
    if tells_in_confidence(text):
        return True
    lowered = text.lower()
    if "only" not in lowered and "just" not in lowered:
        return False
    first = only_first(text, context.agency_names)
    return bool(first and not first.sure) or _opens(text, context) or _ends(text, context)


def _opens(text: str, context: CaptureContext) -> bool:
    """ "Polce only: …", "just for nurses: …", "members only phone seized"."""
    first, just = FIRST.match(text), JUST.match(text)
    if just is not None and not TIMED.search(just["whom"]):
        return True
    if _only_agency(text, context):
        return True
    if first is None or TIMED.search(first["whom"]) or TELLS.search(first["whom"]):
        return False
    if first["stop"]:
        return True
    named = OF_PEOPLE.match(first["whom"]) or _nearly(first["whom"], context)
    told = (
        GOES_ON.match(text, first.end())
        or HAVE.match(text, first.end())
        or SELDOM.search(text, first.end())
    )
    return bool(named) and not told


def _only_agency(text: str, context: CaptureContext) -> bool:
    """ "Only police phone seized"; but "only police officers came" tells who did."""
    only = ONLY_BEFORE.match(text)
    if only is None:
        return False
    named, _, end = chain_of(text, only.end(), context.agency_names)
    goes_on = (GOES_ON, HAVE, WORKER, AND_FAMILY)
    return bool(named) and not any(one.match(text, end) for one in goes_on)


def _ends(text: str, context: CaptureContext) -> bool:
    """ "…, for the nurses only", "… (polce only)", "… - just police"."""
    agencies = context.agency_names.all_in(text)
    if LAST_PEOPLE.search(text) or any(LAST_ONLY.match(text, one.end) for one in agencies):
        return True
    just, last = LAST_JUST.search(text), LAST.search(text)
    if just is not None and any(one.start == just.start("whom") for one in agencies):
        return True
    if last is None or TIMED.search(last["whom"]):
        return False
    return bool(last["lead"]) or _nearly(last["whom"], context)


def _nearly(words: str, context: CaptureContext) -> bool:
    """Whether a word is that of an agency, spelt wrong."""
    known = context.agency_names.long_words(5)
    return any(
        len(token.word) > 4 and get_close_matches(token.word, known, 1, NEAR)
        for token in tokens_of(words)
    )
