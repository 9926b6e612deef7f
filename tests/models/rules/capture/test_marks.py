"""Fact, opinion, intelligence, and who may read a line, said within it."""

import pytest

from models.marks import Information, Sharing
from tests.models.rules.capture.room import read


@pytest.mark.parametrize(
    ("line", "information", "sharing", "text"),
    [
        ("n seen with older males", None, None, "Seen with older males"),
        ("n police: seen (intel)", "intelligence", None, "Seen"),
        ("n police: seen (intel, chair only)", "intelligence", "chair only", "Seen"),
        ("n police: intel: seen", "intelligence", None, "Seen"),
        ("n police: intel seen in town", "intelligence", None, "Seen in town"),
        ("n intel seen in town", "intelligence", None, "Seen in town"),
        ("n fact: seen in town", "fact", None, "Seen in town"),
        ("n opinion - he is frightened", "opinion", None, "He is frightened"),
        ("n he is frightened, opinion", "opinion", None, "He is frightened"),
        ("n in my opinion he is frightened", "opinion", None, "In my opinion he is frightened"),
        ("n Police intel suggests a move", "intelligence", None, "Police intel suggests a move"),
        ("n the fact that he left is known", None, None, "The fact that he left is known"),
        ("n chair only: second phone", None, "chair only", "Second phone"),
        ("n second phone chair only", None, "chair only", "Second phone"),
        ("n second phone, for the chair only", None, "chair only", "Second phone"),
        ("n second phone, not for the minutes", None, "not minuted", "Second phone"),
        ("n second phone. Not to be minuted.", None, "not minuted", "Second phone"),
        ("n second phone (off the record)", None, "not minuted", "Second phone"),
        ("n second phone, all panel", None, "all panel", "Second phone"),
        ("n second phone, police only", None, "named agencies", "Second phone"),
        ("n second phone (police and health only)", None, "named agencies", "Second phone"),
        ("n intel second phone police only", "intelligence", "named agencies", "Second phone"),
        ("n named agencies police, health: second phone", None, "named agencies", "Second phone"),
        ("n second phone (named agencies: police, health)", None, "named agencies", "Second phone"),
        ("n second phone, named agencies police", None, "named agencies", "Second phone"),
        ("n named agencies police, health only: phone", None, "named agencies", "Phone"),
        ("n police only intel: second phone", "intelligence", "named agencies", "Second phone"),
        ("n police and health only opinion: afraid", "opinion", "named agencies", "Afraid"),
        ("n for police only second phone", None, "named agencies", "Second phone"),
        ("n police eyes only: second phone", None, "named agencies", "Second phone"),
        ("n police only attended once", None, None, "Police only attended once"),
        ("n the named agencies were told", None, None, "The named agencies were told"),
        ("n fact second phone, not minuted", "fact", "not minuted", "Second phone"),
    ],
)
def test_marks_are_heard_and_leave_the_text(
    line: str, information: str | None, sharing: str | None, text: str
) -> None:
    reading = read(line)
    assert reading.information == (Information(information) if information else None)
    assert reading.sharing == (Sharing(sharing) if sharing else None)
    assert reading.text == text


def test_the_agencies_of_a_kept_line_are_named() -> None:
    reading = read("n second phone, police and health only")
    assert [agency.name for agency in reading.agencies] == ["Police", "Health (ICB safeguarding)"]


def test_the_narrower_of_two_marks_holds() -> None:
    assert read("n all panel: second phone, chair only").sharing is Sharing.CHAIR_ONLY


def test_an_action_to_submit_intelligence_is_not_itself_intelligence() -> None:
    reading = read("a Fairhurst to submit intelligence on Pike by Fri")
    assert reading.information is None
    assert reading.text == "Submit intelligence on Pike"


def test_an_action_may_be_for_the_chair_only() -> None:
    reading = read("a Fairhurst to speak to the head by Fri (chair only)")
    assert reading.sharing is Sharing.CHAIR_ONLY
    assert reading.text == "Speak to the head"


@pytest.mark.parametrize(
    "line",
    ["n second phone (named agencies: polce)", "a Patel to call by Friday, named agencies: polce"],
)
def test_a_mark_for_agencies_that_nobody_knows_still_keeps_the_line_from_the_others(
    line: str,
) -> None:
    reading = read(line)
    assert (reading.sharing, reading.agencies) == (Sharing.NAMED_AGENCIES, ())
    assert any("none is named" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "n do not share with parents: she is pregnant",
        "n confidential - she told the nurse",
        "n keep this from the school: he is moving",
        "a Patel to call by Friday, not for the family",
    ],
)
def test_what_sounds_restricted_and_is_not_is_warned_of(line: str) -> None:
    reading = read(line)
    assert reading.sharing is None
    assert any("goes to all the panel" in warning for warning in reading.warnings)
