"""Whatever stands on a paper is in a field or among what was not understood."""

import io
import random
from typing import Any

import docx
import pytest

from models.intake.papers import ReadPaper

from .lists_made import comma
from .measure import read
from .papers_made import HELD_OUT, LAYOUTS, Maker, saved
from .truth import Truth

MARKS = [
    "Zqmarker must not be told where mother lives",
    "Zqmarker",
    "URGENT: zqmarker",
    "Note - zqmarker lives next door",
    "Zqmarker: unknown thing",
]
WORD_LAYOUTS = [
    m for m in (*LAYOUTS.values(), *HELD_OUT.values()) if m(Truth(0), random.Random(0))[:2]
]


def told(paper: ReadPaper) -> str:
    """Return every word a reading keeps."""
    fields = [f"{field.raw} {field.value}" for record in paper.records for field in record.fields]
    return " ".join([*fields, *(text.text for text in paper.not_understood)]).lower()


def put_somewhere(document: Any, mark: str, rng: random.Random) -> None:
    """Type a text into a random paragraph, cell or new row."""
    how = rng.randrange(5) if document.tables else 0
    if how == 0:
        document.add_paragraph(mark)
    elif how == 1:
        rng.choice(document.paragraphs).insert_paragraph_before(mark)
    elif how == 2:
        row = rng.choice(rng.choice(document.tables).rows)
        rng.choice(row.cells).paragraphs[-1].add_run(f" {mark}")
    else:
        cells = rng.choice(document.tables).add_row().cells
        cells[0].text = "Other matter" if how == 3 else ""
        cells[-1].text = mark


@pytest.mark.parametrize("make", WORD_LAYOUTS, ids=lambda m: m.__name__)
def test_a_line_typed_anywhere_is_kept(make: Maker) -> None:
    if make.__name__ in ("workbook", "forms_export"):
        pytest.skip("made by Excel, typed into below")
    for seed in range(6):
        rng = random.Random(seed)
        document = docx.Document(io.BytesIO(make(Truth(seed), rng)))
        put_somewhere(document, rng.choice(MARKS), rng)
        assert "zqmarker" in told(read("paper", saved(document))), seed


def test_a_column_nobody_knows_is_kept_with_its_heading() -> None:
    rows = [
        ["System ID", "First name", "Surname", "DOB", "Zog"],
        ["LCS1", "Tia", "Kerr", "", "zqmarker"],
    ]
    paper = read("list", comma(rows))
    assert [text.text for text in paper.not_understood] == ["Zog: zqmarker"]


def test_an_impossible_date_is_kept_as_written_and_marked() -> None:
    rows = [
        ["System ID", "Name", "DOB", "Postcode"],
        ["LCS1234", "Tia Kerr", "31/02/2009", "NM1 8HS"],
    ]
    paper = read("list", comma(rows))
    (record,) = paper.records
    dob = next(field for field in record.fields if field.name == "dob")
    assert (dob.value, dob.raw, dob.note) == (
        None,
        "31/02/2009",
        "impossible date, kept as written",
    )
    assert "DOB: 31/02/2009" in [text.text for text in paper.not_understood]


def test_a_paper_about_something_else_is_not_guessed_at() -> None:
    paper = read("minutes", comma([["Bins", "Hedges"], ["late", "long"]]))
    assert paper.kind == "unknown"
    assert paper.records == ()
    assert [text.text for text in paper.not_understood] == ["Bins", "Hedges", "late", "long"]
