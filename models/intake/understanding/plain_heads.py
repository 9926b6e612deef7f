"""Lists of actions and of members told by their heads: "Action | Owner", "Name | Agency | Role"."""

from collections.abc import Iterable, Sequence

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.cells import columns, filled, own_cells
from models.intake.understanding.dates import is_day
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.list_sorts import is_named

PLAIN, MOST = 0.97, 0.5  # how surely a head is one; how many of the texts below fit it
LEAST, TOP, LONGEST = 2, 4, 40  # cells of a head, rows in which it stands, letters of a cell of it
_ASKED = {
    "actions": (("text",), ("owner", "agency")),
    "members": (("name",), ("agency",), ("role", "panel_role", "email")),
}
"""Kind of list → what its heads ask: one of each."""


def listed_plainly(parts: Iterable[Block | Table]) -> str:
    """Return the kind of a paper whose tables are all headed as such a list's, else nothing."""
    tables = [one for one in parts if isinstance(one, Table) and any(map(_is_wide, one.rows))]
    told = {_listed(table) for table in tables}
    return told.pop() if len(told) == 1 else ""


def holds_actions(parts: Iterable[Block | Table]) -> bool:
    """Say whether one of a paper's tables is headed as a list of actions is."""
    return any(_listed(one) == "actions" for one in parts if isinstance(one, Table))


def heads_plainly(cells: Sequence[Cell], kind: str) -> bool:
    """Say whether cells ask in so many words what every list of this kind asks, each once."""
    short = all(len(one.text) <= LONGEST for one in cells)
    return kind in _ASKED and short and bool(_fields([one.text for one in cells], kind))


def goes_on_plainly(row: Sequence[Cell], headers: Sequence[str], kind: str) -> bool:
    """Say whether a row under such heads is one of the list, whatever label it resembles."""
    wide = len(own_cells(tuple(row))) == len(headers) and _is_wide(row)
    return wide and kind in _ASKED and bool(_fields(headers, kind))


def _listed(table: Table) -> str:
    rows = [filled(row) for row in table.rows]
    for place, cells in enumerate(rows[:TOP]):
        for kind, (field, fits) in _FIT.items():
            if not heads_plainly(cells, kind):
                continue
            at = _fields([one.text for one in cells], kind).index(field)
            told = _under(table, place, at)
            if told and sum(map(fits, told)) > MOST * len(told):
                return kind
    return ""


def _is_said(text: str) -> bool:
    return len(text.split()) > 1 and not is_day(text)


def _under(table: Table, place: int, at: int) -> list[str]:
    """Return the texts below the cell that is the so-many-th of a head."""
    column = columns(table.rows[place])[at][0]
    rows = [dict(columns(row)) for row in table.rows[place + 1 :] if _is_wide(row)]
    return [row[column].text.strip() for row in rows if column in row]


def _is_wide(row: Sequence[Cell]) -> bool:
    return len(filled(row)) >= LEAST


def _fields(heads: Sequence[str], kind: str) -> list[str]:
    """Return what heads ask, in their order; nothing where it is not all that such a list asks."""
    found = [recognise(kind, head) for head in heads]
    fields = [one.field if one and one.score >= PLAIN else "" for one in found]
    known = [one for one in fields if one]
    asked = all(any(one in known for one in some) for some in _ASKED[kind])
    once = len(set(known)) == len(known) >= LEAST
    return fields if asked and once and len(known) > MOST * len(fields) else []


_FIT = {"actions": ("text", _is_said), "members": ("name", is_named)}
"""Kind of list → the column that tells it, and what most of its texts are."""
