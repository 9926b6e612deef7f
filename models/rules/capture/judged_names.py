"""Whom a judgement names: as they are called, in small letters, and with a slip in the name."""

import re
from collections.abc import Iterator

from models.rules.capture import judged_words as words
from models.rules.capture.context import CaptureContext
from models.rules.capture.english import is_english
from models.rules.capture.field_words import field_words
from models.rules.capture.levels import level_words
from models.rules.capture.phrases import Found, Token, tokens_of
from models.rules.capture.reasons import blanked
from models.rules.capture.refs import SubjectRef

# "Agreed close Noor Hussain, 18 now": on whom it is laid stands right behind it.
NAMED_BEHIND = re.compile(
    r"\s*(?:close|step\s+(?:down|up)|defer|remove|adopt|escalate|transfer)\s+", re.IGNORECASE
)
SHORTEST = 4
"""Letters of a name that may have one of them wrong."""


def named_in(text: str, context: CaptureContext) -> Iterator[Found[SubjectRef]]:
    """All whom the text names, misspelt too; in small letters where only a name can stand."""
    tokens, first = tokens_of(text), 0
    while first < len(tokens):
        found = context.subject_names.at(tokens, first, text)
        found = found or _loosely(tokens, first, text, context)
        found = found or _misspelt(tokens, first, text, context)
        if found is not None:
            yield found
        first = found.last if found else first + 1


def _loosely(
    tokens: tuple[Token, ...], first: int, text: str, context: CaptureContext
) -> Found[SubjectRef] | None:
    """ "Close grace", "21 jan for grace": a name by its place, though not by its letters."""
    token, before = tokens[first], text[: tokens[first].start]
    led = words.HEAD.fullmatch(before) or words.LED_TO.search(before)
    if not (led or words.FOR_WHOM.search(before) or _says_no_more(before, context)):
        return None
    letters = token.word in field_words("letters") | field_words("told")
    if letters and _is_letters(token, text, context):
        return None
    found = context.subject_names.at(tokens, first, text, loose=True)
    return found if found and (len(found.raw) > 2 or not is_english(found.raw.lower())) else None


def _is_letters(token: Token, text: str, context: CaptureContext) -> bool:
    """ "Refer mash", "close CP plan": letters of the field; but "step down mash" is somebody."""
    decided = (one for one in context.decision_names.all_in(text) if one.last - one.first > 1)
    within = any(one.start <= token.start and token.end <= one.end for one in decided)
    return within or token.raw.isupper() or len(token.word) < SHORTEST or len(tokens_of(text)) == 1


def _says_no_more(before: str, context: CaptureContext) -> bool:
    """Whether there is nothing but a day or a level: "on 21 Jan", "up to high"."""
    day = context.day_in(before)
    said = blanked(before, [(day.start, day.end)] if day.found else [])
    left = (one.word for one in tokens_of(said) if one.word not in level_words(context.risk_levels))
    return bool(words.BETWEEN.fullmatch(f" {' '.join(left)}"))


def _misspelt(
    tokens: tuple[Token, ...], first: int, text: str, context: CaptureContext
) -> Found[SubjectRef] | None:
    """ "Step down Lon", "Elie-Mae": the words of a name with a letter wrong."""
    for last in (first + 2, first + 1):
        run = tokens[first:last]
        joined = last - first == 1 or (len(run) == 2 and text[run[0].end : run[1].start] == "-")
        items = _near(" ".join(one.word for one in run), context) if joined else ()
        if items:
            start, end = run[0].start, run[-1].end
            return Found(text[start:end], start, end, first, last, items)
    return None


def _near(typed: str, context: CaptureContext) -> tuple[SubjectRef, ...]:
    """Those of whom a name is a letter away from this, which is no word of English."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(typed) < SHORTEST - 1 or typed.isdigit() or is_english(typed):
        return ()
    known = context.subject_names.long_names(SHORTEST)
    near = process.extract(typed, known, scorer=OSA.distance, score_cutoff=1, limit=None)
    alike = (name for name, _, _ in near if name[0] == typed[0])
    return tuple(dict.fromkeys(one for name in alike for one in context.subject_names.named(name)))


def laid_behind(text: str, context: CaptureContext) -> bool:
    """Whether whom a decision is about is named right behind it: "close Noor Hussain …"."""
    head = NAMED_BEHIND.match(text)
    return head is not None and any(one.start == head.end() for one in named_in(text, context))
