"""What an agency returned after the meeting had closed is told apart from what the meeting knew."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from exports import shared_lines
from models.clock import SetClock
from tests.models.services.papers.made import agency_return
from tests.models.services.rooms import HELD, RunningRoom, running_room

KNOWN = ("03/11/2026", "Phone found.", "Fact", "All panel")
LATE = ("10/11/2026", "Seen at the station.", "Fact", "All panel")
FRIDAY = datetime(2026, 11, 13, 10, 0)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def returned(room: RunningRoom, *lines: tuple[str, ...]) -> None:
    form = agency_return("Police", {"Robin Ashdown": lines})
    room.workspace.papers.import_files([("police.docx", form)])


def days(room: RunningRoom) -> dict[str, date | None]:
    return {one.text: one.came_after for one in room.item().lines}


def test_what_came_after_the_close_bears_its_day(room: RunningRoom, clock: SetClock) -> None:
    room.workspace.conduct.close(room.meeting)
    clock.set(FRIDAY)
    returned(room, LATE)
    assert days(room) == {"Seen at the station.": FRIDAY.date()}
    (told,) = shared_lines.by_agency(room.item().lines, HELD)
    words = "".join(getattr(one, "text", str(one)) for one in told)
    assert "came after the meeting, 13 Nov" in words and "in writing" not in words


def test_what_was_in_by_then_stays_known_though_its_agency_wrote_again(
    room: RunningRoom, clock: SetClock
) -> None:
    returned(room, KNOWN)
    assert days(room) == {"Phone found.": None}
    room.workspace.conduct.close(room.meeting)
    clock.set(FRIDAY)
    returned(room, KNOWN, LATE)
    assert days(room) == {"Phone found.": None, "Seen at the station.": FRIDAY.date()}


def test_what_came_while_the_meeting_ran_is_not_late(room: RunningRoom, clock: SetClock) -> None:
    clock.set(datetime(2026, 11, 12, 10, 0))
    returned(room, KNOWN)
    clock.set(datetime(2026, 11, 12, 11, 0))
    room.workspace.conduct.close(room.meeting)
    assert days(room) == {"Phone found.": None}


def test_apologies_noted_without_information_that_was_sent_are_open_before_approval(
    room: RunningRoom, clock: SetClock
) -> None:
    open_now = room.workspace.read.open_before_approval
    told = "Jane Khan stands as having sent no information, and Police sent some"
    room.workspace.conduct.attend(room.meeting, room.detective, "N")
    assert not any(told in one.words for one in open_now(room.meeting))
    returned(room, KNOWN)
    assert any(told in one.words for one in open_now(room.meeting))
    room.workspace.conduct.attend(room.meeting, room.detective, "A")
    assert not any(told in one.words for one in open_now(room.meeting))


def test_what_was_sent_after_the_close_was_not_sent_to_the_meeting(
    room: RunningRoom, clock: SetClock
) -> None:
    room.workspace.conduct.attend(room.meeting, room.detective, "N")
    room.workspace.conduct.close(room.meeting)
    clock.set(FRIDAY)
    returned(room, LATE)
    told = [one.words for one in room.workspace.read.open_before_approval(room.meeting)]
    assert not any("stands as having sent no information" in words for words in told)
