"""A row of a list inside a form: its words with their heads, its place, itself as left over."""

from models.intake.papers import Cell, NotUnderstood
from models.intake.understanding.elements import Grid
from models.intake.understanding.records import row_text

GridRow = tuple[Cell | None, ...]


def text_of(grid: Grid, row: GridRow) -> str:
    """Return what a row says, each part behind its head."""
    return row_text(grid.headers, [cell.text if cell else "" for cell in row])


def where_of(grid: Grid, row: GridRow) -> str:
    """Return where a row begins in its paper."""
    return next((cell.where for cell in row if cell), grid.where)


def lost(grid: Grid, row: GridRow) -> NotUnderstood:
    """Return a row as text that no field took."""
    return NotUnderstood(where_of(grid, row), text_of(grid, row))
