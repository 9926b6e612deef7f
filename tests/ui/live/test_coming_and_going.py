"""Whoever leaves and comes back is counted at once, in the window and on the display."""

from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_opening_and_closing import codes_of, stand_on
from tests.ui.live.test_room_safe import words_of
from tests.ui.live.test_turning import press, turn

CLINIC = "Known to the clinic"


def for_police_and_care_only(panel):
    """A line that health, where it is here, may not read."""
    panel.returned(
        "Police",
        "Aidan Ravenscroft",
        CLINIC,
        sharing=Sharing.NAMED_AGENCIES,
        shared_with=(panel.agencies["Police"], panel.agencies["Children's social care"]),
    )


def say(room, text):
    """Type a line in the capture bar and keep it."""
    room.room.capture.line.setText(text)
    room.room.capture.keep()
    room.state.catch_up()


def test_a_line_shown_while_they_were_away_goes_as_they_come_back(room, panel, qtbot):
    for_police_and_care_only(panel)
    room.panel_display()
    turn(room, panel, "V1", qtbot)
    say(room, "att Kay Baines left")
    qtbot.waitUntil(lambda: CLINIC in words_of(room))
    say(room, "att Kay Baines back")
    qtbot.wait(5)
    assert CLINIC not in words_of(room)
    assert CLINIC not in words_of(room.display.shown)


def test_p_in_the_list_brings_them_back_too(room, panel, qtbot):
    for_police_and_care_only(panel)
    rows = stand_on(room, panel, "Kay Baines")
    press(rows, Qt.Key.Key_L, qtbot)
    turn(room, panel, "V1", qtbot)
    assert CLINIC in words_of(room)
    room.turn_to("opening")
    press(stand_on(room, panel, "Kay Baines"), Qt.Key.Key_P, qtbot)
    assert "back " in rows.entry(("member", panel.members["Kay Baines"])).right
    turn(room, panel, "V1", qtbot)
    assert CLINIC not in words_of(room)


def test_what_was_kept_of_it_is_said_in_words(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    for typed, said in (("left", "Kay Baines left"), ("back", "Kay Baines: present")):
        say(room, f"att Kay Baines {typed}")
        assert window.status.message.text() == said


def test_undo_of_coming_back_shows_them_as_gone(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    say(room, "att Kay Baines left")
    say(room, "att Kay Baines back")
    panel.workspace.store.undo()
    qtbot.wait(5)
    assert "Kay Baines" not in [one.name for one in room.state.present]


def test_leaving_is_kept_at_the_opening_as_well(room, panel, qtbot):
    say(room, "att Kay Baines left 10:40")
    rows = panel.workspace.read.attendance(panel.meeting)
    assert [f"{one.left:%H:%M}" for one in rows if one.name == "Kay Baines"] == ["10:40"]
    assert codes_of(panel)["Kay Baines"] == "P"


def test_who_has_left_is_shown_as_left_and_in_the_round_another_of_the_agency(room, panel, qtbot):
    say(room, "att Kay Baines left 10:40")
    entries = room.room.opening.attendance.list.lines.lines
    assert next(one.tag for one in entries if one.words == "Kay Baines") == "Left"
    health = panel.agencies["Health"]
    (shown,) = [one for one in panel.workspace.read.item(panel.items["V1"]).rounds
                if one.agency_id == health]  # fmt: skip
    assert shown.representative == "Kay Baines, left 10:40"
    other = panel.workspace.panel.add_member("Jo Merrick", health, "Nurse")
    panel.workspace.conduct.attend(panel.meeting, other, "P")
    rounds = panel.workspace.read.item(panel.items["V1"]).rounds
    assert [one.representative for one in rounds if one.agency_id == health] == ["Jo Merrick"]
