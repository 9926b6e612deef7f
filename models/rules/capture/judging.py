"""What the panel judges: the decision, the review date, the risk."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import read_marks
from models.rules.capture.mentions import mentions_in
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import BECAUSE, Span, blanked, reason_in, says_more
from models.rules.capture.subjects import read_subjects
from models.rules.capture.tidying import tidy
from models.rules.dates import DateReading, spoken_date
from models.rules.day_words import in_words
from models.rules.names import plain

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
    rf"(?:risk|level|judged|assessed|is|was|now|still|from|to|at|and|the|it|{RISING}|{FALLING}|{STEADY})",
    re.IGNORECASE,
)
DIRECTIONS = {"increasing": RISING, "reducing": FALLING, "unchanged": STEADY}


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
    levels = _levels(text, context.risk_levels)
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
    levels = {word for level in scheme for word in plain(level).split()}
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


def _levels(text: str, scheme: tuple[str, ...]) -> tuple[str, ...]:
    by_plain = {plain(level): level for level in scheme}
    longest = sorted(by_plain, key=len, reverse=True)
    pattern = (
        r"\b(" + "|".join(re.escape(level) for level in longest) + r")\b" if longest else r"(?!)"
    )
    return tuple(by_plain[found] for found in re.findall(pattern, plain(text)))


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
