"""A label mended once is known the next time, however the form lays it out."""

import io

import pytest

from models.entities import LabelMemory
from tests.blank_paper import blank_paper

SURE = {
    "Child's full name": "Aidan Ravenscroft",
    "Date of birth": "21/01/2011",
    "System ID": "LCS620625",
    "Reason for referral": "Seen with older males; unexplained money.",
    "Is any child at immediate risk?": "No",
}


def bold_with_text_beside(document, label, value):
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}:").bold = True
    paragraph.add_run(f" {value}")


def bold_with_a_dash(document, label, value):
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{label} – ").bold = True
    paragraph.add_run(value)


def two_in_one_line(document, label, value):
    paragraph = document.add_paragraph()
    paragraph.add_run("District:").bold = True
    paragraph.add_run(" Harbourside\t\t")
    paragraph.add_run(f"{label}:").bold = True
    paragraph.add_run(f" {value}")


def both_in_one_cell(document, label, value):
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0].add_run(label).bold = True
    cell.add_paragraph(value)


def a_heading_above(document, label, value):
    document.add_heading(label, 3)
    document.add_paragraph(value)


def a_question_above(document, label, value):
    document.add_paragraph(f"{label}?")
    document.add_paragraph(value)


LAYOUTS = [
    bold_with_text_beside,
    bold_with_a_dash,
    two_in_one_line,
    both_in_one_cell,
    a_heading_above,
    a_question_above,
]


def paper(layout, value: str) -> bytes:
    document = blank_paper()
    document.add_heading("Referral to the MACE panel", 1)
    for label, sure in SURE.items():
        bold_with_text_beside(document, label, sure)
    layout(document, "Zebedee", value)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_mended_label_is_known_on_the_next_filling(papers, rows, layout) -> None:
    previews = papers.preview([("one.docx", paper(layout, "Hill School"))])
    assert previews[0].paper.records[0].get("school") is None
    papers.keep(previews, {("one.docx", 0, "school"): "Hill School"})
    assert [(one.label, one.field) for one in rows(LabelMemory)] == [("zebedee", "school")]
    (again,) = papers.preview([("two.docx", paper(layout, "Park School"))])
    assert again.paper.records[0].get("school") == "Park School"


def test_a_value_under_two_unknown_labels_teaches_nothing(papers, rows) -> None:
    def twice(document, label, value):
        bold_with_text_beside(document, label, value)
        bold_with_text_beside(document, "Dougal", value)

    previews = papers.preview([("one.docx", paper(twice, "Hill School"))])
    papers.keep(previews, {("one.docx", 0, "school"): "Hill School"})
    assert rows(LabelMemory) == []
