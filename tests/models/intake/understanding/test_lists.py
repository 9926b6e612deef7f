"""Lists and nominations of every layout give a record for each row, and nothing for totals."""

from datetime import date, datetime
from typing import Any

import pytest

from .lists_made import comma, sheet, word
from .measure import read

CASES: dict[str, tuple[bytes, str, list[dict[str, Any]]]] = {
    "tracker with a title and a total": (
        sheet(
            [
                ["MACE tracker October 2026"],
                [],
                [
                    "LCS No",
                    "Surname",
                    "Forename",
                    "D.O.B",
                    "M/F",
                    "Locality",
                    "Cat",
                    "Other exploitation Y/N",
                    "CIN/CP/LAC",
                    "RA date",
                    "H/M/L",
                ],
                [
                    123456,
                    "KERR",
                    "Tia",
                    date(2009, 2, 17),
                    "F",
                    "Barrow",
                    "CSE 2",
                    "N",
                    "LAC",
                    date(2026, 9, 1),
                    "H",
                ],
                ["Total", 1],
            ]
        ),
        "tracker",
        [
            {
                "la_id": "123456",
                "name": "Tia Kerr",
                "dob": date(2009, 2, 17),
                "gender": "Female",
                "category": "CSE2",
                "other_exploitation": False,
                "plan": "CLA",
                "assessed": date(2026, 9, 1),
                "risk": "High",
            }
        ],
    ),
    "tracker with both forms": (
        comma(
            [
                ["ID", "Child", "DOB", "Category", "Plan", "Last assessed"],
                ["CL1234", "Kerr, Tia", "17/02/2009", "CSE1 and other", "S17", ""],
            ]
        ),
        "tracker",
        [{"name": "Tia Kerr", "category": "CSE1", "other_exploitation": True, "plan": "CiN plan"}],
    ),
    "register": (
        comma(
            [
                ["System ID", "First name", "Surname", "Date of birth", "Postcode", "Gender"],
                *[["LCS1234", "Tia", "Kerr", "2009-02-17", "NM1 8HS", "F"]] * 2,
            ]
        ),
        "persons",
        [{"la_id": "LCS1234", "name": "Tia Kerr", "dob": date(2009, 2, 17)}] * 2,
    ),
    "missing": (
        sheet(
            [
                [
                    "Child's name",
                    "LCS",
                    "Date/time reported missing",
                    "Date/time found",
                    "Police risk",
                    "Return interview completed",
                    "Where found",
                ],
                [
                    "Tia Kerr",
                    "LCS693851",
                    "05/10/2026 14:45",
                    "6.10.26 0545",
                    "Medium",
                    "07/10/2026",
                    "Friend's address",
                ],
            ]
        ),
        "missing",
        [
            {
                "reported": datetime(2026, 10, 5, 14, 45),
                "returned": datetime(2026, 10, 6, 5, 45),
                "police_risk": "Medium",
                "found_at": "Friend's address",
            }
        ],
    ),
    "actions": (
        comma(
            [
                [
                    "Action no",
                    "Date set",
                    "Young person",
                    "Action agreed",
                    "By whom",
                    "Organisation",
                    "By when",
                    "Status",
                ],
                [
                    "1",
                    "1/10/26",
                    "Kerr, Tia",
                    "Refer to NRM",
                    "Kian Baines",
                    "CSC",
                    "30 Oct 2026",
                    "Completed",
                ],
            ]
        ),
        "actions",
        [
            {
                "ref": "1",
                "meeting": date(2026, 10, 1),
                "subject": "Tia Kerr",
                "text": "Refer to NRM",
                "owner": "Kian Baines",
                "agency": "CSC",
                "due": date(2026, 10, 30),
                "status": "complete",
            }
        ],
    ),
    "members": (
        sheet(
            [
                ["MACE Panel Membership"],
                ["Name", "Job Title", "Organisation", "Email address", "Tel", "Core member?"],
                [
                    "Shanice Fairhurst",
                    "Service manager",
                    "Children's social care",
                    "s@example.gov.uk",
                    "01632 960404",
                    "Core",
                ],
            ]
        ),
        "members",
        [
            {
                "name": "Shanice Fairhurst",
                "role": "Service manager",
                "phone": "01632 960404",
                "core": True,
            }
        ],
    ),
    "persons of concern": (
        sheet(
            [
                ["Persons of concern nominations"],
                [
                    "Name",
                    "Alias",
                    "DOB",
                    "Vehicle",
                    "Linked children",
                    "Grounds for concern",
                    "Ask of panel",
                ],
                [
                    "PIKE, Darren",
                    "Daz",
                    "12/06/1992",
                    "NK19CUK",
                    "Tia Kerr; Ethan O'Brien",
                    "Named in reports",
                    "CAWN",
                ],
            ]
        ),
        "person_of_concern",
        [
            {
                "name": "Darren Pike",
                "alias": "Daz",
                "dob": date(1992, 6, 12),
                "vehicle": "NK19 CUK",
                "children": ("Tia Kerr", "Ethan O'Brien"),
            }
        ],
    ),
    "places": (
        comma(
            [
                [
                    "Location",
                    "Type of place",
                    "District",
                    "Children linked",
                    "What happens there",
                    "Ask",
                ],
                [
                    "Travel Inn, Quayside",
                    "hotel",
                    "Eastmoor",
                    "Tia Kerr",
                    "Rooms booked by adults",
                    "Hotel notice",
                ],
            ]
        ),
        "location",
        [
            {
                "name": "Travel Inn, Quayside",
                "type": "hotel",
                "children": ("Tia Kerr",),
                "ask": "Hotel notice",
            }
        ],
    ),
    "reply slip": (
        word(
            "# Recommendation reply slip",
            [["Child", "Aidan Ravenscroft"], ["System ID", "LCS620625"]],
            [
                [
                    "Ref",
                    "Recommendation",
                    "Accepted / modified / rejected",
                    "Reason if rejected",
                    "Date in plan",
                ],
                ["R1", "Interview", "Accepted", "", "20/11/2026"],
                ["R2", "Move school", "Rejected", "Child does not want it", ""],
            ],
        ),
        "reply",
        [
            {
                "la_id": "LCS620625",
                "ref": "R1",
                "response": "accepted",
                "in_plan": date(2026, 11, 20),
            },
            {
                "la_id": "LCS620625",
                "ref": "R2",
                "response": "rejected",
                "reason": "Child does not want it",
            },
        ],
    ),
    "assessment": (
        word(
            "# Child Exploitation Risk Assessment",
            [
                ["Child's name", "Tia Kerr"],
                ["Date of assessment", "1/10/2026"],
                ["Completed with child?", "☒ Yes ☐ No"],
                ["Overall risk level", "M"],
            ],
            "## Indicators",
            [
                ["Indicator", "In the past 6 months", "6-12 months ago"],
                ["Missing overnight", "✓", "✓"],
                ["Gifts", "", ""],
            ],
        ),
        "assessment",
        [
            {
                "name": "Tia Kerr",
                "assessed": date(2026, 10, 1),
                "with_child": True,
                "risk": "Medium",
                "indicators": ("Missing overnight",),
                "indicator_answers": (
                    ("Missing overnight", "In the past 6 months and 6-12 months ago", ""),
                    ("Gifts", "", ""),
                ),
            }
        ],
    ),
    "update": (
        word(
            "# Lead professional's update for MACE",
            [
                ["Child", "Tia Kerr"],
                ["What has changed since the last meeting?", "Moved"],
                ["What is getting in the way?", "No school"],
                ["Child's voice", "Safer"],
            ],
        ),
        "update",
        [{"name": "Tia Kerr", "changes": "Moved", "barrier": "No school", "voice": "Safer"}],
    ),
    "group": (
        word(
            "# Peer group of concern: nomination",
            [
                ["Name of group", "Station Road boys"],
                ["Members", "Tia Kerr; Ethan O'Brien"],
                ["Reason for nomination", "Robberies"],
            ],
        ),
        "group",
        [
            {
                "name": "Station Road boys",
                "children": ("Tia Kerr", "Ethan O'Brien"),
                "grounds": "Robberies",
            }
        ],
    ),
    "theme": (
        word(
            "# Emerging theme",
            [
                ["Theme", "Vapes as payment"],
                ["Raised by", "Education"],
                ["Summary", "Three schools"],
            ],
        ),
        "theme",
        [{"name": "Vapes as payment", "referrer": "Education", "grounds": "Three schools"}],
    ),
    "intelligence": (
        word(
            "# Partner intelligence submission form",
            [
                ["Submitted by", "Daisy Yates"],
                ["Date of information", "3/10/2026 21:15"],
                ["Intelligence", "Black BMW outside"],
                ["How do you know this?", "Seen"],
            ],
        ),
        "intelligence",
        [{"text": "Black BMW outside", "date": datetime(2026, 10, 3, 21, 15), "source": "Seen"}],
    ),
}


