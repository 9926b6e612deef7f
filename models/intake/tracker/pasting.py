"""A block pasted from a spreadsheet onto cells of the tracker, as proposed changes."""

from collections.abc import Sequence
from datetime import date

from models.errors import Refusal
from models.intake.tracker.proposing import row_of
from models.records.tracker import Proposed, ProposedSet, Standing, TrackedChild
from models.rules.tracker.columns import BY_KEY, COLUMNS

MOST_LETTERS, MOST_CELLS = 5_000_000, 200_000
TOO_MUCH = "That is more than is pasted at once. Bring it back as a sheet."
BY_TITLE = {one.title.casefold(): one.key for one in COLUMNS}


def block(text: str) -> list[list[str]]:
    """The rows of cells that a spreadsheet puts on the clipboard; Refusal for far too many."""
    if len(text) > MOST_LETTERS:
        raise Refusal(TOO_MUCH)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    rows = [line.split("\t") for line in lines]
    if sum(map(len, rows)) > MOST_CELLS:
        raise Refusal(TOO_MUCH)
    return rows


def pasted(
    rows: Sequence[Sequence[str]],
    children: Sequence[TrackedChild],
    keys: Sequence[str],
    today: date,
    districts: Sequence[str] = (),
) -> ProposedSet:
    """What a block would change, laid onto these children and columns from their first.

    A first row of column titles says itself which columns are meant. One cell fills all that
    were chosen, who are then all the children given.
    """
    wanted, notes = list(keys), list[str]()
    if rows and all(cell.strip().casefold() in BY_TITLE for cell in rows[0]):
        wanted, rows = [BY_TITLE[cell.strip().casefold()] for cell in rows[0]], rows[1:]
    if len(rows) > len(children):
        notes.append(f"{len(rows) - len(children):,} rows have no child to go to; they are left.")
    widest = max((len(row) for row in rows), default=0)
    if widest > len(wanted):
        notes.append(f"{widest - len(wanted)} columns lie beyond the last one; they are left.")
    found: list[Proposed] = []
    for child, row in zip(children, rows, strict=False):
        cells = [(BY_KEY[key], text) for key, text in zip(wanted, row, strict=False)]
        found += row_of(len(found), child, cells, today, districts=districts)
    taken = frozenset(one.key for one in found if one.standing is Standing.CHANGE)
    return ProposedSet(tuple(found), tuple(notes), taken)
