"""What is recorded of who tells somebody: whether it says that they are not to be told."""

import re

NOT_TOLD = re.compile(
    r"(?:(?:he|she|they|parents?|carers?|family|child)\s+(?:is|are)\s+)?not\s+(?:yet\s+)?to\s+be\s+(?:told|informed)"
    r"|(?:do\s+not|don['’]t|must\s+not|not\s+to)\s+(?:tell|inform|be\s+told|be\s+informed)",
    re.IGNORECASE,
)


def not_to_be_told(text: str | None) -> bool:
    """Whether a text about who is told says that they are not: it is nothing that may be said."""
    return bool(text and NOT_TOLD.match(text.strip()))


def says_who(text: str, teller: str | None) -> bool:
    """Whether a text says who will tell, and not what: "Kay Baines will tell her"."""
    return bool(teller) and re.match(rf"{re.escape(teller or '')}\s+will\b", text) is not None
