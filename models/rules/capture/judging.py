"""What the panel decides, and the day on which it looks again."""

import re
from dataclasses import replace

from models.rules.capture.context import CaptureContext
from models.rules.capture.decided import also_decided, closes, decisions_in, not_listed
from models.rules.capture.decided_on import LaidOn, Stands, laid_on
from models.rules.capture.looking_again import looked_again
from models.rules.capture.marking import read_marks
from models.rules.capture.mentions import mentions_in
from models.rules.capture.owners import read_person
from models.rules.capture.phrases import Found, tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.reasons import BARE, BECAUSE, blanked, reason_in, says_more
from models.rules.capture.refs import DecisionRef, PersonRef
from models.rules.capture.requests import by_agent
from models.rules.capture.subjects import read_subjects
from models.rules.capture.tidying import tidy
from models.rules.capture.whom import without_whom
from models.rules.dates import DateReading
from models.rules.day_words import in_words

REDUCED = re.compile(r"risk|reduc|lower", re.IGNORECASE)
REVIEW = re.compile(
    r"(?:\b(?:and|with|to|be|a|next)\s+)*\b(?:rev|rvw?|revw|review(?:ed)?|back|returns?|returning|look\s+again"
    r"|bring(?:\s+(?:him|her|it|them|this))?\s+back)"
    r"(?:\s+to\s+panel)?[\s,:]*(?:\b(?:on|by|in|at|due|date|set|for)\s*)*$",
    re.IGNORECASE,
)
AGREED_BY = re.compile(
    r"[\s,;(–—-]*\b(?:agreed(?:\s+(?:by|with|w/?))?[\s:]+(?=\S)|second(?:ed)?\s+(?:by|person:?)|second\s+person\s+is)\s*",
    re.IGNORECASE,
)
THEY_AGREED = re.compile(
    r"[\s,;(–—-]*[,;(–—-]\s*(?P<who>[^,;()–—]+?)\s+(?:(?:has\s+|also\s+)?(?:agreed|agrees|seconds|seconded)"
    r"|(?:has\s+)?signed\s+(?:it\s+)?off|in\s+agreement)[\s).]*$",
    re.IGNORECASE,
)
ONLY_DATE = re.compile(
    r"[\s,:–-]*(?:(?:the|review|date|day|due|set|fixed|is|for|on|of|by|at|to)[\s,:–-]*)*",
    re.IGNORECASE,
)
# "Close it, his risk has come down": whom a decision is about, right behind it.
OF_IT = re.compile(
    r"^\s*(?:him|her|them|it|(?:this|that)(?:\s+one)?)(?=\s*[,;:.–—-])", re.IGNORECASE
)
JOINING = re.compile(r"[\s,;]*\b(?:but|and|so)\s*$", re.IGNORECASE)
SENTENCE_PART = re.compile(r"[,;:]")
# What the panel says when it decides; "moved out of area" alone is news as well.
DECIDING = frozenset({
    "adopt", "change", "close", "closed", "commission", "continue", "defer", "deferred", "not",
    "out", "ran",
    "escalate", "keep", "monitor", "notification", "refer", "remain", "remains", "remove", "stay",
    "stays", "step", "stepped", "treat",
})  # fmt: skip
# "NRM referred" decides; "NRM referral awaiting outcome" and "NRM positive" tell how it stands.
NRM = re.compile(
    r"\s*(?:the\s+)?nrm\s+(?:(?:to\s+be\s+)?(?:referred|submitted|made)|referral\s+(?:agreed|to\s+be\s+made)"
    r"|agreed)(?=\s*(?:$|[,;(–—-]|\b(?:because|as|by|today|review|rev)\b))(?!.*\b(?:await\w*|pending"
    r"|outcome|positive|negative|decision)\b)",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*[,;–—]\s+(?!(?:on|at|by|the|in|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)\w*\b)(?=[a-z])|\s+(?:as|because|so\s+that|due\s+to|given)\s",
    re.IGNORECASE,
)
# "Defer - SW not here": the one word, and why.
DEFERS = re.compile(r"\s*defer(?:red)?\s*(?:$|[:,–—]|-\s)", re.IGNORECASE)
CASE = re.compile(
    r"\s*(?:the\s+|this\s+)?case\s+(?:is\s+|to\s+be\s+|now\s+)*closed?\b\s*(?:$|[,.;:–—-]|(?:as|because|to)\b)",
    re.IGNORECASE,
)
# "Remain, rvw Jan": the one word, and when the panel looks again.
ALONE = re.compile(
    r"\s*[a-z]+\s*(?:[,;:–—-]|\band\b)\s*(?:re?vw?|rvw|revw|review(?:ed)?|back|look\s+again)\b",
    re.IGNORECASE,
)
WHO = frozenset({"he", "she", "they", "can", "could", "should", "may", "case", "think", "i"})
TO_A_DAY = frozenset({
    "again", "back", "before", "bring", "date", "later", "look", "meeting", "next", "rev", "review",
    "reviewed", "see", "till", "time", "until", "within", "agreed", "then", "he", "she", "they",
    "him", "her", "them",
})  # fmt: skip
ABOUT_THEM = re.compile(
    r"\s*(?:(?:that|so)\s+)*(?:he|she|they|(?:(?:the|this)\s+)?(?:child|case))\b", re.IGNORECASE
)
CLOSING_NOW = re.compile(r"^closing\b", re.IGNORECASE)
STEPPED = re.compile(r"^stepped\b", re.IGNORECASE)
TO_BE = re.compile(r"\s+(?:(?:to|should|will|shall|is\s+to|can)\s+)?(?:be\s+)?", re.IGNORECASE)
REVIEWED = re.compile(
    r"\s*review(?:ed)?(?:\s+again)?\s+(?:at|on|in|next|by\s+(?:the\s+)?(?:\d|panel|mace))\b",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\s*(?:(?:group|board)\b\s*)?"  # "escalate to strategic group"
    r"(?:$|[,;:.–—(-]|\b(?:because|as|since|and|until|review|due\s+to|given|pending|for|with\s+(?:the\s+)?(?:agreement|consent)|before)\b)",
    re.IGNORECASE,
)


