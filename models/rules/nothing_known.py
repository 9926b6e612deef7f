"""Lines by which an agency says that it knows nothing."""

import re

SAID = re.compile(
    r"^\W*(?:(?:there\s+is\s+|we\s+(?:have|hold)\s+)?(?:nothing|no)\s+(?:new\s+|further\s+|relevant\s+)*"
    r"(?:known|to\s+(?:report|add|share)|held|on\s+(?:file|record)|information|trace|records?"
    r"|contact|involvement|concerns?\s+known)\b"
    r"|nil\s+(?:return|known|information|trace)\b|nil\W*$"
    r"|not\s+(?:currently\s+)?known\s+to\b|not\s+known\W*$|unknown\s+to\b)",
    re.IGNORECASE,
)
MOST = 90


def is_nothing_known(text: str | None) -> bool:
    """True for "Nothing known to our service" and the like, and nothing beside it."""
    said = (text or "").strip()
    return 0 < len(said) <= MOST and SAID.match(said) is not None
