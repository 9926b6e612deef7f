"""Labels that no wording is near to, told by all wordings together where the answer suits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.understanding.context import NAMING, OTHERS_NUMBER, OWN, PARTS_OF_NAMES
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.evidence import by_answer
from models.intake.understanding.lexicon import (
    EITHER,
    SAID,
    Match,
    guesses,
    is_title,
    recognise,
)
from models.intake.understanding.lists import read_names
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.values import SORTS, read_value

_COLON = re.compile(r"([A-Z][^:?.\n]{2,60}[:?])\s+(\S.*)", re.DOTALL)
CHILD, ANY_YEAR, FITTING = "child", 2026, 0.9
DOUBTFUL, FAR = 0.8, 0.15  # a match of less is told anew, where another is so much clearer
CERTAIN, GUESSED, AHEAD = 0.97, 0.64, 0.05  # how sure a guess is, by how much it has to lead
MOST, TEXT, NUMBER = 0.66, 2, 4  # share of the answers; words that tell, and of a number
NEVER = frozenset({
    "immediate_risk", "informed_child", "informed_parent", "informed_both", "with_child",
    "with_family", "attendance",
})  # fmt: skip
"""Fields that a guess would harm by being wrong."""
PERSON = frozenset({
    "name", "lead", "referrer", "assessor", "completed_by", "parent_name", "owner", "rhi_by",
    "associate_name", "deputy", "leader",
})  # fmt: skip
PEOPLE = frozenset({"children", "persons", "associates", "siblings"})
NUMBERS = frozenset({
    "la_id", "nhs", "upn", "pnc", "mash_ref", "referral_ref", "police_ref", "nrm_ref", "ref",
    "phone", "score",
})  # fmt: skip
TELLING = frozenset({
    "reason", "ask", "tried", "voice", "parent", "grounds", "changes", "barrier", "rationale",
    "protective", "text", "update", "description", "consent", "professionals",
})  # fmt: skip


def guessed(pairs: Sequence[Pair], kind: str) -> list[Pair]:
    """Return the pairs of a form, those without a field, or with a doubtful one, guessed."""
    asked = (pair for pair in pairs if pair.match)
    taken = {
        one.match.field
        for one in asked
        if one.match and (one.value or one.match.score >= CERTAIN)  # left empty in so many words
    }
    own = (None, CHILD, OWN.get(kind, CHILD))
    found = list(pairs)
    for at, pair in enumerate(found):
        sure = pair.match is not None and (pair.match.settled or pair.match.score >= EITHER)
        if sure or not pair.value.strip() or pair.section not in own:
            continue
        match = _clearest(guesses(kind, pair.label))
        if match and match.field == "la_id" and OTHERS_NUMBER.search(pair.label):
            continue
        if match and match.field in PARTS_OF_NAMES and not NAMING.search(pair.label):
            continue  # "Second contact" is no second name
        if match and match.field in PEOPLE and pair.section == CHILD and kind in OWN:
            match = Match("children", match.score)  # "About the young people": no adults
        if match and pair.match and _is_better(pair.match, match, pair.value, kind):
            continue
        if match and match.field not in taken and _suit(kind, match, [pair.value]):
            taken.add(match.field)
            found[at] = replace(pair, match=Match(match.field, _sure(match), settled=True))
    return found


def told_apart(text: str, kind: str, within: bool = False) -> tuple[str, str] | None:
    """Return a label that all wordings tell and what is typed behind its colon, or None.

    One `within` a story is a label only in the very words of another kind of paper.
    """
    found = _COLON.fullmatch(text.strip())
    if found is None or found[2].rstrip().endswith("?") or is_title(text):
        return None  # one question behind another, or what the paper is called
    own = recognise(kind, found[1])
    if own and own.score >= SAID:
        return None
    told = _clearest(guesses(kind, found[1]))
    told = told or by_answer(kind, Pair(found[1], found[2], "", None))
    return (found[1], found[2]) if told and (told.score >= 1 or not within) else None


def clearer(label: str, match: Match | None, kind: str) -> Match | None:
    """Return what all wordings tell of a doubtful label where they tell it far more clearly."""
    if match is None or match.score >= DOUBTFUL or match.remembered:
        return match
    told = _clearest(guesses(kind, label))
    plainly = told is not None and told.field != match.field and told.score >= match.score + FAR
    return Match(told.field, min(told.score, EITHER)) if told and plainly else match


def _clearest(found: Sequence[Match]) -> Match | None:
    """Return the first of several guesses that is well ahead of the next."""
    lead = found[0].score - found[1].score if len(found) > 1 else AHEAD
    return found[0] if found and lead >= AHEAD else None


def _sure(match: Match) -> float:
    return EITHER if match.score >= 1 else GUESSED


def _is_better(own: Match, guess: Match, text: str, kind: str) -> bool:
    """Say whether a doubtful match is yet to be kept: its answer is plainly one of its sort."""
    sorted_out = _is_typed(kind, own.field) and _suits(kind, own.field, text)
    return own.field == guess.field or own.score >= SAID and guess.score < 1 or sorted_out


def guessed_columns(found: Sequence[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Return the fields of a list's columns, those without one guessed where it is free."""
    taken = {match.field for match in found if match}
    told = list(found)
    for at, match in enumerate(told):
        texts = grid.texts(at)
        if match is None and texts and not _is_childs_own(grid.headers[at], kind):
            free = [one for one in guesses(kind, grid.headers[at]) if one.field not in taken]
            one = _clearest(free)
            if one and _suit(kind, one, texts):
                told[at] = Match(one.field, _sure(one))
                taken.add(one.field)
    return told


def _is_childs_own(header: str, kind: str) -> bool:
    """Say whether a return's column is plainly of the child: "School" is not who answers."""
    own = recognise(CHILD, header) if kind == "return" else None
    return own is not None and own.score >= CERTAIN


def _suit(kind: str, match: Match, texts: Iterable[str]) -> bool:
    """Say whether all texts are answers of a field that may be guessed."""
    if match.field in NEVER:
        return False
    told = [_suits(kind, match.field, text.strip()) for text in texts]
    return sum(told) >= MOST * len(told)


def _suits(kind: str, field: str, text: str) -> bool:
    """Say whether a text is an answer of the field's sort."""
    if field in PERSON:
        return _is_person(text)
    if field in PEOPLE:
        names = read_names(text)
        return bool(names) and all(map(_is_person, names))
    if field in NUMBERS:
        return any(map(str.isdigit, text)) and len(text.split()) <= NUMBER
    if field in TELLING:
        return len(text.split()) >= TEXT and not _is_person(text)
    values = read_value(kind, field, text, ANY_YEAR)
    own = next((one for one in values if one.name == field), None)
    plain = _is_typed(kind, field) or yes_no(text)[0] is None
    return own is not None and own.value is not None and own.fit >= FITTING and plain


def _is_typed(kind: str, field: str) -> bool:
    return (kind, field) in SORTS or ("", field) in SORTS


def _is_person(text: str) -> bool:
    name = read_name(text).name
    return " " in name and looks_like_name(name) and not names_a_body(name)
