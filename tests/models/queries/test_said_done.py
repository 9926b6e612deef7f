"""How an action stands of which a log says that it is open and that it was done."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from models.clock import SetClock
from models.rules.said_done import in_short
from tests.models.services.papers.made import listed
from tests.models.services.rooms import RunningRoom, running_room

HEAD = ("Ref", "Meeting", "Subject", "Action", "Owner", "Agency", "Due", "Status", "Update")
LATE = ("A901", "01/10/2026", "Robin Ashdown", "Check hire-car records", "Kian Baines", "Police",
        "27/10/2026", "Open", "Done 28 Oct, see file")  # fmt: skip
AHEAD = ("A902", "01/10/2026", "Robin Ashdown", "Serve CAWN", "Ellie Bright", "Police",
         "24/12/2026", "Open", "Done 28 Oct, see file")  # fmt: skip
SAID = "said to be done, to be confirmed"


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    clock.set(datetime(2026, 11, 9, 9, 0))
    made = running_room(clock)
    made.workspace.papers.import_files([("log.csv", listed([HEAD, LATE, AHEAD]))])
    yield made
    made.workspace.close()


def stands(room: RunningRoom) -> dict[str, tuple[str, str]]:
    rows = room.workspace.read.actions()
    return {one.reference: (one.standing, one.rag) for one in rows if one.reference[1] == "9"}


def test_it_stands_as_said_done_beside_how_late_it_is(room: RunningRoom) -> None:
    late, ahead = stands(room).values()
    assert late[0].startswith("overdue by ") and late[0].endswith(f"; {SAID}")
    short = in_short(late[0])
    assert late[1] == "red" and late[0].startswith(short)
    assert short.endswith("; said to be done")
    assert ahead == (SAID, "green") and in_short(ahead[0]) == SAID


@pytest.mark.parametrize("words", [None, "Nobody has seen a file"])
def test_what_the_panel_judges_of_it_counts_alone(room: RunningRoom, words: str | None) -> None:
    action = next(one for one in room.workspace.read.actions() if one.reference == "A901")
    update = room.workspace.conduct.update_action
    update(action.id, "in progress", words, reason=words, meeting_id=room.meeting)
    assert SAID not in stands(room)["A901"][0]
    assert SAID in stands(room)["A902"][0]


def test_that_it_is_carried_settles_nothing(room: RunningRoom) -> None:
    action = next(one for one in room.workspace.read.actions() if one.reference == "A901")
    room.workspace.conduct.update_action(action.id, "carried", meeting_id=room.meeting)
    assert SAID in stands(room)["A901"][0]
