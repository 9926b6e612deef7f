"""The child's own row in a list of all the children of a household."""

from models.intake.papers import Cell
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.context import Context
from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.records import Growing
from models.rules.names import plain

OWN = frozenset({
    "alias", "gender", "school", "ethnicity", "nhs", "upn", "la_id", "first_language", "religion",
    "disability", "nationality", "age",
})  # fmt: skip


def own_row(growing: Growing, grid: Grid, context: Context) -> None:
    """Take what stands in the row that has the child's name, or first name and day of birth."""
    columns = columns_of(grid, context)
    fields = [match.field if match else "" for match in columns]
    mine = [row for row in grid.rows if _is_child(growing, fields, row)]
    if len(mine) != 1 or len(grid.rows) < 2:
        return
    for header, match, cell in zip(grid.headers, columns, mine[0], strict=True):
        told = match is not None and match.field in OWN and growing.get(match.field) is None
        if told and cell is not None and not says_nothing(cell.text):
            growing.take(Pair(header, cell.text, cell.where, match, grid.section))


def _is_child(growing: Growing, fields: list[str], row: tuple[Cell | None, ...]) -> bool:
    said = {f: cell.text for f, cell in zip(fields, row, strict=True) if cell and f}
    parts = (said.get("name"), said.get("first_name"), said.get("surname"))
    named = set(plain(" ".join(filter(None, parts))).split())
    own = " ".join(str(growing.get(name) or "") for name in ("name", "first_name", "surname"))
    born = read_day(said.get("dob", ""), growing.this_year, born=True).value
    same = born is not None and born == growing.get("dob")
    mine = set(plain(own).split())
    return bool(named) and named <= mine and (same or len(named) > 1)
