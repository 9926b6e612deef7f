"""A row of a list inside a form: its words with their heads, its place, itself as left over."""

from collections.abc import Iterable

from models.intake.papers import Cell, NotUnderstood
from models.intake.understanding.elements import Grid

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


def row_text(headers: Iterable[str], texts: Iterable[str]) -> str:
    """Return a row as it would be shown to a person: header and value, header and value."""
    said = (
        f"{head}: {text}" if head else text
        for head, text in zip(headers, texts, strict=True)
        if text
    )
    return "; ".join(said)
