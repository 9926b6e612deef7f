"""Header rows: whether a row of a table names the columns of the rows under it."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.papers import Cell, Table
from models.intake.understanding.asks_anew import asks_anew
from models.intake.understanding.cells import (
    LEAST_HEADS,
    Labels,
    Row,
    filled,
    heads_in_bold,
    is_strong,
    is_ticked,
    own_cells,
)
from models.intake.understanding.kinds import OF_PLACES
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.marked_columns import is_kind
from models.intake.understanding.named_rows import heads_named
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.plain_heads import heads_plainly
from models.intake.understanding.return_columns import heads_lines
from models.intake.understanding.table_ways import share_of_labels
from models.intake.understanding.vehicle_heads import heads_vehicles

FORMS = frozenset({"child", "assessment", "update", "person_of_concern", "location", "group"})
LEAST_BANDED = 4  # columns
LONGEST_HEAD = 40  # words: what is longer was told by somebody, and heads no column
PLAIN, LEAST_PEOPLE = 0.9, 3
LEAST_ROWS, LONGEST_FIGURE = 2, 8  # of a head and its figures, letters
_SENTENCE = re.compile(r"\s.*[A-Za-z]{3}[.!]\s*$", re.DOTALL)  # "Seen in May.", and no "Tel no."


def is_header(table: Table, place: int, labels: Labels, by_pairs: bool) -> bool:
    """Say whether a row names the columns of the rows under it."""
    row, cells = table.rows[place], filled(table.rows[place])
    if len(cells) < 2 or place + 1 >= len(table.rows) or any(map(is_ticked, cells)):
        return False
    if table.sheet is None and len(cells) < 0.7 * len(own_cells(row)):
        return False
    # where rows in bold take turns with their answers, no other row heads any
    plain = labels.least < LEAST_HEADS and not heads_in_bold(table, place, labels.least)
    matches = [labels.of(cell) for cell in cells]
    told = _in_turns(cells, matches) or _is_said(cells, matches) or _leads_in_bold(row)
    if plain or told or _stands_as_others(row, labels):
        return False
    form = labels.context.kind in FORMS
    people = form and (_heads_people(table, place) or _heads_figures(table, place))
    people = people or form and len(cells) > 2 and heads_vehicles([cell.text for cell in cells])
    listed = heads_plainly(cells, labels.context.kind)
    if people or listed or heads_named(table, place, labels):
        return True
    if labels.context.kind in OF_PLACES and _heads_children(table, place):
        return True
    if labels.context.kind == "return" and heads_lines(matches):
        return not (by_pairs and len(cells) == 2 and is_kind(cells[1]))
    anew = place > 1 and not by_pairs and goes_on_asking(table, place, labels)
    if anew or labels.bands and heads_in_bold(table, place, labels.least):
        return True
    both = zip(cells, matches, strict=True)
    known = sum(match is not None or labels.asks_of_child(cell) for cell, match in both)
    sure = len(cells) >= 3 and sum(map(is_strong, matches)) >= 0.8 * len(cells)
    least = 1 if labels.bands else 2
    if known < least or _is_followed_by_labels(table, place, labels, sure):
        return False
    if sure:
        return True
    pairs = (
        by_pairs
        and not _heads_three(table, place, labels)
        and (labels.context.kind in FORMS or not _widens(table, place))
    )
    if pairs and (len(cells) == 2 or known < 0.8 * len(cells)):
        return False
    share = known / len(cells)
    if labels.bands:
        return share > share_of_labels(table, place + 1, labels) + 0.25
    return share >= 0.6 or (share >= 0.4 and len(cells) >= 4 and len(table.rows) - place > 2)


def _is_said(cells: Sequence[Cell], matches: Sequence[Match | None]) -> bool:
    """Say whether a row is a label and a sentence, "Known | Seen in May.", or tells a story."""
    if any(len(cell.text.split()) > LONGEST_HEAD for cell in cells):
        return True
    said = len(cells) == 2 and _SENTENCE.search(cells[1].text) is not None
    return said and not is_strong(matches[1])


def _heads_three(table: Table, place: int, labels: Labels) -> bool:
    """Say whether a row of an odd number of cells stands over as many that are no labels."""
    cells, below = filled(table.rows[place]), filled(table.rows[place + 1])
    odd = len(cells) % 2 == 1 and len(cells) == len(below)
    return odd and not any(map(labels.of, below))


def goes_on_asking(table: Table, place: int, labels: Labels) -> bool:
    """Say whether a form asks more in a row below answers."""
    return labels.context.kind in FORMS and asks_anew(table, place, labels)


def _heads_people(table: Table, place: int) -> bool:
    """Say whether a row asks only what lists of people ask: name, relationship, day of birth."""
    fields = _asked_of_named(table, place, "generic")
    if place == 0 and len(fields) == 2 and heads_in_bold(table, place, 2):
        return True  # a name in bold and something beside it, and a list of names below
    known = [field for field in fields if field]
    bold = len(known) == len(fields) - 1 and heads_in_bold(table, place, LEAST_PEOPLE)
    apart = len(set(known)) == len(known) >= LEAST_PEOPLE
    return apart and (bold or len(known) == len(fields))


def _heads_figures(table: Table, place: int) -> bool:
    """Say whether a table is one row in bold over one row of figures: "Lates | Days lost"."""
    below = filled(table.rows[-1])
    figures = [
        any(map(str.isdigit, cell.text)) and len(cell.text) <= LONGEST_FIGURE for cell in below
    ]
    two = place == 0 and len(table.rows) == LEAST_ROWS and len(below) >= LEAST_PEOPLE
    return two and all(figures) and heads_in_bold(table, place, LEAST_PEOPLE)


def _heads_children(table: Table, place: int) -> bool:
    """Say whether a row asks a name first and a day of birth after it, and the next answers."""
    fields = _asked_of_named(table, place, "persons")
    below = own_cells(table.rows[place + 1])
    return "dob" in fields and any(map(str.isdigit, below[fields.index("dob")].text))


def _asked_of_named(table: Table, place: int, kind: str) -> list[str]:
    """Return what a row plainly asks of whom the row below, as wide, names in its first cell."""
    heads, below = (own_cells(row) for row in table.rows[place : place + 2])
    asked = (recognise(kind, cell.text) for cell in heads)
    fields = [one.field if one and one.score >= PLAIN else "" for one in asked]
    named = len(below) == len(heads) and looks_like_name(read_name(below[0].text).name)
    return fields if named and fields[0] == "name" else []


def _in_turns(cells: Sequence[Cell], matches: Sequence[Match | None]) -> bool:
    """Say whether labels and values take turns in a row: "Child's name | Jo | DOB | 04/11/2010"."""
    asked = all(map(is_strong, matches[::2])) and not any(matches[1::2])
    said = any(any(map(str.isdigit, c.text)) or _is_level(c.text) for c in cells[1::2])
    return len(cells) >= LEAST_BANDED and len(cells) % 2 == 0 and asked and said


def _leads_in_bold(row: Row) -> bool:
    """Say whether labels in bold and plain answers, some left blank, take turns in a row."""
    cells = own_cells(row)
    left, right = filled(cells[::2]), filled(cells[1::2])
    turns = len(cells) % 2 == 0 and len(left) == len(cells) / 2 and bool(right)
    return turns and all(cell.bold for cell in left) and not any(cell.bold for cell in right)


def _stands_as_others(row: Row, labels: Labels) -> bool:
    """Say whether labels stand where the form's do, and beside them answers or nothing."""
    cells = own_cells(row)
    asked = labels.places.get(len(cells), frozenset())
    beside = [cell for at, cell in enumerate(cells) if at not in asked]
    said = not any(is_strong(labels.of(cell)) or labels.asks_of_child(cell) for cell in beside)
    left = not all(cell.text.strip() for cell in beside)
    return bool(asked) and (said or left) and all(labels.asks(cells[at]) for at in asked)


def _is_level(text: str) -> bool:
    return codes.recognise("risk_levels", text) is not None


def _widens(table: Table, place: int) -> bool:
    """Say whether a row is the first that is wider than pairs, and the row below is as wide."""
    above = [len(filled(row)) for row in table.rows[:place]]
    here, below = (len(filled(row)) for row in table.rows[place : place + 2])
    return max(above, default=LEAST_BANDED) <= 2 and min(here, 2 * below) >= LEAST_BANDED


def _is_followed_by_labels(table: Table, place: int, labels: Labels, sure: bool) -> bool:
    rows = table.rows
    under = filter(None, map(filled, rows[place + 1 :]))
    below, then = next(under, []), next(under, [])
    wide = len(filled(rows[place])) >= LEAST_BANDED
    if wide and len(below) == 1 and len(then) > 1:
        below = then  # the first row only names the rows below it
    if not below or [c.text for c in rows[place + 1]] == [c.text for c in rows[place]]:
        return False
    known = sum(is_strong(labels.of(cell)) for cell in below)
    mine = len(filled(rows[place]))
    if len(below) > mine and known > mine:
        return True
    return known >= max(1, (0.8 if sure else 0.5) * len(below))
