"""The level of risk that the panel judges, and which way it goes."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.decided_on import laid_on
from models.rules.capture.judging import judged, of_another
from models.rules.capture.levelled import colour_in, levelled
from models.rules.capture.levels import level_words, levels_in
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import reason_in
from models.rules.dates import DateReading

RISING = r"increas\w*|ris(?:en|ing|es)|up|higher|escalat\w*|worse\w*|▲|↑"
FALLING = r"decreas\w*|reduc\w*|fall\w*|down(?!\s+as\b)|lower\w*|improv\w*|▼|↓"
STEADY = r"same|unchanged|steady|stable|no\s+change|static|remains?|stays?"
LEVELLING = re.compile(
    r"(?:current|panel|chair|members|meeting|everyone|all|consider(?:s|ed)?|have|come|agreed?|assess(?:es|ed)?|judged?|judges|rated|graded|as|be|we|had|risk|level|rating|overall|gone|moved|judged|assessed|puts?|sets?|is|was|now|still|then|so|has|been|from|to|at|and|the|it"
    rf"|{RISING}|{FALLING}|{STEADY})",
    re.IGNORECASE,
)
# "High risk, same as last time": the level alone, or how it moved.
LEVEL_FIRST = re.compile(
    rf"\s*(?:still\s+)?(?:v(?:ery|\.)?\s+)?(?:high|medium|med|low)\s+risk\s*[,;:.–—-]*\s*"
    rf"(?:still\s+|now\s+)*(?:{RISING}|{FALLING}|{STEADY}|still|$)",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"\s*(?:the\s+)?(?:(?:risk\s+)?(?:level|rating|score)|overall(?:\s+risk)?)"
    r"(?:\s+(?:up|down|gone|moved|to|is|was|now|agreed|judged|set|stays|remains|as|at))*\s*[:–—=-]?\s*",
    re.IGNORECASE,
)
# "Judged high by the panel".
BY_PANEL = re.compile(
    r"\s*(?:(?:re-?)?(?:judged|assessed|rated|graded))\s+(?:as\s+|at\s+)?(?:v(?:ery)?\s+)?(?:high|medium|med|low)"
    r"(?:\s+risk)?(?:\s+by\s+(?:the\s+)?(?:panel|chair|members|meeting|group|all))?\s*[.]?\s*$",
    re.IGNORECASE,
)
ABOUT_WHAT = re.compile(r"\s+(?:of|that|for)\b", re.IGNORECASE)
ONWARD = re.compile(r"\s*(?:→|[-–—]+>)")
NO_LEVEL = "No risk level of the scheme is named."
COLOUR = "“{colour}” is no level of the scheme: say low, medium or high."
MOST_BEFORE = 6
"""Words among which "risk" stands: "the chair judged the risk to be …"."""
DIRECTIONS = {"increasing": RISING, "reducing": FALLING, "unchanged": STEADY}


def opens_with_level(text: str, context: CaptureContext) -> bool:
    """ "Risk is now medium": nothing stands between the word and a level of the scheme."""
    tokens = tokens_of(text)
    if levelled(text, context) is not None:
        return True
    if (LEVEL_FIRST.match(text) or BY_PANEL.match(text) or _is_judged(text, context)) and levels_in(
        text, context.risk_levels
    ):
        return True
    named = [at for at, token in enumerate(tokens[:MOST_BEFORE]) if token.word == "risk"]
    if not named or any(not LEVELLING.fullmatch(token.word) for token in tokens[: named[0]]):
        return False
    levels = level_words(context.risk_levels)
    for token in tokens[named[0] + 1 :]:
        if token.word in levels:
            return not ABOUT_WHAT.match(text[token.end :])
        if not LEVELLING.fullmatch(token.word) and token.word != "as":
            return False
    return False


def _is_judged(text: str, context: CaptureContext) -> bool:
    """ "Level agreed - high", "overall: medium, down from high": the level is the next word."""
    head = JUDGED.match(text)
    tokens = tokens_of(text[head.end() :]) if head else ()
    levels = level_words(context.risk_levels)
    return (
        bool(tokens)
        and tokens[0].word in levels
        and not ABOUT_WHAT.match(text[head.end() + tokens[0].end :] if head else "")
    )


def read_risk(kind: CaptureKind, text: str, context: CaptureContext) -> tuple[CaptureReading, bool]:
    """The level judged now (the last one named, as in "medium to high") and its direction."""
    levels = levels_in(text, context.risk_levels)
    head = levelled(text, context)
    if head is not None and not ONWARD.match(text, head.end):
        levels = (*levels[:1], *levels_in(text[: head.end], context.risk_levels)[-1:])
    risk = levels[-1] if levels else None
    told = _direction(text, levels, context.risk_levels)
    direction = told or (head.direction if head else None)
    warnings = [] if risk else [_no_level(text)]
    chips = [Chip("risk", risk)] if risk else []
    chips += [Chip("direction", direction)] if direction else []
    reading = judged(kind, text, context, DateReading(), warnings, chips)
    rationale = _after_levels(text[head.end :] if head else text, context.risk_levels)
    reading = replace(reading, risk=risk, direction=direction, rationale=rationale or None)
    return of_another(reading, laid_on(head.whose if head else text, context)), False


def _no_level(text: str) -> str:
    """That no level is named; a colour is none, as schemes differ in what it says."""
    colour = colour_in(text)
    return NO_LEVEL if colour is None else COLOUR.format(colour=colour)


def _after_levels(text: str, scheme: tuple[str, ...]) -> str:
    """What is said after "risk up from medium to high", and all of a line that begins otherwise."""
    levels = level_words(scheme)
    end = 0
    for token in tokens_of(text):
        if token.word not in levels and not LEVELLING.fullmatch(token.word):
            return reason_in(text[end:])
        end = token.end
    return ""


def _direction(text: str, levels: tuple[str, ...], scheme: tuple[str, ...]) -> str | None:
    for direction, words in DIRECTIONS.items():
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            return direction
    if len(levels) < 2 or levels[0] == levels[-1]:
        return None
    rising = scheme.index(levels[-1]) > scheme.index(levels[0])
    return "increasing" if rising else "reducing"
