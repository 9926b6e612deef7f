"""Lists in a table: what stands under which header, and where the list ends."""

from models.intake.papers import Cell, Table
from models.intake.understanding.across_rows import BANDED
from models.intake.understanding.cells import (
    Labels,
    Row,
    columns,
    filled,
    heads_in_bold,
    is_strong,
    own_cells,
)
from models.intake.understanding.elements import Element, Grid, Loose
from models.intake.understanding.gone_on import repeated, with_row
from models.intake.understanding.header_rows import FORMS, LEAST_BANDED, goes_on_asking, is_header
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.lexicon import section_of
from models.intake.understanding.merged_blocks import Merged, headed
from models.intake.understanding.people_heads import asks_of_people, lists_roles
from models.intake.understanding.plain_heads import goes_on_plainly
from models.intake.understanding.return_columns import heads_lines
from models.intake.understanding.table_ways import asks

PAIR = 2  # a label and its answer
LONGEST_BAND, LONGEST_LISTED = 8, 20  # words of a row across, and in a list
MOST_BANDS = 4  # rows across and empty rows, one below the other, in a list


def read_grid(
    table: Table, place: int, labels: Labels, caption: str, head: Row | None = None
) -> tuple[list[Element], int]:
    """Return the list whose header stands at `place`, texts in no column, and where it ends.

    With `head` the list goes on at `place` under a header that stood above.
    """
    starts = columns(head or table.rows[place])
    headers = tuple(cell.text for _, cell in starts)
    rows: list[tuple[Cell | None, ...]] = []
    strays: list[Element] = []
    at = place if head else place + 1
    blocks = Merged(headed(starts, labels))
    told = not head and heads_in_bold(table, place, labels.least)  # the plain row below answers
    while at < len(table.rows) and (told or not _ends(table, at, headers, labels)):
        told = False
        row = blocks.whole(table.rows[at])
        if filled(row) and not _heads_again(row, starts):
            rows = with_row(rows, repeated(_under(starts, row), rows[-1] if rows else ()))
            strays += _strays(starts, row, labels.section)
        at += 1
    where = table.rows[place][0].where
    return [*strays, Grid(headers, tuple(rows), where, labels.section, caption)], at


def _heads_again(row: Row, starts: list[tuple[int, Cell]]) -> bool:
    """Say whether a row is the header once more, or the lower of its two rows."""
    heads = dict(starts)
    both = [(cell.text, heads[at].text) for at, cell in columns(row) if at in heads]
    same = sum(head == text or head.endswith(f" {text}") for text, head in both)
    return len(both) > 1 and same == len(both) == len(columns(row))


def _ends(table: Table, at: int, headers: tuple[str, ...], labels: Labels) -> bool:
    row = table.rows[at]
    if labels.bands and is_header(table, at, labels, by_pairs=False):
        return True
    if table.sheet is None and goes_on_asking(table, at, labels):
        return True
    if table.sheet is not None:
        return labels.context.kind in FORMS and _ends_on_sheet(table, at, headers, labels)
    cells = filled(row)
    if goes_on_plainly(row, headers, labels.context.kind):
        return False
    if len(headers) >= LEAST_BANDED and _asks_across(row, labels):
        return True
    if len(cells) == 1 and len(headers) > 1 and len(own_cells(row)) == 1:
        return not _is_band(table, at, headers, labels)
    matches = [labels.match(cell.text) for cell in cells]
    if _is_line(row, headers, labels) and not heads_lines(matches):
        return False
    known = sum(map(is_strong, matches))
    if known < len(cells) and len(own_cells(row)) == len(headers) and lists_roles(headers):
        return False
    labelled = known >= 0.75 * len(cells) or (all(matches) and known >= 0.5 * len(cells))
    if len(cells) >= 2 and labelled and tuple(cell.text for cell in cells) != headers:
        return True
    return len(cells) == 2 and known == 1 and is_strong(matches[0])


def _is_line(row: Row, headers: tuple[str, ...], labels: Labels) -> bool:
    """Say whether a row is as wide as a list of a return's lines: what is said may be a label."""
    wide = len(headers) >= LEAST_BANDED and len(own_cells(row)) == len(headers)
    return wide and labels.context.kind == "return" and heads_lines([*map(labels.match, headers)])


def _asks_across(row: Row, labels: Labels) -> bool:
    """Say whether a row is one question and its answer, each merged over several columns."""
    cells = own_cells(row)
    merged = len(cells) == 2 and (len(row) == 2 or sum(cell.span for cell in cells) > len(cells))
    return merged and bool(cells[0].text.strip()) and asks(cells[0], labels)


def _ends_on_sheet(table: Table, at: int, headers: tuple[str, ...], labels: Labels) -> bool:
    """Say whether a list in a form on a worksheet ends: at an empty row, a section or a label.

    A row left empty between rows of the list ends nothing.
    """
    cells = filled(table.rows[at])
    if not cells:
        below = next((filled(row) for row in table.rows[at:] if filled(row)), [])
        labelled = sum(is_strong(labels.of(cell)) for cell in below)
        wide = len(below) >= max(LEAST_BANDED, len(headers) / 2)
        return not wide or 3 * labelled > len(below)
    alone = len(cells) == 1 and cells[0].where == table.rows[at][0].where
    if len(cells) == PAIR < len(headers) and is_strong(labels.of(cells[0])):
        return True  # a label of the form with its answer
    return alone and (section_of(cells[0].text) is not None or cells[0].bold)


def _is_band(table: Table, at: int, headers: tuple[str, ...], labels: Labels) -> bool:
    """Say whether a row across names the rows below it: a short text, and the list goes on."""
    text = filled(table.rows[at])[0].text
    if at + 1 < len(table.rows) and asks_of_people(table.rows[at + 1]):
        return False
    listed = labels.context.kind in LISTS and len(headers) >= BANDED
    below = table.rows[at + 1 : at + 1 + MOST_BANDS]
    wide = (row for row in below if len(filled(row)) > 1)
    after = own_cells(next(wide, ()) if listed else below[0] if below else ())
    most = LONGEST_LISTED if listed else LONGEST_BAND
    short = len(text.split()) <= most and (listed or not labels.match(text))
    goes_on = len(after) == len(headers) and (listed or len(headers) >= LEAST_BANDED)
    strong = sum(is_strong(labels.of(cell)) for cell in after)
    return short and goes_on and 3 * strong <= len(after)


def _strays(starts: list[tuple[int, Cell]], row: Row, section: str | None) -> list[Element]:
    """Keep text in columns that have no header."""
    return [
        Loose(cell.text, cell.where, section)
        for column, cell in columns(row)
        if not any(start <= column < start + head.span for start, head in starts)
    ]


def _under(starts: list[tuple[int, Cell]], row: Row) -> tuple[Cell | None, ...]:
    by_column = dict(columns(row))
    return tuple(
        next((by_column[at] for at in range(start, start + head.span) if at in by_column), None)
        for start, head in starts
    )
