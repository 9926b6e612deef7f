"""A list of three columns goes on below a row across, as a wide one does."""

import csv
import io

import docx
import pytest

from models.intake.opening import open_paper
from models.intake.understanding import understand

TRACKER = [
    ("Child", "DOB", "Risk"), ("Ada Tarn", "04/04/2011", "High"), ("Harbourside",),
    ("Ben Howe", "01/02/2010", "Low"), ("Cy Moss", "03/03/2009", "Medium"),
]  # fmt: skip
MEMBERS = [
    ("Name", "Agency", "Role"), ("Ann Poole", "Police", "DS"), ("By invitation",),
    ("Bob Dale", "Health", "Nurse"),
]  # fmt: skip
ACTIONS = [
    ("Action", "Owner", "Due"), ("Visit the shop", "DS Poole", "12/12/2026"), ("Carried forward",),
    ("Write to the owner", "J Marsh", "14/12/2026"),
]  # fmt: skip
MISSING = [
    ("Child", "Missing from", "Returned"), ("Ada Tarn", "12/10/2026 10:00", "13/10/2026 09:00"),
    ("Harbourside",), ("Ben Howe", "14/10/2026 10:00", "15/10/2026 09:00"),
]  # fmt: skip
LISTS = {
    "MACE tracker": (TRACKER, ["Ada Tarn", "Ben Howe", "Cy Moss"]),
    "Panel members": (MEMBERS, ["Ann Poole", "Bob Dale"]),
    "Action log": (ACTIONS, ["Visit the shop", "Write to the owner"]),
    "Missing episodes": (MISSING, ["Ada Tarn", "Ben Howe"]),
}


def word(rows, title):
    document = docx.Document()
    document.add_heading(title, 1)
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    written = io.BytesIO()
    document.save(written)
    return "list.docx", written.getvalue()


def text(rows, padded):
    written = io.StringIO(newline="")
    csv.writer(written).writerows((*row, *[""] * (padded - len(row))) for row in rows)
    return "list.csv", written.getvalue().encode()


@pytest.mark.parametrize("title", LISTS)
@pytest.mark.parametrize("made", [
    word, lambda rows, title: text(rows, 3), lambda rows, title: text(rows, 0)
])  # fmt: skip
def test_every_row_below_a_row_across_is_read(title, made):
    rows, names = LISTS[title]
    paper = understand(open_paper(*made(rows, title)), this_year=2026)
    assert [one.get("name") or one.get("text") for one in paper.records] == names


def test_a_text_alone_that_may_be_a_childs_name_is_asked_about_once():
    rows = [*TRACKER[:2], ("Dee Low",), *TRACKER[3:]]
    paper = understand(open_paper(*text(rows, 3)), this_year=2026)
    noted = [field for one in paper.records for field in one.fields if "stands alone" in field.note]
    assert [field.value for field in noted] == ["Dee Low"]
    plain = understand(open_paper(*text(TRACKER, 3)), this_year=2026)
    assert not any(field.note for one in plain.records for field in one.fields)
