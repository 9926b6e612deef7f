"""Lists of children in a form about a place, a group or an adult: their names are taken."""

import re

from models.intake.papers import Cell, NotUnderstood
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.grid_rows import lost
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.names import read_name
from models.intake.understanding.records import Growing
from models.intake.understanding.value import Value
from models.intake.understanding.wording import tokens

CHILD = "child"
ABOUT_CHILDREN = 0.8  # a title may speak of children too
BORN_IN, BORN = frozenset({"location", "group"}), 0.8  # kinds of paper, how sure a header is
_ADULT = re.compile(  # "adult, 30s", "abt 24", "late 20s"
    r"^\W*(?:adult\b|(?:abt|about|approx\.?|circa|c\.|early|mid|late)?[\s-]*"
    r"(?:[2-9]\ds?|1[89])\b(?:\s*(?:yrs?|years?)(?: old)?)?\W*$)",
    re.IGNORECASE,
)


def lists_children(grid: Grid, context: Context) -> bool:
    """Say whether a list under "Children linked to this location" names them in a column."""
    if _column(grid, "name") is None:
        return False
    if context.kind in BORN_IN and _column(grid, "dob", "age", sure=BORN) is not None:
        return True
    about = recognise(context.kind, grid.caption)
    told = about is not None and about.field == "children" and about.score >= ABOUT_CHILDREN
    return told or CHILD in tokens(grid.headers[0])  # "Child's name" beside how each is linked


def _column(grid: Grid, *fields: str, sure: float = 0.0) -> int | None:
    """Return which column of a list of people asks for one of these fields."""
    asked = ((at, recognise("persons", header)) for at, header in enumerate(grid.headers))
    return next(
        (at for at, one in asked if one and one.field in fields and one.score >= sure), None
    )


def read_children(growing: Growing, grid: Grid) -> list[NotUnderstood]:
    """Take the names of a list of children; what stands beside a name is kept as text."""
    at, called = _column(grid, "name"), _column(grid, "alias")
    for row in grid.rows:
        cell = row[at] if at is not None else None
        if called is not None and (cell is None or says_nothing(cell.text)):
            cell = row[called]  # whose name nobody knows is called something
        if cell is not None and not says_nothing(cell.text):
            whom = (
                "persons" if growing.kind != "person_of_concern" and _is_adult(row) else "children"
            )
            pair = Pair("", cell.text, cell.where, Match(whom, 0.9))
            name = read_name(cell.text.rstrip(" ?"))
            growing.put(Value(whom, (name.name or name.alias,)), pair)
    return [lost(grid, row) for row in grid.rows if sum(cell is not None for cell in row) > 1]


def _is_adult(row: tuple[Cell | None, ...]) -> bool:
    """Say whether a row of people says of one of them that it is no child."""
    return any(cell is not None and _ADULT.match(cell.text) for cell in row)
