"""Who comes for one item alone, told by its number: "att Patel here for V1"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.refs import SubjectRef
from models.rules.capture.tidying import without
from models.rules.names import plain

FOR = re.compile(r"[\s,;(–—-]*\b(?:only\s+)?for\s+(?:the\s+)?(?:item\s+)?$", re.IGNORECASE)
ONLY = re.compile(r"(?:\s+(?:item|only|alone)\b)*\)?", re.IGNORECASE)


def for_item(text: str, context: CaptureContext) -> tuple[str, SubjectRef | None]:
    """The words without "for V1", and whose item that is; None where no number stands there."""
    for one in sorted(context.subject_names.all_in(text), key=lambda found: found.start):
        subject, led = one.items[0], FOR.search(text[: one.start])
        if led and len(one.items) == 1 and subject.ref and plain(one.raw) == plain(subject.ref):
            end = one.end
            only = ONLY.match(text, end)
            return without(text, led.start(), only.end() if only else end), subject
    return text, None
