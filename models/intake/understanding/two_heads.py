"""A list whose header takes two rows or three: groups of columns above, their own names below."""

from dataclasses import replace
from itertools import pairwise

from models import codes
from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, columns, filled
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.lexicon import SAME
from models.intake.understanding.questions import COUNTED
from models.intake.understanding.return_columns import keeps_back
from models.intake.understanding.ticks import is_tick
from models.intake.understanding.wording import label_key

LEAST, MOST, SURE = 2, 0.6, 0.8
FIRST_ROWS, LONGEST = 8, 5
SHORT = frozenset({"level", "date", "due", "type", "outcome", "status", "lead", "number", "no"})
"""Names of columns that mean little without what they stand under."""


def with_one_head(table: Table, labels: Labels) -> Table:
    """Return a list with the names of groups and of their columns in one header row."""
    if labels.context.kind not in (*LISTS, "return"):
        return table
    for at in range(min(FIRST_ROWS, len(table.rows) - 2)):
        if _is_head(table, at, labels):
            table = _with_next(table, at, labels)
            deeper = (heads(table, at, labels) for heads in (_heads_kinds, _heads_twice))
            deep = len(table.rows) > at + 2 and any(deeper)
            return _with_next(table, at, labels) if deep else table
    return table


def _is_head(table: Table, at: int, labels: Labels) -> bool:
    ways = (_heads_kinds, _heads_marks, _heads_twice, _heads_groups, _heads_over)
    return any(heads(table, at, labels) for heads in ways)


def _with_next(table: Table, at: int, labels: Labels) -> Table:
    """Return a list with two rows of its head made one."""
    row = _joined(table, at, labels)
    return replace(table, rows=(*table.rows[:at], row, *table.rows[at + 2 :]))


def _heads_kinds(table: Table, at: int, labels: Labels) -> bool:
    """Say whether kinds of harm, and nothing else, stand below one merged cell of a head."""
    above, below = (_by_column(table, at + step) for step in range(2))
    kinds = [codes.recognise("exploitation_types", cell.text) for cell in below.values()]
    starts = [*sorted(above), max([*above, *below], default=0) + 1]
    whole = any(below.keys() <= set(range(*each)) for each in pairwise(starts))
    return len(kinds) >= LEAST and None not in kinds and whole and len(above) > len(kinds)


def _heads_marks(table: Table, at: int, labels: Labels) -> bool:
    """Say whether names stand below a return's one merged cell alone, with only marks under them.

    Not where it says what is not to be done: its names alone would say the contrary.
    """
    above, below = (_by_column(table, at + step) for step in range(2))
    over = [start for start, cell in above.items() if cell.span >= LEAST]
    whole = labels.context.kind == "return" and len(above) > LEAST and len(over) == 1
    whole = whole and not keeps_back(above[over[0]].text)
    under = range(over[0], over[0] + above[over[0]].span) if whole else range(0)
    rows = [_by_column(table, each) for each in range(at + 2, len(table.rows))]
    marks = [row[column].text for row in rows for column in under if column in row]
    named = len(below) >= LEAST and below.keys() == set(under)
    return named and bool(marks) and all(is_tick(text) is not None for text in marks)


def _heads_twice(table: Table, at: int, labels: Labels) -> bool:
    """Say whether names stand below where the row above has none, and only there."""
    above, below = (_by_column(table, at + step) for step in range(2))
    after = _first_record(table, at + 2)
    own = [column for column in above if column not in below]
    if own and len(below) > len(above) > len(own) and _are_named(below, labels):
        return len(after) >= MOST * len({*above, *below})
    under = [column for column in below if column not in above]
    short = all(len(text.text.split()) <= LONGEST for text in (*above.values(), *below.values()))
    started = bool(own) and bool(under) and min(own) < min(under)
    known = sum(labels.match(cell.text) is not None for cell in above.values())
    named = known >= MOST * len(above)
    whole = len(after) >= MOST * len({*above, *below}) and len(above) > LEAST
    return named and short and started and whole and len(own) >= LEAST and len(below) >= LEAST


def _are_named(row: dict[int, Cell], labels: Labels) -> bool:
    """Say whether most cells of a row are names of columns."""
    known = sum(labels.match(cell.text) is not None for cell in row.values())
    return len(row) > LEAST and known >= MOST * len(row)


def _heads_groups(table: Table, at: int, labels: Labels) -> bool:
    """Say whether merged cells name groups of the columns that the row below names."""
    above, below, after = (_by_column(table, at + step) for step in range(3))
    merged = [cell for cell in above.values() if cell.span > 1]
    single = [column for column, cell in above.items() if cell.span == 1]
    alone = [column for column in single if column not in below]
    whole = len(single) < len(merged)
    if len(merged) < LEAST or not (alone or whole) or len(below) <= len(above):
        return False
    known = sum(labels.match(cell.text) is not None for cell in below.values())
    return known >= MOST * len(below) and bool(after)


def _heads_over(table: Table, at: int, labels: Labels) -> bool:
    """Say whether a few names, with empty cells between, stand over those of columns.

    In a list that is no return, columns have to be called alike, so that they need the names above.
    """
    above, below, after = (_by_column(table, at + step) for step in range(3))
    few = len(above) >= LEAST and 2 * len(above) <= len(below) + 1 and above.keys() <= below.keys()
    known = sum(labels.match(cell.text) is not None for cell in after.values())
    filled_in = len(after) > LEAST and 2 * known < len(after)
    needed = labels.context.kind == "return" or _tell_apart(above, below, labels)
    return needed and few and _are_named(below, labels) and filled_in


def _tell_apart(above: dict[int, Cell], below: dict[int, Cell], labels: Labels) -> bool:
    """Say whether labels above stand each over the first of columns of which some are alike."""
    known = sum(labels.match(cell.text) is not None for cell in above.values())
    names = [cell.text.strip().lower() for cell in below.values()]
    return known >= MOST * len(above) and len(set(names)) < len(names)


def _first_record(table: Table, at: int) -> dict[int, Cell]:
    """Return the first row from one on that holds more than a name of the rows below it."""
    rows = (_by_column(table, each) for each in range(at, min(at + FIRST_ROWS, len(table.rows))))
    return next((row for row in rows if len(row) > 1), {})


def _by_column(table: Table, at: int) -> dict[int, Cell]:
    return dict(columns(table.rows[at]))


def _joined(table: Table, at: int, labels: Labels) -> tuple[Cell, ...]:
    above, below = _by_column(table, at), _by_column(table, at + 1)
    marked = _heads_marks(table, at, labels)
    group, row = "", []
    blank = filled(table.rows[at])[0]
    for column in range(max(*above, *below) + 1):
        top, sub = above.get(column), below.get(column)
        group = top.text if top else group
        said = _name(group, sub.text, labels) if sub and not marked else sub and sub.text
        text = said or (top.text if top else "")
        row.append(replace(top or sub or replace(blank, text=""), text=text, span=1))
    return tuple(row)


def _name(group: str, sub: str, labels: Labels) -> str:
    """Return a column's own name, with its group's where that tells more."""
    whole, alone = labels.match(f"{group} {sub}"), labels.match(sub)
    kind = codes.recognise("exploitation_types", sub) is not None or label_key(sub) in COUNTED
    own = whole is not None and whole.score >= SAME and label_key(sub) in SHORT
    more = whole is not None and (
        whole.score >= SURE if alone is None else own or whole.score > alone.score
    )
    return f"{group} {sub}" if more and not kind else sub
