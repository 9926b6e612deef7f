"""The plan that a recommendation goes into: "to the CP plan", "cin: …", "add mentoring to cla"."""

import re

from models import codes
from models.rules.capture.context import CaptureContext
from models.rules.capture.opening_phrases import PLANNING
from models.rules.capture.tidying import tidy

PLAN = re.compile(
    r"\b(?:(?P<plan>CP|child\s+protection|CIN|child\s+in\s+need|CLA|LAC|care|pathway|early\s+help|EHCP?|EHA"
    r"|education|YJS?|youth\s+justice|safety|health)\s+plan|(?P<whole>EHCP))\b",
    re.IGNORECASE,
)
PLANS = {
    "child protection": "CP", "child in need": "CIN", "cpp": "CP", "eh": "early help",
    "ehp": "early help", "yj": "youth justice",
}  # fmt: skip
# "To the CP plan that Priya does …", "care team: Cole to …": who is asked stands behind it.
INTO_PLAN = re.compile(
    rf"\s*(?:(?:to|for|into|in)\s+)?(?:(?:the|his|her|their|[\w-]+['’]?s)\s+)?(?:{PLAN.pattern}|{PLANNING})"
    r"(?:\s*[:,;–—-]+|\s+that\b)?\s*",
    re.IGNORECASE,
)
SHORT = re.compile(r"[A-Z]{2,4}")
# "…, CP plan": said last and by itself, it is where the words go and none of them.
APART = re.compile(
    r"\s*(?:[,;:–—]|\s-)\s*(?:(?:to|into|in|for)\s+)?(?:(?:the|his|her|their)\s+)?$", re.IGNORECASE
)
INTO = re.compile(r"\b(?:to|into|in|on)\s+(?:(?:the|his|her|their|a)\s+)?$", re.IGNORECASE)
HEAD = re.compile(r"\s*(?:(?:to|for|into)\s+)?(?:(?:the|his|her|their)\s+)?$", re.IGNORECASE)
LED_FROM = re.compile(r"(?:\s+plan)?\s*(?:[:,–—]|-(?=\s))\s*", re.IGNORECASE)
# "To CIN by Friday" is the plan; "CP conference", "LAC nurse" are something else of it.
ENDS = re.compile(
    r"\s*(?:$|[,;:.)–—]|-\s)|\s+(?:by|before|that|to|so|with|from|and|within|for|next|this|as"
    r"|should|must)\b",
    re.IGNORECASE,
)
REFERRED = re.compile(r"\brefer\w*\s+(?:[\w'’-]+\s+){0,3}to\s+$", re.IGNORECASE)


def plan_in(text: str, context: CaptureContext) -> tuple[str | None, str]:
    """The plan that a recommendation's words name, and the words without it where it led them."""
    head = _head(text, context)
    if head is not None:
        plan, end = head
        return plan, tidy(text[end:])
    found = list(PLAN.finditer(text))
    into = (one for one in found if INTO.search(text[: one.start()]))
    chosen = next(into, found[0] if found else None)
    if chosen is not None:
        return _named(chosen["plan"] or chosen["whole"]), _before(chosen, text)
    short = next((one for one in _alone(text, context) if _is_led_to(one, text)), None)
    return (_named(short[0]) if short else None), text


def past_plan(text: str) -> int:
    """Where the words end that lead into a plan: "for Kyle's CIN plan Priya to …", "… that …"."""
    led = INTO_PLAN.match(text)
    return led.end() if led else 0


def _before(plan: re.Match[str], text: str) -> str:
    """The words that a plan stands behind; whole where it is one of them."""
    apart = APART.search(text[: plan.start()])
    last = not text[plan.end() :].strip(" .")
    return tidy(text[: apart.start()]) if apart and apart.start() and last else text


def _head(text: str, context: CaptureContext) -> tuple[str, int] | None:
    """ "CIN: mentoring", "to cp plan - …": the plan that stands before its own mark."""
    for one in _alone(text, context):
        mark = LED_FROM.match(text, one.end())
        if mark and HEAD.match(text[: one.start()]) and text[mark.end() :].strip():
            return _named(one[0]), mark.end()
    return None


def _is_led_to(short: re.Match[str], text: str) -> bool:
    before = text[: short.start()]
    led = HEAD.match(before) or (INTO.search(before) and not REFERRED.search(before))
    return bool(led and ENDS.match(text, short.end()))


def _alone(text: str, context: CaptureContext) -> list[re.Match[str]]:
    """The letters of a plan in the text; what an agency is called is left to the agency."""
    agencies = [(one.start, one.end) for one in context.agency_names.all_in(text)]
    found = _letters().finditer(text)
    return [one for one in found if not any(a <= one.start() < z for a, z in agencies)]


@codes.kept
def _letters() -> re.Pattern[str]:
    """The letters that the panel's list has for a plan: CP, CIN, CLA, LAC, EH …"""
    rows = (row for row in codes.load("plan_types") if row.active)
    short = {word for row in rows for word in row.synonyms if SHORT.fullmatch(word)}
    return re.compile(rf"\b(?:{'|'.join(sorted(short)) or '(?!)'})\b", re.IGNORECASE)


def _named(plan: str) -> str:
    said = " ".join(plan.split()).lower()
    return PLANS.get(said, said.upper() if len(said) < 5 and said != "care" else said)