def opens_with_decision(text: str, context: CaptureContext, *, words: int = 2) -> bool:
    """ "Remain on panel, review 21 Jan": a decision of so many words, then its reason."""
    if by_agent(text, context):
        return False  # "NRM to be submitted by CSC": that is CSC's to do
    if CASE.match(text):
        return True
    text = CLOSING_NOW.sub(
        "close", STEPPED.sub("step", without_whom(_of_the_child(text, context), context).lstrip())
    )
    tokens = tokens_of(text)
    if NRM.match(text) and context.decision_names.at(tokens, 0, text):
        return True
    if not tokens or tokens[0].word not in DECIDING:
        return False
    if DEFERS.match(text) and context.decision_names.at(tokens[:1], 0, text):
        return True
    # "Remain on panel, review" is itself a word for it: the day that follows is the review's.
    stopped = text[tokens[0].end :].startswith((". ", "."))
    if (ALONE.match(text) or stopped or len(tokens) == 1) and context.decision_names.at(
        tokens[:1], 0, text
    ):
        return True
    for said in (text, SENTENCE_PART.split(text, maxsplit=1)[0]):
        found = context.decision_names.at(tokens_of(said), 0, said)
        if found and found.last >= words and DECIDED.match(said[found.end :]):
            return True
    return False


def opens_with_review(text: str, context: CaptureContext) -> bool:
    """ "Kyle to be reviewed at next panel": of the item's own, and a day."""
    if looked_again(text, context) is not None:
        return True
    said = _of_the_child(text, context)
    return said != text and bool(REVIEWED.match(said)) and context.day_in(said).found


def _of_the_child(text: str, context: CaptureContext) -> str:
    """ "Kyle to remain on panel", "he stays on panel": the decision without whom it is about."""
    head = ABOUT_THEM.match(text)
    own = context.subject_names.at(tokens_of(text), 0, text) if head is None else None
    end = head.end() if head else own.end if own and own.items == (context.subject,) else 0
    joined = TO_BE.match(text[end:]) if end else None
    return STEPPED.sub("step", text[end + joined.end() :]) if joined else text


