"""Labels that share a field: one of them given another field that it means, or another sender."""

from dataclasses import replace

from models.intake.understanding.assessed_by import named_sender
from models.intake.understanding.dates import ANY_YEAR
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match, rivals, workers_lead
from models.intake.understanding.names import is_short_for, read_name
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key, tokens

CHILD, SURE, TOLD = "child", 0.85, 0.7
ONE_EACH = frozenset(
    {"lead", "referrer", "received", "assessed", "district", "postcode", "la_id", "school"}
)
"""Fields of which a form has one answer: a second label for it means something else."""


def shared_out(pairs: list[Pair], kind: str) -> list[Pair]:
    """Give one of two labels for a field another field that it means as well and nobody has."""
    found = list(pairs)
    found = named_sender(_sent_by(_workers(found))) if kind == CHILD else found
    for field in sorted(ONE_EACH):
        rival = [at for at, pair in enumerate(found) if _answers(pair, field)]
        if len({found[at].value for at in rival}) < 2 or _one_person(found, rival):
            continue
        taken = {pair.match.field for pair in found if pair.match and pair.value}
        moves = [
            (score, -at, other)
            for at in rival
            for score, other in _others(found[at], field, kind)
            if other.field not in taken
        ]
        if moves:
            _, at, other = max(moves, key=lambda move: move[:2])
            found[-at] = replace(found[-at], match=replace(other, settled=True))
    return found


def _one_person(pairs: list[Pair], rival: list[int]) -> bool:
    """Say whether two answers name one person, in full, in initials or with a job behind it."""
    one, *others = (pairs[at].value for at in rival)
    if len({read_name(value).name for value in (one, *others)}) == 1:
        return True
    return all(is_short_for(one, more) or is_short_for(more, one) for more in others)


def _workers(pairs: list[Pair]) -> list[Pair]:
    """Take a "Worker" asked for among the child's own details for the child's."""
    if any(_answers(pair, "lead") for pair in pairs):
        return pairs
    return [
        replace(pair, match=lead)
        if pair.section == CHILD
        and _answers(pair, "referrer")
        and (lead := workers_lead(pair.label))
        else pair
        for pair in pairs
    ]


def _sent_by(pairs: list[Pair]) -> list[Pair]:
    """Take a bare "Name" beside the "Child's name" for who sends the form, if none else is."""
    named = [pair for pair in pairs if _answers(pair, "name")]
    child = [pair for pair in named if CHILD in tokens(pair.label)]
    bare = [pair for pair in named if label_key(pair.label) in ("name", "full name")]
    told = any(_answers(pair, "referrer") for pair in pairs)
    if told or not child or len(bare) != 1 or bare[0].value == child[0].value:
        return pairs
    sender = Match("referrer", TOLD, settled=True)
    return [replace(pair, match=sender) if pair is bare[0] else pair for pair in pairs]


def _answers(pair: Pair, field: str) -> bool:
    return bool(
        pair.match and pair.match.field == field and pair.value and not pair.match.remembered
    )


def _others(pair: Pair, field: str, kind: str) -> list[tuple[float, Match]]:
    """Return what else a label means, with how well its words and its answer suit it."""
    return [
        (round(rival.score * _fit(rival, pair, kind), 2), rival)
        for rival in rivals(kind, pair.label)
        if rival.field != field and rival.score >= SURE
    ]


def _fit(match: Match, pair: Pair, kind: str) -> float:
    values = read_value(kind, match.field, pair.value, ANY_YEAR)
    return next((value.fit for value in values if value.name == match.field), 0.9)
