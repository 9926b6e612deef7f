"""Trackers that coordinators keep in their own manner: nobody is lost, nobody invented."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.understanding.reading import understand
from models.intake.understanding.run_together import words_apart
from models.intake.understanding.values import read_value

IVY = ("Ivy Ashdown", "LCS620625", date(2011, 4, 2))
JO = ("Jo Li", "LCS619990", date(2010, 3, 22))
HEADS = ["Child", "System ID", "DoB", "Area", "Status"]
Rows = list[list[Any]]


def read(book: Workbook) -> ReadPaper:
    data = BytesIO()
    book.save(data)
    return understand(open_paper("tracker.xlsx", data.getvalue()), this_year=2026)


def book_of(**sheets: Rows) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return book


def told(paper: ReadPaper, *names: str) -> list[tuple[object, ...]]:
    return [tuple(one.get(name) for name in ("name", *names)) for one in paper.records]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("PersonID", "Person ID"), ("CE_RiskDate", "CE Risk Date"), ("YPName", "YP Name"),
        ("MissingCount90", "Missing Count 90"), ("DATE_OF_BIRTH", "DATE OF BIRTH"),
        ("DoB", "DoB"), ("Date of birth", "Date of birth"), ("Plan", "Plan"),
    ],
)  # fmt: skip
def test_heads_that_a_database_writes_as_one_word_are_their_words(head: str, words: str) -> None:
    assert words_apart(head) == words


def test_an_export_of_a_database_is_read_by_its_heads() -> None:
    data = (
        b"PersonID;LegalName;BirthDate;CurrentStatus;Locality;CE_Risk;CE_RiskDate;CE_Type\n"
        b'LCS620625;"Ashdown, Ivy";2011-04-02T00:00:00;CP;Harbourside;HIGH;2026-10-12;CSE\n'
        b'LCS619990;"Li, Jo";2010-03-22T00:00:00;CLA;Northgate;LOW;NULL;CCE\n'
    )
    paper = understand(open_paper("export.csv", data), this_year=2026)
    assert told(paper, "la_id", "dob", "plan", "district", "risk", "assessed") == [
        (*IVY, "CP", "Harbourside", "High", date(2026, 10, 12)),
        (*JO, "CLA", "Northgate", "Low", None),
    ]


def test_a_worksheet_for_each_category_says_it_of_its_children() -> None:
    book = book_of(CSE2=[HEADS, [*IVY, "North", "CP"]], Other=[HEADS, [*JO, "North", "CLA"]])
    assert told(read(book), "category", "other_exploitation") == [
        ("Ivy Ashdown", "CSE2", None), ("Jo Li", None, True),
    ]  # fmt: skip


def test_what_a_row_says_stands_before_the_name_of_its_worksheet() -> None:
    heads = ["Child", "System ID", "Risk level"]
    book = book_of(High=[heads, ["Ivy Ashdown", "LCS620625", "Low"], ["Jo Li", "LCS619990", ""]])
    assert told(read(book), "risk") == [("Ivy Ashdown", "Low"), ("Jo Li", "High")]


def test_a_worksheet_for_each_district_is_to_be_looked_at() -> None:
    heads = ["Child", "System ID", "Plan"]
    book = book_of(
        Harbourside=[heads, [*IVY[:2], "CP"]], Northgate_3=[heads, [*JO[:2], "CLA"]],
        Sheet3=[heads, ["Tia Kerr", "LCS1111", "CP"]],
    )  # fmt: skip
    paper = read(book)
    assert told(paper, "district") == [
        ("Ivy Ashdown", "Harbourside"), ("Jo Li", None), ("Tia Kerr", None),
    ]  # fmt: skip
    (field,) = (one for one in paper.records[0].fields if one.name == "district")
    assert field.sure <= 0.5 and "look" in field.note


def test_a_worksheet_of_actions_is_no_district_and_makes_none_of_another() -> None:
    heads = ["Child", "System ID", "Plan"]
    actions = [["Action", "Owner", "Due date", "Status"], ["Ring", "Al Lowe", "1/12/2026", "Open"]]
    children = [heads, [*IVY[:2], "CP"], [*JO[:2], "CLA"]]
    paper = read(book_of(Harbourside=children, Actions=actions))
    assert [one.kind for one in paper.records] == ["tracker", "tracker", "actions"]
    assert [one.get("district") for one in paper.records] == [None] * 3


def test_children_on_a_worksheet_of_the_closed_are_told_and_not_taken_for_open() -> None:
    heads = ["Child", "System ID", "Plan"]
    book = book_of(Open=[heads, [*IVY[:2], "CP"]], Closed_cases=[heads, [*JO[:2], "CLA"]])
    ivy, jo = read(book).records
    assert "closed" not in {one.name for one in ivy.fields}
    assert [one.raw for one in jo.fields if one.name == "closed"] == ["worksheet Closed cases"]


def test_a_plan_is_read_from_the_column_that_is_ticked() -> None:
    heads = ["Child", "System ID", "DoB", "EH", "CIN", "CP", "CLA", "CSE", "Risk"]
    book = book_of(T=[heads, [*IVY, "", "", "x", "", "x", "High"],
                      [*JO, "", "", "", "x", "", "Low"]])  # fmt: skip
    assert told(read(book), "plan", "types") == [
        ("Ivy Ashdown", "CP", ("CSE",)), ("Jo Li", "CLA", None),
    ]  # fmt: skip


def test_a_column_headed_type_that_holds_plans_is_the_plan() -> None:
    heads = ["Child", "System ID", "Type", "Legal status"]
    book = book_of(T=[heads, [*IVY[:2], "CP", ""], [*JO[:2], "LAC", "C2"]])
    assert told(read(book), "plan", "types", "legal_status") == [
        ("Ivy Ashdown", "CP", None, None), ("Jo Li", "CLA", None, "C2"),
    ]  # fmt: skip


def test_a_legend_below_the_children_is_nobody_and_is_kept() -> None:
    rows = [["Name", "Case ID", "Plan", "Risk"], [*IVY[:2], "CP", "High"], [],
            ["Key:", "RA = risk assessment", "H = high"], ["CP = child protection"]]  # fmt: skip
    paper = read(book_of(T=rows))
    assert told(paper) == [("Ivy Ashdown",)]
    assert sum("=" in one.text for one in paper.not_understood) == 2


def test_a_district_across_stands_without_how_many_stand_below_it() -> None:
    rows = [["Child", "System ID", "Plan", "Risk"], ["HARBOURSIDE (1)"], [*IVY[:2], "CP", "High"],
            ["Northgate - 1 child"], [*JO[:2], "CLA", "Low"]]  # fmt: skip
    assert told(read(book_of(T=rows)), "district") == [
        ("Ivy Ashdown", "HARBOURSIDE"), ("Jo Li", "Northgate"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "now", "before"),
    [
        ("High (was Med)", "High", "Medium"), ("H, previously M", "High", "Medium"),
        ("High (prev. Low)", "High", "Low"), ("Medium (down from High)", "Medium", "High"),
        ("Low → High", "High", "Low"), ("Medium -> High", "High", "Medium"),
        ("High (Medium)", "High", "Medium"), ("(High)", "High", None),
        ("Medium/High", "Medium/High", None), ("Amber (was red)", "Amber (was red)", None),
    ],
)  # fmt: skip
def test_a_level_with_the_one_before_it_is_read_as_both(
    words: str, now: str, before: str | None
) -> None:
    found = {one.name: one.value for one in read_value("tracker", "risk", words, 2026)}
    assert (found["risk"], found.get("previous_risk")) == (now, before)


def test_a_level_alone_under_the_day_of_assessment_is_the_risk() -> None:
    found = read_value("tracker", "assessed", "Low", 2026)
    assert [(one.name, one.value) for one in found] == [("risk", "Low")]


def test_cells_that_only_a_colour_tells_apart_are_said_to_be_empty() -> None:
    book = book_of(T=[["Child", "System ID", "RAG", "Plan"], [*IVY[:2], None, "CP"],
                      [*JO[:2], None, "CLA"]])  # fmt: skip
    sheet = book.active
    for row, colour in ((2, "FFFF0000"), (3, "FF00B050")):
        sheet.cell(row, 3).fill = PatternFill("solid", fgColor=colour)
    (note,) = read(book).notes
    assert "colour alone" in note and note.endswith("T, column C.")


def test_rows_shaded_in_turns_tell_nothing_by_their_colour() -> None:
    book = book_of(T=[["Child", "System ID", "RAG", "Plan"], [*IVY[:2], None, "CP"],
                      [*JO[:2], None, "CLA"], ["Tia Kerr", "LCS1111", None, "CP"]])  # fmt: skip
    for row, colour in ((2, "FFDDEBF7"), (4, "FFF2F2F2")):
        for column in range(1, 5):
            book.active.cell(row, column).fill = PatternFill("solid", fgColor=colour)
    assert read(book).notes == ()


def test_the_heads_of_a_database_that_stand_again_below_are_nobody() -> None:
    heads = ["PersonID", "LegalName", "BirthDate", "CE_Risk", "CE_RiskDate"]
    book = book_of(T=[heads, ["LCS620625", "Ivy Ashdown", IVY[2], "High", date(2026, 10, 1)],
                      heads, ["LCS619990", "Jo Li", JO[2], "Low", date(2026, 10, 2)]])  # fmt: skip
    assert told(read(book)) == [("Ivy Ashdown",), ("Jo Li",)]


def test_a_district_merged_beside_its_children_is_said_of_each() -> None:
    heads = ["Area", "Child", "System ID", "DoB", "Risk"]
    book = book_of(T=[heads, ["North", *IVY, "High"], [None, *JO, "Low"],
                      ["South", "Tia Kerr", "LCS1111", date(2012, 1, 2), "Low"],
                      [None, "Bo Ore", "LCS2222", date(2012, 1, 3), "Low"]])  # fmt: skip
    book.active.merge_cells("A2:A3")
    assert told(read(book), "district") == [
        ("Ivy Ashdown", "North"), ("Jo Li", "North"), ("Tia Kerr", "South"), ("Bo Ore", None),
    ]  # fmt: skip


def test_pre_proceedings_beside_a_plan_leave_the_plan() -> None:
    found = {one.name: one.value for one in read_value("tracker", "plan", "CP/PLO", 2026)}
    assert (found["plan"], found["plan_code"]) == ("CP", "CP")
    two = {one.name: one.value for one in read_value("tracker", "plan", "CLA/CP", 2026)}
    assert two["plan"] is None


def test_what_a_head_of_ticks_asks_is_no_part_of_its_kind() -> None:
    heads = ["Child", "System ID", "DoB", "CSE Y/N", "CCE (Y/N)", "Risk"]
    book = book_of(T=[heads, [*IVY, "Y", "N", "High"], [*JO, "Y", "Y", "Low"]])
    assert told(read(book), "types") == [("Ivy Ashdown", ("CSE",)), ("Jo Li", ("CSE", "CCE"))]
