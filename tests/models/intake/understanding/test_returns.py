"""Agency returns of every layout; what an agency does not share is dropped at once."""

import io
from dataclasses import replace
from datetime import date

import pytest

from models.intake.opening import open_paper
from models.intake.papers import Block, ReadPaper
from models.intake.printed import marks_of, read_marks
from models.intake.understanding import understand
from tests.blank_paper import blank_paper

from .lists_made import sheet, word
from .measure import read

SECRET = "Disclosed abuse by the uncle"


def lines(paper: ReadPaper) -> list[tuple[object, ...]]:
    """Return child, text, kind and sharing of each line."""
    return [
        tuple(record.get(name) for name in ("name", "text", "kind", "sharing"))
        for record in paper.records
    ]


IN_PARAGRAPHS = word(
    "# MACE information return",
    "**Agency:** Health",
    "**Meeting date:** 12/11/2026",
    "## 1. RAVENSCROFT, Aidan – DOB 21.01.11 – LCS620625",
    "13/09/2026 – Missed two appointments [Fact] [All panel]",
    f"20/09/2026 - {SECRET} [Fact] [Not shared: live investigation]",
    "## 2. Tia Kerr, DOB 17/02/2009, LCS693851",
    "Nothing known",
)
FLAT = sheet(
    [
        ["Agency return - Police"],
        [
            "Child",
            "DOB",
            "LCS No",
            "Date",
            "Information",
            "Fact/Opinion/Intel",
            "Share with",
            "Reason not shared",
            "Zog",
        ],
        [
            "KERR, Tia",
            date(2009, 2, 17),
            "LCS693851",
            date(2026, 10, 1),
            "Seen",
            "I",
            "Police and CSC",
            "",
            "x1",
        ],
        [
            "Aidan Ravenscroft",
            "21/1/11",
            "LCS620625",
            "3 Oct 26",
            SECRET,
            "Fact",
            "Not shared",
            "Source",
            SECRET,
        ],
        ["Ethan O'Brien", "", "LCS794655", "1/10/26", "Arrested", "", "", "", ""],
    ]
)
PER_CHILD = word(
    "# Agency information sharing form",
    "Agency: Housing",
    [
        ["Name of child", "Aidan Ravenscroft"],
        ["Information held", SECRET],
        ["Who can this be shared with?", "Do not share"],
    ],
)
OWN_COLUMN = word(
    "# Partner return: Education",
    [
        ["Child", "Facts", "Professional opinion", "Information not shared and reason"],
        ["Tia Kerr", "Excluded", "Groomed", SECRET],
    ],
)
TYPED_INSIDE = word(
    "# Agency return: CAMHS",
    "## Tia Kerr (born 17/02/2009)",
    f"{SECRET}. This is not to be shared with the panel.",
)


WITH_KIND = word(
    "# MACE research – Police response",
    "## Tia Kerr (DOB 17/02/2009)",
    [
        ["Status of information and sharing", "Information"],
        ["Opinion, all panel", "Officer feels she is minimising."],
        ["Fact, not to be shared: live operation", SECRET],
    ],
)
SHARED_AND_NOT = word(
    "# Agency information return – Police",
    "## Tia Kerr, DOB 17/02/2009",
    "Information that can be shared",
    "Seen in town.",
    "Information NOT to be shared",
    SECRET,
)


def _answered(*answers: str) -> bytes:
    """A return whose column says for each line who may have it."""
    rows = [["Tia Kerr", SECRET, answer] for answer in answers]
    return word("# Agency return: Police", [["Child", "Information", "Can this be shared?"], *rows])


NO_ANSWERS = [
    _answered(answer)
    for answer in ("N", "No", "Nobody", "None", "Restricted – not for panel", "Not disclosable")
]


@pytest.mark.parametrize(
    "data",
    [
        *(IN_PARAGRAPHS, FLAT, PER_CHILD, OWN_COLUMN, TYPED_INSIDE, WITH_KIND, SHARED_AND_NOT),
        *NO_ANSWERS,
    ],
)
def test_the_text_of_a_line_not_shared_is_nowhere_in_what_was_read(data: bytes) -> None:
    paper = read("return", data)
    assert paper.kind == "return"
    assert "not shared" in [record.get("sharing") for record in paper.records]
    assert SECRET not in repr(paper)


