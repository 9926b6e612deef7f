"""Who completed a tool or sends a form, told from the child's worker and from a bare source."""

from dataclasses import replace

from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.wording import label_key

BY = frozenset({"assessor", "referrer"})
SENDER, LONGEST = "referrer", 3  # words: a longer answer tells more than a source
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


def named_sender(pairs: list[Pair]) -> list[Pair]:
    """Let a label under which nobody is named, "Source: statutory", give way to who is named."""
    sent = [pair for pair in pairs if _tells(pair) and pair.match and pair.match.field == SENDER]
    named = [pair for pair in sent if _is_named(pair.value)]
    if not named or len(named) == len(sent):
        return pairs
    others = [pair for pair in sent if pair not in named and len(pair.value.split()) < LONGEST]
    return [replace(pair, match=None) if pair in others else pair for pair in pairs]


def _is_named(text: str) -> bool:
    name = read_name(text).name
    return " " in name and looks_like_name(name) and not names_a_body(name)


def _tells(pair: Pair) -> bool:
    match = pair.match
    return bool(match and pair.value and match.field in BY and not match.remembered)
