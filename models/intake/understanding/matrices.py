"""Tick tables: a wording on each line, an answer beside it, evidence after that."""

import re

from models.intake.papers import Cell
from models.intake.understanding.boxes import boxed, each_boxed, kinds_boxed
from models.intake.understanding.cells import columns
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Heading, Loose, MatrixRow
from models.intake.understanding.matrix_columns import (
    TO_TICK,
    Columns,
    as_wide,
    beside_preset,
    cell_at,
    groups_of,
    sort_of,
    spread,
    text_at,
    worded,
)
from models.intake.understanding.matrix_ends import (
    ends,
    heads_again,
    heads_anew,
    heads_boxes,
    sums_up,
)
from models.intake.understanding.matrix_words import HEADS, LEVEL, SCALE
from models.intake.understanding.ticks import TICKED, choices, is_tick, yes_no

Row = tuple[Cell, ...]

_PRESENT = re.compile(r"\W*(?:present|seen|identified|applies|tick(?:ed)?)\W*$", re.IGNORECASE)
_SCORE = re.compile(r"\W*(?:risk )?(?:score|rating)\b", re.IGNORECASE)
_SUMMED = re.compile(r"^\W*(?:[\w ,&/-]{0,40}\W)?(?:sub[- ]?)?total\b", re.IGNORECASE)
_EITHER = re.compile(r"yes|no|y|n", re.IGNORECASE)
LONGEST_BAND = 8  # words: "Missing and absent"
MOST_BANDS = 3  # rows across, one below the other
LEAST_LINES = 2  # lines of a tick table, below which other labels of the form may stand
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


def matrix_at(
    rows: tuple[Row, ...], place: int, context: Context, section: str | None, caption: str
) -> tuple[list[Element], int] | None:
    """Return the lines of a tick table whose header stands at `place`, and where it ends."""
    header = rows[place]
    groups = groups_of(header) if context.kind in FORM_KINDS else []
    end = place + 1
    while end < len(rows) and not (ends(rows[end]) and not _is_band(rows, end, groups)):
        if end > place + 1 and (sums_up(rows[end], context) or heads_anew(rows, end, place)):
            break
        if end > place + LEAST_LINES and heads_boxes(rows, end):
            break
        if end > place + LEAST_LINES and _asks_anew(rows[end], groups, context):
            break
        end += 1
    header, body = as_wide(header, rows[place + 1 : end])
    if any(cell.span > 1 for cell in header):
        header = spread(header)
        groups = [worded(group, body) for group in groups_of(header)]
    lines = tuple(row for row in body if not ends(row))
    groups = [beside_preset(group, lines) for group in groups]
    if not groups or not lines or not _is_matrix(header, groups, lines, context):
        return None
    found = _read(header, groups, body, section, caption)
    return (found, end) if found else None


def _read(
    header: Row, groups: list[Columns], body: tuple[Row, ...], section: str | None, caption: str
) -> list[Element]:
    found: list[Element] = []
    weights = frozenset(at for at, cell in columns(header) if sort_of(cell.text) == "weight")
    for row in body:
        answers = [text_at(row, at) for group in groups for at in group.answers]
        if ends(row) or heads_again(answers):
            found += [_between(cell, section) for cell in row if not cell.continues]
            continue
        lines = [_line(row, header, group, section, caption) for group in groups]
        found += [line for line in lines if line]
        found += _unread(
            row, weights, [group for group, line in zip(groups, lines, strict=True) if line]
        )
    return found


def _between(cell: Cell, section: str | None) -> Element:
    """Return what stands across among the lines: a name of those below, or a note."""
    if len(cell.text.split()) > LONGEST_BAND:
        return Loose(cell.text, cell.where, section)
    return Heading(cell.text, cell.where, LOWEST, section)


def _unread(row: Row, weights: frozenset[int], read: list[Columns]) -> list[Element]:
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


