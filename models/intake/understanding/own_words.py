"""What a form calls the child it asks about: "Player's name", "Does the player know?"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from models.intake.papers import Block, Table
from models.intake.understanding.wording import dictionary, tokens

TWICE = 2  # labels: a form's own word for the child stands in several
OTHERS = frozenset(dictionary()["words"]["owners"]) | {"child", "person", "family", "associate"}
_OWN = re.compile(
    r"\W*(?:the )?([A-Za-z]{4,12})['’]s (?:(?:first |full |sur|last |legal )?name|dob\b|"
    r"d\.o\.b|date of birth|birthday|birth date)",
    re.IGNORECASE,
)


def own_words(parts: Iterable[Block | Table]) -> tuple[str, ...]:
    """Return the words, in small letters, that stand for the child in several labels of a form."""
    often = Counter(
        found[1].lower()
        for text in _texts(parts)
        if (found := _OWN.match(text)) and not tokens(found[1]) & OTHERS
    )
    return tuple(word for word, times in often.items() if times >= TWICE)


def as_child(label: str, words: Iterable[str]) -> str:
    """Return a label with the form's own word for the child as "child"."""
    for word in words:
        label = re.sub(rf"\b{re.escape(word)}\b", "child", label, flags=re.IGNORECASE)
    return label


def _texts(parts: Iterable[Block | Table]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Block):
            yield part.text
        else:
            yield from (cell.text for row in part.rows for cell in row)
