"""Papers made in memory for tests: forms, returns and lists, as councils write them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import openpyxl

from tests.blank_paper import blank_paper

CHILD = {
    "Referral date": "27/10/2026",
    "Referrer": "Kian Baines, Children's social care",
    "Child's full name": "Aidan Ravenscroft",
    "Date of birth": "21/01/2011",
    "System ID": "LCS620625",
    "Home postcode": "NM3 7HQ",
    "District": "Harbourside",
    "Current plan / status": "CP",
    "School or provision": "Riverbank College",
    "Lead professional": "Kian Baines",
    "Type of exploitation": "County lines",
    "Risk level": "Medium",
    "Date of risk assessment": "13/10/2026",
    "Is any child at immediate risk?": "No",
    "Reason for referral": "Seen with older males; unexplained money.",
    "What is the panel asked to do?": "Disruption of the adults.",
}


def form(fields: Mapping[str, str], title: str = "Referral to the MACE panel") -> bytes:
    """A Word form with a label and a value in each row."""
    document = blank_paper()
    document.add_heading(title, 1)
    table = document.add_table(rows=0, cols=2)
    for label, value in fields.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    return saved(document)


def child_form(**changes: str) -> bytes:
    """A child's referral; changes are given by a word of the label."""
    fields = dict(CHILD)
    for word, value in changes.items():
        label = next(one for one in fields if word.replace("_", " ").lower() in one.lower())
        fields[label] = value
    return form({label: value for label, value in fields.items() if value})


LINE = ("Date", "Information", "Kind (fact / opinion / intelligence)", "Share with")


def agency_return(
    agency: str, lines: Mapping[str, Sequence[Sequence[str]]], meeting: str = "12 November 2026"
) -> bytes:
    """A Word return: a heading and a table of lines for each child."""
    document = blank_paper()
    document.add_heading(f"Agency information return: {agency}", 1)
    document.add_paragraph(f"Meeting: {meeting}   Completed by: Daisy Yates")
    for child, rows in lines.items():
        document.add_heading(child, 2)
        table = document.add_table(rows=1, cols=4)
        for row in (LINE, *rows):
            cells = table.rows[0].cells if row is LINE else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    return saved(document)


def saved(document) -> bytes:
    """A Word document's bytes."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def listed(rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def workbook(rows: Iterable[Sequence[object]], title: str = "Return") -> bytes:
    """An Excel workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


TRACKER = (
    "System ID", "First name", "Surname", "Date of birth", "Gender", "District", "Category",
    "Plan / status", "Last risk assessment", "Risk level",
)  # fmt: skip
