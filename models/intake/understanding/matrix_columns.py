"""The columns of a tick table: wordings, the answers beside them, and evidence after those."""

import re
from dataclasses import dataclass, replace

from models.intake.papers import Cell
from models.intake.understanding.cells import is_ticked
from models.intake.understanding.matrix_ends import ends
from models.intake.understanding.matrix_words import ANSWER, EVIDENCE, HEADS, SCALE, WEIGHT
from models.intake.understanding.ticks import EMPTY, TICKED, choices, is_tick

Row = tuple[Cell, ...]

TO_TICK = re.compile(rf"\s*\([{TICKED}{EMPTY}]\)(?=\W*$)")  # "Present? (☒)"
COLOURS = frozenset({"red", "amber", "green"})
LEAST_ANSWERS = 2  # columns to mark


@dataclass(frozen=True)
class Columns:
    """One wording column with its answer and evidence columns."""

    wording: int
    answers: tuple[int, ...]
    evidence: tuple[int, ...]


def groups_of(header: Row) -> list[Columns]:
    """Return the wordings that a header heads, each with its columns; none where it heads none."""
    sorts = [sort_of(cell.text) for cell in header]
    if sorts[0] == "answer" and sorts[1:].count("answer") >= LEAST_ANSWERS:
        sorts[0] = "words"  # "Mark one column" over the wordings, "Yes" and "No" over the marks
    if "answer" not in sorts[1:] or sorts.count("words") > 3 or len(header) < 2:
        return []
    header = tuple(replace(cell, text=TO_TICK.sub("", cell.text)) for cell in header)
    if any(choices(cell.text) for cell in header):  # a box to tick heads no column
        return []
    if any(map(is_ticked, header)) and not HEADS.match(header[0].text):
        return []
    if sorts[0] != "words" and header[0].text.strip():
        return []
    starts = [0, *(at for at, sort in enumerate(sorts) if at and sort == "words")]
    starts = [at for at in starts if at + 1 < len(sorts) and sorts[at + 1] != "words"]
    groups = []
    for start, end in zip(starts, [*starts[1:], len(sorts)], strict=True):
        answers = tuple(at for at in range(start + 1, end) if sorts[at] == "answer")
        evidence = tuple(at for at in range(start + 1, end) if sorts[at] == "evidence")
        colours = [at for at in answers if header[at].text.strip().lower() in COLOURS]
        if not answers or len(colours) == len(answers) == 1:  # "Level: Amber" heads no scale
            return []
        groups.append(Columns(start, answers, evidence))
    return groups


def sort_of(text: str) -> str:
    """Return what a heading stands over: words, answer, evidence or weight."""
    if WEIGHT.match(text):
        return "weight"
    if ANSWER.match(text) or text.strip() == "?" or is_tick(text) is not None:
        return "answer"
    return "evidence" if EVIDENCE.match(text) else "words" if text.strip() else "evidence"


def as_wide(header: Row, body: tuple[Row, ...]) -> tuple[Row, tuple[Row, ...]]:
    """Return a header and its lines with cells of one width, where all are merged alike."""
    spans = [cell.span for cell in header]
    if not any(span > 1 for span in spans[1:]):
        return header, body
    if any([cell.span for cell in row] != spans for row in body if not ends(row)):
        return header, body
    plain = [tuple(replace(cell, span=1) for cell in row) for row in (header, *body)]
    return plain[0], tuple(plain[1:])


def spread(header: Row) -> Row:
    """Return a header with a cell over each column, bare where a merged cell goes on."""
    return tuple(
        replace(cell, span=1, text=cell.text if at == 0 else "")
        for cell in header
        for at in range(cell.span)
    )


def worded(group: Columns, body: tuple[Row, ...]) -> Columns:
    """Return the group with its wordings where most is written: "7" stands before its sign."""
    under = range(group.wording, group.answers[0])
    letters = {at: sum(map(str.isalpha, "".join(text_at(row, at) for row in body))) for at in under}
    wording = max(under, key=lambda at: letters[at])
    return replace(
        group, wording=wording, evidence=tuple(at for at in group.evidence if at > wording)
    )


def beside_preset(group: Columns, lines: tuple[Row, ...]) -> Columns:
    """Return the group with its wordings left of a column in which each line's level is preset."""
    levels = [text for row in lines if (text := text_at(row, group.wording))]
    preset = group.wording > 0 and bool(levels) and all(map(SCALE.match, levels))
    worded = sum(bool(text_at(row, group.wording - 1)) for row in lines) == len(lines)
    return replace(group, wording=group.wording - 1) if preset and worded else group


def cell_at(row: Row, column: int) -> Cell | None:
    """Return the cell that begins in a column."""
    at = 0
    for cell in row:
        if at == column:
            return cell
        at += cell.span
    return None


def text_at(row: Row, column: int) -> str:
    """Return what stands in a column, nothing where a merged cell goes on."""
    cell = cell_at(row, column)
    return cell.text.strip() if cell else ""
