"""Lists whose columns become headings: items over actions, districts across, kinds to tick."""

import io
import re
from collections.abc import Sequence
from itertools import groupby

from openpyxl import Workbook

from models import codes
from models.intake.understanding.lexicon import recognise

from .redrawn_forms import Page, bold
from .taken_apart import Apart, Listed

SURE, GROUPS = 0.9, ("CHILD", "CASE")
Rows = list[Sequence[str | None]]


def column(one: Apart, field: str) -> int | None:
    """Return which column of a paper's list asks for a field; None where some rows leave it out."""
    listed = one.listed
    for at, head in enumerate(listed.heads if listed else ()):
        found = recognise(one.kind, head)
        if listed and found and found.field == field and found.score >= SURE:
            return at if at and all(row[at].strip() for row in listed.rows) else None
    return None


def under_items(one: Apart) -> bytes | None:
    """Return minutes with a table of actions under a heading for each subject, and a sentence."""
    at, listed = column(one, "subject"), one.listed
    if at is None or listed is None:
        return None
    page = Page()
    for part in one.parts:
        if isinstance(part, str):
            page.line(part, "Heading 1")
        elif not isinstance(part, Listed):
            page.table(part)
            page.line("")
    runs = groupby(listed.rows, lambda row: row[at])
    for count, (subject, rows) in enumerate(runs, 2):
        page.line(f"Item {count}: {subject}", "Heading 2")
        page.line("The panel heard how things stand since the last time.")
        page.table([[bold(head) for head in _but(listed.heads, at)], *(_but(r, at) for r in rows)])
    return page.saved()


def districts_across(one: Apart) -> bytes | None:
    """Return a worksheet with the district across above the rows of each."""
    at, listed = column(one, "district"), one.listed
    if at is None or listed is None:
        return None
    rows: Rows = [*_above(one), _but(listed.heads, at)]
    for district, held in groupby(listed.rows, lambda row: row[at]):
        rows += [[f"DISTRICT: {district.upper()}"], *(_but(row, at) for row in held)]
    return _sheet(rows)


def three_rows_deep(one: Apart) -> bytes | None:
    """Return a worksheet with groups over its heads, and kinds of harm to tick under one."""
    at, listed = column(one, "types"), one.listed
    told = [_kinds(row[at]) for row in listed.rows] if listed and at is not None else []
    kinds = list(dict.fromkeys(kind for each in told for kind in each))
    in_order = all(each == sorted(each, key=kinds.index) for each in told)
    if listed is None or at is None or not all(told) or len(kinds) < len(GROUPS) or not in_order:
        return None
    more: list[str | None] = [None] * (len(kinds) - 1)
    heads = [*listed.heads[:at], "Type (x)", *more, *listed.heads[at + 1 :]]
    under = [None] * at + kinds + [None] * (len(listed.heads) - at - 1)
    over = [GROUPS[0], *[None] * (at - 1), GROUPS[1]]
    rows: Rows = [*_above(one), over, heads, under]
    for row, said in zip(listed.rows, told, strict=True):
        marks = ["x" if kind in said else None for kind in kinds]
        rows.append([*row[:at], *marks, *row[at + 1 :]])
    first = len(_above(one)) + 1
    merged = [(first, 1, at), (first, at + 1, len(heads)), (first + 1, at + 1, at + len(kinds))]
    return _sheet(rows, merged)


def _kinds(text: str) -> list[str]:
    """Return the kinds of harm that a cell names in its words, none where any part is no kind."""
    parts = [part.strip() for part in re.split(r"[,;/+&\n]", text) if part.strip()]
    known = all(codes.recognise("exploitation_types", part) for part in parts)
    return parts if known else []


def _above(one: Apart) -> Rows:
    texts = [part for part in one.parts if not isinstance(part, Listed)]
    return [row for part in texts for row in ([[part]] if isinstance(part, str) else part)]


def _but(row: Sequence[str], at: int) -> list[str]:
    return [text for place, text in enumerate(row) if place != at]


def _sheet(rows: Rows, merged: Sequence[tuple[int, int, int]] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([text or None for text in row])
    for row_at, start, end in merged:
        if end > start:
            sheet.merge_cells(start_row=row_at, end_row=row_at, start_column=start, end_column=end)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
