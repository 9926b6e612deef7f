"""Lists of vehicles in a form about somebody: make, colour and registration in their columns."""

from models.intake.papers import NotUnderstood
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.grid_rows import text_of, where_of
from models.intake.understanding.lexicon import Match
from models.intake.understanding.records import Growing
from models.intake.understanding.wording import tokens

SURE = 0.9
KINDS = frozenset({"person_of_concern"})


def read_vehicles(growing: Growing, grid: Grid) -> list[NotUnderstood]:
    """Take the first vehicle that is listed; the others, and who keeps it, are told as text."""
    own = [
        at for at, head in enumerate(grid.headers) if not tokens(head) & tokens("keeper insured")
    ]
    for row in grid.rows:
        texts = [cell.text.strip() for at in own if (cell := row[at]) and cell.text.strip()]
        if texts and growing.get("vehicle") is None:
            said = Match("vehicle", SURE)
            growing.take(Pair("Vehicle", ", ".join(texts), where_of(grid, row), said))
    rest = grid.rows if len(own) < len(grid.headers) else grid.rows[1:]
    return [NotUnderstood(where_of(grid, row), text_of(grid, row)) for row in rest]
