"""What somebody here is at until a day: "Jayden's doing a timeline for Monday", "Kai taking …"."""

import re
from collections.abc import Iterator

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.request import Request, party_from
from models.rules.dates.finding import DEADLINES

AT_WORK = re.compile(r"(?P<is>['’]s|\s+is|\s+are)?\s+(?:also\s+|now\s+)?(?P<deed>[a-z]{2,}ing)\b")
FIRM = (*DEADLINES, "for")


def at_work(text: str, context: CaptureContext) -> Request | None:
    """The request that it be done by the day named; only told where it is merely "on" that day."""
    party = party_from(text, 0, context)
    does = AT_WORK.match(text[party.end :]) if party and party.people else None
    deed = next(_plain_forms(does["deed"]), None) if does else None
    if party and does and not does["is"] and party.raw in context.subject_names:
        return None  # "Ellie using by Friday": without "is" it may be the child
    when = context.day_in(text)
    if not (party and does and deed and when.value and when.value >= context.today):
        return None
    put = f"{text[: party.end]} to {deed}{text[party.end + does.end() :]}"
    return Request(put, reported=when.lead not in FIRM)


def _plain_forms(word: str) -> Iterator[str]:
    """The deed of which this is the form in "ing": "do", "make", "get"."""
    stem = word.removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
    deeds = field_words("deed") | field_words("short deed")
    yield from (one for one in forms if one and one in deeds)
