"""Papers drawn in plain text made into Word, Excel and CSV: headings, **bold** words, | cells |."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.blank_paper import blank_paper

BREAK, TAB = " // ", "\\t"


def made(path: Path) -> bytes:
    """Return the paper that a drawing stands for, of the form that its name says."""
    text = path.read_text("utf-8")
    if path.name.endswith(".docx.txt"):
        return drawn(*text.splitlines())
    return sheet_drawn(text.splitlines()) if path.name.endswith(".xlsx.txt") else text.encode()


def drawn(*lines: str) -> bytes:
    """Return the Word paper that the lines of a drawing stand for."""
    document, rows = blank_paper(), list[list[str]]()
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(_cells(line))
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), len(line) - len(line.lstrip("#")))
        elif line:
            _typed(document.add_paragraph(), line)
    return _saved(document)


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            first, *others = text.split(BREAK)
            _typed(cell.paragraphs[0], first)
            for other in others:
                _typed(cell.add_paragraph(), other)
        if len(texts) < len(row.cells):
            row.cells[len(texts) - 1].merge(row.cells[-1])


def _typed(paragraph: Any, line: str) -> None:
    for place, run in enumerate(line.replace(TAB, "\t").split("**")):
        paragraph.add_run(run).bold = bool(place % 2)


def sheet_drawn(lines: list[str]) -> bytes:
    """Return the worksheet that the lines of a drawing stand for."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = lines[0].removeprefix("sheet ")
    for line in lines[1:]:
        sheet.append([_value(text) for text in _cells(line)])
    return _saved(book)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line else []


def _value(text: str) -> str | datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return text or None


def _saved(paper: Any) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
