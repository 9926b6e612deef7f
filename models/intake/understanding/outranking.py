"""Labels typed in a line: which of them end the text under a heading."""

import re

from models.intake.understanding.elements import Pair
from models.intake.understanding.inline import Said
from models.intake.understanding.running import is_plainly
from models.intake.understanding.ticks import has_marks
from models.intake.understanding.values import read_value

STORIES = frozenset({"reason", "grounds", "tried", "voice", "ask", "changes", "rationale"})
_DASHED = re.compile(r"\W{0,3}[^\W\d_][\w/'’-]*\s+[–—-]\s")
OF_PEOPLE = frozenset({"associates", "siblings", "professionals"})
ONE_OF_THEM = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]|[-•*●▪·–])\s*"
    r"(?:(?:full |first )?name|alias|nick ?name|known as|who)\s*:",
    re.IGNORECASE,
)
UNNUMBERED = re.compile(r"\s*(?:full )?name\s*:\s*\S[^:]*\s{2,}\S[^:]*:", re.IGNORECASE)
MORE_OF_ONE = re.compile(
    r"\s*(?:vehicles?|car|phone|tel(?:ephone)?|mobile|nick ?name|alias|known as|age|dob"
    r"|relationship|link|address|description)\b[^:\n]{0,20}:",
    re.IGNORECASE,
)
SURE, LIKELY, SUITED, ANY_YEAR = 0.85, 0.72, 0.5, 2000


def tells_of_one(line: str, within: Pair | None) -> bool:
    """Say whether a line under a label that asks for people tells of one of them, or more of one.

    It is numbered, or says a name and something more: "Name: Darren Lyle   Nickname: Dazza".
    """
    if within is None or within.match is None or within.match.field not in OF_PEOPLE:
        return False
    begun = UNNUMBERED.match(within.value) is not None
    told = ONE_OF_THEM.match(line) or UNNUMBERED.match(line)
    return bool(told) or begun and MORE_OF_ONE.match(line) is not None


def goes_on(said: Said, within: Pair | None, line: str) -> bool:
    """Say whether one word and a dash go on with a story: "Home - mum works nights".

    Not where what stands behind them is plainly an answer to that word: "Risk - high".
    """
    field = within.match.field if within and within.match else ""
    dashed = _DASHED.match(line) is not None and " " not in said.label.strip()
    if field not in STORIES or not dashed or said.match is None:
        return False
    counted = said.match.field == "missing90" and said.value[:1].isdigit()
    return not counted and not is_plainly(said.match.field, said.value)


def outranks(said: Said, within: Pair, kind: str) -> bool:
    """Say whether a label typed in a line ends the text under a heading: its answer fits it."""
    match = said.match
    asked = within.match.field if within.match else ""
    if match is not None and match.field == asked and not within.value:
        return True
    if match is None or match.score < (LIKELY if has_marks(said.value) else SURE):
        return False
    values = read_value(kind, match.field, said.value, ANY_YEAR)
    fits = all(value.fit > SUITED for value in values if value.name == match.field)
    return fits or not said.value or match.score >= 1
