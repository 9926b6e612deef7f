"""Short lists without a title: who does what, and who sits on the panel, told by their heads."""

import io
from collections.abc import Iterator, Sequence

import pytest

from models.intake.papers import ReadPaper
from tests.blank_paper import blank_paper
from tests.models.intake.understanding.drawn import drawn, sheet_drawn
from tests.models.intake.understanding.measure import read

ACTIONS = (
    "Call in at the takeaway on Dock Street",
    "Name the car",
    "School to review risk assessment",
    "Police: address check",
    "Date for the strategy meeting to be found",
)
OWNERS = {
    "people": ("Carl Meddings", "Priya Nair", "Jo Hext", "Ruth Adeyo", "Sam Oyelaran"),
    "initials": ("CM", "PN", "JH", "RA", "SO"),
    "bodies": ("Police", "Health", "CSC", "Education", "YJS"),
    "posts": ("Social worker", "Head", "DSL", "Team manager", "PC"),
}
HEADS = (
    ("Action", "Owner"),
    ("Action", "Who"),
    ("What", "By whom"),
    ("To do", "Whose"),
    ("Task", "Lead"),
    ("Action required", "Lead agency"),
    ("ACTION AGREED", "RESPONSIBLE"),
)
MEMBERS = (
    ("Carl Meddings", "Police", "Detective Sergeant"),
    ("Priya Nair", "Health", "Named Nurse"),
    ("Jo Hext", "Children's Social Care", "Team Manager"),
)


def papers(head: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> Iterator[ReadPaper]:
    """Yield the same list as a table of a document, a worksheet and a file of values."""
    lines = [f"| {' | '.join(row)} |" for row in (head, *rows)]
    yield read("list.docx", drawn(*[title] * bool(title), *lines))
    yield read("list.xlsx", sheet_drawn(["sheet Sheet1", *[f"| {title} |"] * bool(title), *lines]))
    yield read("list.csv", "\n".join(",".join(row) for row in (head, *rows)).encode())


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("owners", OWNERS)
@pytest.mark.parametrize("head", HEADS)
def test_two_columns_are_an_action_and_whose_it_is_in_each_row(
    head: tuple[str, str], owners: str, turned: bool
) -> None:
    rows = list(zip(ACTIONS, OWNERS[owners], strict=True))
    head = head[::-1] if turned else head
    for title in ("", "Northmoor MACE panel", "Actions from the last meeting"):
        for paper in papers(head, [row[::-1] if turned else row for row in rows], title):
            assert paper.kind == "actions"
            told = [
                (one.get("text"), one.get("owner") or one.get("agency")) for one in paper.records
            ]
            assert told == rows


@pytest.mark.parametrize("role", ["", "Member", "Chair", "Named GP"])
@pytest.mark.parametrize(
    "head",
    [
        ("Name", "Agency", "Role"),
        ("Name", "Organisation", "Role"),
        ("NAME", "SERVICE", "ROLE ON PANEL"),
        ("Full name", "Agency", "Job title"),
    ],
)
def test_a_name_a_body_and_a_role_in_each_row_are_members(
    head: tuple[str, str, str], role: str
) -> None:
    rows = [(name, agency, role or own) for name, agency, own in MEMBERS]
    for count in (1, 3):
        for paper in papers(head, rows[:count], ""):
            assert paper.kind == "members"
            told = [(one.get("name"), one.get("agency")) for one in paper.records]
            assert told == [row[:2] for row in rows[:count]]


def test_a_list_of_people_around_a_group_stays_one() -> None:
    paper = read(
        "group.docx",
        drawn(
            "# Nomination of a group of concern",
            "| Name of group | Dock Street lot |",
            "| Members | Tobi Marsh, Ada Lorne |",
            "| Reason for nomination | Seen nightly at the arcade with older men. |",
            "",
            "| Name | Agency | Role |",
            "| Carl Meddings | Police | Detective Sergeant |",
        ),
    )
    assert (paper.kind, paper.records[0].get("name")) == ("group", "Dock Street lot")


def test_a_childs_form_in_lines_with_a_table_of_actions_is_the_childs() -> None:
    document = blank_paper()
    for line in (
        "Young person: Ada Lorne",
        "DOB: 04/05/2011",
        "Social worker: Priya Nair",
        "School: Fellside School",
        "Risk: High",
        "Reason for referral: She goes missing with older males at night.",
    ):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2)
    for row in (("Action", "Owner"), *zip(ACTIONS, OWNERS["people"], strict=True)):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    paper = read("form.docx", out.getvalue())
    assert paper.kind == "child"
    assert paper.records[0].get("name") == "Ada Lorne"
