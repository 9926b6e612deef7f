"""What the panel judges: the decision, the review date, the risk."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.levels import level_words, levels_in
from models.rules.capture.marking import read_marks
from models.rules.capture.mentions import mentions_in
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import BECAUSE, Span, blanked, reason_in, says_more
from models.rules.capture.subjects import read_subjects
from models.rules.capture.tidying import tidy
from models.rules.dates import DateReading, spoken_date
from models.rules.day_words import in_words

NOT_LISTED = "Not found in the decision list: kept as typed."
REVIEW = re.compile(
    r"(?:\b(?:and|with|to|be|a|next)\s+)*\b(?:review(?:ed)?|back|returns?|returning|look\s+again)"
    r"(?:\s+to\s+panel)?[\s,:]*(?:\b(?:on|by|in|at|due|date|set|for)\s*)*$",
    re.IGNORECASE,
)
RISING = r"increas\w*|ris(?:en|ing|es)|up|higher|escalat\w*|worse\w*|▲|↑"
FALLING = r"decreas\w*|reduc\w*|fall\w*|down|lower\w*|improv\w*|▼|↓"
STEADY = r"same|unchanged|steady|stable|no\s+change|static|remains?|stays?"
JOINING = re.compile(r"[\s,;]*\b(?:but|and|so)\s*$", re.IGNORECASE)
LEVELLING = re.compile(
    rf"(?:risk|level|rating|overall|gone|moved|judged|assessed|is|was|now|still|from|to|at|and|the|it|{RISING}|{FALLING}|{STEADY})",
    re.IGNORECASE,
)
SENTENCE_PART = re.compile(r"[,;:]")
ABOUT_WHAT = re.compile(r"\s+(?:of|that|for)\b", re.IGNORECASE)
DIRECTIONS = {"increasing": RISING, "reducing": FALLING, "unchanged": STEADY}


# What the panel says when it decides; "moved out of area" alone is news as well.
DECIDING = frozenset({
    "adopt", "change", "close", "closed", "commission", "continue", "defer", "deferred",
    "escalate", "keep", "monitor", "notification", "refer", "remain", "remains", "remove", "stay",
    "stays", "step", "treat",
})  # fmt: skip
DECIDED = re.compile(
    r"\s*(?:$|[,;:.–—(-]|\b(?:because|as|since|and|until|review|due\s+to|given|pending)\b)",
    re.IGNORECASE,
)


def opens_with_decision(text: str, context: CaptureContext) -> bool:
    """ "Remain on panel, review 21 Jan": a decision of the list in several words, and its reason."""
    tokens = tokens_of(text)
    if not tokens or tokens[0].word not in DECIDING:
        return False
    # "Remain on panel, review" is itself a word for it: the day that follows is the review's.
    for said in (text, SENTENCE_PART.split(text, maxsplit=1)[0]):
        found = context.decision_names.at(tokens_of(said), 0, said)
        if found and found.last > 1 and DECIDED.match(said[found.end :]):
            return True
    return False


def opens_with_level(text: str, context: CaptureContext) -> bool:
    """ "Risk is now medium": nothing stands between the word and a level of the scheme."""
    tokens = tokens_of(text)
    named = [at for at, token in enumerate(tokens[:3]) if token.word == "risk"]
    if not named or any(not LEVELLING.fullmatch(token.word) for token in tokens[: named[0]]):
        return False
    levels = level_words(context.risk_levels)
    for token in tokens[named[0] + 1 :]:
        if token.word in levels:
            return not ABOUT_WHAT.match(text[token.end :])
        if not LEVELLING.fullmatch(token.word):
            return False
    return False


def read_decision(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """The decision of the list, its reason, and the review date if it names one."""
    when = _review_day(text, context)
    found = [one for one in context.decision_names.all_in(text) if len(one.items) == 1]
    decision = found[0].items[0].label if found else None
    rationale = _beside(text, (found[0].start, found[0].end), when) if found else ""
    warnings = [] if decision else [NOT_LISTED]
    chips = [Chip("decision", decision)] if decision else []
    reading = _judged(kind, text, context, when, warnings, chips)
    return replace(reading, decision=decision, rationale=rationale or None), False


def read_review(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """The date on which the panel looks again."""
    when = _date(text, context)
    warnings = [] if when.found else ["No date."]
    reading = _judged(kind, text, context, when, warnings, [])
    return replace(reading, rationale=reason_in(_without_review(text, when)) or None), False


def read_risk(kind: CaptureKind, text: str, context: CaptureContext) -> tuple[CaptureReading, bool]:
    """The level judged now (the last one named, as in "medium to high") and its direction."""
    levels = levels_in(text, context.risk_levels)
    risk = levels[-1] if levels else None
    direction = _direction(text, levels, context.risk_levels)
    warnings = [] if risk else ["No risk level of the scheme is named."]
    chips = [Chip("risk", risk)] if risk else []
    chips += [Chip("direction", direction)] if direction else []
    reading = _judged(kind, text, context, DateReading(), warnings, chips)
    rationale = _after_levels(text, context.risk_levels)
    return replace(reading, risk=risk, direction=direction, rationale=rationale or None), False


def _after_levels(text: str, scheme: tuple[str, ...]) -> str:
    """What is said after "risk up from medium to high", and all of a line that begins otherwise."""
    levels = level_words(scheme)
    end = 0
    for token in tokens_of(text):
        if token.word not in levels and not LEVELLING.fullmatch(token.word):
            return reason_in(text[end:])
        end = token.end
    return ""


def _beside(text: str, decision: Span, when: DateReading) -> str:
    """The reason: what stands beside the decision and is not the day of its review."""
    rest = _without_review(text, when)
    before, after = rest[: decision[0]], reason_in(rest[decision[1] :])
    said = [tidy(JOINING.sub("", before))] if says_more(before) else []
    return "; ".join([*said, *([after] if after else [])])


def _without_review(text: str, when: DateReading) -> str:
    if not when.found:
        return text
    lead = REVIEW.search(text[: when.start])
    return blanked(text, [(lead.start() if lead else when.start, when.end)])


def _review_day(text: str, context: CaptureContext) -> DateReading:
    """The day of the review; a day within the reason is not one."""
    when = _date(text, context)
    led = when.found and REVIEW.search(text[: when.start])
    reasoned = when.found and BECAUSE.search(text[: when.start])
    return when if led or not reasoned else DateReading()


def _direction(text: str, levels: tuple[str, ...], scheme: tuple[str, ...]) -> str | None:
    for direction, words in DIRECTIONS.items():
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            return direction
    if len(levels) < 2 or levels[0] == levels[-1]:
        return None
    rising = scheme.index(levels[-1]) > scheme.index(levels[0])
    return "increasing" if rising else "reducing"


def _date(text: str, context: CaptureContext) -> DateReading:
    return spoken_date(text, context.today, context.next_meeting, None, context.closed)


def _judged(
    kind: CaptureKind,
    text: str,
    context: CaptureContext,
    when: DateReading,
    warnings: list[str],
    chips: list[Chip],
) -> CaptureReading:
    marked = read_marks(text, context.agency_names, spoken=False)
    cleaned = tidy(marked.text)
    subjects = read_subjects(cleaned, context)
    more = (f"“{when.raw}”: {when.warning}",) if when.warning else ()
    due = (Chip("review", in_words(when.value)),) if when.value else ()
    return CaptureReading(
        kind,
        cleaned,
        subject=context.subject or subjects.subject,
        due=when.value,
        sharing=marked.sharing,
        agencies=marked.agencies,
        warnings=(*warnings, *more),
        chips=(*chips, *due),
        mentions=mentions_in(cleaned, subjects),
    )
