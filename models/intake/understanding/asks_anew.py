"""Rows of labels under rows of answers, few of them known: told by what stands below."""

from models.intake.papers import Table
from models.intake.understanding.cells import Labels, is_strong, own_cells
from models.intake.understanding.questions import suits

LEAST, LONGEST = 3, 8  # cells of a row, words of a label


def asks_anew(table: Table, at: int, labels: Labels) -> bool:
    """Say whether a row without a number holds a label that the row below answers in kind.

    "Report by | Shared with Amira? | Date of referral" over "H Prudhoe | 30 April | 1 May 2026".
    """
    if at + 1 >= len(table.rows):
        return False
    row, below = own_cells(table.rows[at]), own_cells(table.rows[at + 1])
    texts = [cell.text.strip() for cell in row]
    plain = all(0 < len(text.split()) <= LONGEST for text in texts)
    if len(row) < LEAST or len(below) != len(row) or not plain or _numbered(texts):
        return False
    both = zip(row, below, strict=True)
    return any(
        is_strong(match) and suits(match, under, labels)
        for cell, under in both
        if (match := labels.of(cell))
    )


def _numbered(texts: list[str]) -> bool:
    return any(letter.isdigit() for text in texts for letter in text)