@pytest.mark.parametrize(("data", "kind", "expected"), CASES.values(), ids=CASES.keys())
def test_each_row_or_form_says_what_it_says(
    data: bytes, kind: str, expected: list[dict[str, Any]]
) -> None:
    paper = read("paper", data)
    assert paper.kind == kind
    assert len(paper.records) == len(expected)
    for record, said in zip(paper.records, expected, strict=True):
        assert {name: record.get(name) for name in said} == said


def test_several_nominations_in_one_document_are_several_records() -> None:
    form = [["Person of concern", "{}"], ["Known as", "{}"], ["Grounds", "Seen"]]
    parts = [
        [[cell.format(name) for cell in row] for row in form]
        for name in ("Lee Marsh", "Darren Pike")
    ]
    paper = read("paper", word("# Persons of concern: nominations", parts[0], "Next", parts[1]))
    assert [record.get("name") for record in paper.records] == ["Lee Marsh", "Darren Pike"]


def test_sheets_of_different_kinds_are_each_read_as_their_own() -> None:
    import io

    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Tracker"
    for row in (
        ["LCS No", "Name", "DOB", "Category", "Plan"],
        ["LCS123", "Tia Kerr", "17/02/2009", "CSE1", "CP"],
    ):
        book.active.append(row)
    other = book.create_sheet("Members")
    for row in (
        ["Name", "Job title", "Organisation", "Email"],
        ["Kian Iqbal", "DI", "Police", "k@example.gov.uk"],
    ):
        other.append(row)
    out = io.BytesIO()
    book.save(out)
    assert [record.kind for record in read("book", out.getvalue()).records] == [
        "tracker",
        "members",
    ]


