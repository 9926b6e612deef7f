"""Labels in no dictionary, told by a word of theirs and the sort of answer beside them together."""

from collections.abc import Callable
from dataclasses import dataclass

from models import codes
from models.intake.understanding.answers import split_types
from models.intake.understanding.dates import is_day
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.numbers import read_postcode
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import chosen
from models.intake.understanding.wording import tokens

SURE = 0.7
PLAIN = 0.8  # a label that is told as surely as this needs no evidence
LONGEST_LABEL = 14  # words
LONGEST_KINDS = 6  # words: "Gangs worker and referral to the panel" is asked, and no kind
LONGEST_ADDRESS = 16  # words
KINDS = frozenset({"child", "assessment", "update", "tracker"})
KIN = "parent mother father family carer guardian nan grandparent tenant home"


@dataclass(frozen=True)
class Clue:
    """A field, words of which a label has to hold one and none, and what its answer is like."""

    field: str
    words: frozenset[str]
    never: frozenset[str]
    fits: Callable[[str], bool]


def _is_level(text: str) -> bool:
    return len(text.split()) <= 3 and codes.recognise("risk_levels", text) is not None


def _is_plan(text: str) -> bool:
    return len(text.split()) <= 6 and codes.recognise("plans", text) is not None


def _are_types(text: str) -> bool:
    kinds = split_types(text)
    return bool(kinds) and all(codes.recognise("exploitation_types", kind) for kind in kinds)


def _is_ethnicity(text: str) -> bool:
    return len(text.split()) <= 5 and codes.recognise("ethnicity", text) is not None


def _is_answered(text: str) -> bool:
    return yes_no(text)[0] is not None and len(text.split()) <= 25


def _is_count(text: str) -> bool:
    return text.strip().isdigit() and len(text.strip()) <= 2


def _has_postcode(text: str) -> bool:
    return read_postcode(text) is not None and len(text.split()) <= LONGEST_ADDRESS


def _clue(field: str, words: str, never: str, fits: Callable[[str], bool]) -> Clue:
    return Clue(field, tokens(words), tokens(never), fits)


LEVELS = "level grade grading rag rating risk score tool severity priority worried"
CLUES = (
    _clue("next_due", "again later next due revisit", "last previous", is_day),
    _clue("assessed", f"{LEVELS} assessed screening", "next due previous born missing", is_day),
    _clue("risk", f"{LEVELS} concern", "previous police language reading missing", _is_level),
    _clue("informed_parent", KIN, "", _is_answered),
    _clue("informed_child", "told tell know aware informed agree consent", KIN, _is_answered),
    _clue(
        "plan",
        "plan status care social legal open csc involvement council level",
        "previous",
        _is_plan,
    ),
    _clue(
        "types",
        "type kind form nature exploitation concern harm abuse strand model vulnerability risk",
        "previous",
        _are_types,
    ),
    _clue("address", "live lives living home stays residing", "with who", _has_postcode),
    _clue("missing90", "missing episodes absent", "month year school education", _is_count),
)
TELLING = ("reason", "voice", "ask")  # what a bare "CCE, county lines" does not answer
TOLD = tokens("told tell know aware informed agree consent")


def by_answer(kind: str, pair: Pair) -> Match | None:
    """Return the field that a label's words and the answer beside it tell together, or None."""
    known = pair.match is not None and pair.match.score >= PLAIN
    short = len(pair.value.split()) <= LONGEST_KINDS
    if short and known and pair.match and pair.match.field in TELLING and _are_types(pair.value):
        return Match("types", PLAIN)
    if known and pair.match and pair.match.field in TELLING and _is_ethnicity(pair.value):
        return Match("ethnicity", PLAIN)
    if known or kind not in KINDS or len(pair.label.split()) > LONGEST_LABEL:
        return None
    words, answer = tokens(pair.label), chosen(pair.value)
    for clue in CLUES:
        asked = clue.field != "informed_parent" or bool(words & TOLD)
        asked = asked and (clue.field != "next_due" or kind == "assessment")
        if asked and words & clue.words and not words & clue.never and clue.fits(answer):
            return Match(clue.field, SURE)
    return None
