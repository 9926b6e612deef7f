"""Who is here for no agency is said on the chair's screen, and one key settles it."""

import pytest
from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_turning import press, turn

F2, RETURN, ESCAPE = Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def guest(room, panel, qtbot):
    """V1 with a line for the police, everybody there of the police, and a guest of no agency."""
    meeting, conduct = panel.meeting, panel.workspace.conduct
    turn(room, panel, "V1", qtbot)
    police = panel.agencies["Police"]
    conduct.say(
        panel.items["V1"], police, "Second phone.", sharing=Sharing.NAMED_AGENCIES,
        shared_with=tuple(panel.agencies.values()),
    )  # fmt: skip
    conduct.attend_guest(meeting, "Tom Radley", "P")
    room.state.refresh({"attendance", "information_line"})
    return room


def shown(panel):
    """The lines of V1 that everybody present may read."""
    reader = panel.workspace.room_reader(panel.meeting, panel.items["V1"])
    return [one.text for one in panel.workspace.read_as(reader).item(panel.items["V1"]).lines]


def test_who_is_here_for_no_agency_is_said_with_what_it_means(guest, panel):
    tag = guest.room.head.unplaced
    assert not tag.isHidden()
    assert tag.text() == "Tom Radley: no agency · F2"
    assert "stay off the panel display while Tom Radley" in tag.accessibleName()
    assert "Second phone." not in shown(panel)


def test_f2_asks_which_agency_and_the_lines_come_back(guest, panel, qtbot):
    press(guest.room.capture.line, F2, qtbot)
    ask = guest.room.ask
    assert ask.question.text().startswith("Which agency is Tom Radley of?")
    press(ask.line, RETURN, qtbot)
    assert not ask.isHidden()  # nobody is given an agency by an Enter too many
    qtbot.keyClicks(ask.line, "pol")
    press(ask.line, RETURN, qtbot)
    assert guest.room.head.unplaced.isHidden()
    [row] = [
        one for one in panel.workspace.read.attendance(panel.meeting) if one.name == "Tom Radley"
    ]
    assert row.agency == "Police"
    assert "Second phone." in shown(panel)
    panel.workspace.store.undo()
    assert "Second phone." not in shown(panel)


def test_or_that_they_are_not_in_the_room(guest, panel, qtbot):
    press(guest.room.capture.line, F2, qtbot)
    qtbot.keyClicks(guest.room.ask.line, "not")
    press(guest.room.ask.line, RETURN, qtbot)
    assert guest.room.head.unplaced.isHidden()
    assert "Second phone." in shown(panel)


def test_escape_leaves_it_as_it_is(guest, panel, qtbot):
    press(guest.room.capture.line, F2, qtbot)
    press(guest.room.ask.line, ESCAPE, qtbot)
    assert not guest.room.head.unplaced.isHidden()
    assert "Second phone." not in shown(panel)


def test_who_chairs_for_no_agency_keeps_nothing_off(guest, panel, qtbot):
    conduct = panel.workspace.conduct
    conduct.leave(
        next(
            one.id
            for one in panel.workspace.read.attendance(panel.meeting)
            if one.name == "Tom Radley"
        )
    )
    chair = panel.workspace.panel.add_member("Ursula Penhale", role="Independent chair")
    conduct.attend(panel.meeting, chair, "P")
    assert "Second phone." not in shown(panel)
    conduct.set_chair(panel.meeting, chair)
    guest.state.refresh({"attendance", "meeting"})
    assert "Second phone." in shown(panel)
    assert guest.room.head.unplaced.isHidden()


def test_a_member_stays_of_the_agency_that_was_said_when_taken_again(guest, panel):
    conduct, police = panel.workspace.conduct, panel.agencies["Police"]
    member = panel.workspace.panel.add_member("Ursula Penhale", role="Adviser")
    conduct.attend(panel.meeting, member, "P")
    conduct.sits_for(panel.meeting, member, police)
    conduct.attend(panel.meeting, member, "R")
    [row] = [
        one for one in panel.workspace.read.attendance(panel.meeting) if one.member_id == member
    ]
    assert (row.agency, row.code) == ("Police", "R")


def test_a_guest_of_one_item_keeps_lines_off_while_that_item_is_on(guest, panel, room, qtbot):
    panel.workspace.agenda.invite(panel.items["V2"], name="Tom Radley")
    room.state.refresh()
    assert guest.room.head.unplaced.isHidden()
    assert "Second phone." in shown(panel)
    assert guest.state.workspace.room_reader(panel.meeting).agency_ids
    turn(room, panel, "V2", qtbot)
    assert not guest.room.head.unplaced.isHidden()
    assert not panel.workspace.room_reader(panel.meeting, panel.items["V2"]).agency_ids
