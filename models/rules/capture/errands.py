"""Things to be done that are said without a verb: "RHI within 72h", "phone download results"."""

import re

from models.rules.capture.field_words import field_words

MOST_BEFORE = 4
"""Words among which the thing to be done stands."""
WORD = re.compile(r"[^\W_][\w'’/-]*")
# Verbs of a sentence: where one stands, the words tell something and name no errand.
FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|had|have|does|did|do|can|could|would|says?|said|done|\w{3,}ed|went|gone"
    r"|seen|made|took|came|got|held|sent|left|felt|told|given|shows?|reports?|reveals?|awaited"
    r"|pending|due|outstanding|ongoing|not|no|never|nil|none)\b",
    re.IGNORECASE,
)
# "CP plan to name …", "police report to be shared": a paper, nobody's deed.
NOUN = re.compile(
    r"\s+(?:(?:welfare|safe\s+and\s+well|home|joint)\s+(?=visit|check))?(?:plan|report|review|record|meeting|visit|check|order|test|support|contact|notice|document"
    r"|note)s?\b(?!\s+(?:the|an?|his|her|their|him|them|it|if|whether|that|with)\b)",
    re.IGNORECASE,
)
JOINS = frozenset({
    "to", "for", "with", "of", "from", "at", "in", "on", "by", "and", "or", "but", "if", "when",
    "that", "as", "about",
})  # fmt: skip


def is_errand(text: str) -> bool:
    """True where a text names a thing to be done among its first words, and holds no verb."""
    words = [one.lower() for one in WORD.findall(text)]
    small = words[0] in JOINS if words else True
    named = any(word.removesuffix("s") in field_words("errand") for word in words[:MOST_BEFORE])
    return named and not small and not FINITE.search(text)
