"""The chair approves an item at the read-back by one key; nobody else does."""

from PySide6.QtCore import Qt

from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.live.test_turning import press


def on_the_action(room, panel):
    action = panel.workspace.conduct.record_action(panel.items["V2"], "Visit the school")
    room.state.refresh()
    room.read_back()
    room.room.read_back.list.go_to(("action", action))


def test_the_chair_approves_the_item_of_the_action_that_was_read(room, panel, qtbot):
    on_the_action(room, panel)
    chair = Workspace(panel.workspace.store, Person(None, "Ada Chair", Role.CHAIR))
    room.room.read_back.desk.workspace = chair
    press(room.room.read_back.list, Qt.Key.Key_V, qtbot)
    assert panel.items["V2"] in chair.read.approved_items(panel.meeting)
    room.room.read_back.desk.workspace = panel.workspace


def test_nobody_but_the_chair_approves_by_it(room, panel, qtbot):
    on_the_action(room, panel)
    press(room.room.read_back.list, Qt.Key.Key_V, qtbot)
    assert panel.workspace.read.approved_items(panel.meeting) == frozenset()
