"""Measures and recommendations are read back with the actions, under whoever does them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.marks import Role, Sharing
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.live.test_turning import press, turn

V1 = "V1"


@pytest.fixture
def agreed(room, panel):
    """The read-back of a meeting with an action, two measures and three recommendations."""
    conduct, item = panel.workspace.conduct, panel.items[V1]
    police, pike = panel.agencies["Police"], panel.subjects["Darren Pike"]
    conduct.record_action(item, "Visit", owner_id=panel.members["Kay Baines"])
    due = date(2026, 11, 20)
    conduct.disrupt(item, "CP10", against_id=pike, lead_agency_id=police, due_on=due)
    conduct.recommend(item, "Weekly check-in", to_plan="CP", addressed_to="Kay Baines")
    conduct.recommend(item, "Trusted adult", to_plan="CIN", by_date=due)
    room.state.refresh()
    room.read_back()
    return room


def lines_of(room):
    return room.room.read_back.list.lines.lines


def test_each_stands_under_the_agency_that_does_it(agreed):
    kinds = [line.key[0] for line in lines_of(agreed) if isinstance(line.key, tuple)]
    assert kinds[:7] == [
        *("agency", "action", "recommendation"),
        *("agency", "measure"),
        *("agency", "recommendation"),
    ]
    heads = [line.words for line in lines_of(agreed) if line.key and line.key[0] == "agency"]
    assert heads == ["Health", "Police", "Whoever holds the plan"]
    said = " ".join(line.spoken for line in lines_of(agreed))
    assert "Actions agreed  1 · disruption 1 · recommendations 2" in said
    assert "V1, Weekly check-in, recommended to CP · Kay Baines, no date" in said
    assert "D.P." in said and "Darren" not in said


def test_the_panel_display_lists_the_same_and_stands_where_the_hand_does(agreed, qtbot):
    agreed.panel_display()
    shown, rows = agreed.display.shown.agreed, agreed.room.read_back.list
    rows.setFocus()
    rows.go_to(next(line.key for line in lines_of(agreed) if line.key[0] == "action"))
    press(rows, Qt.Key.Key_Down, qtbot)
    assert rows.current_key()[0] == "recommendation"
    assert shown.current_key() == rows.current_key()


def test_the_chair_approves_the_item_of_a_measure_by_the_same_key(agreed, panel, qtbot):
    rows, desk = agreed.room.read_back.list, agreed.room.read_back.desk
    rows.go_to(next(line.key for line in lines_of(agreed) if line.key[0] == "measure"))
    desk.workspace = Workspace(panel.workspace.store, Person(None, "Ada Chair", Role.CHAIR))
    press(rows, Qt.Key.Key_V, qtbot)
    assert panel.items[V1] in desk.workspace.read.approved_items(panel.meeting)
    desk.workspace = panel.workspace


def test_del_takes_back_what_was_agreed_and_undo_brings_it_again(agreed, window, panel, qtbot):
    rows = agreed.room.read_back.list
    assert "Del takes back" in agreed.room.read_back.hint.text()
    rows.setFocus()
    rows.go_to(next(line.key for line in lines_of(agreed) if line.key[0] == "measure"))
    press(rows, Qt.Key.Key_Delete, qtbot)
    assert panel.item(V1).measures == ()
    assert not any(line.key[0] == "measure" for line in lines_of(agreed) if line.key)
    window.undo()
    assert len(panel.item(V1).measures) == 1


def test_del_elsewhere_says_where_it_acts(agreed, panel, qtbot):
    rows, words = agreed.room.read_back.list, []
    agreed.desk.notice.said.connect(lambda text, _kind: words.append(text))
    rows.go_to(("agency", "Health"))
    press(rows, Qt.Key.Key_Delete, qtbot)
    assert "Stand on an action" in words[-1] and len(panel.item(V1).actions) == 1


def test_a_measure_that_not_everyone_may_hear_is_counted(agreed, panel, qtbot):
    panel.workspace.conduct.disrupt(
        panel.items[V1],
        "AS06",
        against_id=panel.subjects["Darren Pike"],
        sharing=Sharing.CHAIR_ONLY,
    )
    said = lambda: " ".join(line.spoken for line in lines_of(agreed))  # noqa: E731
    qtbot.waitUntil(lambda: "1 more disruption measure is not read aloud" in said())
    assert "spaces" not in said()
    press(agreed.room.read_back.list, Qt.Key.Key_F4, qtbot)
    assert "Not for everyone here  1" in said() and "spaces" in said()


def test_a_line_that_waits_unkept_at_an_item_is_named_by_its_reference(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.room.capture.line.setText("a Varley to ring the landlord")
    turn(room, panel, "V2", qtbot)
    room.read_back()
    said = [line.spoken for line in room.room.read_back.list.lines.lines]
    assert "Typed and not kept  1" in said
    assert any(one.startswith("V1") and "a line waits" in one for one in said)
    assert not any("landlord" in one for one in said)
