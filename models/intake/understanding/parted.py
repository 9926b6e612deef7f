"""Answers that hold labels of their own: Referrer details: Name: … Agency: … Tel: …"""

from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.inline import inline
from models.intake.understanding.lexicon import section_of


def parted(pair: Pair, context: Context) -> list[Pair]:
    """Return the pairs that an answer under a section's name is made of, or the pair itself."""
    section = section_of(pair.label) if ":" in pair.value else None
    said = inline(pair.value, context, section) if section else []
    if len(said) < 2 or not all(each.value for each in said):
        return [pair]
    return [Pair(each.label, each.value, pair.where, each.match, section) for each in said]
