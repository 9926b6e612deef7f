"""Tick tables: a wording on each line, an answer beside it, evidence after that."""

import re
from dataclasses import dataclass, replace

from models.intake.papers import Cell
from models.intake.understanding.boxes import boxed, each_boxed, kinds_boxed
from models.intake.understanding.cells import columns, is_ticked
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Heading, Loose, MatrixRow
from models.intake.understanding.matrix_ends import heads_again, heads_anew, sums_up
from models.intake.understanding.matrix_words import (
    ANSWER,
    EVIDENCE,
    HEADS,
    LEVEL,
    SCALE,
    WEIGHT,
)
from models.intake.understanding.ticks import EMPTY, TICKED, choices, is_tick, yes_no

Row = tuple[Cell, ...]

_TO_TICK = re.compile(rf"\s*\([{TICKED}{EMPTY}]\)(?=\W*$)")  # "Present? (☒)"
_PRESENT = re.compile(r"\W*(?:present|seen|identified|applies|tick(?:ed)?)\W*$", re.IGNORECASE)
_SUMMED = re.compile(r"^\W*(?:[\w ,&/-]{0,40}\W)?(?:sub[- ]?)?total\b", re.IGNORECASE)
_EITHER = re.compile(r"yes|no|y|n", re.IGNORECASE)
LONGEST_BAND = 8  # words: "Missing and absent"
COLOURS = frozenset({"red", "amber", "green"})
LEAST_ANSWERS = 2  # columns to mark
LOWEST = 9  # a heading's level
ANSWERED = frozenset({"immediate_risk", "informed_child", "informed_parent", "informed_both"})
"""Questions that a tick alone answers, also among indicators."""
TICKED_FIELDS = frozenset({"types", "indicators", "protective", "nrm", "risk", "plan", "gender"})
FORM_KINDS = frozenset(
    [
        "child",
        "assessment",
        "update",
        "person_of_concern",
        "location",
        "group",
        "theme",
        "intelligence",
        "reply",
    ]
)


@dataclass(frozen=True)
class _Group:
    """One wording column with its answer and evidence columns."""

    wording: int
    answers: tuple[int, ...]
    evidence: tuple[int, ...]


def matrix_at(
    rows: tuple[Row, ...], place: int, context: Context, section: str | None, caption: str
) -> tuple[list[Element], int] | None:
    """Return the lines of a tick table whose header stands at `place`, and where it ends."""
    header = rows[place]
    groups = _groups(header) if context.kind in FORM_KINDS else []
    end = place + 1
    while end < len(rows) and not (_ends(rows[end]) and not _is_band(rows, end, groups)):
        if end > place + 1 and (sums_up(rows[end], context) or heads_anew(rows, end, place)):
            break
        end += 1
    header, body = _as_wide(header, rows[place + 1 : end])
    if any(cell.span > 1 for cell in header):
        header = _spread(header)
        groups = [_worded(group, body) for group in _groups(header)]
    lines = tuple(row for row in body if not _ends(row))
    if not groups or not lines or not _is_matrix(header, groups, lines, context):
        return None
    found = _read(header, groups, body, section, caption)
    return (found, end) if found else None


def _as_wide(header: Row, body: tuple[Row, ...]) -> tuple[Row, tuple[Row, ...]]:
    """Return a header and its lines with cells of one width, where all are merged alike."""
    spans = [cell.span for cell in header]
    if not any(span > 1 for span in spans[1:]):
        return header, body
    if any([cell.span for cell in row] != spans for row in body if not _ends(row)):
        return header, body
    plain = [tuple(replace(cell, span=1) for cell in row) for row in (header, *body)]
    return plain[0], tuple(plain[1:])


def _spread(header: Row) -> Row:
    """Return a header with a cell over each column, bare where a merged cell goes on."""
    return tuple(
        replace(cell, span=1, text=cell.text if at == 0 else "")
        for cell in header
        for at in range(cell.span)
    )


def _worded(group: _Group, body: tuple[Row, ...]) -> _Group:
    """Return the group with its wordings where most is written: "7" stands before its sign."""
    under = range(group.wording, group.answers[0])
    letters = {at: sum(map(str.isalpha, "".join(_text(row, at) for row in body))) for at in under}
    wording = max(under, key=lambda at: letters[at])
    return replace(
        group, wording=wording, evidence=tuple(at for at in group.evidence if at > wording)
    )


