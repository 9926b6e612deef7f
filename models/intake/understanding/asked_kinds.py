"""Kinds of harm that a form asks about one by one: "CSE? Y / N", "CCE? Y / N"."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.understanding.elements import Element, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.ticks import yes_no

KINDS = frozenset({"child", "assessment"})
SURE, LEAST = 0.9, 2
_EITHER = re.compile(r"\W*\(?\s*(?:y(?:es)?\s*/\s*n(?:o)?)(?:\s*/\s*\w+)?\s*\)?\W*$", re.IGNORECASE)
_OTHER = re.compile(r"\W*(?:any )?other\b.*\bexploit", re.IGNORECASE)


def kinds_asked(elements: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes of a form, kinds of harm answered by yes and no read as one answer.

    A kind that is answered by no is told, and leaves nothing over.
    """
    asked = [one for one in elements if isinstance(one, Pair) and _asks(one)]
    if kind not in KINDS or len(asked) < LEAST:
        return list(elements)
    told = [pair for pair in asked if yes_no(pair.value)[0]]
    named = [pair for pair in told if not _OTHER.match(pair.label)]
    words = "; ".join(_bare(pair.label) for pair in named)
    found: list[Element] = []
    for element in elements:
        if named and element is named[0]:
            found.append(Pair("Kinds of harm", words, element.where, Match("types", SURE)))
        elif element not in asked or element in told and element not in named:
            found.append(element)
    return found


def _asks(pair: Pair) -> bool:
    """Say whether a label is a kind of harm and nothing else, and yes or no answers it."""
    plain = pair.match is None or not pair.match.remembered
    known = codes.recognise("exploitation_types", _bare(pair.label)) is not None
    told = known or _OTHER.match(pair.label) is not None
    return plain and told and yes_no(pair.value)[0] is not None


def _bare(label: str) -> str:
    return _EITHER.sub("", label).strip(" ?:")
