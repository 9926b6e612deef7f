"""What an Excel workbook holds, made plain: shown values, several sheets, merged, hidden."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from models.intake.opening import open_paper
from models.intake.opening.formats import shown_date, shown_number
from models.intake.papers import Block, Cell, Content, Table
from tests.models.intake.opening.made import MAIN, book, links

DEMO = Path(__file__).parents[4] / "resources" / "demo"


def opened(workbook: Workbook) -> Content:
    kept = BytesIO()
    workbook.save(kept)
    return open_paper("tracker.xlsx", kept.getvalue())


def first(content: Content) -> Table:
    part = content.parts[0]
    assert isinstance(part, Table)
    return part


def raw(sheet: str, **more: str) -> Content:
    return open_paper("a.xlsx", book(sheet, **more))


def test_values_are_given_as_the_sheet_shows_them() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Register"
    seen = datetime(2026, 10, 5, 14, 45)
    sheet.append(["Name", date(2010, 3, 3), seen, time(9, 30), 6, 2.5, True])
    sheet["H1"], sheet["I1"], sheet["J1"] = 7700900254, 9990822725, 0.333
    sheet["H1"].number_format = "00000000000"
    sheet["I1"].number_format = "000\\ 000\\ 0000"
    sheet["J1"].number_format = "0.0%"
    cells = first(opened(workbook)).rows[0]
    assert [cell.text for cell in cells] == [
        "Name",
        "2010-03-03",
        "2026-10-05 14:45",
        "09:30",
        "6",
        "2.5",
        "TRUE",
        "07700900254",
        "999 082 2725",
        "33.3%",
    ]
    assert cells[1].where == "Register!B1 (date)"
    assert cells[6].checked is True


def test_a_sheet_keeps_its_columns_where_cells_are_empty() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "List"
    sheet["B2"], sheet["D2"], sheet["B5"] = "Name", "DOB", "Aidan"
    sheet["B2"].font = Font(bold=True)
    assert first(opened(workbook)) == Table(
        (
            (
                Cell("", "List!A2"),
                Cell("Name", "List!B2", bold=True),
                Cell("", "List!C2"),
                Cell("DOB", "List!D2"),
            ),
            (),
            (Cell("", "List!A5"), Cell("Aidan", "List!B5")),
        ),
        "sheet List",
        "List",
    )


def test_merged_cells_are_one_wide_cell_and_continue_below() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Children", None, "Plan"], ["Aidan", "x", "CP"], [None, "y", "CLA"]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:A3")
    rows = first(opened(workbook)).rows
    assert [(cell.text, cell.span) for cell in rows[0]] == [("Children", 2), ("Plan", 1)]
    assert [(cell.text, cell.continues) for cell in rows[2]] == [
        ("", True),
        ("y", False),
        ("CLA", False),
    ]


def test_what_is_hidden_is_read_and_said() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Register"
    sheet.append(["Name", "DOB"])
    sheet.append(["Aidan", "3/3/10"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    lists = workbook.create_sheet("Lists")
    lists.append(["CP"])
    lists.sheet_state = "hidden"
    workbook.create_sheet("Spare")
    content = opened(workbook)
    tables = [part.sheet for part in content.parts if isinstance(part, Table)]
    assert tables == ["Register", "Lists"]
    assert set(content.notes) == {
        "A hidden row was read too: Register, row 2.",
        "A hidden column was read too: Register, column B.",
        "A hidden sheet was read too: Lists.",
        "An empty sheet was passed over: Spare.",
    }


def test_a_formula_gives_its_stored_result_or_says_it_has_none() -> None:
    content = raw(
        '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c>'
        '<c r="C1" t="str"><f>"a"</f><v>Aidan</v></c><c r="D1" t="e"><v>#REF!</v></c>'
        "</row></sheetData>"
    )
    assert [cell.text for cell in first(content).rows[0]] == ["2", "", "Aidan"]
    assert content.notes == (
        "A formula had no stored result, so it was left empty: List!B1.",
        "An error of the sheet (#REF!) was left empty: List!D1.",
    )


def test_cells_and_rows_without_places_follow_one_another() -> None:
    inline = '<c t="inlineStr"><is><t>{}</t></is></c>'
    content = raw(
        f"<sheetData><row>{inline.format('a')}{inline.format('b')}</row>"
        f"<row>{inline.format('c')}</row></sheetData>"
    )
    assert [[cell.where for cell in row] for row in first(content).rows] == [
        ["List!A1", "List!B1"],
        ["List!A2"],
    ]


def test_shared_strings_are_taken_with_their_bold_lead_and_without_readings() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t>DOB: </t></r><r><t>3/3/10</t></r>'
        "<rPh><t>no</t></rPh></si></sst>"
    )
    rels = links(
        ("worksheet", "worksheets/sheet1.xml", False), ("sharedStrings", "sharedStrings.xml", False)
    )
    content = raw(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>',
        xl__sharedStrings_dot_xml=strings,
        xl___rels__workbook_dot_xml_dot_rels=rels,
    )
    assert first(content).rows[0][0] == Cell("DOB: 3/3/10", "List!A1", bold_lead="DOB:")


def test_comments_come_after_their_sheet() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Register"
    sheet["B4"] = "Aidan"
    sheet["B4"].comment = Comment("Moved to Harbourside", "Someone")
    assert opened(workbook).parts[1] == Block("Moved to Harbourside", "comment on Register!B4")


def test_a_link_to_another_workbook_is_noted_and_not_followed() -> None:
    rels = links(
        ("worksheet", "worksheets/sheet1.xml", False),
        ("externalLink", "externalLinks/externalLink1.xml", False),
    )
    content = raw(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
        xl___rels__workbook_dot_xml_dot_rels=rels,
    )
    assert content.notes == (
        "A link to another workbook was not followed; its last stored values were read.",
    )


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (40240, "dd/mm/yyyy", "2010-03-03"),
        (40240.5, "dd/mm/yyyy hh:mm", "2010-03-03 12:00"),
        (40240, "[$-809]d mmmm yyyy;@", "2010-03-03"),
        (40240, "General", None),
        (40240, '0" days"', None),
        (40240, "[Red]0", None),
        (0.6145833333, "hh:mm", "14:45"),
        (1.1458333333, "[h]:mm", "27:30"),
        (1, "dd/mm/yyyy", "1900-01-01"),
        (-5, "dd/mm/yyyy", None),
        (9e9, "dd/mm/yyyy", None),
        (40240, "mmm-yy", "2010-03-03"),
    ],
)
def test_number_formats_tell_dates_from_numbers(
    value: float, pattern: str, shown: str | None
) -> None:
    assert shown_date(value, pattern) == shown


@pytest.mark.parametrize(
    ("text", "pattern", "shown"),
    [
        ("6", "General", "6"),
        ("6.0", "General", "6"),
        ("0.1", "General", "0.1"),
        ("9990822725", "General", "9990822725"),
        ("9.990822725E9", "General", "9990822725"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.5", "0%", "50%"),
        ("7", "000", "007"),
    ],
)
def test_numbers_are_shown_without_noise(text: str, pattern: str, shown: str) -> None:
    assert shown_number(text, pattern) == shown


def test_the_sample_tracker_is_one_table_of_sixty_children() -> None:
    content = open_paper("tracker.xlsx", (DEMO / "tracker.xlsx").read_bytes())
    assert [cell.text for cell in first(content).rows[0]][:4] == [
        "System ID",
        "First name",
        "Surname",
        "Date of birth",
    ]
    assert len(first(content).rows) == 61
    assert first(content).rows[1][3] == Cell("2007-06-01", "Tracker!D2 (date)")
