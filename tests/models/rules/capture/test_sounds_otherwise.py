"""Lines that sound like a turn of the room, a level or a leaving, and tell something else."""

import pytest

from models.rules.capture import asks_for_whom, cannot_be_withheld, read_line
from tests.models.rules.capture.utterances import corpus_room

ROOM = corpus_room()


@pytest.mark.parametrize(
    "line",
    [
        "Defer V3, dad is the police source, chair only",
        "defer V3 because the informant is at risk",
        "Defer V3, police have a CHIS next to dad",
    ],
)
def test_why_an_item_is_deferred_goes_to_nobody_unasked(line: str) -> None:
    read = read_line(line, ROOM)
    assert all(cannot_be_withheld(one) or asks_for_whom(one) or one.sharing for one in read)


def test_an_ordinary_reason_is_not_asked_about() -> None:
    (read,) = read_line("defer V3 to next time, no update from school", ROOM)
    assert read.status == "defer"
    assert not asks_for_whom(read)
    assert cannot_be_withheld(read) is None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Keep him at medium as school attendance is low", "Medium"),
        ("Holding him at high, mum's risk is low", "High"),
        ("risk up from medium to high", "High"),
    ],
)
def test_a_level_in_the_reason_is_not_the_level_judged(line: str, level: str) -> None:
    (read,) = read_line(line, ROOM)
    assert read.risk == level


@pytest.mark.parametrize(
    "line", ["Back in March he was arrested", "Back in September she moved", "Hear back on 11 Dec"]
)
def test_when_something_was_is_no_review(line: str) -> None:
    assert all(one.kind != "review" for one in read_line(line, ROOM))


@pytest.mark.parametrize(
    "line", ["Ruth Khan steps out of this item", "Ruth Khan steps out and takes no part"]
)
def test_who_steps_out_of_an_item_declares_an_interest(line: str) -> None:
    (read,) = read_line(line, ROOM)
    assert read.kind == "declaration"


def test_who_is_back_from_leave_has_not_left() -> None:
    assert all(one.status != "left" for one in read_line("Ruth Khan returned from leave", ROOM))


@pytest.mark.parametrize(("line", "parks"), [("Leave it", False), ("leave this until later", True)])
def test_what_is_left_be_parks_no_item(line: str, parks: bool) -> None:
    assert any(one.status == "park" for one in read_line(line, ROOM)) is parks
