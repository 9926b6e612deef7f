"""Which measure of the catalogue a line asks for, and which of its words are only words."""

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import ends_with, field_words
from models.rules.capture.phrases import Found
from models.rules.capture.refs import MeasureRef

SMALL = frozenset({
    "a", "an", "the", "of", "some", "more", "better", "full", "partial", "his", "her",
})  # fmt: skip
FOOTAGE = ("from", "footage", "of", "images", "stills", "clip", "clips", "showed", "shows")


def measure_in(text: str, context: CaptureContext, *, sought: bool) -> MeasureRef | None:
    """The first measure that the text asks for; `sought` where the whole line asks for one.

    "Tag along", "get CCTV from the hotel" ask for none: such words count after "apply for".
    """
    found = (one for one in context.measure_names.all_in(text) if len(one.items) == 1)
    meant = (one for one in found if sought or not _only_words(one, text))
    first = next(meant, None)
    return first.items[0] if first else None


def _only_words(found: Found[MeasureRef], text: str) -> bool:
    word = found.raw.lower()
    if word not in field_words("plain measure"):
        return False
    before = [one for one in text[: found.start].lower().split() if one not in SMALL]
    after = text[found.end :].split(maxsplit=1)
    if ends_with("footage", before) or (after and after[0].lower() in FOOTAGE and word == "cctv"):
        return True
    # A capital within the sentence is a name: "refer to Channel".
    named = found.raw[0].isupper() and found.raw != found.raw.upper() and bool(before)
    return not named and not ends_with("serving", before)
