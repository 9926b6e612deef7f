"""A guest of the list who comes or goes is found by the name, and is nobody else."""

from dataclasses import replace

import pytest

from models.rules.capture import CaptureKind, CaptureReading, read_line
from tests.models.rules.capture.room import ROOM


def _read(line: str, *guests: str) -> CaptureReading:
    (reading,) = read_line(line, replace(ROOM, guests=guests))
    return reading


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("Sam Okoro left at 10.15", "Sam Okoro"),
        ("  sam  okoro left at 10.15", "Sam Okoro"),
        ("Sam Okoro left at 10.15", "Sam  Okoro"),
        ("Dr. Sam Okoro left at 10.15", "Dr Sam Okoro"),
        ("Dr Sam Okoro left at 10.15", "Dr. Sam Okoro"),
    ],
)
def test_however_the_name_is_written_the_line_is_of_the_room(line: str, listed: str) -> None:
    reading = _read(line, listed)
    assert (reading.kind, reading.status) == (CaptureKind.ATTENDANCE, "left")
    assert reading.unknown == listed


@pytest.mark.parametrize("line", ["Kai Dobson left at 10.15", "att Kai Dobson left at 10.15"])
def test_a_guest_of_one_word_is_no_member_whose_name_holds_it(line: str) -> None:
    reading = _read(line, "Kai")
    assert reading.kind is CaptureKind.ATTENDANCE
    assert reading.owner is not None and reading.owner.name == "Kai Dobson"
    assert reading.unknown is None


def test_a_guest_of_one_word_is_found_where_no_member_is_named() -> None:
    reading = _read("att Bryony left at 10.15", "Bryony")
    assert (reading.unknown, reading.status) == ("Bryony", "left")
