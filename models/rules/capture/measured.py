"""Whether a line that names no kind asks for a measure, and tells nothing of one."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.doubtful import asked_behind
from models.rules.capture.field_words import field_words
from models.rules.capture.judging import NRM
from models.rules.capture.requests import by_agent

PUT_TO_USE = re.compile(
    r"\s*(?:$|[,;:.–—-]|\b(?:on|at|against|for|vs|v|re|in|by|to\s+be|needed|agreed)\b)",
    re.IGNORECASE,
)
# "Consider hotel notice for …": a measure, and "consider" is warned of.
CONSIDERED = re.compile(r"\s*(?:(?:to\s+)?consider\s+(?:(?:an?|the)\s+)?)?", re.IGNORECASE)
# "Warrant for his dad was not executed": what became of one.
TOLD_OF = re.compile(
    r"\b(?:(?:now|already|since)\s+\w+ed|was|were|has|had|have|is|did|upset|hurt|expired|ended|failed|breached|refused|\w+n['’]t)\b",
    re.IGNORECASE,
)
REASON = re.compile(r"\b(?:as|because|since|after|who|if|to\s+be)\b", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|to)\s+(?:the\s+)?", re.IGNORECASE)


def is_measure(text: str, context: CaptureContext) -> bool:
    """ "CAWN on Pike", "closure of the Snug"; but "closure of the club hurt him" is news."""
    measures = context.measure_names.all_in(text)
    if not measures or not CONSIDERED.fullmatch(text[: measures[0].start]):
        return False
    if NRM.match(text) and by_agent(text, context):
        return False  # "NRM to be submitted by CSC": that is CSC's to do
    after = text[measures[0].end :]
    plain_word = measures[0].raw.lower() in field_words("plain measure")
    if plain_word and asked_behind(after):
        return False  # "Youth worker - find out where he goes"
    if TOLD_OF.search(REASON.split(after, maxsplit=1)[0]):
        return False
    of = OF.match(after)
    if of:
        named = context.subject_names.all_in(after)
        meant = bool(named) and named[0].start == of.end()
        if meant or "of" in of[0].lower().split():
            return meant
    named = context.subject_names.all_in(after)
    return bool(PUT_TO_USE.match(after)) or bool(named) and not after[: named[0].start].strip()
