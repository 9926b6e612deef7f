"""Which field an answer is for where its label wavers: by its sort, and what the record holds."""

import re
from collections.abc import Mapping
from dataclasses import replace

from models import codes
from models.intake.papers import ReadField
from models.intake.understanding.elements import MERGED, Pair
from models.intake.understanding.evidence import by_answer
from models.intake.understanding.lexicon import Match, rivals
from models.intake.understanding.numbers import read_postcode
from models.intake.understanding.ticks import TICKED, yes_no
from models.intake.understanding.value import Value, chosen
from models.intake.understanding.value_codes import field_of_boxes
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key

FITTING = 0.5  # a value that fits no better does not suit even the very words of its label
TAKEN, LIKELY = 0.9, 0.85
UNNAMED = ("OPEN", "NOT_OPEN")  # plans that the words behind a yes may name
BOXED = ("child", "assessment")
_YEAR = re.compile(r"\W*(?:y(?:ea)?r?)?\.?\s?\d{1,2}(?:\W{1,3}[\w-]{1,5})?\W*", re.IGNORECASE)
HOME, LONGEST_ADDRESS = frozenset({"home", "lives", "family home"}), 14
_EITHER = re.compile(r"/|\bor\b|\(", re.IGNORECASE)
_PLANS_STATUS = re.compile(r"\b(?:plan )?status\b", re.IGNORECASE)
Fields = Mapping[str, ReadField]
"""What a record holds so far, by the name of the field."""


def told_otherwise(pair: Pair, kind: str, fields: Fields) -> Pair:
    """Return a pair under the field that its label as a plan, its boxes or its answer tell."""
    if pair.match and pair.match.field == "school" and _YEAR.fullmatch(pair.value):
        return replace(pair, match=None)  # a year and a tutor group are no school
    return _as_plan(pair, kind) or _as_address(pair) or _by_answer(pair, kind, fields)


def fitted(
    pair: Pair, match: Match, kind: str, fields: Fields, year: int
) -> tuple[Pair, tuple[Value, ...]]:
    """Return the pair under the field that its label and its value suit best together."""
    best = (match, read_value(kind, match.field, pair.value, year))
    if free := _free(pair, match, kind, fields):
        return replace(pair, match=free), read_value(kind, free.field, pair.value, year)
    certain = match.score >= 1 and _fit(*best) > FITTING
    meant = rivals(kind, pair.label)
    if _stands(match) or certain or match.field not in {rival.field for rival in meant}:
        return pair, best[1]
    for rival in meant:
        if rival.score >= match.score - 0.25 and rival.field != match.field:
            values = read_value(kind, rival.field, pair.value, year)
            if rival.score * _fit(rival, values) > best[0].score * _fit(*best) + 0.01:
                best = (rival, values)
    return replace(pair, match=best[0]), best[1]


def _as_plan(pair: Pair, kind: str) -> Pair | None:
    """Read "Is the child looked after? Yes" as the plan that the label itself names."""
    apart = (
        pair.match is None
        or not pair.match.settled
        and pair.match.field in ("plan", "placement", "legal_status")
    )
    if not apart or kind not in BOXED or _EITHER.search(pair.label):
        return None
    said = codes.recognise("plans", _PLANS_STATUS.sub("", pair.label).strip(f" ?:{TICKED}"))
    if said and (chosen(pair.value).lower() == "current" or TICKED in pair.label):
        return replace(pair, value=said.label, match=Match("plan", 0.95))
    answer, more = yes_no(pair.value)
    if said is None or answer is not True or more and said.code in UNNAMED:
        return None
    return replace(pair, value=said.label, match=Match("plan", 0.85))


def _as_address(pair: Pair) -> Pair | None:
    """Read "Home: 3 Mill Lane, WD7 4RN" as where the child lives, not as what home says."""
    asked = (
        pair.match is not None and pair.match.field == "parent" and label_key(pair.label) in HOME
    )
    where = asked and len(pair.value.split()) <= LONGEST_ADDRESS and read_postcode(pair.value)
    return replace(pair, match=Match("address", 0.9)) if where else None


def _by_answer(pair: Pair, kind: str, fields: Fields) -> Pair:
    """Tell the field of a label that is not plain by its boxes or the sort of its answer."""
    whose = pair.match is not None and pair.match.field in ("name", "reason")
    boxed = field_of_boxes(pair.value) if whose and kind in BOXED else None
    if boxed and boxed not in fields:  # "The pupil is a: ☐ boy ☒ girl …" is no name
        return replace(pair, match=Match(boxed, 0.8))
    if pair.match and pair.match.settled:
        return pair
    told = by_answer(kind, pair)
    if told and told.field not in fields:
        return replace(pair, match=told)
    name = field_of_boxes(pair.value) if pair.match is None else None
    known = name is not None and name not in fields and kind in BOXED
    return replace(pair, match=Match(name, 0.8)) if name and known else pair


def _free(pair: Pair, match: Match, kind: str, fields: Fields) -> Match | None:
    """Return another field that a label means as well, where its first is surely taken."""
    old = fields.get(match.field)
    if old is None or old.sure < TAKEN or _stands(match) or match.field in MERGED:
        return None
    if pair.section and match.field.startswith(f"{pair.section}_"):
        return None  # a second parent's address is no place of concern
    if old.value in (None, pair.value) or isinstance(old.value, tuple):
        return None
    others = (one for one in rivals(kind, pair.label) if one.score >= LIKELY)
    return next((one for one in others if one.field not in fields), None)


def _stands(match: Match) -> bool:
    """Say whether a label's meaning is told already, by a person or by the whole paper."""
    return match.remembered or match.settled


def _fit(match: Match, values: tuple[Value, ...]) -> float:
    return next((value.fit for value in values if value.name == match.field), 0.9)
