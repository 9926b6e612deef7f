"""Slips of the tongue: what was said instead takes the place of what was said wrong."""

from datetime import date

import pytest

from models.rules.capture import CaptureKind, read_line
from tests.models.rules.capture.room import ROOM, read


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("a Fairhurst to ring home, no sorry Dobson, by Fri", "Kai Dobson", 13),
        ("Fairhurst, sorry, Dobson to ring home by Fri", "Kai Dobson", 13),
        ("a Dobson to ring home by the 20th, sorry, 22nd", "Kai Dobson", 22),
        ("a Dobson to ring home on Monday, no, make that Tuesday", "Kai Dobson", 17),
        ("Dobson to ring home, sorry no, Tuesday not Monday", "Kai Dobson", 17),
        ("Dobson to ring home Tuesday not Monday", "Kai Dobson", 17),
        ("a Dobson to ring home by Friday, not Monday", "Kai Dobson", 13),
        ("a Dobson to ring home by the 23rd no 24th", "Kai Dobson", 24),
        ("a Dobson to ring home, no, 24th", "Kai Dobson", 24),
        ("a Dobson to ring home by 20 Nov, sorry no, 27th", "Kai Dobson", 27),
        ("a Dobson to ring home by Mon - no, Tues - no, Weds", "Kai Dobson", 18),
        ("a Dobson to ring home by Fri, wait Thurs", "Kai Dobson", 19),
        ("a Fairhurst to ring home by Fri, not Fairhurst, Dobson", "Kai Dobson", 13),
    ],
)
def test_a_person_or_a_day_is_put_right(line: str, owner: str, due: int) -> None:
    reading = read(line)
    assert reading.owner is not None
    assert (reading.owner.name, reading.due) == (owner, date(2026, 11, due))
    assert reading.text.removesuffix(" on Tuesday") == "Ring home"


@pytest.mark.parametrize(
    "line",
    [
        "dad said sorry, Dobson heard it",
        "Dobson said he was, sorry, Baines left",
        "no sorry from Pike, mum said",
        "Dobson said no, 24 boys were there",
        "seen on Tuesday not Monday",
    ],
)
def test_a_note_keeps_every_word(line: str) -> None:
    reading = read(line)
    assert reading.kind is CaptureKind.NOTE
    assert reading.text == line[:1].upper() + line[1:]


def test_only_the_entry_that_is_corrected_changes() -> None:
    line = "a Fairhurst to ring home by Fri; a Dobson, sorry, Iqbal to visit"
    first, second = read_line(line, ROOM)
    assert first.owner is not None
    assert second.owner is not None
    assert (first.owner.name, second.owner.name) == ("Shanice Fairhurst", "Kian Iqbal")
