"""Whether a line may stand in the minutes, where a return asks just that: "OK to minute? No"."""

import re

from models.intake.understanding.sharing import read_sharing
from models.intake.understanding.ticks import yes_no

_ASKS = re.compile(
    r"^\W*(?:can|may|is|ok|okay|should|could|happy|suitable)\b.*\bminut(?:e|es|ed)\b|"
    r"^\W*(?:for|include|to be|not|in)\b.*\bminut(?:e|es|ed)\b.*(?:\?|\by(?:es)?\s*/\s*n)|"
    r"^\W*minut(?:es|ed)\W*\?",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)
MINUTED, UNMINUTED = "all panel", "not minuted"


def asks_of_minutes(label: str) -> bool:
    """Say whether a label asks if a line may go into the minutes."""
    return _ASKS.search(label) is not None


def as_sharing(label: str, answer: str) -> str:
    """Return who may read a line whose minutes are asked about: all, all off the record, or so.

    A yes that goes on stays as it is written: "Yes, but not the address" lets nobody read more.
    """
    said, more = yes_no(answer)
    if not asks_of_minutes(label) or said is None:
        return answer
    told = said is not bool(_NOT.search(label))
    if more.strip(" .,;:–-"):
        return answer if told else _narrower(more)
    return MINUTED if told else UNMINUTED


def _narrower(more: str) -> str:
    return more if read_sharing(more).stated else UNMINUTED
