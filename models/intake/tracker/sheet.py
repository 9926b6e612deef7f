"""The tracker's own sheet as it comes back: whose each row is, and what its cells say."""

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from models.errors import Refusal
from models.intake.papers import Cell, Content, Table
from models.intake.tracker.heads import BY_TITLE, columns_of
from models.rules.tracker.columns import BY_KEY, TrackerColumn

RECORD, AS_SENT = "Record", "As sent"
"""Titles of the two columns by which rows and earlier words are known again."""
LOOKED_AT, MOST_CHILDREN, LEAST_TITLES = 20, 50_000, 2
NO_SHEET = (
    "This is no sheet of the tracker: no row of titles with System id or Record was found. Save "
    "the tracker as a sheet first, or drop other councils' lists on Referrals."
)
PIECE = re.compile(r"^([a-z_0-9]+):([0-9a-f]{8})$")
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class SheetRow:
    """A row: its number, the record it names, the digests of its cells as they went, its texts."""

    number: int
    record: str
    sent: dict[str, str]
    cells: dict[str, str]


@dataclass(frozen=True)
class ReadSheet:
    """The rows of a sheet, its columns, and titles that the tracker does not have."""

    rows: tuple[SheetRow, ...]
    keys: tuple[str, ...]
    unknown: tuple[str, ...]


def digest(key: str, record: str, column: TrackerColumn, said: str) -> str:
    """A short mark of what a cell said when the sheet went; `said` in its canonical form.

    Without the `key` of the file nobody tells from a mark what stood in a column that was deleted.
    """
    told = f"{record}\n{column.key}\n{said}".encode()
    return hmac.new(key.encode(), told, sha256).hexdigest()[:8]


def read_sheet(content: Content) -> ReadSheet:
    """Read the first table that has the tracker's titles; Refusal where none has."""
    for table in content.parts:
        if isinstance(table, Table):
            for at, row in enumerate(table.rows[:LOOKED_AT]):
                if _is_head(row):
                    return _read(row, table.rows[at + 1 :], at + 2)
    raise Refusal(NO_SHEET)


def _is_head(row: Row) -> bool:
    titles = [cell.text.strip() for cell in row]
    meant = set(columns_of(titles)) & BY_KEY.keys()
    ours = sum(title.casefold() in BY_TITLE for title in titles)
    numbered = RECORD in titles or "system_id" in meant
    return numbered and max(ours, len(meant)) >= LEAST_TITLES


def _read(head: Row, rows: tuple[Row, ...], first: int) -> ReadSheet:
    places: dict[int, str] = {}
    unknown: list[str] = []
    titles = [cell.text.strip() for cell in head]
    for at, (title, key) in enumerate(zip(titles, columns_of(titles), strict=True)):
        if title in (RECORD, AS_SENT):
            places[at] = title
        elif key in BY_KEY:
            places[at] = key
        elif title:
            unknown.append(title)
    if len(rows) > MOST_CHILDREN:
        raise Refusal(f"The sheet has more than {MOST_CHILDREN:,} rows. Split it.")
    found = [_row(first + at, row, places) for at, row in enumerate(rows)]
    keys = tuple(key for key in places.values() if key not in (RECORD, AS_SENT))
    return ReadSheet(tuple(one for one in found if any(one.cells.values())), keys, tuple(unknown))


def _row(number: int, row: Row, places: dict[int, str]) -> SheetRow:
    said = {name: row[at].text.strip() if at < len(row) else "" for at, name in places.items()}
    pieces = (PIECE.match(one) for one in said.pop(AS_SENT, "").split())
    sent = {found[1]: found[2] for found in pieces if found}
    return SheetRow(number, said.pop(RECORD, "").lower(), sent, said)
