"""A row of one text across a list: it heads the rows below it, or is one of them."""

import re
from collections.abc import Sequence

from models.intake.papers import Cell
from models.intake.understanding.names import looks_like_name, read_name

Row = Sequence[Cell | None]
_OF_LISTS = re.compile(  # what heads or explains rows, and nobody is called
    r"\b(?:closed|open|new|removed|stepped|quarter|month|year|cases?|children|key|this)\b|[=:]",
    re.IGNORECASE,
)
BANDED = 4  # columns: a list of fewer may name each of its own in one word
LONGEST_GROUP, LONGEST_NAME = 8, 4  # words


def is_band(row: Row, named: bool) -> bool:
    """Say whether a row only heads the rows below it: one word across, such as a district."""
    said = texts_of(row)
    alone = len(said) == 1 and len(row) >= BANDED
    if alone and (_OF_LISTS.search(said[0]) or len(said[0].split()) > LONGEST_NAME):
        return True
    if alone and named and not looks_like_name(read_name(said[0]).name):
        return True
    return alone and not any(letter.isdigit() for letter in said[0]) and " " not in said[0]


def is_across(row: Row) -> bool:
    """Say whether a row is one text across, such as the agency of the members under it."""
    texts = texts_of(row)
    return len(texts) == 1 and len(row) >= BANDED and "@" not in texts[0]


def names_group(text: str) -> bool:
    """Say whether a text across may be an agency's, a district's or a child's, over its rows."""
    return len(text.split()) <= LONGEST_GROUP and _OF_LISTS.search(text) is None


def texts_of(row: Row) -> list[str]:
    """Return what stands in the cells of a row, the empty ones left out."""
    return [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
