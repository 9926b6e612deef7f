"""Returns, lists and nominations made in memory, in the layouts of invented councils."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from tests.blank_paper import blank_paper


def sheet(rows: list[list[Any]], title: str = "Sheet1", merged: tuple[str, ...] = ()) -> bytes:
    """Return a workbook of one sheet; `merged` its ranges of cells that are one."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def comma(rows: list[list[Any]]) -> bytes:
    """Return a CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def word(*parts: Any) -> bytes:
    """Return a document: "# Heading", "**bold** text", "text", or a table as a list of rows."""
    document = blank_paper()
    for part in parts:
        if isinstance(part, list):
            table = document.add_table(rows=len(part), cols=max(map(len, part)))
            for row, texts in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = str(text)
                if len(texts) < len(row.cells):
                    row.cells[len(texts) - 1].merge(row.cells[-1])
        elif part.startswith("#"):
            level = len(part) - len(part.lstrip("#"))
            document.add_heading(part.lstrip("# "), level)
        else:
            paragraph = document.add_paragraph()
            for place, run in enumerate(part.split("**")):
                paragraph.add_run(run).bold = bool(place % 2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
