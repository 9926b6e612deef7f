"""Each line of a return goes to the child whose heading stands above it, or to nobody."""

from datetime import date
from random import Random

import pytest

from .measure import paper

NAMES = ("Mackenzie Quayle", "Maisie Hartley", "Brandon Fairhurst", "Tyrell D'Souza", "Tia Kerr")
STYLES = ("**{}**", "## {}", "### {}", "{}")
NUMBERS = ("", "{}. ", "{}) ", "({}) ", "Child {}: ", "{} - ")
BESIDE = ("", "", " (LCS59045{at})", ", DOB 1{at}.7.11", ", born 2{at} August 2009")
HEAD = ("# Agency information return: Young people's substance misuse service",)
MEETING = "Meeting: 12 November 2026"


def _headings(seed: int) -> list[str]:
    draw = Random(seed)
    style, number = draw.choice(STYLES), draw.choice(NUMBERS)
    return [
        style.format(number.format(at) + _written(name, draw) + _beside(draw, at))
        for at, name in enumerate(NAMES, 1)
    ]


def _written(name: str, draw: Random) -> str:
    first, last = name.split()
    return draw.choice((name, name, f"{last.upper()}, {first}", f"{first} {last.upper()}"))


def _beside(draw: Random, at: int) -> str:
    return draw.choice(BESIDE).format(at=at)


@pytest.mark.parametrize("seed", range(40))
def test_each_heading_of_a_return_begins_the_child_that_it_names(seed: int) -> None:
    headings = _headings(seed)
    lines = [
        line
        for at, heading in enumerate(headings)
        for line in (heading, f"Seen in town on day {at}. (fact, all panel)")
    ]
    said = {str(one.get("text")): one.get("name") for one in paper(*HEAD, MEETING, *lines).records}
    assert said == {f"Seen in town on day {at}.": name for at, name in enumerate(NAMES)}, headings


@pytest.mark.parametrize("style", ["**{}**", "## {}"])
@pytest.mark.parametrize("heading", ["2. Maisie", "Maisie", "2. M.H.", "2. Not the first"])
def test_a_line_below_a_heading_that_names_nobody_for_certain_is_nobodys(
    style: str, heading: str
) -> None:
    told = paper(
        *HEAD,
        MEETING,
        style.format("1. Mackenzie Quayle (LCS590456)"),
        "Uses ketamine. (fact, all panel)",
        style.format(heading),
        "Closed to us in October. (fact, all panel)",
        style.format("3. Brandon Fairhurst, born 21 August 2009"),
        "Seen twice. (fact, all panel)",
    )
    assert [(one.get("name"), one.get("text")) for one in told.records] == [
        ("Mackenzie Quayle", "Uses ketamine."),
        ("Brandon Fairhurst", "Seen twice."),
    ]
    left = " ".join(one.text for one in told.not_understood)
    assert "Closed to us in October." in left


@pytest.mark.parametrize("part", ["Attendance", "Missing episodes", "What we know", "Health"])
def test_a_heading_that_parts_what_is_said_of_one_child_begins_no_other(part: str) -> None:
    told = paper(
        *HEAD,
        "**Mackenzie Quayle (LCS590456)**",
        f"**{part}**",
        "Uses ketamine. (fact, all panel)",
    )
    assert [one.get("name") for one in told.records] == ["Mackenzie Quayle"]


def test_a_numbered_list_of_others_below_a_child_heads_nobody() -> None:
    told = paper(
        *HEAD,
        "**1. Mackenzie Quayle (LCS590456)**",
        "Seen with three others:",
        "1. Lee Marsh",
        "2. Jo Bell",
        "He went home with them.",
    )
    assert {one.get("name") for one in told.records} == {"Mackenzie Quayle"}


@pytest.mark.parametrize("day", ["Thursday 12 November 2026", "12th November 2026", "12/11/26"])
@pytest.mark.parametrize("more", [". Completed by Ellie Bright, 11/11/26.", " (back by 5.11.2026)"])
def test_the_day_right_behind_the_meeting_is_the_meetings(day: str, more: str) -> None:
    told = paper(
        *HEAD,
        f"For the MACE meeting on {day}{more}",
        "**Tia Kerr**",
        "Seen twice. (fact, all panel)",
    )
    assert [one.get("meeting") for one in told.records] == [date(2026, 11, 12)]


def test_a_day_told_of_something_else_is_not_the_meetings() -> None:
    told = paper(
        *HEAD,
        "For the MACE meeting on Thursday 12 November, returned 11/10/2026",
        "**Tia Kerr**",
        "Seen twice. (fact, all panel)",
    )
    assert date(2026, 10, 11) not in [one.get("meeting") for one in told.records]


@pytest.mark.parametrize(
    ("title", "sender", "agency"),
    [
        ("Licensing - information for MACE", "Licensing enforcement officer", "Licensing"),
        ("Information for MACE", "Named nurse, Marchlands Health Trust", "Marchlands Health Trust"),
        ("Information for MACE", "Housing officer", None),
        ("Return from Hartley Youth Project", "Team leader", "Hartley Youth Project"),
    ],
)
def test_a_post_beside_who_sends_a_return_is_no_agency(
    title: str, sender: str, agency: str | None
) -> None:
    told = paper(
        f"# {title}", f"From: Kian Iqbal, {sender}", MEETING, "**Tia Kerr**", "Seen. (fact)"
    )
    assert [one.get("agency") for one in told.records] == [agency]
    assert [one.get("completed_by") for one in told.records] == ["Kian Iqbal"]
