"""The day that a form asks for beside the level of risk: when it was assessed."""

from collections.abc import Sequence
from dataclasses import replace

from models.intake.understanding.contents import asks_when
from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.wording import tokens

SURE, TOLD = 0.85, 0.7
ANY_YEAR = 2026  # whether it is a day is asked, not which
NEAR = 2  # labels between a level of risk and the day it was given
_PLAIN = tokens("date day when on of risk level the last done completed")


def days_of_risk(pairs: list[Pair]) -> list[Pair]:
    """Take the day asked for beside the level of risk for the day it was assessed on."""
    if any(
        p.match and p.match.field == "assessed" and p.match.score >= SURE and _is_day(p)
        for p in pairs
    ):
        return pairs
    levels = [at for at, pair in enumerate(pairs) if pair.match and pair.match.field == "risk"]
    words = frozenset().union(*(tokens(pairs[at].label) for at in levels)) - _PLAIN
    best = [
        (abs(at - level), at)
        for level in levels
        for at, pair in enumerate(pairs)
        if _may_be_day_of_risk(pair, pairs)
        and (abs(at - level) <= NEAR or tokens(pair.label) & words)
    ]
    if not best:
        return pairs
    at = min(best)[1]
    return [
        *pairs[:at],
        replace(pairs[at], match=Match("assessed", TOLD, settled=True)),
        *pairs[at + 1 :],
    ]


def _is_day(pair: Pair) -> bool:
    return read_day(pair.value, ANY_YEAR).value is not None


def _may_be_day_of_risk(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Say whether a label asks when, its answer is a day, and no surer field has it."""
    asked = asks_when(pair.label)
    day = read_day(pair.value, ANY_YEAR)
    if not asked or day.value is None or len(day.rest.split()) > NEAR:
        return False
    match = pair.match
    if match is None or match.score < SURE and match.field != "received":
        return True
    others = [o for o in pairs if o is not pair and o.match and o.match.field == "received"]
    return match.field == "received" and any(
        o.match and o.match.score > match.score and _is_day(o) for o in others
    )
