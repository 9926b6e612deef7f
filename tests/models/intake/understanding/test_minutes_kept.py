"""Minutes of other meetings: whom they tell of is referred by nobody, their actions are a log."""

import pytest

from models.intake.papers import ReadPaper

from .measure import paper

PRESENT = (
    "| Present | Role | Agency |",
    "| DS Imran Vale | Detective Sergeant | Police |",
    "| Lucy Farr | Named Nurse | Health |",
    "",
    "Apologies: YJS",
)
CHILDREN = (
    "## Children discussed",
    "| Name | DOB | Legal status | Social worker |",
    "| Kane Dooley | 12/01/2011 | CP | Amy Shore |",
    "| Reece Marlow | 03/03/2012 | CIN | Amy Shore |",
    "",
    "**Kane Dooley** - Police: found at 14 Mill Lane on 12/11.",
)
ACTIONS = (
    "## Actions",
    "| No | Action | Owner | By when |",
    "| 1 | Complete s47 visits to both children | Amy Shore | 19/11/26 |",
    "| 2 | Financial check on phone number | DS Imran Vale | 24/11/26 |",
)
TITLES = [
    "# Record of multi-child strategy meeting held under s47",
    "# Strategy discussion – minutes",
    "# Notes of the professionals' meeting",
]


def minutes(title: str, *lines: str) -> ReadPaper:
    when = "Date: 17/11/2026   Time: 10:00   Venue: Teams"
    return paper(title, when, "Chair: Beverley Stokes", *PRESENT, *CHILDREN, *lines)


@pytest.mark.parametrize("title", TITLES)
def test_minutes_refer_no_child(title: str) -> None:
    assert minutes(title).records == ()


@pytest.mark.parametrize("title", TITLES)
def test_their_actions_are_a_log_of_that_meeting_and_the_rest_is_shown(title: str) -> None:
    read = minutes(title, *ACTIONS)
    assert read.kind == "actions"
    assert [(one.get("ref"), one.get("owner")) for one in read.records] == [
        ("1", "Amy Shore"), ("2", "Imran Vale"),
    ]  # fmt: skip
    assert {str(one.get("meeting")) for one in read.records} == {"2026-11-17"}
    assert any("found at 14 Mill Lane" in one.text for one in read.not_understood)


def test_a_referral_that_tells_of_a_meeting_stays_one() -> None:
    read = paper(
        "# Referral to the exploitation panel, with the record of the strategy meeting",
        "| Name | Tobi Marsh |",
        "| DOB | 04/05/2011 |",
        "| Reason for referral | Found with an older man twice in a week. |",
        "",
        *PRESENT,
    )
    assert (read.kind, read.records[0].get("name")) == ("child", "Tobi Marsh")