def _is_matrix(header: Row, groups: list[Columns], body: tuple[Row, ...], context: Context) -> bool:
    columns = [at for group in groups for at in group.answers]
    scored = any(_SCORE.match(header[at].text) for at in columns)
    over = (c for c in header[: groups[-1].wording + 1] if not (scored and HEADS.match(c.text)))
    named = any(_names_a_field(cell.text, context) for cell in over)
    if named and not _is_ticked_under(header, columns, body):
        return False
    if len(columns) == len(groups) and all(LEVEL.match(header[at].text) for at in columns):
        return False
    typed = [text_at(row, at) for row in body for at in columns]
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
    named = {text_at(header, at).lower().strip(" ?") for at in columns}
    typed = [text for row in body for at in columns if (text := text_at(row, at))]
    scaled = {"yes", "no"} <= named or {"y", "n"} <= named or len(named) > 2
    return scaled and bool(typed) and all(is_tick(t) is not None for t in typed)


def _asks_anew(row: Row, groups: list[Columns], context: Context) -> bool:
    """Say whether a label stands where answers are marked: the form asks something else there."""
    typed = [text for group in groups for at in group.answers if (text := text_at(row, at))]
    return any(not _is_answer(text) and _names_a_field(text, context) for text in typed)


def _is_band(rows: tuple[Row, ...], place: int, groups: list[Columns]) -> bool:
    """Say whether a row of one cell stands among lines: the next has its answer in place.

    It names the lines below it, or notes something on those above it, and then is followed by a
    row that names the next; one that says more is followed by marks and nothing else.
    """
    below = (row for row in rows[place + 1 : place + 1 + MOST_BANDS] if not ends(row))
    after = next(below, ())
    answers = [text for group in groups for at in group.answers if (text := text_at(after, at))]
    above = [row for row in rows[max(0, place - MOST_BANDS) : place] if not ends(row)][-1:]
    over = [text for row in above for g in groups for at in g.answers if (text := text_at(row, at))]
    among = bool(over) and all(is_tick(text) is not None or SCALE.match(text) for text in over)
    short = among or len(rows[place][0].text.split()) <= LONGEST_BAND
    told = (is_tick(text) is not None or short and SCALE.match(text) for text in answers)
    return bool(answers) and (any(told) if short else all(told))


def _line(
    row: Row, header: Row, group: Columns, section: str | None, caption: str
) -> MatrixRow | None:
    cell = cell_at(row, group.wording)
    if cell is None or not cell.text.strip() or _SUMMED.search(cell.text):
        return None
    answer, beside = _answer(row, header, group.answers)
    said = (beside, *(text_at(row, at) for at in group.evidence))
    evidence = "; ".join(text for text in said if text)
    title = header[group.wording].text or caption
    return MatrixRow(cell.text, answer, evidence, cell.where, title, section)


def _answer(row: Row, header: Row, columns: tuple[int, ...]) -> tuple[str, str]:
    """Return the answer as typed or the names of the columns ticked, and words beside a tick."""
    ticked, typed = [], []
    asked = tuple(at for at in columns if _PRESENT.match(TO_TICK.sub("", header[at].text)))
    if asked and any((cell := cell_at(row, at)) and cell.checked is False for at in asked):
        columns = asked  # a box left empty says no, whatever the score beside it
    for at in columns:
        cell, name = cell_at(row, at), TO_TICK.sub("", header[at].text).strip()
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


def tick_row(
    cells: list[Cell], context: Context, section: str | None, caption: str, listed: bool = False
) -> list[Element]:
    """Return the lines of a row whose boxes have cells of their own, or that answers a factor.

    `listed` says that it stands among many lines of a text with its mark.
    """
    each = each_boxed(cells, section, caption)
    if each:
        return each
    first = cells[0]
    lone = [cell for cell in cells if cell.checked is not None or is_tick(cell.text) is not None]
    texts = [cell for cell in cells if cell.text.strip() and cell not in lone]
    match = context.match(first.text, section) if first.text.strip() else None
    banked = listed or section in ("indicators", "protective")
    asks = match and match.score >= 0.85 and not (banked and match.field not in ANSWERED)
    kinds = kinds_boxed(cells, section, caption)
    if kinds:
        return kinds
    if lone and texts and not asks:
        return boxed(cells, section, caption)
    known = match and match.score >= (0.85 if match.field in ANSWERED else 0.95)
    in_bank = banked and not listed and not known
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
