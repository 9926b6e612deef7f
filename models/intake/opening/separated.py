"""A CSV file read into one table, whichever sign separates its columns."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from models.errors import Refusal
from models.intake.opening import glyphs
from models.intake.opening.encoding import text_of
from models.intake.opening.limits import MAX_CELL_LETTERS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from models.intake.opening.notes import Notes
from models.intake.papers import Cell, Table

SEPARATORS = (",", ";", "\t", "|")
TRIED_ROWS = 50
TRIED_LETTERS = 200_000
GUARDED = ("'=", "'+", "'-", "'@")


def read_separated(data: bytes, notes: Notes) -> tuple[Table, ...]:
    """Return the file as one table; a guarding apostrophe before = + - @ is taken off.

    Raises Refusal, naming line or row, for what is no text, for a quotation mark never closed and
    past the limits of rows, columns and letters in a cell.
    """
    text = text_of(data, notes)
    text, separator = _declared(text)
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for number, values in _records(text, separator or _separator(text), notes):
        row = _row(number, values)
        cells += len(row)
        _check(number, len(row), cells)
        if row or (rows and rows[-1]):
            rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    if not rows:
        raise Refusal("This paper is empty: it holds no text at all. Ask for it to be sent again.")
    return (Table(tuple(rows), "the list"),)


def _declared(text: str) -> tuple[str, str | None]:
    """Take off the first line "sep=;" by which Excel is told the separator."""
    first, _, rest = text.partition("\n")
    declared = first.strip().strip('"')
    if declared.lower().startswith("sep=") and len(declared) == 5:
        return "\n" + rest, declared[4]
    return text, None


def _separator(text: str) -> str:
    return max(SEPARATORS, key=lambda separator: _score(text[:TRIED_LETTERS], separator))


def _score(text: str, separator: str) -> tuple[float, int]:
    """How many cells a separator cuts evenly out of the first rows, then how many to a row.

    Titles above the list are rows that nothing cuts, or a comma in their sentences.
    """
    widths: list[int] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            if row:
                widths.append(len(row))
            if len(widths) == TRIED_ROWS:
                break
    except csv.Error:
        return (0.0, 0)
    cut = Counter(width for width in widths if width > 1)
    if not cut:
        return (0.0, 0)
    width, times = cut.most_common(1)[0]
    return (times * (width - 1) / len(widths), width)


def _records(text: str, separator: str, notes: Notes) -> Iterator[tuple[int, list[str]]]:
    strict = _is_strict(text, separator)
    if not strict:
        notes.add("Quotation marks are used unevenly; check the rows against the paper")
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=strict)
    number = 0
    while True:
        number += 1
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Refusal(_broken(str(error), line)) from None
        yield number, values


def _is_strict(text: str, separator: str) -> bool:
    """Return whether quotation marks keep the rule, or break it only where reading must stop."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, _ in enumerate(reader):
            if number > MAX_ROWS:
                break
    except csv.Error as error:
        return "expected after" not in str(error)
    return True


def _broken(reason: str, line: int) -> str:
    if "limit" in reason:
        return (
            f"This paper holds more than {MAX_CELL_LETTERS:,} letters in one cell "
            f"(line {line:,}), or a quotation mark there is never closed. "
            "Mend it and add it again."
        )
    return (
        f"This paper cannot be cut into rows: a quotation mark opened at line {line:,} "
        "is never closed. Open it in Excel, save it as .xlsx, and add that."
    )


def _row(number: int, values: list[str]) -> tuple[Cell, ...]:
    cells = [_cell(value, number, column) for column, value in enumerate(values, 1)]
    while cells and not cells[-1].text:
        cells.pop()
    return tuple(cells)


def _cell(value: str, row: int, column: int) -> Cell:
    if len(value) > MAX_CELL_LETTERS:
        raise Refusal(_broken("limit", row))
    bare = value.lstrip()
    value = bare[1:] if bare.startswith(GUARDED) else value
    text = glyphs.plain(value.replace("\r\n", "\n").replace("\r", "\n"))
    return Cell(text, f"row {row}, column {column}", checked=glyphs.checked(text))


def _check(row: int, columns: int, cells: int) -> None:
    if row > MAX_ROWS:
        raise Refusal(
            f"This paper has more than {MAX_ROWS:,} rows (row {row:,}). "
            "Split it and add the parts one by one."
        )
    if columns > MAX_COLUMNS or cells > MAX_CELLS:
        raise Refusal(
            f"This paper has more columns than any list the panel uses (row {row:,}). "
            "Take out what the panel does not need and add it again."
        )
