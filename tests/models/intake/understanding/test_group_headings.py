"""A row that heads others names no child, and tells no child away."""

import pytest

from models.intake.opening import open_paper
from models.intake.understanding import understand
from tests.models.intake.understanding.lists_made import comma, sheet

HEADS = ["Child", "Date of birth", "District", "Risk", "Date added to tracker", "Next review"]
KERR = ["Tia Kerr", "17/02/2010", "Midvale", "High", "01/06/2026", "01/12/2026"]
MARSH = ["Joan Marsh", "18/02/2010", "Midvale", "Low", "01/07/2026", "01/12/2026"]


def read(rows, merged=()):
    return understand(open_paper("t.xlsx", sheet(rows, merged=merged)), {}, this_year=2026)


def names(paper):
    return [one.get("name") for one in paper.records]


@pytest.mark.parametrize("text", [
    "CCE / COUNTY LINES", "HAVEN TEAM", "Haven Team", "HARBOUR", "NORTH HALLAM", "High Risk",
    "Criminal exploitation", "Watch List",
])  # fmt: skip
def test_a_row_that_heads_others_is_no_child(text) -> None:
    paper = read([HEADS, KERR, [text], MARSH])
    assert names(paper) == ["Tia Kerr", "Joan Marsh"]
    assert text in " ".join(one.text for one in paper.not_understood) or any(
        field.raw == text for field in paper.records[1].fields
    )


def test_a_merged_row_is_no_child() -> None:
    paper = read([HEADS, KERR, ["Haven"], MARSH], merged=("A3:F3",))
    assert names(paper) == ["Tia Kerr", "Joan Marsh"]


def test_a_child_of_whom_the_name_alone_is_known_is_one() -> None:
    assert names(read([HEADS, KERR, ["Ann Lee"], MARSH])) == ["Tia Kerr", "Ann Lee", "Joan Marsh"]


def test_in_a_list_of_capitals_a_name_alone_is_a_child() -> None:
    loud = [[one[0].upper(), *one[1:]] for one in (KERR, MARSH)]
    paper = read([HEADS, loud[0], ["ANN LEE"], loud[1]])
    assert names(paper) == ["Tia Kerr", "Ann Lee", "Joan Marsh"]


def test_a_heading_tells_the_team_and_the_kind_of_those_below_it_and_is_not_sure() -> None:
    paper = read([HEADS, ["HAVEN TEAM"], KERR, ["CCE / COUNTY LINES"], MARSH])
    kerr, marsh = paper.records
    assert (kerr.get("team"), kerr.get("types")) == ("HAVEN TEAM", None)
    assert marsh.get("team") is None and marsh.get("types")
    told = [
        one for record in paper.records for one in record.fields if one.name in ("team", "types")
    ]
    assert all(one.sure < 0.75 for one in told)


def test_a_police_lists_heading_is_no_child() -> None:
    heads = ["Nominal", "Police risk", "Date reported missing", "Date returned"]
    days = ["High", "03/11/2026 23:00", "04/11/2026 09:00"]
    rows = [heads, ["Kerr, Tia", *days], ["HAVEN TEAM", "", "", ""], ["Marsh, Joan", *days]]
    paper = understand(open_paper("m.csv", comma(rows)), {}, this_year=2026)
    assert names(paper) == ["Tia Kerr", "Joan Marsh"]


def test_kinds_that_have_a_column_of_their_own_are_not_told_by_a_heading() -> None:
    heads, kerr = [*HEADS, "Type of exploitation"], [*KERR, "CSE"]
    paper = read([heads, ["CCE / COUNTY LINES"], kerr, [*MARSH, "CSE"]])
    assert [one.get("types") for one in paper.records] == [("CSE",), ("CSE",)]
    assert "CCE / COUNTY LINES" in [one.text for one in paper.not_understood]


@pytest.mark.parametrize("note", ["Referred to CSE team on 3/9", "Ask from the school"])
def test_a_note_below_a_child_tells_nothing_of_the_children_that_follow(note) -> None:
    rows = [[*HEADS, "Notes"], [*KERR, "seen"], ["", "", "", "", "", "", note], [*MARSH, "seen"]]
    paper = read(rows)
    assert names(paper) == ["Tia Kerr", "Joan Marsh"]
    assert {(one.get("team"), one.get("types")) for one in paper.records} == {(None, None)}
    assert note in " ".join(one.text for one in paper.not_understood)
