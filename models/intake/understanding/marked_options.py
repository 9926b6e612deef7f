"""A row whose cells are the options of one list, of which one is marked: "CP plan: X 12/6/26"."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.papers import Cell
from models.intake.understanding.elements import Pair
from models.intake.understanding.in_cells import in_cell
from models.intake.understanding.lexicon import Match

LEAST, SURE, UNKNOWN = 3, 0.9, 1  # options, how sure, and how many of them no list knows
LISTS = {"plans": "plan", "risk_levels": "risk", "nrm_statuses": "nrm"}
_MARKED = re.compile(r"(?:[xX✓✔☒]|yes)(?![\w'’])\W*(.*)", re.DOTALL)


def marked_option(cells: Sequence[Cell], section: str | None) -> Pair | None:
    """Return the marked one of several options that a row holds, a cell each; else None."""
    told = [in_cell(cell) for cell in cells if cell.text.strip()]
    names = [name.strip(" :") for name, _ in told]
    marked = [at for at, (_, answer) in enumerate(told) if _MARKED.match(answer.strip())]
    others = [answer for at, (_, answer) in enumerate(told) if at not in marked]
    if len(told) < LEAST or len(marked) != 1 or any(answer.strip() for answer in others):
        return None
    for listed, field in LISTS.items():
        known = sum(codes.recognise(listed, name) is not None for name in names)
        if known >= len(names) - UNKNOWN:
            cell = [cell for cell in cells if cell.text.strip()][marked[0]]
            return Pair(field, names[marked[0]], cell.where, Match(field, SURE), section)
    return None
