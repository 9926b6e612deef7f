"""Letters and e-mails: the name typed under "Many thanks" is who sends the paper."""

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
