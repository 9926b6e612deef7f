"""Lists: a header row and one record on each row under it."""

import re

from models.intake.papers import Cell, NotUnderstood, ReadRecord
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.finish import finish
from models.intake.understanding.lexicon import Match
from models.intake.understanding.records import Growing, row_text

WHOM = ("name", "surname", "first_name", "la_id")
IDENTITY = {
    "actions": ("text",),
    "reply": ("text", "response", "ref"),
    "intelligence": ("text",),
    "members": ("name", "surname", "first_name", "email"),
    "location": ("name",),
    "group": ("name",),
    "theme": ("name",),
}


def columns_of(grid: Grid, context: Context) -> list[Match | None]:
    """Return the field of each column; of two columns for one field the surer has it."""
    found = [context.label(header, grid.section) for header in grid.headers]
    best: dict[str, int] = {}
    for place, match in enumerate(found):
        if match is None:
            continue
        rival = best.get(match.field)
        other = found[rival] if rival is not None else None
        if other is None or match.score > other.score:
            best[match.field] = place
    return [
        match if match and best[match.field] == place else None for place, match in enumerate(found)
    ]


def is_list(grid: Grid, context: Context) -> bool:
    """Say whether each row of a grid can be a record of the paper's kind."""
    fields = {match.field for match in columns_of(grid, context) if match}
    return bool(grid.rows) and len(fields) >= 2 and bool(fields & set(_identity(context.kind)))


def _identity(kind: str) -> tuple[str, ...]:
    return IDENTITY.get(kind, WHOM)


def read_rows(
    grid: Grid, context: Context, this_year: int
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return a record for each row that names someone or something, and what was left over."""
    columns = columns_of(grid, context)
    records: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    for row in grid.rows:
        growing = _read_row(grid.headers, columns, row, context.kind, this_year)
        if any(growing.get(name) for name in _identity(context.kind)) and not _is_total(row):
            finish(growing)
            records.append(growing.finished())
            lost += growing.lost
        else:
            texts = [cell.text if cell else "" for cell in row]
            lost.append(NotUnderstood(_where(row), row_text(_named(grid.headers, row), texts)))
    return records, lost


def _read_row(
    headers: tuple[str, ...],
    columns: list[Match | None],
    row: tuple[Cell | None, ...],
    kind: str,
    this_year: int,
) -> Growing:
    growing = Growing(kind, _where(row), this_year)
    for header, match, cell in zip(headers, columns, row, strict=True):
        if cell is not None and cell.text.strip():
            growing.take(Pair(header, cell.text, cell.where, match))
    return growing


def _is_total(row: tuple[Cell | None, ...]) -> bool:
    first = next((cell.text for cell in row if cell), "")
    return bool(re.match(r"\W*(?:(?:grand|sub)[ -]?)?totals?\b", first, re.IGNORECASE))


def _named(headers: tuple[str, ...], row: tuple[Cell | None, ...]) -> tuple[str, ...]:
    """Leave the headers out of a row that is one word across, such as a district's band."""
    return headers if sum(cell is not None for cell in row) > 1 else ("",) * len(headers)


def _where(row: tuple[Cell | None, ...]) -> str:
    return next((cell.where for cell in row if cell), "")
