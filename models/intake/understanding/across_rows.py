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
_COUNTED = re.compile(r"[A-Za-z][A-Za-z /]{0,20}[:=]?\s*\d{1,4}")  # "Red 2", "All 6"
BANDED = 3  # columns: of two, one may be a label and the other its answer
LONGEST_GROUP, LONGEST_NAME = 8, 4  # words
PERHAPS_A_NAME = "this stands alone above these rows: look whether it is somebody of the list"


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


def may_name_somebody(row: Row) -> bool:
    """Say whether a text alone may as well be a name of the list as what heads the rows below."""
    said = [cell for cell in row if cell is not None and cell.text.strip()]
    plain = len(said) == 1 and said[0].span == 1 and not said[0].bold
    return plain and " " in said[0].text.strip() and looks_like_name(said[0].text)


def names_group(text: str) -> bool:
    """Say whether a text across may be an agency's, a district's or a child's, over its rows."""
    return len(text.split()) <= LONGEST_GROUP and _OF_LISTS.search(text) is None


def texts_of(row: Row) -> list[str]:
    """Return what stands in the cells of a row, the empty ones left out."""
    return [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]


def is_total(row: Row) -> bool:
    """Say whether a row sums up the rows above it, or counts them: "Total", "Red 2"."""
    first = next((cell.text for cell in row if cell), "")
    texts = texts_of(row)
    if len(texts) > 1 and all(map(_COUNTED.fullmatch, texts)):
        return True
    return bool(re.match(r"\W*(?:(?:grand|sub)[ -]?)?totals?\b", first, re.IGNORECASE))


def noted(row: Row, columns: Sequence[object]) -> Cell | None:
    """Return the text of a row that says nothing else, in a column that asks for none of it."""
    both = zip(row, columns, strict=True)
    held = [(cell, asked) for cell, asked in both if cell is not None and cell.text.strip()]
    alone = len(held) == 1 and len(row) >= BANDED and held[0][1] is None
    return held[0][0] if alone and any(map(str.isalpha, held[0][0].text)) else None
