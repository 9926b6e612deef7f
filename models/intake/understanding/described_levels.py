"""Levels with the form's own words for each, of which one is marked: a tick list of one answer."""

from collections.abc import Sequence

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, own_cells
from models.intake.understanding.elements import Element, Loose, Pair
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.ticks import is_tick

WIDE, LEAST, LONGEST, DESCRIBED = 3, 2, 5, 4  # columns, levels, words of a level, of its words
RISK, ASKED, SURE = "risk", 0.75, 0.9


def described_levels(table: Table, labels: Labels, caption: str) -> list[Element]:
    """Return the level that is marked and the words about all of them; none for other tables.

    "Category 2 | targeted for opportunistic … | ☒" under "Levels of risk": a level, what the form
    says of it, and its mark. Where several are marked, or none, nothing is told.
    """
    rows = [own_cells(row) for row in table.rows if any(cell.text.strip() for cell in row)]
    heads = [cell.text for cell in rows[0]] if rows and not _is_level(rows[0]) else []
    levels = rows[1:] if heads else rows
    marked = [row for row in levels if is_tick(row[-1].text)] if levels else []
    if len(levels) < LEAST or len(marked) != 1 or not all(map(_is_level, levels)):
        return []
    if not any(_asks_level(text, labels.context.kind) for text in (caption, *heads[:1])):
        return []
    level = marked[0][0]
    asked = Pair(caption, level.text.strip(), level.where, Match(RISK, SURE, settled=True))
    return [asked, *(Loose(row[1].text, row[1].where) for row in levels)]


def _is_level(row: Sequence[Cell]) -> bool:
    """Say whether a row is a short text, a longer one about it, and a mark or nothing."""
    if len(row) != WIDE or not row[0].text.strip():
        return False
    short = len(row[0].text.split()) <= LONGEST and len(row[1].text.split()) >= DESCRIBED
    return short and (is_tick(row[2].text) is not None or not row[2].text.strip())


def _asks_level(text: str, kind: str) -> bool:
    """Say whether a heading asks how high the risk is: before a dash, or in all its words."""
    found = (recognise(kind, part) for part in (text, text.partition(" - ")[0]) if part.strip())
    return any(one is not None and one.field == RISK and one.score >= ASKED for one in found)