def test_one_cell_may_say_the_kind_and_who_may_read_it() -> None:
    paper = read("return", WITH_KIND)
    assert lines(paper) == [
        ("Tia Kerr", "Officer feels she is minimising.", "opinion", "all panel"),
        ("Tia Kerr", None, "fact", "not shared"),
    ]
    assert {record.get("agency") for record in paper.records} == {"Police"}


def test_what_can_be_shared_is_told_beside_what_cannot() -> None:
    assert lines(read("return", SHARED_AND_NOT)) == [
        ("Tia Kerr", "Seen in town.", "not stated", "all panel"),
        ("Tia Kerr", None, "not stated", "not shared"),
    ]


def test_a_line_not_shared_keeps_agency_date_kind_and_reason() -> None:
    record = read("return", IN_PARAGRAPHS).records[1]
    said = {name: record.get(name) for name in ("agency", "date", "kind", "reason", "text")}
    assert said == {
        "agency": "Health",
        "date": date(2026, 9, 20),
        "kind": "fact",
        "reason": "live investigation",
        "text": None,
    }


def test_lines_under_a_childs_heading_belong_to_that_child() -> None:
    assert lines(read("return", IN_PARAGRAPHS)) == [
        ("Aidan Ravenscroft", "Missed two appointments", "fact", "all panel"),
        ("Aidan Ravenscroft", None, "fact", "not shared"),
        ("Tia Kerr", "Nothing known", "not stated", "chair only"),
    ]


def test_unstated_sharing_is_for_the_chair_and_unstated_kind_is_not_a_fact() -> None:
    assert lines(read("return", FLAT))[2] == (
        "Ethan O'Brien",
        "Arrested",
        "not stated",
        "chair only",
    )


def test_named_agencies_are_kept_by_name() -> None:
    first = read("return", FLAT).records[0]
    assert (first.get("sharing"), first.get("agencies")) == ("named agencies", ("Police", "CSC"))


def test_facts_and_opinions_in_columns_of_their_own_are_two_lines() -> None:
    assert lines(read("return", OWN_COLUMN)) == [
        ("Tia Kerr", "Excluded", "fact", "chair only"),
        ("Tia Kerr", "Groomed", "opinion", "chair only"),
        ("Tia Kerr", None, "not stated", "not shared"),
    ]


def test_ticks_under_fact_and_opinion_and_in_sharing_are_read() -> None:
    data = word(
        "# Agency research form - Housing",
        "## Young person: Aidan Ravenscroft  DOB: 21/01/2011",
        [
            ["Date", "Details", "Fact", "Opinion", "Intelligence", "Sharing"],
            ["1/10/26", "Complaints", "☒", "☐", "☐", "☒ All panel ☐ Chair only ☐ Not shared"],
            ["2/10/26", "Cuckooing", "☐", "☐", "☒", "☐ All panel ☒ Chair only ☐ Not shared"],
        ],
    )
    assert lines(read("return", data)) == [
        ("Aidan Ravenscroft", "Complaints", "fact", "all panel"),
        ("Aidan Ravenscroft", "Cuckooing", "intelligence", "chair only"),
    ]


def test_a_nil_return_counts_as_a_return() -> None:
    data = word(
        "# Agency information return: Licensing",
        "Meeting: 12 November 2026   Completed by: Daisy Yates",
        "Nothing known on any of the children listed.",
    )
    (record,) = read("return", data).records
    assert (record.get("agency"), record.get("nothing_known")) == ("Licensing", True)


