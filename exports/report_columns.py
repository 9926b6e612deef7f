"""How a report's columns stand on a printed page: their names, widths and blocks."""

import math
from collections.abc import Sequence

from exports import charts
from exports.sheet import Sheet
from models.records.reports import ReportRow, ReportTable

LONG, SOFT_HYPHEN = 10, "\u00ad"
PAGE_WIDE, LEAST_WIDE, MOST_WIDE = 96, 30, 100
ON_A_PAGE, LABELS_WIDE = 8, 24
"""Columns on a page, room for labels."""


def figures(row: ReportRow) -> tuple[str, ...]:
    """The figures of a row as people read them."""
    return tuple(charts.figure(row, at) for at in range(len(row.values)))


def headings(table: ReportTable) -> tuple[str, ...]:
    """The columns' names for a printed table, with a place to break in words of eleven letters."""
    return tuple(" ".join(map(_parted, name.split())) for name in table.columns)


def _parted(word: str) -> str:
    half = (len(word) + 1) // 2
    return word if len(word) <= LONG else f"{word[:half]}{SOFT_HYPHEN}{word[half:]}"


def widths(table: ReportTable) -> tuple[int, ...]:
    """Shares of a page's width, in which no word of the columns' names is broken elsewhere."""
    pieces = ([part for word in name.split() for part in word.split(SOFT_HYPHEN)]
              for name in headings(table))  # fmt: skip
    return (16, *(max(6, *map(len, each)) + 3 for each in pieces))


def beside_wide(table: ReportTable) -> tuple[int, ...]:
    """The shares of labels and figures: labels have more where what is counted keeps enough."""
    labels, *shares = widths(table)
    roomy = table.defined and LABELS_WIDE + sum(shares) + LEAST_WIDE <= PAGE_WIDE
    return (LABELS_WIDE if roomy else labels, *shares)


def terms_wide(table: ReportTable) -> tuple[int, ...]:
    """The share of what is counted: the rest of the page."""
    return (max(LEAST_WIDE, PAGE_WIDE - sum(beside_wide(table))),) if table.defined else ()


def in_blocks(sheet: Sheet, table: ReportTable, section: str, rows: Sequence[ReportRow]) -> None:
    """A section of many columns as tables one under another, each as wide as a page."""
    heads, (labels, *shares) = headings(table), widths(table)
    size = _block_size(shares, labels)
    for first in range(0, len(heads), size):
        block = slice(first, first + size)
        roomy = LABELS_WIDE + sum(shares[block]) <= MOST_WIDE
        if first:
            sheet.note(f"{section}, columns that follow:")
        sheet.table(
            ("", *heads[block]),
            [(row.label, *figures(row)[block]) for row in rows],
            (LABELS_WIDE if roomy else labels, *shares[block]),
            f"{table.title}: {section}",
        )


def _block_size(shares: Sequence[int], labels: int) -> int:
    """How many columns stand in each block: about as many in every one, and none too narrow."""
    by_number = math.ceil(len(shares) / ON_A_PAGE)
    by_width = math.ceil(sum(shares) / (MOST_WIDE - labels))
    return math.ceil(len(shares) / max(by_number, by_width, 1))
