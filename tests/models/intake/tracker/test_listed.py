"""Somebody else's list, however they write it: whom each line names."""

from datetime import date

import pytest

from models.errors import Refusal
from models.intake.opening import open_paper
from models.intake.tracker.listed import from_paper, from_text

TODAY = date(2026, 11, 12)
BORN = date(2011, 4, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivy Ashdown", ("Ivy Ashdown", None, None)),
        ("1. Ivy Ashdown 02/04/2011 LCS620625", ("Ivy Ashdown", BORN, "LCS620625")),
        ("- ASHDOWN, Ivy; 2 Apr 2011", ("Ivy ASHDOWN", BORN, None)),
        ("Mary-Jane O'Brien, 620625", ("Mary-Jane O'Brien", None, "620625")),
        ("LCS620625", ("", None, "LCS620625")),
        ("Ivy Ashdown\tCP\t2011-04-02", ("Ivy Ashdown", BORN, None)),
        ("Surname\tForename\tDOB\nAshdown\tIvy\t2/4/11", ("Ivy Ashdown", BORN, None)),
        ("Child's name\tLCS ID\nAshdown, Ivy\t620625", ("Ivy Ashdown", None, "620625")),
        ("Name\tD.O.B.\nIvy Ashdown\t31/02/2011", ("Ivy Ashdown", None, None)),
        (
            "YP\tLCS No.\tDate of Birth\nIvy Ashdown\tLCS620625\t2 Apr 11",
            ("Ivy Ashdown", BORN, "LCS620625"),
        ),
        (
            "Child details\t\t\tRisk\nSurname\tForename\tDOB\tLevel\nASHDOWN\tIvy\t2/4/11\tHigh",
            ("Ivy Ashdown", BORN, None),
        ),
    ],
)
def test_a_line_names_a_child_by_name_birth_and_number(text, found):
    (one,) = from_text(text, TODAY)
    assert (one.name, one.born, one.number) == found


def test_empty_and_repeated_lines_are_one_child_and_nobody():
    assert from_text("\n \n15\n", TODAY) == ()
    assert len(from_text("Ivy Ashdown\n\nIvy Ashdown\n", TODAY)) == 1


def test_a_file_is_read_by_its_tables():
    data = b"Open CE cases,,\nFirst name,Surname,DOB\nIvy,Ashdown,02/04/2011\nRobin,Marlow,\n"
    found = from_paper(open_paper("list.csv", data), TODAY)
    assert [(one.name, one.born) for one in found] == [
        ("Ivy Ashdown", BORN),
        ("Robin Marlow", None),
    ]


def test_a_list_with_a_column_for_each_child_names_them_all():
    data = (
        b"Name,Ivy Ashdown,Robin Marlow,Jo Li\nSystem ID,LCS620625,LCS620702,LCS620944\n"
        b"Date of birth,02/04/2011,03/05/2010,04/06/2012\nPlan,CP,CLA,EH\nRisk level,High,Low,Low\n"
    )
    found = from_paper(open_paper("list.csv", data), TODAY)
    assert [(one.name, one.number) for one in found] == [
        ("Ivy Ashdown", "LCS620625"),
        ("Robin Marlow", "LCS620702"),
        ("Jo Li", "LCS620944"),
    ]


def test_rows_under_words_that_no_reading_knows_lose_nobody():
    data = b"Zq,Xv\nIvy Ashdown,02/04/2011\nRobin Marlow,03/05/2010\n"
    found = from_paper(open_paper("list.csv", data), TODAY)
    assert {("Ivy Ashdown", BORN), ("Robin Marlow", date(2010, 5, 3))} <= {
        (one.name, one.born) for one in found
    }


def test_a_list_far_too_long_is_refused():
    with pytest.raises(Refusal):
        from_text("Ivy Ashdown\n" * 20_001, TODAY)
