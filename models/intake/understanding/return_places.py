"""Where a text of a return stands: in which row, at the page's end, beside what is kept back."""

import re

from models.intake.papers import Cell, NotUnderstood


def at_page_end(where: str) -> bool:
    """Whether a text stands in the head or foot of a page, where nobody answers anything."""
    return where.startswith(("header", "footer", "page edge"))


def taken_out(text: NotUnderstood) -> NotUnderstood:
    """Return what is said in place of a text beside a line that is not shared."""
    return NotUnderstood(text.where, "Text beside a line that is not shared was not kept.")


def first_place(row: tuple[Cell | None, ...]) -> str:
    """Return the place of a row's first cell."""
    return next((cell.where for cell in row if cell), "")


def row_of(where: str) -> str:
    """Return the row of a place, so that a withheld line takes its whole row with it."""
    found = re.match(r"^(.*row \d+)|^(.*![A-Z]+)(\d+)$", where)
    if found is None:
        return where
    return found[1] or f"{found[2].rsplit('!', 1)[0]}!{found[3]}"
