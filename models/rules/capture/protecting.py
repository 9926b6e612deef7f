"""Children whom a measure should make safer: "CAWN on Slade for Amber and Mia"."""

import re

from models.marks import SubjectKind
from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import Found
from models.rules.capture.refs import SubjectRef
from models.rules.listing import listed

LED = re.compile(
    r"\b(?:for|re|regarding|covering|naming|in\s+respect\s+of|in\s+relation\s+to|on\s+behalf\s+of"
    r"|(?:to\s+)?(?:protect(?:s|ing)?|safeguard(?:s|ing)?)|children:?|victims:?)\s+(?:both\s+|all\s+)?$",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\s+|&\s*|\+\s*|/\s*)$", re.IGNORECASE)
DOT = re.compile(r"^\.\s*")


def protected(
    text: str, target: SubjectRef | None, context: CaptureContext
) -> tuple[tuple[SubjectRef, str], ...]:
    """The children that a measure is for, each in the words that name them, without its target."""
    kept: dict[SubjectRef, str] = {}
    last: Found[SubjectRef] | None = None
    for found in context.subject_names.all_in(text):
        between = DOT.sub("", text[last.end : found.start]) if last else ""
        chained = last is not None and JOINED.fullmatch(between)
        last = None
        child = _child(found, context)
        if child is None or not (chained or LED.search(text[: found.start])):
            continue
        last = found
        kept.setdefault(child, _whole(found, text))
    return tuple((child, raw) for child, raw in kept.items() if child != target)


def in_few(named: list[str]) -> str:
    """ "Protects Amber, Mia and T.D."."""
    return f"Protects {listed(named)}"


def _whole(found: Found[SubjectRef], text: str) -> str:
    """The words of a name, initials with their last stop."""
    stopped = "." in found.raw and text[found.end : found.end + 1] == "."
    return f"{found.raw}." if stopped else found.raw


def _child(found: Found[SubjectRef], context: CaptureContext) -> SubjectRef | None:
    own = context.subject if context.subject in found.items else None
    one = found.items[0] if len(found.items) == 1 else own
    return one if one is not None and one.kind is SubjectKind.CHILD else None
