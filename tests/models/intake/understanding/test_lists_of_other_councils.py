"""Lists, returns and tools of councils not seen before: what stands under which header."""

from datetime import date, datetime
from typing import Any

import pytest

from .lists_made import comma, sheet, word
from .measure import read

CASES: dict[str, tuple[bytes, str, list[dict[str, Any]]]] = {
    "a row of groups stands over the row of headers": (
        sheet(
            [
                ["Cohort - official sensitive"],
                [],
                ["Young person", "", "", "Exploitation", "", "Risk", ""],
                ["Mosaic ID", "YP full name", "D.O.B.", "Model of CE", "Other forms?",
                 "Current level", "Date last assessed"],
                ["1001", "O'NEILL, Siobhan", "14th of Feb 11", "CSE 1", "Yes", "Med", "1/9/26"],
                ["1002", "de la Cruz, Mateo", "2010-02-14", "CSE 2", "No", "High", "03-Sep-26"],
            ]
        ),
        "tracker",
        [
            {"la_id": "1001", "name": "Siobhan O'Neill", "dob": date(2011, 2, 14),
             "category": "CSE1", "other_exploitation": True, "risk": "Medium"},
            {"la_id": "1002", "name": "Mateo de la Cruz", "dob": date(2010, 2, 14),
             "other_exploitation": False, "assessed": date(2026, 9, 3)},
        ],
    ),
    "groups stand over a list in which some rows have gaps": (
        sheet(
            [
                ["Child", "", "", "Risk", "", "", "Status", "", ""],
                ["Mosaic ID", "Child's name", "D.O.B.", "Exploitation type", "Risk level",
                 "Last assessed", "Plan", "District", "Next review"],
                *(
                    [f"10{at}", "Ali Khan", "14/02/2011", "CSE", "High", "1/9/26", "CP",
                     "Midvale", "1/12/26"]
                    for at in range(3, 9)
                ),
                ["1001", "O'NEILL, Siobhan", "", "CSE", "Med", "", "CP", "", "1/12/26"],
                ["1002", "de la Cruz, Mateo", "", "", "High", "03-Sep-26", "", "Midvale",
                 "1/12/26"],
            ]
        ),
        "tracker",
        [
            *({"la_id": f"10{at}", "risk": "High", "plan": "CP"} for at in range(3, 9)),
            {"la_id": "1001", "name": "Siobhan O'Neill", "risk": "Medium", "plan": "CP"},
            {"la_id": "1002", "risk": "High", "assessed": date(2026, 9, 3),
             "district": "Midvale"},
        ],
    ),
    "times stand in columns of their own": (
        comma(
            [
                ["YP's ref", "Child", "Reported missing (date)", "Time", "Date located",
                 "Time located", "Police grading", "Located at"],
                ["LCS1", "Ali Khan", "4/10/2026", "2310", "5/10/2026", "06:40", "Medium", "Park"],
            ]
        ),
        "missing",
        [{"name": "Ali Khan", "reported": datetime(2026, 10, 4, 23, 10),
          "returned": datetime(2026, 10, 5, 6, 40), "found_at": "Park"}],
    ),
    "one header means two fields and what stands under it tells which": (
        word(
            "# Actions arising from MACE",
            [
                ["Action ref", "Child/adult/location", "Agreed action", "Responsible person",
                 "Target date", "Outcome", "Complete?"],
                ["11", "Ella Moss", "Apply for CAWN", "DS Hill", "20/11/2026", "Served 18/11",
                 "Yes"],
            ],
        ),
        "actions",
        [{"ref": "11", "subject": "Ella Moss", "owner": "DS Hill", "status": "complete",
          "update": "Served 18/11"}],
    ),
    "a yes is nobody's name": (
        comma([["Surname", "First name", "Designation", "Agency name", "E-mail",
                "Member at all meetings (Y/N)"],
               ["Hart", "Jo", "Head of service", "Youth Justice", "j@yjs.example", "Y"]]),
        "members",
        [{"name": "Jo Hart", "role": "Head of service"}],
    ),
    "the kind said in a row stands over the header of its text": (
        word(
            "# Partner information sharing return",
            [["Agency", "Housing"], ["Form filled in by", "Sue Dale"]],
            "## Amy Fox  DOB 01/05/2010",
            [
                ["When", "What we know", "Fact / opinion / intel", "Can it be shared?",
                 "If not, why"],
                ["3/10/2026", "Cars at night", "Fact", "Yes - all panel", ""],
                ["5/10/2026", "Possible cuckooing", "Opinion", "Chair only", "Open inquiry"],
            ],
        ),
        "return",
        [
            {"name": "Amy Fox", "text": "Cars at night", "kind": "fact", "sharing": "all panel"},
            {"text": "Possible cuckooing", "kind": "opinion", "sharing": "chair only"},
        ],
    ),
    "a mark under yes or under no": (
        word(
            "# CE screening tool",
            [["Name of YP", "Amy Fox", "DoB", "01/05/2010"],
             ["Worker", "Pat Finch", "Done with the young person?", "Yes"]],
            "## Signs of exploitation",
            [["Sign", "Yes", "No", "Comments"], ["Missing overnight", "X", "", ""],
             ["Gifts", "", "X", ""], ["Older boyfriend", "✓", "", "aged 24"]],
        ),
        "assessment",
        [{"name": "Amy Fox", "assessor": "Pat Finch", "with_child": True,
          "indicators": ("Missing overnight", "Older boyfriend")}],
    ),
    "a title with a worker in it speaks of the child": (
        word("# Social worker's progress update to MACE", "**Name of child:** Amy Fox",
             "## What stands in the way?", "No school place."),
        "update",
        [{"name": "Amy Fox", "barrier": "No school place."}],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind", "expected"), CASES.values(), ids=CASES.keys())
def test_layouts_not_seen_before(data: bytes, kind: str, expected: list[dict[str, Any]]) -> None:
    paper = read("paper", data)
    assert paper.kind == kind
    assert len(paper.records) == len(expected)
    for record, said in zip(paper.records, expected, strict=True):
        assert {name: record.get(name) for name in said} == said


def test_a_kind_named_in_other_forms_is_never_read_as_none() -> None:
    rows = [["LCS No", "Name", "DOB", "Category", "Type of exploitation"],
            ["LCS123", "Tia Kerr", "17/02/2009", "CSE1", "CCE"]]  # fmt: skip
    (record,) = read("paper", comma(rows)).records
    assert record.get("other_exploitation") is not False


def test_how_long_a_child_was_missing_is_no_time_of_day() -> None:
    rows = [["Child", "LCS No", "Date missing", "Date returned", "Time missing"],
            ["Ali Khan", "LCS123456", "4/10/2026", "5/10/2026", "09:30"]]  # fmt: skip
    (record,) = read("paper", comma(rows)).records
    assert record.get("returned") == date(2026, 10, 5)


def _return_with(header: str) -> Any:
    grid = [["Young person", header, "Fact/opinion", "Share with whom"],
            ["Tia Kerr", "Hoax calls to crew", "Fact", "All panel members"]]  # fmt: skip
    return read("paper", word("# Agency return", "**Agency:** Fire service", grid))


def test_the_only_column_nobody_knows_holds_the_lines_of_a_return() -> None:
    (record,) = _return_with("Contribution of the crew").records
    assert record.get("text") == "Hoax calls to crew"


def test_a_column_that_keeps_something_back_is_never_taken_for_the_lines() -> None:
    paper = _return_with("Crew private jottings")
    assert not any("Hoax" in str(record.get("text")) for record in paper.records)
