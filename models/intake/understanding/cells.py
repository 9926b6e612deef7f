"""Cells of a table asked what they are: a label, a label with its answer, or a value."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.context import Context
from models.intake.understanding.forms_own import is_aside, is_instruction
from models.intake.understanding.inline import Said, carries_values, inline
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.plain_labels import is_label
from models.intake.understanding.ticks import has_marks, is_tick

Row = tuple[Cell, ...]
STRONG, VERY_WORDS = 0.85, 0.97
LONGEST_LEAD = 16  # words
LEAST_HEADS = 3  # cells in bold that head the cells below them, without more to tell it
OF_CHILD, LONGEST_LABEL = frozenset({"assessment", "update"}), 90
_HINTED = re.compile(r"\s*\([^()]*\)\W*$")
_SEVERAL = re.compile(r"[:?\n\t]|\s[–—-]\s|  |^(?:completed|returned|submitted) by [A-Z]", re.I)


class Labels:
    """Tells labels from values in one table.

    `section` is whose details the rows now are, `bands` whether rows of labels and rows of values
    take turns, `least` how many cells in bold head those below them, `places` where labels stand
    in rows of so many cells.
    """

    def __init__(self, context: Context, section: str | None) -> None:
        self.context = context
        self.section = section
        self.bands = False
        self.least = LEAST_HEADS
        self.places: dict[int, frozenset[int]] = {}

    def match(self, text: str) -> Match | None:
        """Return the field a text is the label of."""
        return self.context.label(text, self.section) if len(text) <= 250 else None

    def asks(self, cell: Cell) -> bool:
        """Say whether a cell is a label of this kind of paper, or surely one of a child's form."""
        return self.of(cell) is not None or self.asks_of_child(cell)

    def asks_of_child(self, cell: Cell) -> bool:
        """Say whether a cell on a paper about a child is in so many words a label of its form."""
        plain = not has_marks(cell.text)
        other = plain and self.context.kind in OF_CHILD and len(cell.text) <= LONGEST_LABEL
        match = recognise("child", label_of(cell)) if other else None
        return match is not None and match.score >= VERY_WORDS

    def of(self, cell: Cell) -> Match | None:
        """Return the field a cell is the label of; None where it carries the answer too."""
        return None if carries_values(self.inline(cell)) else self.match(label_of(cell))

    def inline(self, cell: Cell) -> list[Said]:
        """Return the labels typed with their answers in one cell."""
        if not _SEVERAL.search(cell.text):
            return []
        said = inline(cell.text, self.context, self.section, 0.75)
        heads = len(said) == 1 and is_label(said[0].value)  # "Associate - name" over names
        return [] if heads else said

    def holds_another(self, cell: Cell, match: Match | None) -> bool:
        """Say whether a cell holds a label of its own with its answer, and answers no other."""
        said = self.inline(cell)
        own = said[0].match if said else None
        other = own is not None and (match is None or own.field != match.field)
        return other and own is not None and own.score >= VERY_WORDS and carries_values(said[:1])

    def begins(self, cell: Cell, after_value: bool) -> bool:
        """Say whether a row begins the next label; after a value a likely one is enough."""
        text = label_of(cell)
        match = self.match(text)
        short = len(text.split()) <= 16 and not text.rstrip().endswith((".", ";", ","))
        likely = short and (match is not None or looks_like_question(cell))
        if match is not None and _HINTED.sub("", text).rstrip().endswith("?"):
            return True
        return is_strong(match) or (after_value and likely)


def label_of(cell: Cell, beside: bool = True) -> str:
    """Return a label cell's own words without the hint typed under them."""
    first, _, hint = cell.text.partition("\n")
    if beside and hint and is_instruction(hint):
        return first
    asked, mark, hint = cell.text.partition("?")
    return f"{asked}?" if mark and is_aside(hint.strip()) else cell.text


def bold_label(cell: Cell) -> str:
    """Return the bold first line of a cell whose other lines are its answer, else nothing."""
    first, _, rest = cell.text.partition("\n")
    answers = rest.strip() and not is_instruction(rest) and len(first.split()) <= 16
    return first if answers and cell.bold_lead.strip() == first.strip() else ""


