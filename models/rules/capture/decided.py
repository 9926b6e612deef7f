"""Decisions of the list in a line, apart from measures whose names hold a word of one."""

import re
from collections.abc import Iterable, Sequence

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.phrases import Found
from models.rules.capture.refs import DecisionRef, MeasureRef
from models.rules.names import plain

# "Close down", "close case": an order to close, whatever measure is called so too.
ORDER = re.compile(r"(?:close|closed|shut)\b", re.IGNORECASE)
NONE_FITS = "Not found in the decision list: mend the words."
DENIED = re.compile(
    r"\b(?:no|not|never|without|against|instead\s+of|rather\s+than)\b", re.IGNORECASE
)
# "Closure order not needed", "… refused": of the measure, so it was decided against.
AGAINST = re.compile(
    r"[^,;.]*?\b(?:not|no\s+longer|refused|rejected|declined|dismissed|dropped|unnecessary"
    r"|ruled\s+out)\b|[^,;.]*?n['’]t\b",
    re.IGNORECASE,
)
# "Closure order if it goes on": what may come, and nothing that was decided.
MAY_COME = re.compile(
    r"[^;.]*?\b(?:if|unless|should\s+(?:it|this|that|he|she|they)|in\s+case)\b", re.IGNORECASE
)

# Where a decision of its own may begin, and no reason of the one before.
APART = re.compile(
    r"(?:[,;+&/.–—]|\s-|\b(?:and|then|but|also|plus))\s*(?:(?:also|then|to)\s+)*$", re.I
)
CLAUSE = re.compile(r"[^,;.]*")
ALSO = "“{words}” is a decision too: here it is kept as words of the first. Type it as its own."
SHOWN = 3


def not_listed(said: str, decisions: Iterable[DecisionRef]) -> str:
    """That words are no decision of the list, and which of it come nearest."""
    near = " · ".join(f"“{one}”" for one in nearest(said, decisions))
    return f"Not found in the decision list. Nearest: {near}." if near else NONE_FITS


def nearest(said: str, decisions: Iterable[DecisionRef]) -> list[str]:
    """The labels of those decisions that sound most like the words, the likeliest first."""
    from rapidfuzz.fuzz import token_set_ratio

    def alike(one: DecisionRef) -> float:
        names = (plain(name) for name in (one.label, *one.synonyms))
        return max(token_set_ratio(words, name) for name in names)

    words = plain(said)
    return [one.label for one in sorted(decisions, key=alike, reverse=True)[:SHOWN]]


def decisions_in(text: str, context: CaptureContext) -> tuple[Found[DecisionRef], ...]:
    """The decisions a text names: "closure order" is a measure and no decision to close."""
    found = context.decision_names.all_in(text)
    measures = context.measure_names.all_in(text) if found else ()
    return tuple(one for one in found if not any(_is_part(one, more) for more in measures))


def _is_part(decision: Found[DecisionRef], measure: Found[MeasureRef]) -> bool:
    """True where the measure's name is longer and holds the decision's word."""
    within = measure.start <= decision.start and decision.end <= measure.end
    longer = measure.end - measure.start > decision.end - decision.start
    return within and longer and not ORDER.match(measure.raw)


def also_decided(
    text: str, found: Sequence[Found[DecisionRef]], chosen: Found[DecisionRef] | None
) -> list[str]:
    """ "Remain on panel, step up to HRMG": that a second decision is kept as words of the first.

    One more way of closing says how it was closed.
    """
    first = chosen.items[0].label if chosen else ""
    others = [one for one in found if one.items[0].label != first and one is not chosen]
    apart = (one for one in others if APART.search(text[: one.start]))
    kept = (one for one in apart if not (closes(first) and closes(one.items[0].label)))
    told = (CLAUSE.match(text, one.start) for one in kept)
    return [ALSO.format(words=one[0].strip()) for one in told if one][:1]


def closes(label: str) -> bool:
    """Whether a decision of the list is one way of closing."""
    return label.startswith("Close")


def decides_measure(text: str, context: CaptureContext) -> bool:
    """ "Dec closure order": what the panel decided is a measure, and no decision of its list."""
    measures = context.measure_names.all_in(text)
    telling = [one for one in measures if one.raw.lower() not in field_words("plain measure")]
    if not telling or DENIED.search(text[: telling[0].start]):
        return False
    after = text[telling[0].end :]
    if MAY_COME.match(after) or AGAINST.match(after):
        return False
    return not decisions_in(text, context)
