"""Forms drawn on a worksheet: the layouts of Word in cells, with notes for workers beside them."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from .redrawn_forms import Draw, Page, Text, by
from .taken_apart import Answer, Apart, Listed

NOTES = (
    "as it stands on the system, not as school has it",
    "If there are two put who the child lives with",
    "3 or 4 lines is enough!",
    "take the level of the tool",
    "ask the hub when in doubt",
)
LONGEST_SHORT = 10  # words of an answer beside its label
EACH, BEYOND = 3, 2  # rows to a note, columns from the form to its notes
SHEETS: dict[str, Draw] = {}


class Sheet(Page):
    """An Excel paper as it is drawn: a line is a row of one cell, a table begins in column A."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Workbook()
        assert self.book.active is not None
        self.sheet: Any = self.book.active
        self.row = 0

    def line(self, text: Text, style: str | None = None) -> Any:
        """Add a row of one cell."""
        self.row += 1
        self._write(1, text, bold=bool(style))

    def table(self, rows: Sequence[Sequence[Text]]) -> Any:
        """Add rows; one that is short is merged across, "^" is merged with the cell above."""
        width = max(map(len, rows))
        for row in rows:
            self.row += 1
            for at, text in enumerate(row, 1):
                if text == "^":
                    self.sheet.merge_cells(None, self.row - 1, at, self.row, at)
                else:
                    self._write(at, text)
            if len(row) < width:
                self.sheet.merge_cells(None, self.row, len(row), self.row, width)

    def notes(self) -> None:
        """Write notes for workers in a column beyond the form."""
        at = self.sheet.max_column + BEYOND
        self.sheet.cell(1, at, "NOTES FOR WORKERS").font = Font(bold=True)
        for row in range(2, self.row, EACH):
            self.sheet.cell(row, at, NOTES[row % len(NOTES)])

    def saved(self) -> bytes:
        """Return the workbook."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def _write(self, at: int, text: Text, bold: bool = False) -> None:
        whole = text if isinstance(text, str) else "".join(part for part, _ in text)
        bold = bold or not isinstance(text, str) and all("b" in look for _, look in text)
        cell = self.sheet.cell(self.row, at, whole or None)
        cell.font = Font(bold=bold)


def drawn_sheet(one: Apart, draw: Draw) -> bytes:
    """Return a worksheet with each run of a paper's labels and answers drawn in one layout."""
    page = Sheet()
    for part in one.parts:
        if isinstance(part, str):
            page.line(part, "Heading" if len(part.split()) <= 12 else None)
        elif isinstance(part, Listed):
            page.table([[((head, "b"),) for head in part.heads], *part.rows])
        else:
            draw(page, part)
        page.row += 1
    if draw is SHEETS["notes_beside"]:
        page.notes()
    return page.saved()


def sheet(draw: Draw) -> Draw:
    """Offer a layout of a worksheet by its name."""
    SHEETS[draw.__name__] = draw
    return draw


@sheet
def pairs_beside(page: Page, answers: tuple[Answer, ...]) -> None:
    _pairs(page, answers)


@sheet
def notes_beside(page: Page, answers: tuple[Answer, ...]) -> None:
    _pairs(page, answers)


def _pairs(page: Page, answers: Sequence[Answer]) -> None:
    """Two short answers to a row, a long one under its label over rows that are merged across."""
    short = [one for one in answers if len(one[1].split()) <= LONGEST_SHORT]
    rows: list[list[Text]] = [
        [text for label, value in some for text in (((label, "b"),), value, "")][:-1]
        for some in by(short, 2)
    ]
    for label, value in answers:
        if (label, value) not in short:
            rows += [[((label, "b"),)], *([line] for line in value.split("\n"))]
    page.table(rows)
