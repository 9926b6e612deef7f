"""Where the lines of a tick table end: at their sum, or at a row that heads other lines."""

from models.intake.papers import Cell
from models.intake.understanding.cells import filled, is_ticked
from models.intake.understanding.context import Context
from models.intake.understanding.matrix_words import ASKS

Row = tuple[Cell, ...]
SUMS, SURE = frozenset({"score", "risk", "judgement"}), 0.97
LEAST_HEADS = 2  # cells: a wording with two answers or more


def sums_up(row: Row, context: Context) -> bool:
    """Say whether a row below the lines asks what they come to: "Total", "Level from score"."""
    first = row[0].text.strip() if row else ""
    match = context.match(first) if first and context.kind == "assessment" else None
    return match is not None and match.score >= SURE and match.field in SUMS


def heads_anew(rows: tuple[Row, ...], at: int, head: int) -> bool:
    """Say whether a row has the answers of the header again beside another first word."""
    heads, here = ([cell.text for cell in rows[one]] for one in (head, at))
    other = bool(here and here[0].strip()) and here[:1] != heads[:1]
    return other and len(heads) > LEAST_HEADS and heads[1:] == here[1:]


def ends(row: Row) -> bool:
    """Say whether a row is one text alone, under which other lines stand."""
    cells = [cell for cell in row if not cell.continues]
    return len(cells) == 1 and bool(cells[0].text.strip())


def heads_again(answers: list[str]) -> bool:
    """Say whether a row names the columns once more: "Risk indicators | Indicate yes or no"."""
    return bool(answers) and all(ASKS.match(text) for text in answers)


def heads_boxes(rows: tuple[Row, ...], at: int) -> bool:
    """Say whether a row below an empty one is all labels in bold, over as many plain answers."""
    above, here = filled(rows[at - 1]), filled(rows[at])
    below = filled(rows[at + 1]) if at + 1 < len(rows) else []
    labels = len(here) >= LEAST_HEADS and all(cell.bold and not is_ticked(cell) for cell in here)
    plain = len(below) == len(here) and not any(cell.bold for cell in below)
    return not above and labels and plain
