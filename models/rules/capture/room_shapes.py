"""Lines of the room that no first word names: who comes or goes, and whose interest it is."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.guests import end_of_guest
from models.rules.capture.initials import with_initials
from models.rules.capture.interests import opens_with_conflict
from models.rules.capture.owners import read_person
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind
from models.rules.capture.room import read_attendance
from models.rules.capture.room_words import AT, EXPECTED, NOT_KEPT
from models.rules.capture.stepping_out import OUT, goes_out, steps_out_to
from models.rules.capture.subjects import named_alike

MOVES = re.compile(
    r"(?:['’]s\s+|(?:has|had|have|is|was|will|must|needs)\s+|(?:now|just|also)\s+)*"
    r"(?:(?:had|has|have|to|be)\s+)*(?:to\s+)?(?:can(?:no|['’])?t\s+(?:make\s+it|attend|come|be\s+here)|dial\w+|late|left|go(?:ing)?(?=\s*(?:now|at|early|soon|[,.]|$))|leaves?|leaving|gone|back|return(?:s|ed)|arriv\w+|(?:re-?)?join\w+|apolog\w+|apols|(?:sends?|sent)\s+(?:(?:his|her|their)\s+)?apol\w+|g(?:a|i)ve[sn]?\s+(?:(?:his|her|their)\s+)?apol\w+"
    rf"|(?:is|now|on|via)\s+(?:here|online|teams)|here|online|remote\w*|observ\w+|{OUT}|out\s+for\s+(?:this|the|that)\s+(?:item|one)"
    r"|(?:in|out)(?=\s+(?:(?:at|from|since|@)\s*)?\d{1,2}[.:]\d\d))\b",
    re.IGNORECASE,
)
STEPS = re.compile(r"\bstep(?:s|ped)\s+out", re.IGNORECASE)
SMALL_INITIAL = re.compile(r"\s*[a-z]\s+[a-z]", re.IGNORECASE)
STANDS = re.compile(
    r"\s*,?\s*(?:is\s+)?(?:(?:here|in|attending|sitting\s+in|standing\s+in|deputising)\s+)?"
    r"(?:in\s+place\s+of|instead\s+of|on\s+behalf\s+of|(?<=in\s)for|(?<=deputising\s)for)\s+",
    re.IGNORECASE,
)
DECLARES = re.compile(
    r"(?:(?:will|has|have|had|needs?\s+to|has\s+to|to|must|should|is\s+going\s+to|also|(?:is|was)(?=\s+\w+ing\s+out)|would\s+like\s+to|wants\s+to)\s+)*\b(?:declar\w+|(?:is|are)\s+(?:related\s+to|an?\s+(?:relative|relation|neighbour|friend|cousin|aunt|uncle)"
    rf"\s+of)|ha(?:s|ve)\s+an?\s+conflict|conflict(?:ed)?\s+of\s+interest|{OUT}"
    r"|out\s+for\s+(?:this|the|that)\s+(?:item|one))\b",
    re.IGNORECASE,
)


def is_declared(text: str, context: CaptureContext) -> bool:
    """ "Khan declares an interest": somebody of the panel, and a word for having one.

    Whoever declared one steps out for that; anybody else who only steps out has none.
    """
    text = with_initials(text, context)
    if opens_with_conflict(text, context):
        return True
    if not DECLARES.search(text):
        return False
    person = read_person(text, context)
    if not person.found or not DECLARES.match(text[person.end :].lstrip()):
        return False
    if person.person and person.person.conflicted or not goes_out(text):
        return True
    return bool(STEPS.search(text)) and not is_of_the_room(text, context)


def moves_by_initial(text: str, context: CaptureContext) -> bool:
    """ "n patel back in": whose initial the first letter is, and that they come or go."""
    if SMALL_INITIAL.match(text) is None:
        return False
    named = context.names.at(tokens_of(text), 0, text)
    whole = named is not None and named.last > 1
    return whole and (is_declared(text, context) or is_of_the_room(text, context))


def _in_place_of(rest: str, context: CaptureContext) -> bool:
    """ "… in place of Ashdown from 11": for whom somebody is here, and since when."""
    stands = STANDS.match(rest)
    absent = read_person(rest[stands.end() :], context) if stands else None
    if stands is None or absent is None or absent.person is None:
        return False
    return not AT.sub("", rest[stands.end() + absent.end :]).strip(" ,.()–—-")


def is_of_the_room(text: str, context: CaptureContext) -> bool:
    """ "Lomax left at 11.15": someone of the panel, how and when, and nothing else."""
    text = with_initials(text, context)
    person = read_person(text, context)
    known = person.end if person.found else 0
    end = max(end_of_guest(text, context), known)
    if person.found and _in_place_of(text[person.end :], context):
        return True
    moved = MOVES.match(text[end:].lstrip(" :,–—-")) if end else None
    alike = end == known and named_alike(text[person.start : person.end], context)
    if not moved or alike:
        return False
    reading, _ = read_attendance(CaptureKind.ATTENDANCE, text, context)
    told = bool(reading.code) or reading.status not in (None, EXPECTED)
    return told and (NOT_KEPT not in reading.warnings or steps_out_to(text))
