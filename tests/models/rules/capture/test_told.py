"""Updates by the action's number, notes with marks beside the speaker, and what stays a reason."""

from dataclasses import replace

import pytest

from models.marks import SubjectKind
from models.rules.capture import CaptureKind, SubjectRef, read_line
from tests.models.rules.capture.room import ROOM, read


@pytest.mark.parametrize(
    ("line", "ref", "status"),
    [
        ("done A001", "A001", "complete"),
        ("A001 done", "A001", "complete"),
        ("a001 not done, owner left", "A001", "not done"),
        ("A003 no longer possible", "A003", "not possible"),
        ("carry A003 to 24 Dec", "A003", "carried"),
        ("u A001 in progress, visit booked", "A001", "in progress"),
        ("update on A001: done, see file", "A001", "complete"),
    ],
)
def test_an_open_action_is_told_of_by_its_number(line, ref, status) -> None:
    reading = read(line)
    assert reading.kind is CaptureKind.UPDATE
    assert (reading.action and reading.action.ref, reading.status) == (ref, status)


def test_an_action_is_carried_to_the_day_that_is_said() -> None:
    due = read("carry A003 to 24 Dec").due
    assert due is not None
    assert due.isoformat() == "2026-12-24"
    assert read("u A001 in progress, visit on 20 Nov").due is None


def test_a_number_of_no_open_action_is_said_to_be_none() -> None:
    reading = read("u A999 done")
    assert reading.action is None
    assert reading.text == "A999 done"
    assert "A999 is not an open action." in reading.warnings


@pytest.mark.parametrize(
    "line", ["Police said A001 is not done", "note A001 was discussed", "A001 was discussed"]
)
def test_a_sentence_that_speaks_of_an_action_is_a_note(line) -> None:
    assert read(line).kind is CaptureKind.NOTE


@pytest.mark.parametrize(
    ("line", "agency", "information", "sharing"),
    [
        ("n Police opinion: seen in town", "Police", "opinion", None),
        ("n intel chair only Health: seen in town", "Health (ICB safeguarding)", "intelligence",
         "chair only"),
        ("n Police intel, chair only: seen in town", "Police", "intelligence", "chair only"),
        ("note chair only school: seen in town", "Education safeguarding", None, "chair only"),
        ("n not for the minutes Police: seen in town", "Police", None, "not minuted"),
        ("n police opinion seen in town", "Police", "opinion", None),
        ("n yjs intel seen in town", "Youth justice service", "intelligence", None),
    ],
)  # fmt: skip
def test_marks_stand_before_or_after_the_speaker(line, agency, information, sharing) -> None:
    reading = read(line)
    assert reading.text == "Seen in town"
    assert reading.agency is not None
    assert reading.agency.name == agency
    assert (reading.information, reading.sharing) == (information, sharing)


@pytest.mark.parametrize(
    "line",
    [
        "n police intel officer rang the home",
        "n health fact finding visit is booked",
        "n police opinion is divided on this",
    ],
)
def test_work_with_a_kind_of_information_is_no_mark_of_it(line) -> None:
    assert read(line).text == line[2:].capitalize()


def test_a_reason_that_begins_with_risk_belongs_to_the_decision() -> None:
    reading = read("dec close, risk reduced and stable at home")
    assert reading.text == "Close, risk reduced and stable at home"
    kinds = [one.kind.value for one in read_line("dec remain, risk high; review 24 Dec", ROOM)]
    assert kinds == ["decision", "risk", "review"]


def test_letters_of_the_field_name_nobody() -> None:

    mash = SubjectRef(77, "Lee Mash", SubjectKind.PERSON)
    room = replace(ROOM, subject=None, subjects=(*ROOM.subjects, mash))
    assert read("urg told MASH at 10:20", room).subject is None
    assert read("urg told mash at 10:20", room).subject is None
    assert read("urg Mash seen at school", room).subject == mash
