"""Who completed a tool of assessment, told from the child's own social worker."""

from dataclasses import replace

from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.wording import label_key

BY = frozenset({"assessor", "referrer"})
LEAD = Match("lead", 0.85, settled=True)


def by_another(pairs: list[Pair]) -> list[Pair]:
    """Take the "Social worker" asked for on a tool that somebody else completes for the child's."""
    by = {label_key(pair.label) for pair in pairs if _tells(pair)}
    if len(by) < 2:
        return pairs
    return [
        replace(pair, match=LEAD)
        if _tells(pair) and label_key(pair.label) == "social worker"
        else pair
        for pair in pairs
    ]


def _tells(pair: Pair) -> bool:
    match = pair.match
    return bool(match and pair.value and match.field in BY and not match.remembered)
