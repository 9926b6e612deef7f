"""Who has been heard on an item, who has not, and the way to the next."""

from PySide6.QtCore import Qt

from models.marks import Turn
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn


def heard(room):
    return room.room.item.agencies.heard


def head_of(room, panel, agency):
    entry = room.room.item.agencies.list.entry(("agency", panel.agencies[agency]))
    return entry.right


def test_a_return_that_is_in_does_not_pass_for_an_agency_that_spoke(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    assert head_of(room, panel, "Police") == "return in · not yet heard"
    panel.workspace.conduct.turn(panel.items["V1"], panel.agencies["Police"], Turn.NOTHING)
    qtbot.waitUntil(lambda: head_of(room, panel, "Police") == "✓ nothing new")


def test_a_line_said_counts_as_heard(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.say(panel.items["V1"], panel.agencies["Health"], "Missed a clinic.")
    qtbot.waitUntil(lambda: head_of(room, panel, "Health") == "✓ said")


def test_the_line_on_top_counts_who_was_heard_and_names_who_was_not(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    names = "Children's social care, Police, Health and Education"
    assert heard(room).accessibleName() == f"Heard 0 of 4 · not yet: {names}"
    panel.workspace.conduct.turn(panel.items["V1"], panel.agencies["Health"], Turn.SAID)
    qtbot.waitUntil(lambda: "Heard 1 of 4" in heard(room).text())
    assert "Health" not in heard(room).text()


def test_h_goes_from_agency_to_agency_that_has_not_spoken(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.turn(panel.items["V1"], panel.agencies["Police"], Turn.NOTHING)
    qtbot.waitUntil(lambda: "Heard 1" in heard(room).text())
    rounds = room.room.item.agencies.list
    rounds.setFocus()
    stood = [rounds.current_key()]
    for _ in range(3):
        press(rounds, Qt.Key.Key_H, qtbot)
        stood.append(rounds.current_key())
    wanted = ["Children's social care", "Health", "Education", "Children's social care"]
    assert stood == [("agency", panel.agencies[one]) for one in wanted]


def test_once_all_are_heard_it_says_so_and_h_stays(room, panel, window, qtbot):
    turn(room, panel, "V1", qtbot)
    for agency in panel.agencies.values():
        panel.workspace.conduct.turn(panel.items["V1"], agency, Turn.NOTHING)
    qtbot.waitUntil(lambda: heard(room).text() == "Every agency has been heard.")
    rounds = room.room.item.agencies.list
    rounds.setFocus()
    before = rounds.current_key()
    press(rounds, Qt.Key.Key_H, qtbot)
    assert rounds.current_key() == before


def test_where_the_line_is_narrow_the_rest_is_counted_and_never_cut(room, panel, qtbot):
    for number in range(8):
        panel.workspace.panel.add_agency(f"A voluntary organisation {number}", core=True)
    turn(room, panel, "V1", qtbot)
    line = heard(room)
    assert "Heard 0 of 12" in line.text() and line.text().endswith(" more")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()


def test_an_agency_s_turn_is_typed_in_the_capture_bar(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "n police nothing new", qtbot)
    assert "Turn: nothing new" in room.room.capture.chips.words()
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    turns = {one.agency: one.turn for one in panel.item("V1").rounds}
    assert turns["Police"] == "nothing new"
    assert not any(line.origin == "room" for line in panel.item("V1").lines)
    panel.workspace.store.undo()
    assert {one.agency: one.turn for one in panel.item("V1").rounds}["Police"] is None
