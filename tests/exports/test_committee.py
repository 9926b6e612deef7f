"""The report to committee names nobody, holds small numbers back, and says what its figures say."""

import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from matplotlib.image import imread
from openpyxl import load_workbook

from exports import committee, plain_summary, report
from exports.report_columns import figures
from models.records.reports import TOTAL, Adds, ReportRow, ReportTable, Said
from models.rules.ages import GROWN
from models.rules.public_figures import public
from tests.exports import papers as panel
from tests.exports import reading

ON = date(2026, 9, 30)
TABLE = ReportTable(
    "quarterly", "Children at risk of exploitation on 30 September 2026", ON,
    ("Total", "Eastmoor", "Westmoor", "Unallocated"),
    (
        ReportRow("Category", "CSE1", (43, 30, 9, 4), ((1, 2), (3,), (4,), (5,))),
        ReportRow("Category", "Other forms of exploitation", (40, 20, 11, 9)),
        ReportRow("Category", "Total", (83, 50, 20, 13)),
    ),
    ("1 child of 83 is in no district.",), adds=(Adds(2, (0, 1)),), across=TOTAL,
)  # fmt: skip


def test_every_number_of_the_summary_stands_in_the_tables() -> None:
    (table,) = public([TABLE])
    said = " ".join(plain_summary.sentences(table)).replace(table.title, "").replace("CSE1", "")
    shown = {cell for row in table.rows for cell in figures(row)}
    held = {str(sum(0 in row.withheld for row in table.rows))}
    assert "83" in said and set(re.findall(r"[0-9]+", said)) <= shown | held


def test_every_file_of_a_committee_has_its_marking_and_none_the_panels() -> None:
    (table,) = public([TABLE])
    sheet = load_workbook(io.BytesIO(report.written(table, panel.PANEL, "xlsx"))).active
    lines = report.written(table, panel.PANEL, "csv").decode("utf-8-sig").split()
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    assert sheet["A1"].value == lines[-1] == "OFFICIAL"
    head = f"{sheet.oddHeader.left.text} {sheet.oddHeader.center.text}"
    assert "OFFICIAL" in head
    form = json.loads(report.written(table, panel.PANEL, "json"))
    assert form["marking"] == "OFFICIAL"
    for words in (*reading.edges(document), head, " ".join(lines)):
        assert "SENSITIVE" not in words
    assert (
        report.written(TABLE, panel.PANEL, "csv")
        .decode("utf-8-sig")
        .split()[-1]
        .endswith(panel.PANEL.marking.split()[-1])
    )


@pytest.mark.parametrize("table", [TABLE, *public([TABLE])], ids=lambda one: one.name)
def test_a_picture_has_its_marking_above_what_it_shows(table: ReportTable) -> None:
    saved = imread(io.BytesIO(report.written(table, panel.PANEL, "png")))
    shown = imread(io.BytesIO(report.picture_of(table)[0]))
    strip = len(saved) - len(shown)
    assert (saved[strip:] == shown).all()
    assert saved[:strip].min() < 0.3


def test_how_many_are_of_full_age_is_said_and_held_back_where_few_are_or_few_are_not() -> None:
    for grown, shown in ((0, "0"), (3, "c"), (40, "40"), (80, "c"), (83, "83")):
        said = replace(TABLE, said=(Said(GROWN, grown, 2),))
        (table,) = public([said])
        assert table.terms[-1] == GROWN.format(shown)
        text = reading.text(
            reading.document(lambda to, one=table: to.write(committee.written([one], panel.PANEL)))
        )
        assert GROWN.format(shown) in text


def test_the_word_report_is_official_names_nobody_and_shows_no_small_number() -> None:
    (table,) = public([TABLE])
    document = reading.document(lambda to: to.write(committee.written([table], panel.PANEL)))
    text = reading.text(document)
    head, foot = reading.edges(document)
    assert "OFFICIAL" in head and "SENSITIVE" not in head
    assert "Anonymised. Small numbers are held back." in foot + head
    assert "CSE1 | 43 | " in text and " | c" in text and " | 4 |" not in text
    assert "is in no district" not in text
