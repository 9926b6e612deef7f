"""Answers that hold labels of their own: Referrer details: Name: … Agency: … Tel: …"""

import re

from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.inline import inline
from models.intake.understanding.lexicon import section_of

_SLASH = re.compile(r"\s*/\s*|\s*\n\s*")
SURE = 0.95


def _both(pair: Pair, context: Context) -> list[Pair]:
    """Part "Gender / ethnicity: male / White British" into two, where both halves say so."""
    labels, values = _SLASH.split(pair.label.strip(" :")), _SLASH.split(pair.value.strip())
    if len(labels) < 2 or len(labels) != len(values):
        return []
    matches = [context.label(label, pair.section) for label in labels]
    fields = {match.field for match in matches if match and match.score >= SURE}
    if len(fields) < len(labels):
        return []
    return [
        Pair(label, value, pair.where, match, pair.section)
        for label, value, match in zip(labels, values, matches, strict=True)
    ]


def parted(pair: Pair, context: Context) -> list[Pair]:
    """Return the pairs that an answer is made of, two asked in one or a section's, or the pair."""
    both = _both(pair, context)
    if both:
        return both
    section = section_of(pair.label) if ":" in pair.value else None
    said = inline(pair.value, context, section) if section else []
    if len(said) < 2 or not all(each.value for each in said):
        return [pair]
    return [Pair(each.label, each.value, pair.where, each.match, section) for each in said]
