"""Answers begun beside their label: where the lines below no longer go on with them."""

import re

from models import codes
from models.intake.papers import Block
from models.intake.understanding import typed_lines as typed
from models.intake.understanding.elements import Pair
from models.intake.understanding.forms_own import is_standing
from models.intake.understanding.lists import read_names
from models.intake.understanding.names import looks_like_name
from models.intake.understanding.numbers import read_count
from models.intake.understanding.openings import VIEWS
from models.intake.understanding.return_places import at_page_end
from models.intake.understanding.ticks import has_marks

APART = frozenset({"ask", "tried", "places", "types", "associates", "missing90", "risk", "plan"})
_TIME, _NAME = r"(?:morning|afternoon|evening)", r"(?-i:[A-Z])[\w'’-]+"
_ALL = r"(?:all|both|there|team|everyone)"
_GREETS = re.compile(  # above a message, below its subject
    rf"\W*(?:(?:hi|hiya|hello|hey|dear(?: \w+){{1,3}}|good {_TIME})(?: (?:{_ALL}|{_NAME}))?|"
    rf"{_TIME},? {_ALL}|{_TIME}(?:,? {_NAME})?,)\W*",
    re.IGNORECASE,
)
_COUNT = re.compile(  # what an answer of how many begins with, and no day, hour or telephone
    r"\W*(?:(?:about|around|at least|approx(?:imately)?\.?|roughly|over|more than|up to)\s+)?"
    r"(\d{1,3}(?=x?\b)|[a-z]+\b)(?!\s*[:/]|\.\d)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?<!\d):|:(?!\d)")  # the colon of "11:30" labels nothing
COUNTED = frozenset({"missing90", "missing12"})
LONGEST_PLACE, LONGEST_KIND = 14, 4  # words


def ends_answer(pair: Pair, block: Block) -> bool:
    """Say whether a line stands at a page's edge, and its label does not, or ends a list."""
    if pair.value and is_standing(block.text) or _GREETS.fullmatch(block.text):
        return True
    at_edge = at_page_end(block.where) and not at_page_end(pair.where)
    return at_edge or _ends_list(pair, block.text) or _tells_anew(pair, block)


def _tells_anew(pair: Pair, block: Block) -> bool:
    """Say whether a message's next paragraph tells what the child, home or sender say of it."""
    field = pair.match.field if pair.match else ""
    apart = block.where.startswith("message") and field in APART and bool(pair.value)
    return apart and any(opening.match(block.text) for _, opening in VIEWS)


def _ends_list(pair: Pair, text: str) -> bool:
    """Say whether a line below a list of people, places or kinds of harm is nothing of the sort."""
    field = pair.match.field if pair.match else ""
    if not pair.value or typed.BULLET.match(text) or has_marks(text):
        return False
    if field in ("children", "persons"):
        names = read_names(text)
        return not names or not all(map(looks_like_name, names))
    if field == "places":
        return len(text.split()) > LONGEST_PLACE
    short = len(text.split()) <= LONGEST_KIND
    return field == "types" and not short and codes.recognise("exploitation_types", text) is None


def answers_count(pair: Pair | None, text: str) -> bool:
    """Say whether a line answers the question above it how many times: "4 that we know of"."""
    asked = pair is not None and not pair.value and pair.match is not None
    counted = asked and pair is not None and pair.match and pair.match.field in COUNTED
    begins = _COUNT.match(text) if counted and not _LABELLED.search(text) else None
    return begins is not None and read_count(begins[1])[0] is not None