def test_kinds_ticked_in_columns_are_read_and_what_is_no_tick_is_not_lost() -> None:
    rows = (
        "System ID,Surname,Forename,DOB,CSE,CCE,Risk,Plan,Last assessed",
        "LCS100001,Kerr,Tia,17/02/2009,X,,High,CIN,01/10/2026",
        "LCS100002,Peel,Ty,05/05/2010,X,X,High,CP,02/10/2026",
        "LCS100003,Obi,Gra,06/06/2010,,see note,Low,CLA,03/10/2026",
    )
    paper = read("cohort.csv", "\n".join(rows).encode())
    assert [one.get("types") for one in paper.records] == [("CSE",), ("CSE", "CCE"), None]
    assert [one.text for one in paper.not_understood] == ["CCE: see note"]


def test_a_column_that_numbers_the_rows_is_no_count_of_missing_episodes() -> None:
    rows = (
        "No.,Name,DOB,District,Plan,Risk level,Date of last assessment",
        "1,Tia Kerr,17/02/2009,East,CIN,High,01/10/2026",
        "2,Ty Peel,05/05/2010,East,CP,High,02/10/2026",
        "Carried over from spring,,,,,,",
        "4,Gra Obi,06/06/2010,East,CLA,Low,03/10/2026",
        "5,Bo Lane,07/06/2010,East,CLA,Low,03/10/2026",
        "6,Jo Marsh,08/06/2010,East,CLA,Low,03/10/2026",
    )
    paper = read("tracker.csv", "\n".join(rows).encode())
    assert [one.get("name") for one in paper.records][-1] == "Jo Marsh"
    assert not any(one.get("missing90") or one.get("la_id") for one in paper.records)
    assert [one.text for one in paper.not_understood] == ["Carried over from spring"]


@pytest.mark.parametrize(
    ("status", "note"),
    [("Open", "the update says that it was done: check"), ("Not done", None)],
)
def test_a_status_of_which_the_update_says_that_it_was_done_is_asked_about(
    status: str, note: str | None
) -> None:
    rows = (
        "Ref,Meeting,Subject,Action,Owner,Agency,Due,Status,Update",
        f'A003,01/10/2026,Tia Kerr,Look,Kian Baines,Police,27/10/2026,{status},"Done 28/10"',
    )
    (record,) = read("log.csv", "\n".join(rows).encode()).records
    (field,) = (one for one in record.fields if one.name == "status")
    assert (field.note or None, field.sure < 1) == (note, note is not None)
