"""Papers that ask in paragraphs: a question on its own line, its answer in the lines below."""

import re
from collections.abc import Iterable, Iterator

from models.intake.papers import Block, Table
from models.intake.understanding.ticks import has_marks

LEAST = 4
LONGEST = 20
_ANSWERED = re.compile(r":\s+\S")  # "12. Date: 23.11.26"
_NUMBERED = re.compile(r"(?:Q(?:uestion)?\s*)?\d{1,2}[.):]\s+[A-Z]", re.IGNORECASE)


def asking(parts: Iterable[Block | Table]) -> frozenset[str]:
    """Return the places of the lines that ask, known or not; none where few do so.

    Lines ask where several are numbered, or end in a question mark, and each is followed by one
    that does neither. A question typed inside an answer is then still a question of the form.
    """
    parts = tuple(parts)
    places = frozenset(_answered(parts))
    return places if len(places) >= LEAST else frozenset()


def _answered(parts: tuple[Block | Table, ...]) -> Iterator[str]:
    for one, after in zip(parts, parts[1:], strict=False):
        if isinstance(one, Block) and isinstance(after, Block) and _asks(one) and not _asks(after):
            yield one.where


def _asks(block: Block) -> bool:
    text = block.text.strip()
    if block.heading or "\n" in text or len(text.split()) > LONGEST or has_marks(text):
        return False
    told = _ANSWERED.search(text) or text.endswith(".")
    return text.endswith("?") or bool(_NUMBERED.match(text) and not told)
