"""Pages of a form that only explain it: told by their heading, and read for nothing."""

import re
from collections.abc import Iterable

from models.intake.papers import Block, Table
from models.intake.understanding.lexicon import recognise

Parts = tuple[Block | Table, ...]
ANSWERED, SURE = 2, 0.95  # labels that make a table one to fill in, and how sure each
ASKED = frozenset({"name", "first_name", "surname", "dob", "address", "referrer", "received"})
_EXPLAINS = re.compile(
    r"\bdo not return\b|\b(?:guidance|definitions?|threshold descriptors|how to (?:complete|use)|"
    r"notes for (?:completion|referrers|staff)|privacy notice|what happens next)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]*\)")  # (for guidance see Appendix A)
LONGEST = 14  # words of a heading


def without_explanations(parts: Iterable[Block | Table]) -> tuple[Parts, Parts]:
    """Return the parts of a form to fill in, and those under a heading that announces guidance."""
    own: list[Block | Table] = []
    told: list[Block | Table] = []
    level = 0
    for part in parts:
        if isinstance(part, Block) and part.heading:
            title = _BRACKETED.sub("", part.text)
            begins = bool(_EXPLAINS.search(title)) and len(title.split()) <= LONGEST
            level = part.heading if begins and own else level if level < part.heading else 0
        elif isinstance(part, Table) and _asks(part):
            level = 0
        (told if level else own).append(part)
    return tuple(own), tuple(told)


def _label(text: str) -> str:
    """Return what a cell asks: its words, or those before a colon with the answer behind it."""
    return text.strip().partition("\n")[0].partition(":")[0].strip()


def _asks(table: Table) -> bool:
    """Say whether a table asks for a child or a sender, as no page of guidance does."""
    labels = (_label(cell.text) for row in table.rows[:6] for cell in row)
    found = (recognise("child", label) for label in labels if label)
    fields = {one.field for one in found if one and one.score >= SURE and one.field in ASKED}
    return len(fields) >= ANSWERED
