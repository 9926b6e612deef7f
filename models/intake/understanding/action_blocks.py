"""Actions in minutes: "Action 6/1: …" under a child's name, owner and day in the line below."""

import re
from collections.abc import Sequence

from models.intake.understanding.elements import Element, Heading, Loose, Pair
from models.intake.understanding.headed import child_in_heading
from models.intake.understanding.lexicon import Match
from models.intake.understanding.return_titles import meeting_in_title

SURE, LEAST = 0.85, 2
_ACTION = re.compile(
    r"\W*(?:action|a\.?p\.?)(?: point| item)?\s*(?:no\.?\s*)?([\w/.-]*\d[\w/.-]*)\W*$",
    re.IGNORECASE,
)


def actions_in_blocks(elements: Sequence[Element], year: int) -> list[Element]:
    """Return the shapes of minutes, each numbered action with its number, child and meeting."""
    asked = [one for one in elements if isinstance(one, Pair) and _ACTION.match(one.label)]
    if len(asked) < LEAST:
        return list(elements)
    found: list[Element] = []
    subject: Pair | None = None
    met: Pair | None = None
    for element in elements:
        if isinstance(element, Heading):
            whom = child_in_heading(element.text, element.where, year)
            subject = _pair("Subject", whom.name, element.where) if whom else None
        said = element.text if isinstance(element, Heading | Loose) else ""
        day = meeting_in_title(said, year)
        met = _pair("Meeting", day.isoformat(), element.where) if day and met is None else met
        numbered = _ACTION.match(element.label) if isinstance(element, Pair) else None
        if isinstance(element, Pair) and numbered:
            found.append(Pair("Action", element.value, element.where, Match("text", 1.0)))
            ref = Pair("Ref", numbered[1], element.where, Match("ref", 1.0))
            found += [ref, *(one for one in (subject, met) if one)]
        else:
            found.append(element)
    return found


def _pair(label: str, value: str, where: str) -> Pair:
    return Pair(label, value, where, Match(label.lower(), SURE))
