"""The quarterly figures in every format, and nothing in a temporary file."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from exports import charts, committee, report, workbook
from exports.report_columns import ON_A_PAGE
from models.records.reports import OVER_TIME, ReportRow, ReportTable
from tests.exports import papers as panel
from tests.exports import reading

TABLE = ReportTable(
    name="quarterly",
    title="Children at risk of exploitation on 30 September 2026",
    on=date(2026, 9, 30),
    columns=("Total", "Eastmoor", "=1+1", "Unallocated"),
    rows=(
        ReportRow("Category", "CSE1", (3, 2, 1, 0)),
        ReportRow("Category", "Other forms of exploitation", (1, 0, 0, 1)),
        ReportRow("Category", "Total", (4, 2, 1, 1)),
        ReportRow("Risk assessment", "With up to date risk assessment", (2, 1, 1, 0)),
        ReportRow("Risk assessment", "Overdue risk assessment", (2, 1, 0, 1)),
        ReportRow("Risk assessment", "% up to date", (50.0, 50.0, 100.0, None), percent=True),
    ),
    reconciliation=("Categories add up to 4 of 4 children.",),
    definitions=("A child counts once.",),
)


def test_the_form_of_the_command_line_does_not_change() -> None:
    form = report.as_form(TABLE, panel.PANEL)
    assert list(form) == ["on", "columns", "rows", "reconciliation"]
    assert form["rows"][0] == {"section": "Category", "label": "CSE1", "values": [3, 2, 1, 0]}


def test_every_format_is_written_beside_each_other(tmp_path: Path) -> None:
    paths = report.write(TABLE, panel.PANEL, tmp_path, report.FORMATS)
    assert [path.name for path in paths] == [
        f"quarterly-2026-09-30.{one}" for one in report.FORMATS
    ]
    assert json.loads(paths[0].read_text("utf-8")) == report.as_form(TABLE, panel.PANEL)
    assert paths[4].read_bytes().startswith(b"\x89PNG")


def test_reports_of_few_and_of_many_quarters_lie_beside_each_other(tmp_path: Path) -> None:
    quarters = tuple(f"Quarter {number}" for number in range(8))
    row = TABLE.rows[0]
    for many in (1, 2, 8):
        rows = (replace(row, values=row.values[:1] * many),)
        table = replace(TABLE, name="performance", columns=quarters[:many], rows=rows,
                        across=OVER_TIME, adds=(), shares=())  # fmt: skip
        report.write(table, panel.PANEL, tmp_path, ("csv",))
    assert {one.name for one in tmp_path.iterdir()} == {
        "performance-1-quarter-2026-09-30.csv",
        "performance-2-quarters-2026-09-30.csv",
        "performance-8-quarters-2026-09-30.csv",
    }


def test_a_picture_of_many_districts_is_written_table_under_table() -> None:
    names = ("Total", *(f"District {n}" for n in range(12)), "Unallocated")
    rows = tuple(replace(row, values=tuple(range(len(names)))) for row in TABLE.rows)
    wide = replace(TABLE, columns=names, rows=rows)
    for blob in (
        report.written(wide, panel.PANEL, "docx"),
        committee.written((wide,), panel.PANEL),
    ):
        heads = [
            [cell.text for cell in one.rows[0].cells] for one in Document(io.BytesIO(blob)).tables
        ]
        told = [head for head in heads if "District 7" in head]
        assert told and all(len(head) <= ON_A_PAGE + 1 for head in heads)


def test_a_spreadsheet_is_printed_as_wide_as_its_page() -> None:
    sheet = load_workbook(io.BytesIO(report.written(TABLE, panel.PANEL, "xlsx"))).active
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_a_spreadsheet_never_takes_a_district_for_a_formula() -> None:
    blob = report.written(TABLE, panel.PANEL, "csv")
    rows = list(csv.reader(io.StringIO(blob.decode("utf-8-sig"))))
    assert rows[0] == ["Section", "Row", "Total", "Eastmoor", "'=1+1", "Unallocated"]
    assert rows[1] == ["Category", "CSE1", "3", "2", "1", "0"]
    sheet = load_workbook(io.BytesIO(report.written(TABLE, panel.PANEL, "xlsx"))).active
    head = next(row for row in sheet.iter_rows() if row[0].value == "Category")
    assert head[3].value == "=1+1"
    assert head[3].data_type == "s"


def test_excel_holds_figures_as_figures_under_the_marking() -> None:
    sheet = load_workbook(io.BytesIO(report.written(TABLE, panel.PANEL, "xlsx"))).active
    rows = {row[0].value: [cell.value for cell in row[1:5]] for row in sheet.iter_rows()}
    assert sheet["A1"].value == panel.PANEL.marking
    assert rows["CSE1"] == [3, 2, 1, 0]
    assert rows["% up to date"] == [50, 50, 100, None]
    assert "Categories add up to 4 of 4 children." in rows


def test_a_text_list_says_whose_figures_it_has_and_of_which_day() -> None:
    blob = report.written(TABLE, panel.PANEL, "csv")
    rows = list(csv.reader(io.StringIO(blob.decode("utf-8-sig"))))
    assert rows[-2:] == [[f"{panel.PANEL.name}: {TABLE.title}"], [panel.PANEL.marking]]


def test_word_has_table_picture_and_how_the_figures_add_up() -> None:
    document = reading.document(lambda to: to.write(report.written(TABLE, panel.PANEL, "docx")))
    text = reading.text(document)
    for words in ("CSE1", "50.0 %", "Categories add up to 4 of 4 children.", "A child counts once"):
        assert words in text
    assert "CSE1 3; Other forms of exploitation 1" in charts.alternative(TABLE)


def test_no_format_passes_through_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    def refuse(*args: object, **named: object) -> None:
        raise AssertionError("a temporary file was asked for")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    for wanted in report.FORMATS:
        assert report.written(TABLE, panel.PANEL, wanted)


def test_what_is_counted_leaves_the_columns_room_for_their_words() -> None:
    names = ("All", "In force", "Expiring", "Breached", "Not pursued")
    rows = (
        ReportRow("How they stand", "In force", (2, 1, 0, 1, 0), definition="What is in force."),
    )
    table = replace(TABLE, columns=names, rows=rows)
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    wide = [column.width.cm for column in document.tables[0].columns]
    assert len(wide) == 7 and min(wide[3:5]) > 1.8


def test_what_all_rows_of_a_section_count_stands_once_under_them() -> None:
    rows = tuple(
        ReportRow("By kind", name, (1, 0), definition="Of this kind.") for name in ("CAWN", "SRO")
    )
    table = replace(TABLE, columns=("All", "In force"), rows=rows)
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    text = reading.text(document)
    assert text.count("Of this kind.") == 1 and "CAWN | 1 | 0\n" in text


def test_what_rows_count_alike_is_told_of_the_first_and_labels_have_room() -> None:
    words = "Of meetings held by tiers on which the agency has a seat, those it attended."
    rows = tuple(
        ReportRow("Meetings", label, (1, 0), definition=told)
        for label, told in (("Held", "Meetings."), ("Police: %", words), ("Health: %", words))
    )
    table = replace(TABLE, columns=("Q4", "Q3"), rows=rows)
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    text = reading.text(document)
    assert text.count(words) == 1 and "Health: % | 1 | 0 | As for “Police: %”." in text
    assert document.tables[0].columns[0].width.cm > 3.8


def test_what_many_columns_count_stands_under_one_heading() -> None:
    names = tuple(f"Quarter {at}" for at in range(8))
    rows = (ReportRow("Referrals", "New", (1,) * 8, definition="Referrals of the quarter."),)
    table = replace(TABLE, columns=names, rows=rows)
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    text = reading.text(document)
    assert text.count("What is counted") == 1 and "New: Referrals of the quarter." in text


@pytest.mark.parametrize(("values", "drawn"), [((0, 0), 0), ((None, 0), 0), ((1, 0), 1)])
def test_a_report_of_which_nothing_can_be_drawn_has_no_empty_picture(
    values: tuple[int | None, ...], drawn: int
) -> None:
    table = replace(TABLE, columns=("Total", "Eastmoor"), rows=(ReportRow("A", "B", values),))
    document = reading.document(lambda to: to.write(report.written(table, panel.PANEL, "docx")))
    assert len(document.inline_shapes) == drawn


def test_what_is_counted_stands_wrapped_in_a_row_as_high_as_it_needs() -> None:
    words = "Children on the tracker on the last day and on the day before the quarter, all told."
    row = replace(TABLE.rows[0], definition=words)
    blob = report.written(replace(TABLE, rows=(row,)), panel.PANEL, "xlsx")
    sheet = load_workbook(io.BytesIO(blob)).active
    cell = next(one for each in sheet.iter_rows() for one in each if one.value == words)
    assert cell.alignment.wrap_text
    assert sheet.row_dimensions[cell.row].height == 2 * workbook.LINE_HIGH


def test_many_rows_stand_side_by_side_so_that_a_page_shows_them_in_letters_to_be_read() -> None:
    rows = tuple(
        ReportRow("Attendance", f"Agency {number}: % attended", (50.0, None), percent=True,
                  definition="Meetings attended")
        for number in range(40)
    )  # fmt: skip
    table = replace(TABLE, name="performance", columns=("Oct–Dec", "Jul–Sep"), rows=rows)
    told = charts.alternative(table)
    assert "per cent. Agency 0: % attended 50.0 % (Oct–Dec), – (Jul–Sep); Agency 1" in told
    whole, half = (
        charts.picture(replace(table, rows=rows[:many]), dpi=40) for many in (40, charts.MOST_BARS)
    )
    assert whole[16:24] == half[16:24]  # width and height, where a PNG has them
