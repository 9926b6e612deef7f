"""What the rows of a paper's tables list: somebody's address in each, or a day."""

import re

from models.intake.papers import Block, Table

LEAST_WIDE, LEAST_LISTED = 3, 6  # cells of a list's row, and of one with a day
_BORN = re.compile(
    r"\b(?:d\.?o\.?b|birth\w*|born)\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}", re.IGNORECASE
)
_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2}|\b\d{4}-\d\d-\d\d\b")


def lists_addresses(parts: tuple[Block | Table, ...]) -> bool:
    """Say whether the paper is one list with an e-mail address in each row, and no days."""
    tables = [part for part in parts if isinstance(part, Table)]
    rows = [[c.text for c in row] for table in tables for row in table.rows]
    wide = [row for row in rows if sum(map(bool, row)) >= LEAST_WIDE]
    addressed = [row for row in wide if any("@" in text for text in row)]
    born = any(_BORN.search(text) for row in rows for text in row)
    return len(addressed) > 1 and len(addressed) >= len(wide) - 1 and not born


def lists_days(parts: tuple[Block | Table, ...]) -> bool:
    """Say whether a worksheet is mostly rows of many cells with a day in each."""
    sheets = [part for part in parts if isinstance(part, Table) and part.sheet]
    rows = [[c.text for c in row if c.text.strip()] for table in sheets for row in table.rows]
    several = [row for row in rows if len(row) > 1]
    wide = [row for row in several if len(row) >= LEAST_LISTED and any(map(_DAY.search, row))]
    return len(wide) > 1 and 2 * len(wide) > len(several)
