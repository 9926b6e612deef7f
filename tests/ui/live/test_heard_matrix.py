"""Agencies by items, laid over the room by one key: references and signs, and words for each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.marks import Turn
from tests.ui.live.test_turning import press, turn
from ui import look

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def open_it(room, qtbot):
    room.capture()
    press(room.room.capture.line, KEY.Key_M, qtbot, CTRL)
    return room.room.heard


def test_ctrl_m_shows_who_was_heard_and_says_the_cell_in_words(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.turn(panel.items["V1"], panel.agencies["Police"], Turn.NOTHING)
    heard = open_it(room, qtbot)
    assert room.room.centre.currentWidget() is heard and heard.table.hasFocus()
    press(heard.table, KEY.Key_Down, qtbot)
    assert heard.table.currentIndex().data() == "N"
    assert heard.spoken.text() == "Police on V1: nothing new"
    here = heard.table.currentIndex()
    assert here.data(Qt.ItemDataRole.AccessibleTextRole) == "Police on V1: nothing new"


def test_it_names_nobody(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    heard = open_it(room, qtbot)
    heads = [heard.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["V1", "V2", "O1"]


def test_enter_turns_to_the_item_and_escape_goes_back(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    heard = open_it(room, qtbot)
    press(heard.table, KEY.Key_Right, qtbot)
    press(heard.table, KEY.Key_Return, qtbot)
    assert room.state.item_id == panel.items["V2"]
    assert room.room.centre.currentWidget() is room.room.item
    heard = open_it(room, qtbot)
    press(heard.table, KEY.Key_Escape, qtbot)
    assert room.room.centre.currentWidget() is room.room.item
    assert room.state.item_id == panel.items["V2"]


def test_it_follows_what_is_kept_while_it_is_open(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    heard = open_it(room, qtbot)
    panel.workspace.conduct.turn(panel.items["V1"], panel.agencies["Police"], Turn.MORE)
    first = heard.model.index(1, 0)
    qtbot.waitUntil(lambda: heard.model.sentence(first).endswith("asked for more"))


def test_twelve_agencies_and_twenty_five_items_fit_by_scrolling(window, room, panel, qtbot):
    for number in range(8):
        panel.workspace.panel.add_agency(f"A long name of an organisation {number}", core=True)
    for number in range(22):
        child = panel.workspace.register.add_child(f"Child Number{number}")
        panel.workspace.agenda.add(panel.meeting, child)
    room.state.refresh()
    heard = open_it(room, qtbot)
    QApplication.processEvents()
    assert (heard.model.rowCount(), heard.model.columnCount()) == (12, 25)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    press(heard.table, KEY.Key_End, qtbot)
    here = heard.table.visualRect(heard.table.currentIndex())
    assert heard.table.viewport().rect().contains(here)


def test_a_long_name_is_cut_short_by_the_letters_that_it_is_written_in(room, panel, qtbot):
    long = "Westmorland and Furness Council Children's Services Exploitation Team"
    turn(room, panel, "V1", qtbot)
    table = open_it(room, qtbot).table
    written = look.current().metrics(14, 600).horizontalAdvance(long)
    for head in (table.horizontalHeader(), table.verticalHeader()):
        assert head.fontMetrics().horizontalAdvance(long) == written
