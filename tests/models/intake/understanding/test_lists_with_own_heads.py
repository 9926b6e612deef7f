"""Lists whose heads are mostly a body's own: nobody is named by a label, nothing moves over."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from models.intake.papers import NotUnderstood, ReadField, ReadPaper, ReadRecord
from models.intake.understanding.label_names import without_label_names
from models.intake.understanding.minuted import asks_of_minutes
from models.marks import Sharing

from .measure import read

IVY, JO, BEA = "ASHDOWN Ivy", "McLEOD Jo", "TARN-LOWE Bea"


def sheet(*rows: list[object], bold: int | None = None, name: str = "Sheet") -> ReadPaper:
    book = Workbook()
    assert book.active
    book.active.title = name
    for row in rows:
        book.active.append(row)
    if bold is not None:
        for cell in book.active[bold]:
            cell.font = Font(bold=True)
    data = BytesIO()
    book.save(data)
    return read("list.xlsx", data.getvalue())


def school_return(*rows: list[object]) -> ReadPaper:
    heads = [
        "Row",
        "Child",
        "Born",
        "On roll at",
        "Sess %",
        "Excl",
        "Update for panel",
        "OK for minutes?",
    ]
    return sheet(
        ["Fellside Virtual School - information for MACE"],
        ["Meeting date:", None, date(2026, 12, 9), "Completed by: Una Sloe"],
        [],
        heads,
        *rows,
        bold=4,
    )


def test_a_return_with_heads_of_its_own_is_read_row_for_row() -> None:
    paper = school_return(
        [1, IVY, date(2011, 4, 2), "Fell High", "48%", 7, "Half days since May", "Yes"],
        [2, JO, "22/3/10", "Dale PRU", None, None, "Off site at noon", "No"],
        [3, BEA, "1.2.12", "Fell High", "90%", 0, "Doing well", "Chair only please"],
        ["We hold nothing on independent schools."],
    )
    assert [(one.get("name"), one.get("dob"), one.get("text")) for one in paper.records] == [
        ("Ivy Ashdown", date(2011, 4, 2), "Half days since May"),
        ("Jo McLeod", date(2010, 3, 22), "Off site at noon"),
        ("Bea Tarn-Lowe", date(2012, 2, 1), "Doing well"),
    ]
    assert {one.get("meeting") for one in paper.records} == {date(2026, 12, 9)}
    assert "We hold nothing on independent schools." in {t.text for t in paper.not_understood}


def test_whether_a_line_may_be_minuted_says_who_may_read_it_and_loses_none() -> None:
    paper = school_return(
        [1, IVY, date(2011, 4, 2), "Fell High", "48%", 7, "Half days since May", "Yes"],
        [2, JO, "22/3/10", "Dale PRU", None, None, "Off site at noon", "No"],
        [3, BEA, "1.2.12", "Fell High", "90%", 0, "Doing well", "Yes, but not the school"],
    )
    assert [one.get("sharing") for one in paper.records] == [
        Sharing.ALL_PANEL, Sharing.NOT_MINUTED, Sharing.CHAIR_ONLY,
    ]  # fmt: skip
    assert all(one.get("text") for one in paper.records)


def test_a_meetings_day_is_read_beyond_an_empty_cell_and_no_tenancy_is_nothing_known() -> None:
    heads = ["Ref", "Young person", "Date of birth", "Rent a/c", "What we hold", "Share with"]
    paper = sheet(
        ["Sloe Homes - tenancy information for MACE"],
        ["Meeting", None, "10/12/2026", None, "Completed by", "Una Pell"],
        heads,
        [1, IVY, "2/4/2011", "clear", "Three complaints since May", "All panel"],
        [2, JO, "22/3/10", None, "No tenancy held, nothing known", "All panel"],
        bold=3,
    )
    assert {one.get("meeting") for one in paper.records} == {date(2026, 12, 10)}
    assert [one.get("nothing_known") for one in paper.records] == [False, True]


def test_the_childs_school_is_not_the_agency_that_answers() -> None:
    paper = school_return(
        [1, IVY, date(2011, 4, 2), "Fell High", "48%", 7, "Half days since May", "Yes"],
        [2, JO, "22/3/10", "Dale PRU", None, None, "Off site at noon", "Yes"],
    )
    assert {one.get("agency") for one in paper.records} == {"Fellside Virtual School"}


def test_a_label_is_nobodys_name_and_what_stood_there_is_told() -> None:
    row = ReadRecord("return", (
        ReadField("name", "D.O.B", "D.O.B", "A1", 0.95),
        ReadField("text", "Seen twice", "Seen twice", "B1", 0.95),
    ), "A1")  # fmt: skip
    associates = ({"name": "Name", "vehicle": None}, {"name": "Gaz", "vehicle": None})
    form = ReadRecord("child", (
        ReadField("name", "Ivy Ashdown", "Ivy Ashdown", "A1", 1.0),
        ReadField("lead", "Telephone", "Telephone", "A2", 1.0),
        ReadField("associates", associates, "Name\nGaz", "A3", 0.9),
    ), "A1")  # fmt: skip
    (kept,), lost = without_label_names([row, form])
    assert [(one.name, one.value) for one in kept.fields] == [
        ("name", "Ivy Ashdown"), ("associates", associates[1:]),
    ]  # fmt: skip
    assert NotUnderstood("B1", "Seen twice") in lost
    assert NotUnderstood("A2", "Telephone") in lost


TRACKER = [
    ["YOUNG PERSON", None, None, "ASSESSMENT OF RISK", None, None, "PANEL", None],
    ["Last name", "Forename", "DOB", "Level", "Date of RA", "Trend", "Opened", "Next review"],
]


def tracker(title: str, *rows: list[object]) -> ReadPaper:
    book = Workbook()
    assert book.active
    for row in ([title], *TRACKER, *rows):
        book.active.append(row)
    for merged in ("A2:C2", "D2:F2", "G2:H2"):
        book.active.merge_cells(merged)
    data = BytesIO()
    book.save(data)
    return read("tracker.xlsx", data.getvalue())


def test_the_level_stands_under_its_group_and_which_way_it_went_is_no_level() -> None:
    paper = tracker(
        "CE tracker, position at 24/11/26",
        ["Ashdown", "Ivy", date(2011, 4, 2), "High", date(2026, 11, 2), "up", "3/6/26", "1/12/26"],
        ["Li", "Jo", date(2010, 3, 22), None, None, "new", "9/11/26", None],
    )
    assert [(one.get("name"), one.get("risk")) for one in paper.records] == [
        ("Ivy Ashdown", "High"), ("Jo Li", None),
    ]  # fmt: skip


def test_what_only_explains_beside_a_tracker_is_no_child() -> None:
    book = Workbook()
    assert book.active
    for row in (["Child", "DOB", "Plan", "CE type"], ["Ivy Ashdown", "2/4/11", "CP", "CCE"],
                ["Jo Li", "22/3/10", "CLA", "CSE"]):  # fmt: skip
        book.active.append(row)
    key = book.create_sheet("Key")
    for row in (["CE type", "CSE sexual / CCE criminal"], ["Trend", "since the last one"]):
        key.append(row)
    data = BytesIO()
    book.save(data)
    paper = read("tracker.xlsx", data.getvalue())
    assert [one.get("name") for one in paper.records] == ["Ivy Ashdown", "Jo Li"]
    assert any("CSE sexual" in one.text for one in paper.not_understood)


@pytest.mark.parametrize(
    ("head", "asks"),
    [
        ("OK for minutes?", True),
        ("Can this go in minutes", True),
        ("May this be minuted", True),
        ("Include in minutes (Y/N)", True),
        ("In the minutes?", True),
        ("For the minutes", False),
        ("Not for minutes", False),
        ("Minutes of 12 November", False),
    ],
)
def test_a_head_asks_of_the_minutes_only_where_it_wants_a_yes_or_no(head: str, asks: bool) -> None:
    assert asks_of_minutes(head) is asks
