"""Slips of the tongue put right: "Frith to get it, no sorry Marlow", "by the 20th, sorry, 22nd"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.parties import Party, party_at
from models.rules.capture.phrases import tokens_of
from models.rules.dates.finding import spoken_dates
from models.rules.dates.reading import Frame
from models.rules.dates.vocabulary import WEEKDAY

MARK = re.compile(
    r"\s*[,;(–—-]\s*(?:(?:no|nope|oh|or|actually|er+m?|wait|hang\s+on)\b[\s,.–—-]*)*"
    r"(?:(?:sorry|apologies|i\s+mean(?:t)?|make\s+(?:that|it)|rather|correction|scratch\s+that"
    r"|should\s+(?:be|say)|let['’]?s\s+say)\b[\s,:.–—-]*(?:no\b[\s,]*)?)+(?:(?:for|by|on|to)\s+(?:the\s+)?)?"
    r"|\s*[,;–—-]\s*no,\s+(?:(?:by|on)\s+)?|\s+no\s+sorry[\s,]+|\s+sorry[\s,]+(?=[A-Z0-9])"
    r"|\s*[,;–—-]\s*(?:no\s+)?wait\b[\s,]+|[\s,;–—-]+no[\s,]+(?:(?:by|on)\s+)?"
    rf"(?=(?:the\s+)?(?:\d|{WEEKDAY}\b|tom\w*\b))|\s*[,;–—-]\s*not\s+(?=[A-Z])"
    rf"|\s+(?:correction|scratch\s+that)[\s:,]+(?:(?:by|on)\s+)?(?=(?:the\s+)?(?:\d|{WEEKDAY}\b))",
    re.IGNORECASE,
)
NOT = re.compile(r"[\s,;–—-]+(?:and\s+)?not\s+(?:(?:by|on)\s+)?(?:the\s+)?", re.IGNORECASE)
CLOSES = re.compile(r"\s*[,)–—-]?\s*")


def corrected(text: str, context: CaptureContext) -> str:
    """The text with what was said wrong replaced by what was said instead of it.

    Only a person or agency takes the place of another, and only a day that of a day: "mum said
    sorry, he cried" corrects nothing.
    """
    text = _without_denied_day(text, context)
    for mark in MARK.finditer(text):
        before, after = text[: mark.start()], text[mark.end() :]
        if mark[0].strip(" ,;–—-").lower() == "not":
            put = _not_them_but(before, after, context)
        else:
            put = _day_for_day(before, after, context) or _party_for_party(before, after, context)
        if put is not None:
            return corrected(put, context)
    return text


def _without_denied_day(text: str, context: CaptureContext) -> str:
    """ "Tuesday not Monday" as "Tuesday": the day that is taken back is none."""
    frame = _frame(context)
    for denied in NOT.finditer(text):
        wrong = next(iter(spoken_dates(f"by {text[denied.end() :]}", frame)), None)
        said = spoken_dates(text[: denied.start()], frame)
        ends = bool(said) and said[-1].end == denied.start()
        if ends and wrong is not None and wrong.value and not wrong.start:
            rest = text[denied.end() :][wrong.end - 3 :]
            return _without_denied_day(f"{text[: denied.start()]}{rest}", context)
    return text


def _not_them_but(before: str, after: str, context: CaptureContext) -> str | None:
    """ "Frith to get it, not Frith, Marlow": whom it was laid on, then whom it is."""
    tokens = tokens_of(after)
    denied = party_at(after, tokens, 0, context) if tokens else None
    wrong = _wrong(before, context)
    if denied is None or wrong is None or after[: denied.start].strip():
        return None
    same = (denied.people, denied.agency) == (wrong.people, wrong.agency)
    on = CLOSES.match(after, denied.end)
    rest = after[on.end() :] if on else ""
    return _party_for_party(before, rest.removeprefix("but "), context) if same else None


def _frame(context: CaptureContext) -> Frame:
    return Frame(context.today, context.next_meeting, None, context.closed)


def _day_for_day(before: str, after: str, context: CaptureContext) -> str | None:
    frame = _frame(context)
    said = spoken_dates(before, frame)
    meant = next(iter(spoken_dates(f"by {after}", frame)), None)
    if meant is None or meant.start or meant.value is None:
        return None
    if not said:  # "…, sorry no, Tuesday": no day was said before, and this is it
        return f"{before} by {after}" if not after[meant.end - 3 :].strip(" .") else None
    wrong, right = said[-1], meant.raw.split(maxsplit=1)[1]
    lead = f"{wrong.lead} " if wrong.lead and wrong.raw.lower().startswith(wrong.lead) else ""
    rest = after[len(right) :] if after.startswith(right) else after[meant.end - 3 :]
    return f"{before[: wrong.start]}{lead}{right}{before[wrong.end :]}{rest}"


def _party_for_party(before: str, after: str, context: CaptureContext) -> str | None:
    tokens = tokens_of(after)
    right = party_at(after, tokens, 0, context) if tokens else None
    wrong = _wrong(before, context)
    if right is None or wrong is None or after[: right.start].strip():
        return None
    rest = after[right.end :]
    if before[wrong.end :].strip():
        closed = CLOSES.match(rest)
        rest = f" {rest[closed.end() :]}" if closed else rest
    return f"{before[: wrong.start]}{after[right.start : right.end]}{before[wrong.end :]}{rest}"


def _wrong(before: str, context: CaptureContext) -> Party | None:
    """Whom the words before name: who stands right before the slip, else who is named first."""
    tokens = tokens_of(before)
    first: Party | None = None
    for place in range(len(tokens)):
        party = party_at(before, tokens, place, context)
        if party and not before[party.end :].strip(" )"):
            return party
        first = first or party
    return first
