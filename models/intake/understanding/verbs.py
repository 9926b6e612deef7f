"""Questions told by who does what in them: "What the club did", "What do you hope we can do"."""

import re

from models.intake.understanding.lexicon import Match
from models.intake.understanding.narratives import FIELDS
from models.intake.understanding.wording import straight

SURE, LONGEST = 0.85, 12
_OTHERS = (
    r"(?!(?:the |your |our |his |her |their )?(?:he|she|it|they|child|children|young|yp|person|"
    r"adult|man|suspects?|parents?|mum|mother|dad|father|carers?|family|home|group|gang)\b)"
)
_WE = rf"{_OTHERS}(?:(?:the|your|our) )?[a-z’'-]+"
_CHILD = r"(?:the |this |your )?(?:child|young person|yp|pupil|student|patient|he|she|they)\b"
_SAYS = r"(?:says?|said|tells?|told|wants?|thinks?|feels?|hopes?)\b"
_TOLD = (
    (
        "ask",
        rf"what (?:do|does|would) {_WE} (?:like|want|need|hope|ask)\b",
    ),
    (
        "ask",
        rf"what {_WE} (?:(?:would|d) like|wants?|needs?|hopes?|asks?|(?:is|are|am) asking)\b",
    ),
    (
        "voice",
        rf"what (?:(?:did|does|do|has|have) )?{_CHILD} {_SAYS}",
    ),
    ("tried", rf"what (?:did {_WE} do|(?:has|have) {_WE} (?:done|tried))\b"),
    ("tried", rf"what {_WE} (?:(?:has|have) )?(?:already )?(?:did|done|tried)\b"),
    ("reason", rf"what (?:did {_WE} (?:see|notice|hear)|(?:has|have) {_WE} (?:seen|noticed))\b"),
    ("reason", rf"what {_WE} (?:(?:has|have) )?(?:saw|seen|noticed|heard)\b"),
)
_PATTERNS = tuple((field, re.compile(rf"^(?:tell us |say )?{words}")) for field, words in _TOLD)
_WITH_WHOM = re.compile(
    r"^who (?:is|are|do|does|did|has|have|else)\b.{0,30}\b(?:spen[dt]\w* time|hang\w*|mix\w*|"
    r"going (?:around|about|out)|go(?:es)? (?:around|about|out)|associat\w*|seen|in contact)\b.*"
    r"\bwith\b"
)
_NUMBER = re.compile(r"^\W*(?:\d{1,2}\W+)?")


def asks_with_whom(label: str) -> bool:
    """Say whether a question asks first with whom somebody is, whatever else it asks."""
    return _WITH_WHOM.match(_NUMBER.sub("", straight(label)).lower()) is not None


def told_by_verb(label: str, kind: str) -> Match | None:
    """Return the text that a question asks for by its verb, where those who write are asked."""
    text = _NUMBER.sub("", straight(label)).lower()
    if kind not in FIELDS or len(text.split()) > LONGEST or text.endswith((".", ";", ",")):
        return None
    field = next((name for name, pattern in _PATTERNS if pattern.match(text)), None)
    field = "grounds" if field == "reason" and kind != "child" else field
    return Match(field, SURE) if field in FIELDS[kind] else None
