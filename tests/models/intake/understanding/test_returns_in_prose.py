"""Returns typed under headings: whose they are, what the family may not hear, nothing known."""

import pytest

from models.intake.understanding.lines import is_nothing_known
from models.intake.understanding.return_titles import agency_in_title
from models.marks import Sharing

from .measure import paper

TITLE = "# Education update for MACE – Tues 24 November 2026"
ADA = "## Ada Lorne (30.01.11) – Hill Academy"


@pytest.mark.parametrize(
    ("sender", "agency", "by"),
    [
        (
            "From: Marl Virtual School & Inclusion (compiled by Dawn Pike). Tell me who is missed.",
            "Marl Virtual School & Inclusion",
            "Dawn Pike",
        ),
        (
            "Agency: Marl Community Health Trust, completed by Priya Nair",
            "Marl Community Health Trust",
            "Priya Nair",
        ),
        ("From: Marl Housing Service. Sorry this is late", "Marl Housing Service", None),
    ],
)
def test_the_body_is_named_and_not_who_wrote_or_what_they_add(
    sender: str, agency: str, by: str | None
) -> None:
    read = paper(TITLE, sender, ADA, "Attendance 61% this half term, was 83%.")
    (line,) = read.records
    assert (line.get("agency"), line.get("completed_by")) == (agency, by)
    assert line.get("name") == "Ada Lorne"


@pytest.mark.parametrize(
    "words",
    [
        "NOT TO BE SHARED WITH FAMILY - chair only: her sister says she sleeps in a car.",
        "Not to be shared with mum – chair only: her sister says she sleeps in a car.",
        "Do not share with parents (chair only): her sister says she sleeps in a car.",
        "Please do not tell her family: her sister says she sleeps in a car.",
    ],
)
def test_what_the_family_may_not_hear_is_kept_for_the_chair(words: str) -> None:
    _, line = paper(TITLE, "From: Marl Virtual School", ADA, "Attendance 61%.", words).records
    assert line.get("sharing") is Sharing.CHAIR_ONLY
    assert "she sleeps in a car" in str(line.get("text"))


@pytest.mark.parametrize(
    "words",
    ["Not to be shared - her sister says so.", "NOT FOR SHARING: she sleeps in a car."],
)
def test_what_nobody_may_hear_is_not_kept(words: str) -> None:
    read = paper(TITLE, "From: Marl Virtual School", ADA, "Attendance 61%.", words)
    assert [one.get("sharing") for one in read.records][-1] is Sharing.NOT_SHARED
    assert "sister" not in str(read) and "car." not in str(read)


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("Nothing known / nothing to add.", True),
        ("Not known to us / no records", True),
        ("No trace / nil", True),
        ("Not known to attend / lives with nan", False),
        ("Nothing known, but seen in town", False),
    ],
)
def test_nothing_known_said_twice_is_nothing_known(said: str, nothing: bool) -> None:
    assert is_nothing_known(said) is nothing


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (
            "Health info for CE panel 25.11.26 – Marl Hospitals & 0-19 service",
            "Marl Hospitals & 0-19 service",
        ),
        ("Agency return: 0-19 Nursing Service", "0-19 Nursing Service"),
        ("Police info for MACE 1 December", "Police"),
        ("MACE return – 1 December 2026", ""),
    ],
)
def test_a_title_names_the_agency_and_no_day(title: str, agency: str) -> None:
    assert agency_in_title(title) == agency
