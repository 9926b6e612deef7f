"""What cannot wait: the time kept is when somebody was told, never when something else was."""

from dataclasses import replace
from datetime import time

import pytest

from models.marks import SubjectKind
from models.rules.capture import SubjectRef
from models.rules.capture.reading import Chip
from tests.models.rules.capture.room import ROOM, read


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("urg Maisie not seen since 18:00, police told 10:40, ref 4471", time(10, 40)),
        ("urg Maisie not seen since 6pm, police informed at 10.40", time(10, 40)),
        ("urg at 10:40 police told Maisie missing since 18:00", time(10, 40)),
        ("urg 10:40 - rang police, Maisie left home at 9:15", time(10, 40)),
        ("urg left school 9.15, 999 called at 10:02", time(10, 2)),
        ("urg MASH rung 0945hrs, Maisie missing from 2100", time(9, 45)),
        ("urg told MASH at 1020, ref 4471", time(10, 20)),
        ("urg police told, Maisie seen at 18:00", None),
        ("urg told police, not seen since 18:00", None),
        ("urg Maisie threatened at 9:30, police told", None),
        ("urg Maisie missing since 7am", None),
    ],
)
def test_the_time_that_stands_beside_the_telling_is_kept(line: str, at: time | None) -> None:
    assert read(line).when == at


@pytest.mark.parametrize(
    "line",
    [
        "urg Maisie missing, nobody has told police yet",
        "urg Maisie missing, police have not been told",
        "urg Maisie missing, Chloe is ringing 999",
        "urg Maisie missing, police to be told by Khan",
        "urg Maisie not seen since 18:00 yesterday, mum rang the school",
        "urg Maisie missing since 7am",
    ],
)
def test_only_what_is_told_as_done_is_told_and_the_chip_says_so_before_enter(line: str) -> None:
    reading = read(line)
    assert reading.told is None
    assert Chip("told", "nobody yet", sure=False) in reading.chips


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("urg Maisie missing, mum rang the police 18:20", "Police"),
        ("urg not seen since 18:00 and police told", "Police"),
    ],
)
def test_whoever_told_the_police_they_are_told(line: str, told: str) -> None:
    assert read(line).told == told


def test_who_was_told_is_not_whom_it_concerns() -> None:
    mash = SubjectRef(77, "Lee Mash", SubjectKind.PERSON)
    room = replace(ROOM, subject=None, subjects=(*ROOM.subjects, mash))
    assert read("urg mash rung 9:45", room).subject is None
    about = read("urg mash rung 9:45 about Maisie Hartley", room).subject
    assert about is not None
    assert about.name == "Maisie Hartley"


@pytest.mark.parametrize(
    "line",
    ["urg not home since last nite, mash told 0850", "urg told mash 0850, not home",
     "urg rang mash at 0850: he is not home"],
)  # fmt: skip
def test_the_letters_of_a_service_that_was_told_are_written_as_letters(line: str) -> None:
    told = read(line)
    assert (told.told, told.when) == ("MASH", time(8, 50))
    assert "MASH" in told.text


def test_a_number_of_the_log_is_no_time_of_day() -> None:
    assert read("urg police told 0850-221126, he is not home").when is None
