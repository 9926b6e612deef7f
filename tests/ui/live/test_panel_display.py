"""The panel display opens beside the main window and leaves it the keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.live.test_room_safe import words_of
from tests.ui.live.test_turning import place_of, press, turn
from ui.live.display_place import place_beside
from ui.live.state import OPENING

NONE = Qt.KeyboardModifier.NoModifier
SCREEN = QRect(0, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("main", "place"),
    [
        (QRect(0, 0, 1200, 1040), QRect(1200, 0, 720, 720)),
        (QRect(800, 0, 1120, 1040), QRect(0, 0, 800, 720)),
        (QRect(1400, 100, 500, 400), QRect(120, 0, 1280, 720)),
    ],
)
def test_on_one_screen_it_stands_beside_the_main_window(main, place):
    assert place_beside(main, SCREEN) == place
    assert not place.intersects(main)


@pytest.mark.parametrize("main", [SCREEN, QRect(200, 100, 1440, 900)])
def test_where_there_is_no_room_beside_it_lies_in_the_corner_behind(main):
    assert place_beside(main, SCREEN) == QRect(640, 320, 1280, 720)


def test_it_is_no_larger_than_the_screen():
    whole = QRect(0, 24, 1024, 600)
    assert place_beside(whole, whole) == whole


def test_the_capture_bar_keeps_the_keys(room, window, qtbot):
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_F9, qtbot)
    assert room.display.shown.isVisible()
    assert window.isActiveWindow() and room.room.capture.line.hasFocus()


def test_it_belongs_to_no_window_that_it_would_stay_over(room):
    room.panel_display()
    assert room.display.shown.parent() is None
    assert room.display.shown.windowHandle().transientParent() is None


def test_where_it_is_behind_the_main_window_that_is_said(room, window, qtbot):
    window.showMaximized()
    room.panel_display()
    assert room.display.shown.behind
    assert "behind this window" in window.status.message.text()


def shown_words(room):
    return words_of(room.display.shown)


def test_the_welcome_tells_once_what_is_confidential(room, panel):
    room.panel_display()
    room.turn_to(OPENING)
    panel.workspace.panel.set_wording("opening_script", "Welcome. Say what is fact.")
    panel.workspace.panel.set_wording("confidentiality", "Ours.")
    room.display.shown.refill()
    told = shown_words(room)
    assert "Welcome. Say what is fact." in told
    assert told.count("Ours.") == 1 and "confidential" not in told


@pytest.fixture
def at_v1(room, panel, qtbot):
    """The room at V1 with the display open."""
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    return room


def test_looking_back_it_does_not_call_an_item_the_next(at_v1, panel, qtbot):
    panel.workspace.conduct.finish_item(panel.items["V2"])
    at_v1.state.refresh()
    at_v1.turn_to(panel.items["V2"])
    assert at_v1.display.shown.name.text() == "Back to V2"
    assert "“Back to V2”" in at_v1.room.item.head.waits.text()


def test_the_minutes_planned_stay_as_large_on_every_item(at_v1, panel, clock, qtbot):
    shown = at_v1.display.shown
    at_v1.let_out()
    size = shown.planned.font().pixelSize()
    for minutes in (11, 3):
        clock.move(timedelta(minutes=minutes))
        shown.tick()
        assert shown.planned.font().pixelSize() == size
    at_v1.turn_to(panel.items["V2"])
    at_v1.let_out()
    assert shown.planned.font().pixelSize() == size


def test_earlier_actions_have_their_numbers_and_of_whom_they_are_on_it(at_v1, panel):
    of = panel.subjects["Lola Yarrow"]
    panel.workspace.conduct.record_action(None, "Visit the school", subject_id=of)
    at_v1.state.refresh()
    at_v1.turn_to("actions")
    [entry] = at_v1.display.shown.agreed.lines.lines
    assert entry.tag == panel.workspace.read.actions()[0].reference
    assert entry.soft.startswith("L.Y.")


def test_between_items_it_says_what_is_next_and_waits(at_v1, panel, qtbot):
    assert "V1  A.R." in shown_words(at_v1)
    turn(at_v1, panel, "V2", qtbot)
    assert at_v1.display.shown.name.text() == "Next: V2"
    assert "L.Y." not in shown_words(at_v1) and "Not judged" not in shown_words(at_v1)
    assert not at_v1.display.shown.time.isVisible()
    assert "F10 shows it" in words_of(at_v1.room.item.head)


def test_one_key_shows_it_and_the_hand_stays_in_the_sentence(at_v1, panel, qtbot):
    turn(at_v1, panel, "V2", qtbot)
    at_v1.capture()
    before = at_v1.room.item.geometry(), at_v1.room.item.head.height()
    press(at_v1.room.capture.line, Qt.Key.Key_F10, qtbot)
    assert "V2  L.Y." in shown_words(at_v1)
    assert at_v1.room.capture.line.hasFocus()
    QApplication.processEvents()
    assert (at_v1.room.item.geometry(), at_v1.room.item.head.height()) == before


def test_what_was_shown_waits_again_when_the_room_comes_back(at_v1, panel, qtbot):
    turn(at_v1, panel, "V2", qtbot)
    at_v1.turn_to(panel.items["V1"])
    assert at_v1.display.shown.name.text() == "Next: V1"


def test_news_while_it_waits_shows_nothing(at_v1, panel, qtbot):
    turn(at_v1, panel, "V2", qtbot)
    panel.workspace.conduct.record_action(panel.items["V2"], "Visit the school")
    at_v1.state.refresh()
    at_v1.display.tick()
    assert "Visit" not in shown_words(at_v1)
    at_v1.let_out()
    assert "Visit the school" in shown_words(at_v1)


def test_whoever_is_counted_out_is_named_to_the_chair_beside_it(at_v1, panel, qtbot):
    kay = panel.members["Kay Baines"]
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V2"])
    at_v1.state.refresh()
    turn(at_v1, panel, "V2", qtbot)
    words = words_of(at_v1.room.item.head)
    assert "Kay Baines leaves for this item" in words and "waits" in words
    assert "Kay" not in shown_words(at_v1)


def test_a_machine_may_do_without_the_pause(at_v1, panel, qtbot):
    at_v1.desk.machine.change(pause_display=False)
    turn(at_v1, panel, "V2", qtbot)
    assert "V2  L.Y." in shown_words(at_v1)


def test_it_shows_what_is_agreed_and_the_order_by_reference(at_v1, panel, qtbot):
    words = shown_words(at_v1)
    assert "Advice on placement" not in words and "NRM" not in words
    assert at_v1.display.shown.order.text().split() == ["▶", "V1", "V2", "O1"]


def test_a_preview_shows_in_the_room_what_the_display_shows(at_v1, panel, window, qtbot):
    at_v1.capture()
    before = place_of(at_v1, at_v1.room.centre), place_of(at_v1, at_v1.room.capture)
    press(at_v1.room.capture.line, Qt.Key.Key_F9, qtbot, Qt.KeyboardModifier.ShiftModifier)
    preview = at_v1.display.preview
    assert preview.isVisible() and not preview.picture.pixmap().isNull()
    assert "V1  A.R." in preview.accessibleName()
    turn(at_v1, panel, "V2", qtbot)
    assert "Next: V2" in preview.accessibleName()
    now = place_of(at_v1, at_v1.room.centre), place_of(at_v1, at_v1.room.capture)
    assert now == before
    press(at_v1.room.capture.line, Qt.Key.Key_F9, qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert not preview.isVisible()


def test_without_a_display_the_keys_say_so(room, window, qtbot):
    room.capture()
    for key, held in ((Qt.Key.Key_F10, NONE), (Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)):
        press(room.room.capture.line, key, qtbot, held)
        assert "F9 opens it" in window.status.message.text()


def test_what_was_agreed_just_now_is_in_sight_also_below_an_immediate_risk(at_v1, panel, qtbot):
    shown, conduct, item = at_v1.display.shown, panel.workspace.conduct, panel.items["V1"]
    at_v1.let_out()
    at_v1.capture()
    at_v1.room.capture.line.setText("urg not seen since 18:00")
    at_v1.room.capture.keep()
    for number in range(12):
        conduct.record_action(item, f"Visit the school, part {number}")
        at_v1.state.refresh()
    bar = shown.agreed.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())


def test_where_a_list_is_too_long_the_heading_of_what_stands_first_stays_in_sight(
    at_v1, panel, qtbot
):
    shown, conduct, item = at_v1.display.shown, panel.workspace.conduct, panel.items["V1"]
    at_v1.let_out()
    assert shown.under.isHidden()
    conduct.judge_risk(item, "High")
    for number in range(12):
        conduct.record_action(item, f"Visit the school, part {number}")
    at_v1.state.refresh()
    qtbot.waitUntil(lambda: shown.under.isVisible() and shown.under.text() == "Actions  12")
    bar = shown.agreed.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(shown.agreed.visualRect(shown.agreed.lines.index(1)).top() + bar.value())
    assert shown.under.text() == "Risk after discussion"
    bar.setValue(0)
    assert shown.under.text() == ""
    bar.setValue(1)
    assert shown.under.text() == "Risk after discussion"


def test_on_a_larger_screen_its_letters_grow_with_it(at_v1, panel, qtbot):
    display = at_v1.display.shown
    display.resize(1280, 720)
    small = display.name.font().pixelSize(), display.agreed.painter.size
    display.resize(1920, 1080)
    large = display.name.font().pixelSize(), display.agreed.painter.size
    assert small[1] == 22 and large[1] == 31
    assert large[0] > small[0] * 1.35
