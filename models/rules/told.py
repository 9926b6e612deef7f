"""What is recorded of who tells somebody: whether it says that they are not to be told."""

import re

NOT_TOLD = re.compile(
    r"(?:(?:he|she|they|parents?|carers?|family|child)\s+(?:is|are)\s+)?not\s+(?:yet\s+)?to\s+be\s+(?:told|informed)"
    r"|(?:do\s+not|don['’]t|must\s+not|not\s+to)\s+(?:tell|inform|be\s+told|be\s+informed)",
    re.IGNORECASE,
)

TOLD = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:already\s+|now\s+|all\s+)?(?:told|informed|aware|spoken\s+to)\b"
    r"|\b(?:knows?|knew|told|informed)\s+(?:already|by|on|at|this|that|last|in)\b|\b(?:already|now)\s+(?:knows?|told|informed|aware)\b"
    r"|\b(?:will|shall)\s+(?:tell|inform|speak\s+to|ring|see|visit)\b",
    re.IGNORECASE,
)

WAITS = re.compile(
    r"\b(?:until|unless|before|if|wait\w*|not|never|nobody)\b|n['’]t\b", re.IGNORECASE
)


def not_to_be_told(text: str | None) -> bool:
    """Whether a text about who is told says that they are not: it is nothing that may be said."""
    return bool(text and NOT_TOLD.match(text.strip()))


def speaks_of_telling(text: str) -> bool:
    """Whether words say that somebody is, was or will be told: no reason why nobody tells them."""
    return TOLD.search(text) is not None and not WAITS.search(text)


def says_who(text: str, teller: str | None) -> bool:
    """Whether a text says who will tell, and not what: "Kay Baines will tell her"."""
    return bool(teller) and re.match(rf"{re.escape(teller or '')}\s+will\b", text) is not None
