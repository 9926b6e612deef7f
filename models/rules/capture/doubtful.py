"""Lines kept as told that may be of another kind: asked about by a tag, never taken for it."""

import re

from models.rules.capture.addressed import read_addressed
from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.owners import read_person
from models.rules.capture.reading import CaptureKind
from models.rules.capture.standing_in import GUEST, STANDS_IN

NEXT = re.compile(r"\s*(?:the\s+)?next\s+(?:mtg|meeting|panel|mace)\b", re.IGNORECASE)
DECIDES = re.compile(
    r"\s*(?:no\s+further\s+action|nfa|defer(?:red|ring)?)\b(?!\s+(?:address|by|from)\b)"
    r"(?=\s*(?:$|[.,;:–—-]|\b(?:as|because|for|from\s+the\s+panel|needed|required|at|until|to)\b))",
    re.IGNORECASE,
)
NO_MORE = re.compile(r"[\s,]*(?:today|tonight|this\s+time|here|again)?[\s.]*", re.IGNORECASE)
SOMEONE = re.compile(
    r"\s*(?P<we>(?:we|i)\s+(?:(?:will|do|also|really|still)\s+)*(?:need|want)\s+)?(?:some(?:one|body)|sum1)\s+"
    r"(?:(?P<firm>needs?\s+to|has\s+to|must|should)|to|will)\s+"
    r"(?:please\s+)?(?P<deed>[a-z]+)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\s*[-–—:,]\s*(?:to\s+)?(?P<deed>[a-z]+)\b")
# "He's still high" may tell of something he took.
STILL = re.compile(
    r"\s*(?:(?:he|she|they)(?:['’]?s|\s+is|\s+are)?\s+)?(?:still|now)\s+(?:v(?:ery)?\s+)?(?:high|low|medium|med)[\s.!]*",
    re.IGNORECASE,
)
# "We all think the risk's gone up": how it moved, and no level.
RISK_MOVED = re.compile(
    r"\b(?:we|i|panel|chair|everyone|all)\b.*\b(?:think|feel|felt|agree|agreed|say|thought)\w*\s+(?:that\s+)?(?:the\s+|his\s+|her\s+)?"
    r"risk(?:['’]s|\s+has|\s+is|\s+had)?\s+(?:gone\s+|going\s+|come\s+)?(?:up|down|higher|lower|ris\w+|increas\w+|reduc\w+)\b",
    re.IGNORECASE,
)
BARE_DEED = re.compile(r"\s*[a-z]+\b")


def perhaps_of(text: str, context: CaptureContext) -> CaptureKind | None:
    """The kind that a line without its word may be meant as; none where it plainly tells."""
    if NEXT.match(text) and context.day_in(text).found:
        return CaptureKind.REVIEW
    if DECIDES.match(text):
        return CaptureKind.DECISION
    if STILL.fullmatch(text) or RISK_MOVED.search(text):
        return CaptureKind.RISK
    if _deputises(text, context):
        return CaptureKind.ATTENDANCE
    return CaptureKind.ACTION if _for_someone(text) or _bare_deed(text, context) else None


def asked_of_someone(text: str) -> str | None:
    """ "Ring dad" of "someone needs to ring dad": what is asked of nobody by name."""
    found = _for_someone(text)
    return text[found.start("deed") :] if found and (found["firm"] or found["we"]) else None


def asked_behind(after: str) -> bool:
    """ "- find out where he goes": a mark and a deed, as behind somebody who is asked."""
    found = BEHIND.match(after)
    return found is not None and _is_deed(found["deed"])


def _for_someone(text: str) -> re.Match[str] | None:
    found = SOMEONE.match(text)
    return found if found and _is_deed(found["deed"]) else None


def _is_deed(word: str) -> bool:
    return word.lower() in field_words("deed") or word.lower() in field_words("short deed")


def _deputises(text: str, context: CaptureContext) -> bool:
    """ "Tom Radley for Kian Varley today": two names and no deed."""
    stands = STANDS_IN.search(text)
    named = GUEST.match(text[: stands.start()]) if stands else None
    if stands is None or named is None or named["name"].islower():
        return False
    absent = read_person(text[stands.end() :], context)
    after = text[stands.end() + absent.end :]
    return absent.person is not None and bool(NO_MORE.fullmatch(after))


def _bare_deed(text: str, context: CaptureContext) -> bool:
    """ "YJS see him Weds": an agency, a deed without its "to", and a day yet to come."""
    when = context.day_in(text)
    if when.value is None or when.value < context.today:
        return False
    read = read_addressed(text, context, agencies=True)
    rest = BARE_DEED.match(text[read.end :]) if read and read.end else None
    return rest is not None and _is_deed(rest[0].strip())
