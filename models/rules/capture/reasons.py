"""What a line says beyond what was understood of it: a reason, a condition, the rest."""

import re
from collections.abc import Iterable

from models.rules.capture.phrases import tokens_of
from models.rules.capture.tidying import tidy

BECAUSE = re.compile(
    r"\b(?:because(?:\s+of)?|since|as|due\s+to|owing\s+to|given(?:\s+that)?|so\s+that)\b\s*"
    r"|[:–—]\s*|\s-\s",
    re.IGNORECASE,
)
BARE = frozenset({
    "a", "agree", "agreed", "agreement", "agrees", "all", "an", "and", "at", "be", "been", "board",
    "by", "chair", "child", "decided", "decision", "for", "from", "group", "has", "have", "in",
    "is", "it", "its", "now", "of", "on", "our", "panel", "so", "that", "the", "their",
    "therefore", "this", "to", "unanimous", "unanimously", "was", "we", "will", "with",
})  # fmt: skip
Span = tuple[int, int]


def says_more(text: str, bare: frozenset[str] = BARE) -> bool:
    """True where the text holds more than words that only join others."""
    return any(token.word not in bare for token in tokens_of(text))


def reason_in(text: str) -> str:
    """What is left as a reason, without a leading "because" or colon; empty where nothing is."""
    found = BECAUSE.search(text)
    if found and not says_more(text[: found.start()]):
        text = text[found.end() :]
    return tidy(text) if says_more(text) else ""


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces where the spans are, so that places in it stay what they were."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
