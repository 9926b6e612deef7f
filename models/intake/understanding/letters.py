"""Letters and e-mails: whom "I would like to refer …" names, and who signs under "Many thanks"."""

import re
from collections.abc import Iterable

from models.intake.papers import Block, Table
from models.intake.understanding.names import looks_like_name

_CLOSING = re.compile(
    r"^\W*(?:(?:many |with )?thanks(?: very much| in advance| again| and regards)?|thank you|"
    r"cheers|(?:(?:kind|kindest|best|warm|many) )?(?:regards|wishes)|"
    r"yours (?:sincerely|faithfully))\W*$",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w'’-]+"
_REFERRED = re.compile(
    r"\b[Rr]efer(?:ring)?\s+(?:(?:a|the|this)\s+)?(?:(?:young person|child|student|pupil),?\s+)?"
    rf"({_WORD}(?:\s+{_WORD}){{1,3}}(?:\s*\([^()]*\))?)"
)


def referred(text: str) -> str:
    """Return the name that a sentence refers, with what stands in brackets behind it, or ""."""
    found = _REFERRED.search(text)
    return found[1] if found and looks_like_name(found[1].partition("(")[0].strip()) else ""


def closes(text: str) -> bool:
    """Say whether a line only ends a letter."""
    return bool(_CLOSING.match(text))


def signatures(parts: Iterable[Block | Table]) -> frozenset[str]:
    """Return the places of the lines that end a letter and of the names typed under them."""
    parts = tuple(parts)
    return frozenset(
        place
        for one, after in zip(parts, parts[1:], strict=False)
        if isinstance(one, Block) and isinstance(after, Block) and closes(one.text)
        if looks_like_name(after.text.strip())
        for place in (one.where, after.where)
    )
