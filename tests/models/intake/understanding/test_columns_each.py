"""Brothers and sisters in columns are children of their own, and nobody else becomes one."""

import io

from tests.blank_paper import blank_paper

from .measure import read

ROWS = (
    ("", "First child", "Second child"),
    ("Name", "Ines Corrigan", "Rory Corrigan"),
    ("DOB", "01/03/2010", "04/05/2012"),
    ("School", "Tarn High School", "Tarn Primary"),
    ("Immediate risk?", "Yes", "No"),
)


def paper(rows, *below):
    """A Word paper with one table and lines below it."""
    document = blank_paper()
    document.add_heading("MACE referral", 1)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for line in below:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return read("siblings.docx", out.getvalue())


def test_each_column_is_a_child_with_what_the_paper_says_of_both():
    read_paper = paper(ROWS, "Reason for referral: both are driven about by a neighbour.")
    first, second = read_paper.records
    assert [one.get("name") for one in (first, second)] == ["Ines Corrigan", "Rory Corrigan"]
    assert [one.get("immediate_risk") for one in (first, second)] == [True, False]
    assert first.get("reason") == second.get("reason") == "both are driven about by a neighbour."


def test_where_it_was_found_out_is_no_second_child():
    rows = (
        ("Item", "Answer", "Where from"),
        ("Name", "Leila Fontaine-Brook", "student record"),
        ("DOB", "11/03/2008", "passport"),
        ("School", "Westmarch College", "student record"),
        ("Postcode", "AF2 4JP", "halls"),
    )
    (record,) = paper(rows).records
    assert record.get("name") == "Leila Fontaine-Brook"