def test_a_heading_says_whether_a_person_a_place_or_a_child_follows() -> None:
    paper = read(
        "return.docx",
        word(
            "# Agency information return: Police",
            "## Lee Marsh (DOB 03/02/1990, person of concern)",
            "13/09/2026 – Stopped in a grey van [Fact] [All panel]",
            "## Place – Travel Inn, Quayside",
            "14/09/2026 – Rooms paid in cash [Fact] [All panel]",
            "## Aidan Ravenscroft (born 21/01/2011, LCS620625)",
            "15/09/2026 – Missed two appointments [Fact] [All panel]",
        ),
    )
    told = [tuple(record.get(name) for name in ("name", "about")) for record in paper.records]
    assert told == [
        ("Lee Marsh", "person_of_concern"),
        ("Travel Inn, Quayside", "location"),
        *[("Aidan Ravenscroft", None)] * (len(told) - 2),
    ]
    assert len(told) >= 3
    assert paper.records[0].get("dob") == date(1990, 2, 3)


def test_what_stands_at_the_head_and_foot_of_a_page_is_no_line_about_anyone() -> None:
    document = blank_paper()
    document.add_heading("Agency information return: Health", 1)
    document.add_heading("Aidan Ravenscroft (born 21/01/2011, LCS620625)", 2)
    document.add_paragraph("13/09/2026 – Missed two appointments [Fact] [All panel]")
    document.sections[0].header.paragraphs[0].text = "Westshire NHS Trust Safeguarding Team"
    document.sections[0].footer.paragraphs[0].text = "In strict confidence. Ward Green, Westshire"
    to = io.BytesIO()
    document.save(to)
    paper = read("return.docx", to.getvalue())
    assert [record.get("text") for record in paper.records] == ["Missed two appointments"]
    assert len(paper.not_understood) == 2


def test_each_point_that_a_referral_leaves_open_keeps_what_was_asked_with_its_answer() -> None:
    """The panel's own request, completed; a point without an answer is shown."""
    document = blank_paper()
    document.add_heading("What a referral leaves open: Police", 0)
    facts = (("Please return by", "9 November 2026"), ("Completed by", "Leah Armstrong"))
    told = document.add_table(0, 2)
    for fact in facts:
        for cell, text in zip(told.add_row().cells, fact, strict=True):
            cell.text = text
    document.add_heading("Tia Kerr (born 17/02/2009, LCS693851)", 1)
    rows = (
        ("What is missing", "What your agency knows", "Fact, opinion or intelligence"),
        ("Whether Tia was missing", "Twice in September", "fact"),
        ("Parents told of the referral", "", ""),
        ("Adults named", "Nothing known", ""),
    )
    table = document.add_table(0, 3)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    held = io.BytesIO()
    document.save(held)
    paper = read("gaps.docx", held.getvalue())
    assert [line[:3] for line in lines(paper)] == [
        ("Tia Kerr", "Whether Tia was missing: Twice in September", "fact"),
        ("Tia Kerr", "Adults named: Nothing known", "not stated"),
    ]
    assert "Parents told of the referral" in [one.text for one in paper.not_understood]


def _own_request(*said: str) -> bytes:
    """The panel's own request, filled in: a list of four columns under a child's heading."""
    return word(
        "# Agency information return: Health",
        "Requested by Northmoor MACE",
        "## Tia Kerr (born 17/02/2009, LCS693851)",
        "Complete here:",
        [
            ["Date", "Information", "Kind (fact / opinion / intelligence)", "Share with"],
            *(["", text, "fact", "all panel"] for text in said),
        ],
    )


def test_what_is_said_may_begin_with_a_label_and_the_list_goes_on() -> None:
    said = ("Date of birth: 18/06/2012.", "He lives with his mother.", "Born 18 June 2012")
    read_lines = lines(read("return.docx", _own_request(*said)))
    assert [one[1] for one in read_lines] == list(said)


def test_the_panels_own_request_is_a_return_whatever_is_filled_in() -> None:
    opened = open_paper("return.docx", _own_request("Date of birth: 18/06/2012."))
    printed = read_marks(marks_of(b.text for b in opened.parts if isinstance(b, Block)))
    paper = understand(replace(opened, printed=printed), this_year=2026)
    assert (paper.kind, [one[1] for one in lines(paper)]) == (
        "return",
        ["Date of birth: 18/06/2012."],
    )
