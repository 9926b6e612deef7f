"""Whether a line of information only says that there is nothing new."""

import re

NOTHING = re.compile(
    r"\W*(?:there\s+is\s+|we\s+have\s+)?"
    r"(?:no(?:thing)?\s+(?:(?:new|further|other|more|additional)\s*)?"
    r"(?:information|intelligence|updates?|news|changes?|concerns?\s+known|known|to\s+(?:add|report"
    r"|share)|new|further)(?:\s+held)?)"
    r"(?:\s+(?:since|from|at|to\s+report|to\s+add)\b[^.;:,()]*)?\W*",
    re.IGNORECASE,
)


def says_nothing_new(text: str) -> bool:
    """Whether the whole of a text says that, and nothing besides."""
    return NOTHING.fullmatch(text.strip()) is not None
