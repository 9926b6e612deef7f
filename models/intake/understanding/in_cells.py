"""Cells that hold a label and its answer, parted by their look, a line, a tab or a colon."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, Row, filled, is_strong, lead_of, own_cells
from models.intake.understanding.elements import Pair
from models.intake.understanding.guessed import told_apart
from models.intake.understanding.inline import answers, carries_values
from models.intake.understanding.lexicon import Match
from models.intake.understanding.running import is_plainly
from models.intake.understanding.whose import OWNERS

LEAST_LED, MOST_LED = 3, 0.75  # cells that begin with bold words, their labels
LIKELY, SURE = 0.6, 0.9
PAIR = 2  # cells of a row that may be a label and its answer
LEAST, MOST = 4, 0.6  # cells parted, their share of all, and of labels known among them
_HINTED = re.compile(r"\s*([^()\n]{4,90}?[?:.]?)\s*\([^()\n]{3,120}\)\s*[:.]?\s*")
_ASKED = re.compile(r"\s*([^\n:?]{4,60}[:?])\s*(\S.{0,60})")
_PARTED = re.compile(r"\n|\t+|:\s+|:$")


def stands_in_cells(table: Table, labels: Labels) -> bool:
    """Say whether each cell holds its label and its answer, several to a row or one."""
    several = [row for row in table.rows[:60] if len(row) > 1]
    cells = [cell for row in several or table.rows[:60] for cell in filled(row)]
    if not several and any(len(own_cells(row)) > 1 for row in table.rows):
        return False
    if _only_left_ones_ask(several, labels):
        return False
    led = [cell for cell in cells if lead_of(cell)]
    if len(led) >= LEAST_LED and len(led) >= MOST_LED * len(cells):
        return True
    two = [label for cell in cells if (label := in_cell(cell)[0]) != cell.text.strip()]
    known = sum(labels.match(label) is not None for label in two)
    return len(two) >= LEAST and len(two) >= MOST * len(cells) and known >= MOST * len(two)


def _only_left_ones_ask(rows: Iterable[Row], labels: Labels) -> bool:
    """Say whether labels with hints under them stand at the left, and answers beside them."""
    pairs = [own for row in rows if len(own := filled(row)) == PAIR]
    left, right = (sum(_asks(row[at], labels) for row in pairs) for at in (0, 1))
    return left >= MOST * len(pairs) and right <= left / 4 if pairs else False


def _asks(cell: Cell, labels: Labels) -> bool:
    label = in_cell(cell)[0]
    return label != cell.text.strip() and labels.match(label) is not None


def in_cell(cell: Cell) -> tuple[str, str]:
    """Return the label and the answer that one cell holds; all of it where nothing parts them."""
    text = cell.text.strip()
    lead = lead_of(cell)
    found = _PARTED.search(text)
    if lead:
        return lead.rstrip(" :;?"), text[len(lead) :].lstrip(" :;\t\n")
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def plain_lead(cell: Cell, labels: Labels) -> str:
    """Return the bold words before a cell's plain ones where they are surely a label, else ""."""
    lead = lead_of(cell)
    known = lead and is_strong(labels.match(lead.rstrip(" :;?")))
    return lead if known and answers(cell.text[len(lead) :].strip(" :;")) else ""


def told_within(cell: Cell, labels: Labels) -> tuple[str, str] | None:
    """Return what a cell that stands alone asks and answers, by a hint or in a question's words."""
    return _hinted_lead(cell, labels) or told_apart(cell.text, labels.context.kind)


def _hinted_lead(cell: Cell, labels: Labels) -> tuple[str, str] | None:
    """Return a cell's first line that is a label before a hint, and its answer below it.

    "What are you worried about? (evidence, not opinion)" over what somebody wrote.
    """
    first, _, rest = cell.text.strip().partition("\n")
    asked = _HINTED.fullmatch(first)
    known = asked and rest.strip() and is_strong(labels.match(asked[1]))
    return (asked[1], rest.strip()) if asked and known else None


def all_led(cells: Sequence[Cell]) -> bool:
    """Say whether each cell begins with a label in bold, of which some may be left empty."""
    led = [bool(lead_of(cell)) for cell in cells]
    return any(led) and all(one or cell.bold for one, cell in zip(led, cells, strict=True))


def pairs_in_cells(cells: Iterable[Cell], labels: Labels) -> list[Pair]:
    """Return what each cell says: its label, known or not, and its answer; or several."""
    found: list[Pair] = []
    for cell in cells:
        label, answer = in_cell(cell)
        match, said = labels.match(label), labels.inline(cell)
        match = match or _of_last_part(label, labels)
        whole = lead_of(cell) == cell.text.partition("\n")[0].strip() != ""
        apart = match is not None and (bool(lead_of(cell)) or _is_tabbed(cell.text))
        if not (apart or whole) and carries_values(said):
            found += [
                Pair(one.label, one.value.strip(), cell.where, one.match, labels.section)
                for one in said
            ]
        else:
            pair = Pair(label, answer.strip(), cell.where, match, labels.section)
            found += _asked_below(pair, labels)
    return found


def _asked_below(pair: Pair, labels: Labels) -> list[Pair]:
    """Return a pair, and each question with a plain answer in a line below what answers it.

    "Parent and contact // Jo Marsh 07700 900331 // Aware of referral?  Yes" asks twice.
    """
    first, *below = pair.value.split("\n")
    whose = OWNERS.get(pair.match.field) if pair.match else None
    said, more = [first], list[Pair]()
    for line in below:
        asked = _ASKED.fullmatch(line)
        match = labels.context.match(asked[1], whose or labels.section) if asked else None
        plain = asked and match and match.score >= SURE and is_plainly(match.field, asked[2])
        if asked and match and plain:
            more.append(replace(pair, label=asked[1], value=asked[2].strip(), match=match))
        else:
            said.append(line)
    return [replace(pair, value="\n".join(said)), *more]


def _of_last_part(label: str, labels: Labels) -> Match | None:
    """Return what "Health - GP in this area" asks: the dash leads to what is meant."""
    before, dash, last = label.rpartition(" - ")
    match = labels.context.match(last, labels.section) if dash and before else None
    return match if match and match.score >= LIKELY else None


def _is_tabbed(text: str) -> bool:
    """Say whether one tab alone parts a label from its answer."""
    first = _PARTED.search(text.strip())
    return first is not None and first[0].startswith("\t") and text.strip().count(first[0]) == 1
