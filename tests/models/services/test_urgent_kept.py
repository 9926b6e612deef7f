"""Immediate risk as it is kept: on whose item it stands, who may read it, and what Today says."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from models.clock import SetClock
from models.rules.capture import read_line
from models.rules.immediate import as_immediate, says_told
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_an_immediate_risk_stands_on_the_item_in_hand(room: RunningRoom) -> None:
    assert _keep(room, "urg Pike is outside the school").startswith("Immediate risk kept: tell")
    (line,) = room.item().urgent
    assert line.text == "Immediate risk: Pike is outside the school"
    assert (line.origin, line.said) == ("room", True)


def test_of_another_child_it_stands_on_that_childs_item(room: RunningRoom) -> None:
    other = room.workspace.register.add_child("Tia Kerr", system_id="LCS9")
    item = room.workspace.conduct.add_item(room.meeting, other)
    said = _keep(room, "urg Tia Kerr not seen since 18:00")
    assert said.startswith("Immediate risk kept on V2: tell")
    assert room.item().urgent == ()
    (line,) = room.item(item).urgent
    assert "not seen since 18:00" in line.text


def test_what_not_all_may_read_is_not_shown_to_the_room(room: RunningRoom) -> None:
    _keep(room, "urg police only Pike is outside the school")
    heard = room.workspace.read_as(room.workspace.room_reader(room.meeting, room.child_item))
    item = heard.item(room.child_item)
    assert item is not None and item.urgent == ()
    assert heard.urgent_lines(room.meeting) == ()
    assert len(room.workspace.read.urgent_lines(room.meeting)) == 1


def test_today_says_whose_it_is_and_that_nobody_was_told_but_not_what_was_said(
    room: RunningRoom,
) -> None:
    _keep(room, "urg Pike is outside the school")
    (line,) = _today(room)
    assert (line.urgency, line.goes_to, line.target_id) == ("high", "meeting", room.meeting)
    assert line.text.startswith("R.A.: Tell MASH or the police now")
    assert "Pike" not in line.text + line.detail


def test_what_somebody_was_told_of_leaves_today_with_the_meeting(
    room: RunningRoom, clock: SetClock
) -> None:
    _keep(room, "urg Pike is outside the school, police told 10:40")
    (line,) = _today(room)
    assert (line.urgency, line.text) == ("plain", "R.A.: said in the meeting, and told")
    room.workspace.conduct.close(room.meeting)
    assert _today(room) == []


def test_what_nobody_was_told_of_stays_on_today_after_the_meeting(
    room: RunningRoom, clock: SetClock
) -> None:
    _keep(room, "urg Pike is outside the school")
    room.workspace.conduct.close(room.meeting)
    clock.move(timedelta(days=1))
    (line,) = _today(room)
    conduct = room.workspace.conduct
    (kept,) = room.item().urgent
    conduct.change_line(kept.id, text=f"{kept.text}, MASH told 11:20")
    assert line.urgency == "high" and _today(room) == []


def test_a_telling_alone_is_kept_with_the_risk_that_it_answers(room: RunningRoom) -> None:
    _keep(room, "urg Pike is outside the school")
    said = _keep(room, "urg police told 09:50, ref 4471")
    assert said == "Immediate risk: Police told at 09:50"
    (line,) = room.item().urgent
    assert line.text == "Immediate risk: Pike is outside the school; Police told 09:50, ref 4471"
    assert [one.urgency for one in _today(room)] == ["plain"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("police told at 9.20, log 118", "Police told at 09:20"),
        ("mash told 9.25, ref 118", "MASH told at 09:25"),
    ],
)
def test_while_a_risk_waits_to_be_told_a_line_that_tells_whom_is_its_telling(
    room: RunningRoom, line: str, said: str
) -> None:
    _keep(room, "urg Pike is outside the school")
    assert _keep(room, line) == f"Immediate risk: {said}"
    (kept,) = room.item().urgent
    assert says_told(kept.text) and "118" in kept.text


@pytest.mark.parametrize(
    "line", ["police told mum 9.20", "police not told yet", "police only: MASH told 9.25"]
)
def test_what_tells_more_or_to_some_only_is_a_line_of_its_own(room: RunningRoom, line: str) -> None:
    _keep(room, "urg Pike is outside the school")
    assert _keep(room, line) == "Line kept"
    (kept,) = room.item().urgent
    assert not says_told(kept.text)


def test_once_somebody_was_told_such_a_line_is_a_note(room: RunningRoom) -> None:
    _keep(room, "urg Pike is outside the school, police told 10:40")
    assert _keep(room, "MASH told 10:50, ref 118") == "Line kept"


def test_what_is_added_to_the_words_and_what_the_column_says_are_one_judgement(
    room: RunningRoom,
) -> None:
    said = _keep(room, "urg Robin not seen since 18:00, mum rang the school")
    (line,) = room.item().urgent
    assert "told)" not in line.text and not says_told(line.text)
    assert said.endswith("tell MASH or the police now")


def test_undo_takes_an_immediate_risk_back(room: RunningRoom) -> None:
    _keep(room, "urg Pike is outside the school")
    room.workspace.store.undo()
    assert room.item().urgent == () and _today(room) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not seen since 18:00", False),
        ("police told 10:40", True),
        ("rang MASH at ten", True),
        ("MASH not told yet", False),
        ("nobody told", False),
        ("mum told the neighbour", False),
        ("nobody has told police yet", False),
        ("police have not been told", False),
        ("police to be told", False),
        ("Chloe is ringing 999", False),
        ("someone needs to have called police", False),
        ("have police been told?", False),
        ("not seen since 18:00, police told 10:40", True),
        ("not at school and MASH rung 09:15", True),
        ("Seen with him (Jane Khan told at 10:40)", True),
        ("Lomax informed, crime no 44 (told)", True),
    ],
)
def test_whether_anyone_who_can_act_was_told_is_read_from_the_words(text, told) -> None:
    assert says_told(text) is told


def test_who_was_told_is_always_in_the_words() -> None:
    assert as_immediate("Seen with him") == "Immediate risk: Seen with him"
    told = as_immediate("Seen with him", "Jane Khan", "10:40")
    assert told == "Immediate risk: Seen with him (Jane Khan told at 10:40)"


def _keep(room: RunningRoom, line: str) -> str:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    return room.workspace.conduct.keep_line(room.child_item, reading)


def _today(room: RunningRoom):
    return [one for one in room.workspace.read.today() if one.section == "Immediate risk"]
