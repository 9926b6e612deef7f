"""Only what everyone present may see is shown, until one item is revealed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import select

from models.entities import MeetingEvent, ReadingLog
from tests.ui.live.test_turning import press, turn


def words_of(widget):
    """Everything that a widget shows or a screen reader would say."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    names = [one.accessibleName() for one in widget.findChildren(QWidget) if one.isVisible()]
    lists = [
        line.spoken
        for one in widget.findChildren(QWidget)
        if one.isVisible() and hasattr(one, "lines") and hasattr(one.lines, "lines")
        for line in one.lines.lines
    ]
    return " ".join((*labels, *names, *lists))


def test_the_item_is_shown_by_initials_and_reference(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    assert "A.R." in words_of(room)
    assert "Ravenscroft" not in words_of(room)


def test_a_line_for_the_chair_is_neither_shown_nor_counted(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    assert "partner report" not in words_of(room)
    assert "chair only" not in words_of(room)


def test_f4_reveals_this_item_and_the_reading_is_noted(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_F4, qtbot)
    shown = words_of(room)
    assert "Aidan Ravenscroft" in shown
    assert "Darren Pike in a partner report" in shown
    with panel.workspace.store.reading() as session:
        assert session.scalars(select(ReadingLog.revealed)).all() == [True]


def test_turning_away_hides_it_again(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.reveal()
    turn(room, panel, "V2", qtbot)
    turn(room, panel, "V1", qtbot)
    assert "Ravenscroft" not in words_of(room)
    assert "partner report" not in words_of(room)


def test_leaving_the_room_or_blanking_it_hides_it_again(room, window, panel, qtbot):
    for leave, back in (
        (lambda: window.go("today"), lambda: window.go("meeting")),
        (window.toggle_blank, window.toggle_blank),
    ):
        turn(room, panel, "V1", qtbot)
        room.reveal()
        leave()
        back()
        assert "Ravenscroft" not in words_of(room)


def test_the_record_of_the_meeting_keeps_each_reveal(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    for _ in range(2):
        room.reveal()
        assert room.state.revealed
        room.reveal()
    with panel.workspace.store.reading() as session:
        noted = select(MeetingEvent.item_id).where(MeetingEvent.kind == "revealed")
        assert session.scalars(noted).all() == [panel.items["V1"]] * 2
    who = [row.who for row in panel.workspace.read.log() if row.label == "Reveal an item"]
    assert who == ["Rita Choudhury"] * 2


def test_an_item_about_nobody_is_noted_too(room, panel, qtbot):
    item = panel.workspace.conduct.add_item(panel.meeting, title="Hotels by the ring road")
    room.state.refresh()
    room.turn_to(item)
    room.reveal()
    with panel.workspace.store.reading() as session:
        noted = select(MeetingEvent.item_id).where(MeetingEvent.kind == "revealed")
        assert session.scalars(noted).all() == [item]


def test_names_in_actions_are_initials(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.record_action(
        panel.items["V1"], "Find out where Darren Pike and Aidan are"
    )
    qtbot.waitUntil(lambda: "Find out where D.P. and A.R. are" in words_of(room))


def test_a_child_who_is_not_on_tonight_s_list_is_initials_as_well(room, panel, qtbot):
    panel.workspace.register.add_child("Zephaniah Fortescue")
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.record_action(
        panel.items["V1"], "Ask Zephania Fortescue's school about Aidan Ravenscroft"
    )
    qtbot.waitUntil(lambda: "Ask Z.F.'s school about A.R." in words_of(room))


def test_a_first_name_spelt_otherwise_does_not_stay_beside_the_initials(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.record_action(panel.items["V1"], "Visit Aiden Ravenscroff today")
    qtbot.waitUntil(lambda: "Visit A.R. today" in words_of(room))


def test_a_line_for_named_agencies_is_hidden_while_another_is_here(room, panel, qtbot):
    panel.returned(
        "Health",
        "Lola Yarrow",
        "Seen by the clinic.",
        sharing="named agencies",
        shared_with=(panel.agencies["Police"],),
    )
    turn(room, panel, "V2", qtbot)
    assert "clinic" not in words_of(room)


def test_the_panel_display_is_never_revealed(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.record_action(panel.items["V1"], "Visit Darren Pike")
    room.panel_display()
    room.reveal()
    display = room.display.shown
    assert "A.R." in words_of(display)
    assert "Visit D.P." in words_of(display)
    for secret in ("Ravenscroft", "Pike", "partner report", "hospital"):
        assert secret not in words_of(display)


def test_the_panel_display_follows_the_room(room, panel, qtbot):
    room.panel_display()
    assert "Welcome" in words_of(room.display.shown)
    turn(room, panel, "V2", qtbot)
    room.let_out()
    assert "L.Y." in words_of(room.display.shown)


def test_f8_blanks_both_windows_at_once(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    display = room.display.shown
    display.blank.click()
    assert window.covers.state == "blank"
    assert "A.R." not in words_of(display)
    window.toggle_blank()
    assert "A.R." in words_of(display)


def test_locking_covers_the_panel_display(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    window.lock()
    assert "A.R." not in words_of(room.display.shown)


def test_the_panel_display_closes_with_the_window(room, window, qtbot):
    room.panel_display()
    window.close()
    assert room.display.shown is None


def test_no_title_of_a_window_names_anyone(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    assert room.display.shown.windowTitle() == "MaceDesk: panel display"


def test_f9_opens_and_closes_the_display(room, qtbot):
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_F9, qtbot)
    assert room.display.shown is not None
    press(room.display.shown, Qt.Key.Key_F9, qtbot)
    assert room.display.shown is None
