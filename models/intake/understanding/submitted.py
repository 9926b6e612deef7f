"""The day that a form says of itself it was sent: "Submitted 03/11/2026 16:52"."""

import re
from collections.abc import Iterable

from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Element, Heading, Loose
from models.intake.understanding.letters import dated
from models.intake.understanding.records import Growing

FIRST = 60  # characters in which the day stands
DAY_OF = {"assessment": "assessed"}
_SENT = re.compile(
    r"^\W*(?:(?:form|referral|report|request|notification|record) )?"
    r"(?:submitted|sent|completed|received|generated|created)\b(?: on| at|:)?\s+(.*\d)",
    re.IGNORECASE | re.DOTALL,
)


def day_submitted(growing: Growing, elements: Iterable[Element]) -> None:
    """Take the day in a line that begins with "Submitted", where no label gives the paper's day."""
    name = DAY_OF.get(growing.kind, "received")
    sender = growing.fields.get("referrer") or growing.fields.get("assessor")
    passed = False
    for element in elements:
        passed = passed or bool(sender and element.where == sender.where)
        alone = passed and isinstance(element, Loose) and dated(element.text)
        if alone and isinstance(element, Loose) and growing.get(name) is None:
            day = read_day(element.text, growing.this_year).value
            growing.take_in_passing(name, day, element.text, element.where)
        text = element.text if isinstance(element, Loose | Heading) else ""
        found = _SENT.match(text[:FIRST])
        day = read_day(found[1], growing.this_year).value if found else None
        if day is not None and growing.get(name) is None:
            growing.take_in_passing(name, day, text, element.where)
