"""A first row under the heads of a list that is the form's own: numbers, hints or an example."""

import re
from collections.abc import Sequence

from models.intake.papers import Cell

LEAST, MOST = 3, 0.6  # columns that say something, and their share of all
_EXAMPLE = re.compile(r"\W*(?:e\.?g\b|for example\b|example\b)", re.IGNORECASE)
_FORMAT = re.compile(r"\b(?:dd?|mm?|yy(?:yy)?|hh?)\b", re.IGNORECASE)  # dd/mm/yy, hh:mm


def is_forms_own(row: Sequence[Cell | None]) -> bool:
    """Say whether the row right under the heads tells of nobody.

    It counts the columns, begins with "e.g.", or says in small letters how each is filled in: a
    record has a name, a day or a number somewhere.
    """
    texts = [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
    if not texts:
        return False
    if _EXAMPLE.match(texts[0]):
        return True
    if len(texts) < LEAST or len(texts) < MOST * len(row):
        return False
    counted = texts == [str(at) for at in range(1, len(texts) + 1)]
    return counted or all(map(_is_hint, texts))


def _is_hint(text: str) -> bool:
    bare = _FORMAT.sub("", text)
    return bare == bare.lower() and not any(map(str.isdigit, bare)) and "@" not in bare
