"""What a form of the panel's own says before it is filled in, so that it is not read as news."""

import hashlib
import re
from collections.abc import Iterable

from models.rules.names import plain

# A mark says nothing to whoever does not hold the text; a changed text no longer fits its mark.
PROPERTY = "MaceDeskPrinted"
PART = "docProps/custom.xml"
LENGTH = 10
MOST = 20_000
_PAGE = re.compile(r"page\s*\d+\s*of\s*\d+", re.IGNORECASE)


def mark(text: str) -> str:
    """The mark of a printed text: its letters and figures count, not case, spaces or pages."""
    bare = plain(_PAGE.sub("", text)).replace(" ", "")
    return hashlib.sha256(bare.encode()).hexdigest()[:LENGTH]


def marks_of(texts: Iterable[str]) -> str:
    """The marks of a form's texts, as its property holds them."""
    return "".join(sorted({mark(text) for text in texts if plain(text)}))


def read_marks(held: str) -> frozenset[str]:
    """The marks that a property holds; whatever else stands there is none."""
    if len(held) > MOST * LENGTH or not re.fullmatch(r"[0-9a-f]*", held):
        return frozenset()
    return frozenset(held[at : at + LENGTH] for at in range(0, len(held), LENGTH))


def is_printed(text: str, marks: frozenset[str]) -> bool:
    """Whether the form said this itself: all of it, or each of its lines."""
    if not marks:
        return False
    lines = [line for line in text.splitlines() if plain(line)]
    return mark(text) in marks or (bool(lines) and all(mark(line) in marks for line in lines))
