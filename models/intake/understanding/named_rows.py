"""A row that heads a list: what it asks stands below it in row after row, a name under "Child"."""

from collections.abc import Sequence

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, columns, is_strong
from models.intake.understanding.dates import is_day
from models.intake.understanding.names import is_no_name, looks_like_name, read_name

LISTED = frozenset({"return", "tracker", "missing"})
LEAST_WIDE, LEAST_ROWS, NEAR = 4, 2, 12  # columns, rows below
MOST, SURE = 0.75, 0.9
LONGEST_HEAD = 12  # words
NAMES = frozenset({"name", "subject", "first_name", "surname"})


def heads_named(table: Table, place: int, labels: Labels) -> bool:
    """Say whether a row asks a name and a day of birth, or all in bold a name, of the rows below.

    Most of its columns may have heads of the body's own that no dictionary has.
    """
    heads = columns(table.rows[place])
    short = all(len(cell.text.split()) <= LONGEST_HEAD for _, cell in heads)
    if labels.context.kind not in LISTED or len(heads) < LEAST_WIDE or not short:
        return False
    below = [dict(columns(row)) for row in table.rows[place + 1 : place + 1 + NEAR]]
    below = [row for row in below if len(row) > 1]
    matched = ((labels.of(cell), at) for at, cell in heads)
    asked = {match.field: at for match, at in matched if match and match.score > SURE}
    named = next((asked[field] for field in asked if field in NAMES), None)
    if named is None or len(below) < LEAST_ROWS:
        return False
    under = _texts(below, named)
    days = _texts(below, asked["dob"]) if "dob" in asked else []
    plain = not any(cell.bold for row in below for cell in row.values())
    bold = plain and all(cell.bold for _, cell in heads)
    born = len(days) >= LEAST_ROWS and sum(map(is_day, days)) >= MOST * len(days)
    part = "name" not in asked and "subject" not in asked
    names = [text for text in under if _is_name(text, labels, part)]
    enough = len(names) >= max(LEAST_ROWS, MOST * len(below))
    return enough and (born or bold)


def _texts(rows: Sequence[dict[int, Cell]], at: int) -> list[str]:
    return [row[at].text for row in rows if at in row]


def _is_name(text: str, labels: Labels, part: bool) -> bool:
    """Say whether a text is somebody's first name and surname, or a `part` of it, and no label."""
    name = read_name(text.partition("\n")[0]).name
    whole = (part or " " in name) and looks_like_name(name) and not is_no_name(text)
    return whole and not is_strong(labels.match(text))