def read_decision(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """The decision of the list, its reason, and the review date if it names one."""
    whole, text, second = text, *_agreed_by(text, context)
    when = _review_day(text, context)
    said = without_whom(text, context)
    found = [one for one in decisions_in(said, context) if len(one.items) == 1]
    other = laid_on(text, context)
    chosen = _most_told(found)
    decision = chosen.items[0].label if chosen and other is None else None
    rationale = _beside(said, text, found[0], when) if found and decision else ""
    warnings = [] if found else [not_listed(said, _open_to(context))]
    warnings += also_decided(said, found, chosen) if decision else []
    chips = [Chip("decision", decision)] if decision else []
    chips += [Chip("agreed by", second.name)] if second else []
    reading = judged(kind, whole, context, when, warnings, chips)
    reading = replace(reading, decision=decision, rationale=rationale or None, second_person=second)
    return of_another(reading, other), False


def _open_to(context: CaptureContext) -> list[DecisionRef]:
    """The decisions of the list for what the item is about."""
    kind = context.subject.kind if context.subject else None
    return [one for one in context.decisions if not one.kinds or kind in one.kinds]


def _most_told(found: list[Found[DecisionRef]]) -> Found[DecisionRef] | None:
    """Of "closed as moved to Leeds" the way of closing that is told, not the one word for it."""
    first = found[0] if found else None
    if first is None or REDUCED.search(first.raw) or not closes(first.items[0].label):
        return first
    others = (one for one in found[1:] if closes(one.items[0].label))
    return next((one for one in others if one.items != first.items), first)


def of_another(reading: CaptureReading, other: LaidOn | None) -> CaptureReading:
    """A judgement laid on another than the item's own: it says where that is judged.

    Of two who are judged in one line it is neither's.
    """
    if other is None:
        return reading
    both = other.stands is Stands.TOO
    return replace(
        reading,
        subject=None if both else reading.subject,
        other=None if both else other.subject,
        warnings=(other.sentence, *reading.warnings),
        elsewhere=other.sentence,
    )


def _agreed_by(text: str, context: CaptureContext) -> tuple[str, PersonRef | None]:
    """The line without its second person, and who that is: "close, …, agreed by Owen Baines"."""
    said = THEY_AGREED.search(text)
    person = read_person(said["who"], context) if said else None
    if said and person and person.person and person.end == len(said["who"]):
        return blanked(text, [(said.start(), said.end())]), person.person
    for lead in AGREED_BY.finditer(text):
        person = read_person(text[lead.end() :], context)
        if person.person is not None:
            return blanked(text, [(lead.start(), lead.end() + person.end)]), person.person
    return text, None


def read_review(
    kind: CaptureKind, text: str, context: CaptureContext
) -> tuple[CaptureReading, bool]:
    """The date on which the panel looks again."""
    again = looked_again(text, context)
    when = again.when if again else _first_day(text, context)
    warnings = [] if when.found else ["No date."]
    reading = judged(kind, text, context, when, warnings, [])
    rest = text[again.end :] if again else _without_review(text, when)
    rest = "" if ONLY_DATE.fullmatch(rest) else rest
    reading = replace(reading, rationale=reason_in(rest) or None)
    return of_another(reading, laid_on(text, context)), False


def _beside(said: str, text: str, decision: Found[DecisionRef], when: DateReading) -> str:
    """The reason: what stands beside the decision and is neither its day nor whom it is about."""
    start, end = decision.start, decision.end
    rest, alone = _without_review(text, when), _without_review(said, when)
    before = rest[:start] if says_more(alone[:start], BARE | WHO) else ""
    after = reason_in(OF_IT.sub("", rest[end:])) if says_more(alone[end:]) else ""
    return "; ".join(part for part in (tidy(JOINING.sub("", before)), after) if part)


def _without_review(text: str, when: DateReading) -> str:
    if not when.found:
        return text
    if when.value is None and not REVIEW.search(text[: when.start]):
        return text  # "step down next time": no day to take out, and half the reason
    lead = REVIEW.search(text[: when.start])
    return blanked(text, [(lead.start() if lead else when.start, when.end)])


def _review_day(text: str, context: CaptureContext) -> DateReading:
    """The day of the review; a day within the reason is not one."""
    when = context.day_in(text)
    led = when.found and REVIEW.search(text[: when.start])
    reasoned = when.found and (
        BECAUSE.search(text[: when.start]) or _in_reason(text, when, context)
    )
    return when if led or not reasoned else DateReading()


def _in_reason(text: str, when: DateReading, context: CaptureContext) -> bool:
    """ "Remain, placement ends Friday": the day's own clause says more than the decision."""
    said = blanked(without_whom(text, context), [(when.start, when.end)])
    found = ((one.start, one.end) for one in context.decision_names.all_in(said))
    said = blanked(said, found)
    before = re.split(r"[,;:.–—(]|\s-\s", said[: when.start])[-1]
    after = re.split(r"[,;:.–—)]|\s-\s", said[when.end :])[0]
    return says_more(f"{before} {after}", BARE | TO_A_DAY)


def _first_day(text: str, context: CaptureContext) -> DateReading:
    """The day of a review: in "21 Jan, placement ends Friday" the first, as the rest tells why."""
    for cut in ENDS.finditer(text):
        when = context.day_in(text[: cut.start()])
        if when.value:
            return when
    return context.day_in(text)


def judged(
    kind: CaptureKind,
    text: str,
    context: CaptureContext,
    when: DateReading,
    warnings: list[str],
    chips: list[Chip],
) -> CaptureReading:
    """What every judgement has: its words without marks, its day, whom it names."""
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