def lead_of(cell: Cell) -> str:
    """Return the bold words that a cell begins with before its plain answer, else nothing."""
    lead = cell.bold_lead.strip()
    plain = cell.text[len(cell.bold_lead) :].strip()
    return lead if lead and plain and len(lead.split()) <= LONGEST_LEAD else ""


def looks_like_question(cell: Cell) -> bool:
    """Say whether a cell is typed as a form's question: numbered, bold, or ending in : or ?"""
    text = label_of(cell).strip()
    numbered = re.match(r"(?:Q\s*)?\d{1,2}(?:\.\d{1,2})?[.):]\s*[A-Z]", text)
    return len(text.split()) <= 20 and bool(
        numbered or cell.bold or text.rstrip(" *")[-1:] in (":", "?")
    )


def is_strong(match: Match | None) -> bool:
    """Say whether a match is sure even where labels are not expected."""
    return match is not None and match.score >= STRONG


def is_ticked(cell: Cell) -> bool:
    """Say whether a cell is nothing but a box, ticked or not."""
    return cell.checked is not None or is_tick(cell.text) is not None


def any_ticks(cells: Sequence[Cell]) -> bool:
    """Say whether there is a box in any of the cells."""
    return any(has_marks(cell.text) or is_ticked(cell) for cell in cells)


def filled(row: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a row that hold anything."""
    return [cell for cell in row if cell.text.strip() and not cell.continues]


def heads_in_bold(table: Table, place: int, least: int = LEAST_HEADS) -> bool:
    """Say whether a row is all in bold and the row under it, as wide, is not.

    A first cell that is merged downwards only names the part of the form that both stand in.
    """
    here, below = table.rows[place], table.rows[place + 1] if place + 1 < len(table.rows) else ()
    if below and below[0].continues:
        here = tuple(own_cells(here[1:]))
    cells, under = filled(here), filled(below)
    wide = len(cells) >= least and len(own_cells(here)) == len(own_cells(below))
    return wide and all(c.bold for c in cells) and not any(c.bold for c in under)


def own_cells(row: Row) -> list[Cell]:
    """Return the cells of a row without those that only continue the one above."""
    return [cell for cell in row if not cell.continues]


def only_column(table: Table) -> list[Cell]:
    """Return the cells of a table of one column, none for any other."""
    alone = all(len(own_cells(row)) <= 1 for row in table.rows)
    return [cell for row in table.rows for cell in filled(row)] if alone else []


def columns(row: Row, empty: bool = False) -> list[tuple[int, Cell]]:
    """Return the cells of a row with the column each begins in."""
    found, at = [], 0
    for cell in row:
        if empty or cell.text.strip():
            found.append((at, cell))
        at += cell.span
    return found


def is_left_blank(cell: Cell) -> bool:
    """Say whether a label's own cell is where its answer would have been typed: "Alias:"."""
    return cell.text.rstrip().endswith(":")


def is_across(cells: Sequence[Cell]) -> bool:
    """Say whether a row holds one bold or shouted text alone, as the name of a section does."""
    held = filled(cells)
    alone = len(held) == 1 and held[0] is cells[0] and len(cells) > 2
    return alone and (held[0].bold or held[0].text.isupper())


def without_empty_columns(table: Table) -> Table:
    """A worksheet without the columns that hold nothing, which are there for the look alone.

    A merged cell is as wide as the columns that are left of it, so that all stand where they did.
    """
    if table.sheet is None:
        return table
    held = {at for row in table.rows for at, _ in columns(row)}
    return replace(table, rows=tuple(_within(row, held) for row in table.rows))


def _within(row: Row, held: Set[int]) -> Row:
    """Return the cells of a row that stand over one of these columns, no wider than these."""
    wide = [
        (cell, sum(each in held for each in range(at, at + cell.span)))
        for at, cell in columns(row, empty=True)
    ]
    return tuple(replace(cell, span=span) for cell, span in wide if span)
