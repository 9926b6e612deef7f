"""Which measure of the catalogue a line asks for, and which of its words are only words."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.english import is_english
from models.rules.capture.field_words import ends_with, field_words
from models.rules.capture.phrases import Found, tokens_of
from models.rules.capture.refs import MeasureRef
from models.rules.names import plain

SMALL = frozenset({
    "a", "an", "the", "of", "some", "more", "better", "full", "partial", "his", "her",
})  # fmt: skip
FOOTAGE = ("from", "footage", "of", "images", "stills", "clip", "clips", "showed", "shows")
ARTICLE = re.compile(r"\b(?:the|his|her|their|its)\b", re.IGNORECASE)
SEVERAL = re.compile(r"[,;:](?![^(]*\))")
LONG = 4
"""Letters that a word must have before one of them may be wrong; a word of English is none."""


def measure_in(
    text: str, context: CaptureContext, *, sought: bool
) -> tuple[MeasureRef | None, tuple[str, ...]]:
    """The first measure that the text asks for; `sought` where the whole line asks for one.

    "Tag along", "get CCTV from the hotel" ask for none: such words count after "apply for". What is
    sought is also found with a letter wrong in a long word, and that is said.
    """
    found = (one for one in context.measure_names.all_in(text) if len(one.items) == 1)
    meant = (one for one in found if sought or not _only_words(one, text))
    first = next(meant, None)
    if first is None and sought:
        return _among(ARTICLE.sub(_blank, text), context) or _misspelt(text, context)
    if first is None or sought:
        return (first.items[0] if first else None), ()
    return _as_said(first), ()


def _as_said(found: Found[MeasureRef]) -> MeasureRef:
    """The measure by that part of its name which was said, where its row holds several."""
    measure = found.items[0]
    parts = [part.strip() for part in SEVERAL.split(measure.name) if part.strip()]
    if len(parts) < 2 or plain(found.raw) == plain(measure.name):
        return measure
    said = next((part for part in parts if plain(found.raw) in plain(part)), found.raw)
    return replace(measure, name=f"{said[:1].upper()}{said[1:]}")


def _among(text: str, context: CaptureContext) -> tuple[MeasureRef | None, tuple[str, ...]] | None:
    """The measure named without its articles: "take the car off the road"."""
    found = (one for one in context.measure_names.all_in(text) if len(one.items) == 1)
    first = next(found, None)
    return (first.items[0], ()) if first else None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _misspelt(text: str, context: CaptureContext) -> tuple[MeasureRef | None, tuple[str, ...]]:
    """The measure that is named once its long words are spelt as the catalogue spells them."""
    mended, told = text, []
    for token in reversed(tokens_of(text)):
        near = _near(token.word, context)
        if near:
            mended = f"{mended[: token.start]}{near}{mended[token.end :]}"
            told.append((token.word, near))
    found = (one for one in context.measure_names.all_in(mended) if len(one.items) == 1)
    first = next(found, None) if told else None
    if first is None:
        return None, ()
    words = ((raw, near) for raw, near in reversed(told) if near in first.raw.lower())
    return first.items[0], tuple(f"“{raw}” taken as “{near}”: check." for raw, near in words)


def _near(word: str, context: CaptureContext) -> str | None:
    """The one word of the catalogue that is a letter away from this long one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    called = word in context.names or word in context.subject_names
    if len(word) < LONG or called or word in context.measure_words or is_english(word):
        return None
    near = process.extract(
        word, context.measure_words, scorer=OSA.distance, score_cutoff=1, limit=2
    )
    return near[0][0] if len(near) == 1 else None


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