def _read(
    header: Row, groups: list[_Group], body: tuple[Row, ...], section: str | None, caption: str
) -> list[Element]:
    found: list[Element] = []
    weights = frozenset(at for at, cell in columns(header) if _sort(cell.text) == "weight")
    for row in body:
        answers = [_text(row, at) for group in groups for at in group.answers]
        if _ends(row) or heads_again(answers):
            found += [Heading(c.text, c.where, LOWEST, section) for c in row if not c.continues]
            continue
        lines = [_line(row, header, group, section, caption) for group in groups]
        found += [line for line in lines if line]
        found += _unread(
            row, weights, [group for group, line in zip(groups, lines, strict=True) if line]
        )
    return found


def _unread(row: Row, weights: frozenset[int], read: list[_Group]) -> list[Element]:
    """Keep what stands beside no wording, or in a column before the wordings."""
    taken = {at for group in read for at in (group.wording, *group.answers, *group.evidence)}
    return [
        Loose(cell.text, cell.where)
        for at, cell in columns(row)
        if at not in taken
        and is_tick(cell.text) is None
        and not cell.continues
        and not (at in weights and cell.text.strip().isdigit())
    ]


def _is_matrix(header: Row, groups: list[_Group], body: tuple[Row, ...], context: Context) -> bool:
    columns = [at for group in groups for at in group.answers]
    named = any(_names_a_field(cell.text, context) for cell in header[: groups[-1].wording + 1])
    if named and not _is_ticked_under(header, columns, body):
        return False
    if len(columns) == len(groups) and all(LEVEL.match(header[at].text) for at in columns):
        return False
    typed = [_text(row, at) for row in body for at in columns]
    typed = [text for text in typed if text]
    if any(not _is_answer(text) and _names_a_field(text, context) for text in typed):
        return False  # beside these stand other labels of the form
    alone = len(columns) == 1 and _EITHER.fullmatch(header[columns[0]].text.strip())
    if alone and any(is_tick(text) is None for text in typed):
        return False  # a yes over a no answers, and heads nothing
    heads = not any(SCALE.match(header[at].text) for at in columns)
    told = (is_tick(t) is not None or _is_answer(t) or heads and _is_said(t) for t in typed)
    fit = sum(told)
    return fit >= 0.7 * len(typed)


def _names_a_field(text: str, context: Context) -> bool:
    match = context.match(text) if text.strip() else None
    own = TICKED_FIELDS | {"signature"}  # "Sign" heads signs here
    return match is not None and match.score >= 0.85 and match.field not in own


def _is_ticked_under(header: Row, columns: list[int], body: tuple[Row, ...]) -> bool:
    """Say whether "Yes" and "No" head columns in which there is a mark or nothing on every row."""
    named = {_text(header, at).lower().strip(" ?") for at in columns}
    typed = [text for row in body for at in columns if (text := _text(row, at))]
    scaled = {"yes", "no"} <= named or {"y", "n"} <= named or len(named) > 2
    return scaled and bool(typed) and all(is_tick(t) is not None for t in typed)


def _groups(header: Row) -> list[_Group]:
    sorts = [_sort(cell.text) for cell in header]
    if sorts[0] == "answer" and sorts[1:].count("answer") >= LEAST_ANSWERS:
        sorts[0] = "words"  # "Mark one column" over the wordings, "Yes" and "No" over the marks
    if "answer" not in sorts[1:] or sorts.count("words") > 3 or len(header) < 2:
        return []
    header = tuple(replace(cell, text=_TO_TICK.sub("", cell.text)) for cell in header)
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
        groups.append(_Group(start, answers, evidence))
    return groups


def _sort(text: str) -> str:
    if WEIGHT.match(text):
        return "weight"
    if ANSWER.match(text) or text.strip() == "?" or is_tick(text) is not None:
        return "answer"
    return "evidence" if EVIDENCE.match(text) else "words" if text.strip() else "evidence"


def _ends(row: Row) -> bool:
    cells = [cell for cell in row if not cell.continues]
    return len(cells) == 1 and bool(cells[0].text.strip())


def _is_band(rows: tuple[Row, ...], place: int, groups: list[_Group]) -> bool:
    """Say whether a row of one cell names the lines below it: the next has its answer in place."""
    after = rows[place + 1] if place + 1 < len(rows) else ()
    answers = [_text(after, at) for group in groups for at in group.answers]
    marked = any(is_tick(text) is not None or SCALE.match(text) for text in answers if text)
    return len(rows[place][0].text.split()) <= LONGEST_BAND and marked


def _line(
    row: Row, header: Row, group: _Group, section: str | None, caption: str
) -> MatrixRow | None:
    cell = _at(row, group.wording)
    if cell is None or not cell.text.strip() or _SUMMED.search(cell.text):
        return None
    answer, beside = _answer(row, header, group.answers)
    said = (beside, *(_text(row, at) for at in group.evidence))
    evidence = "; ".join(text for text in said if text)
    title = header[group.wording].text or caption
    return MatrixRow(cell.text, answer, evidence, cell.where, title, section)


def _answer(row: Row, header: Row, columns: tuple[int, ...]) -> tuple[str, str]:
    """Return the answer as typed or the names of the columns ticked, and words beside a tick."""
    ticked, typed = [], []
    asked = tuple(at for at in columns if _PRESENT.match(_TO_TICK.sub("", header[at].text)))
    if asked and any((cell := _at(row, at)) and cell.checked is False for at in asked):
        columns = asked  # a box left empty says no, whatever the score beside it
    for at in columns:
        cell, name = _at(row, at), _TO_TICK.sub("", header[at].text).strip()
        if cell is None or not cell.text.strip():
            continue
        mark = is_tick(cell.text)
        said_yes = len(columns) > 1 and cell.text.strip().lower() in ("y", "yes", "1")
        if mark or (said_yes and not _is_scale(name)):
            ticked.append(name)
        elif mark is None:
            typed.append(cell.text.strip())
    if not ticked:
        return "; ".join(typed), ""
    alone = len(columns) == 1 or ticked[1:] == [] and _PRESENT.match(ticked[0])
    return TICKED if alone else " and ".join(ticked), "; ".join(typed)


def _is_scale(name: str) -> bool:
    return name.lower() in ("score", "rating", "level")


def _at(row: Row, column: int) -> Cell | None:
    at = 0
    for cell in row:
        if at == column:
            return cell
        at += cell.span
    return None


def _text(row: Row, column: int) -> str:
    cell = _at(row, column)
    return cell.text.strip() if cell else ""


def tick_row(
    cells: list[Cell], context: Context, section: str | None, caption: str
) -> list[Element]:
    """Return the lines of a row whose boxes have cells of their own, or that answers a factor."""
    each = each_boxed(cells, section, caption)
    if each:
        return each
    first = cells[0]
    lone = [cell for cell in cells if cell.checked is not None or is_tick(cell.text) is not None]
    texts = [cell for cell in cells if cell.text.strip() and cell not in lone]
    match = context.match(first.text, section) if first.text.strip() else None
    banked = section in ("indicators", "protective")
    asks = match and match.score >= 0.85 and not (banked and match.field not in ANSWERED)
    kinds = kinds_boxed(cells, section, caption)
    if kinds:
        return kinds
    if lone and texts and not asks:
        return boxed(cells, section, caption)
    known = match and match.score >= (0.85 if match.field in ANSWERED else 0.95)
    in_bank = banked and not known
    if (
        in_bank
        and len(cells) >= 2
        and first.text.strip()
        and not lone
        and _is_answer(cells[1].text)
    ):
        evidence = "; ".join(cell.text for cell in cells[2:] if cell.text.strip())
        answer = cells[1].text
        return [MatrixRow(first.text, answer, evidence, first.where, caption, section)]
    return []


def _is_said(text: str) -> bool:
    """Say whether an answer begins with yes, no or not known, whatever is said beyond it."""
    return yes_no(text)[0] is not None or bool(SCALE.match(text.partition("–")[0]))


def _is_answer(text: str) -> bool:
    return not text.strip() or bool(SCALE.match(text)) or choices(text) is not None
