"""The frame: going places, undo, lock and blank, and what is said."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from models.clock import SetClock
from models.errors import Refusal, Trouble
from tests.ui.gallery import entries, sample_workspace
from ui.commands import WINDOW_COMMANDS, clashes, page_commands
from ui.go import Target
from ui.pages.page import Page, PageEntry
from ui.tasks import TasksAtOnce
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class PlainPage(Page):
    """A page with one field that counts what it is told."""

    title = "Today"

    def __init__(self, desk):
        super().__init__(desk)
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.reloaded, self.heard, self.record, self.stays = 0, [], None, False

    def reload(self):
        self.reloaded += 1

    def on_changed(self, changes):
        self.heard.append(changes)

    def show_record(self, key):
        self.record = key

    def may_leave(self):
        return not self.stays


class TakingAll(QLineEdit):
    """A field that takes every key for typing, as some desktops have Ctrl+E end a line."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class WidePage(PlainPage):
    """A page that wants the whole width, as the live room does."""

    title = "Meeting"
    whole_width = True

    def idle_minutes(self, usual):
        return 30


@pytest.fixture
def workspace():
    return sample_workspace()


@pytest.fixture
def window(workspace, qtbot, qapp, dressed):
    pages = [
        PageEntry("today", "Today", PlainPage),
        PageEntry("children", "Children", PlainPage),
        PageEntry("meeting", "Meeting", WidePage),
    ]
    made = MainWindow(workspace, pages, tasks=TasksAtOnce())
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def test_the_title_names_nobody(window):
    assert window.windowTitle() == "MaceDesk"


def test_the_marking_and_the_panel_stand_on_top(window):
    words = [label.text() for label in window.strip.findChildren(QWidget) if hasattr(label, "text")]
    assert "OFFICIAL-SENSITIVE" in words
    assert "Northmoor MACE · Thursday 12 November 2026 · 10:42" in words


def test_a_page_is_built_when_it_is_first_shown(window):
    assert len(window.shelf.findChildren(PlainPage)) == 1
    window.go("children", 51)
    assert window.page.record == 51
    assert window.page.reloaded == 1
    assert len(window.shelf.findChildren(PlainPage)) == 2


def test_a_hidden_page_reads_again_only_when_it_is_shown(window, workspace):
    today = window.page
    window.go("children")
    changes = SimpleNamespace(touches=lambda table: False)
    workspace.store.announce(changes)
    assert window.page.heard == [changes]
    assert (today.heard, today.reloaded) == ([], 1)
    window.go("today")
    assert today.reloaded == 2


def test_a_window_left_open_over_night_reads_again_what_is_late(window, workspace, qtbot):
    today, clock = window.page, SetClock(workspace.store.clock.now())
    workspace.store.clock = clock
    window.go("children")
    window.ticking.timeout.emit()
    assert (window.page.reloaded, today.reloaded) == (1, 1)
    window.lock()
    clock.move(timedelta(days=1))
    window.ticking.timeout.emit()
    assert window.page.reloaded == 1
    lock = window.covers.lock_page
    qtbot.keyClicks(lock.line, "open")
    qtbot.keyClick(lock.line, Qt.Key.Key_Return)
    window.ticking.timeout.emit()
    window.ticking.timeout.emit()
    assert (window.page.reloaded, today.reloaded) == (2, 1)
    window.go("today")
    assert today.reloaded == 2


def test_a_page_with_words_not_kept_may_stay(window):
    window.page.stays = True
    window.go("children")
    assert window.shelf.current_id == "today"
    assert window.navigation.list.current_key() == "today"
    window.page.stays = False


def test_a_click_on_another_page_leaves_the_mark_where_the_page_stays(window, qtbot):
    window.page.stays = True
    pages = window.navigation.list
    place = pages.visualRect(pages.lines.index(pages.lines.row_of("children"))).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (marked,) = pages.selectionModel().selectedIndexes()
    assert marked.row() == pages.currentIndex().row() == pages.lines.row_of("today")
    window.page.stays = False


def test_control_and_a_figure_goes_to_a_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.shelf.current_id == "children"


def test_the_live_room_takes_the_navigation_s_room_and_leaves_a_way_back(window):
    window.go("meeting")
    assert not window.navigation.isVisible()
    assert window.status.pages.isVisible()
    window.go("today")
    assert window.navigation.isVisible()


def test_go_or_do_finds_pages_commands_and_records(window, qtbot):
    gone = []
    window.add_source(lambda text: [Target("A.R.", lambda: gone.append(text), "child")])
    window.open_go_or_do()
    qtbot.keyClicks(window.go_or_do.line, "go chil")
    qtbot.keyClick(window.go_or_do.line, Qt.Key.Key_Return)
    assert window.shelf.current_id == "children"
    window.open_go_or_do()
    qtbot.keyClicks(window.go_or_do.line, "zz")
    qtbot.keyClick(window.go_or_do.line, Qt.Key.Key_Return)
    assert gone == ["zz"]
    assert not window.go_or_do.isVisible()


def words_found(window, typed):
    window.open_go_or_do()
    window.go_or_do.line.setText(typed)
    found = [line.words for line in window.go_or_do.found.lines.lines]
    window.go_or_do.leave()
    return found


def test_a_page_by_its_name_stands_first_then_records_then_what_can_be_done(window):
    window.workspace.store.undo_label = "Undo “Build the children's list”"
    window._tick()
    window.add_source(lambda text: [Target("Chill Street", print, "place")])
    for typed in ("children", "Chil", "go chil", "go to children"):
        assert words_found(window, typed)[:2] == ["Go to Children", "Chill Street"]
    assert words_found(window, "children")[-1].startswith("Undo")


def test_a_step_back_is_the_first_hit_only_where_its_own_word_is_typed(window):
    window.workspace.store.undo_label = "Undo “Leave it to lock”"
    window._tick()
    assert words_found(window, "lock") == ["Lock now", "Undo “Leave it to lock”"]
    assert words_found(window, "")[-2:] == ["Undo “Leave it to lock”", "Redo"]
    assert words_found(window, "undo")[0] == "Undo “Leave it to lock”"
    assert words_found(window, "redo")[0] == "Redo"


def test_escape_leaves_go_or_do_and_gives_the_focus_back(window, qtbot):
    window.page.line.setFocus()
    window.open_go_or_do()
    qtbot.keyClick(window.go_or_do.line, Qt.Key.Key_Escape)
    assert not window.go_or_do.isVisible()
    assert window.focusWidget() is window.page.line


def test_undo_names_its_step_and_says_what_it_took_back(window, workspace):
    assert window.status.undo.text() == "Undo “Record action”"
    window.undo()
    assert workspace.store.undone == 1
    assert window.status.message.text() == "Done: Undo “Record action”"
    window.undo()
    assert window.status.message.text() == "Nothing to take back."


def test_control_z_in_an_untouched_field_reaches_the_window(window, workspace, qtbot):
    window.page.line.setFocus()
    qtbot.keyClick(window.page.line, Qt.Key.Key_Z, CONTROL)
    assert workspace.store.undone == 1


def test_control_z_in_a_field_takes_back_typing_first(window, workspace, qtbot):
    window.page.line.setFocus()
    qtbot.keyClicks(window.page.line, "note")
    qtbot.keyClick(window.page.line, Qt.Key.Key_Z, CONTROL)
    assert workspace.store.undone == 0
    assert window.page.line.text() == ""


def test_a_field_leaves_the_keys_of_commands_to_the_window(window, qtbot):
    taking = TakingAll(window.page)
    taking.show()
    taking.setFocus()
    qtbot.keyClick(taking, Qt.Key.Key_2, CONTROL)
    assert window.shelf.current_id == "children"


def test_a_field_keeps_the_keys_that_no_command_wants_and_all_plain_ones(window, qtbot):
    taking = TakingAll(window.page)
    window.page.addAction(plain := QAction("Plain", window.page))
    plain.setShortcut(QKeySequence("N"))
    called = []
    plain.triggered.connect(lambda: called.append("n"))
    taking.show()
    taking.setFocus()
    qtbot.keyClick(taking, Qt.Key.Key_N)
    assert (taking.text(), called) == ("n", [])


def test_a_lock_hides_the_room_at_once_and_gives_back_the_half_typed_line(window, qtbot):
    window.page.line.setText("half typed")
    window.page.line.setFocus()
    states = []
    window.covered.connect(states.append)
    window.lock()
    assert not window.page.isVisible()
    assert not window.status.isVisible()
    assert not window.strip._where.isVisible()
    lock = window.covers.lock_page
    qtbot.keyClicks(lock.line, "wrong")
    qtbot.keyClick(lock.line, Qt.Key.Key_Return)
    assert "not the passphrase" in lock.error.text()
    assert not window.page.isVisible()
    qtbot.keyClicks(lock.line, "open")
    qtbot.keyClick(lock.line, Qt.Key.Key_Return)
    assert window.page.isVisible()
    assert window.page.line.text() == "half typed"
    assert window.focusWidget() is window.page.line
    assert states == ["lock", ""]


def test_a_locked_window_answers_no_command(window, workspace, qtbot):
    window.lock()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    window.toggle_blank()
    assert window.covers.state == "lock"
    assert workspace.store.undone == 0
    assert window.shelf.current_id == "today"


def test_a_lock_forgets_what_was_copied_here(window, qtbot):
    forgotten = []
    window.clipboard.forget = lambda: forgotten.append(True)
    window.lock()
    assert forgotten == [True]


def test_a_lock_has_nothing_that_was_read_kept_in_mind(window, workspace):
    locked = []
    workspace.lock = lambda: locked.append(True)
    window.toggle_blank()
    assert locked == []
    window.toggle_blank()
    window.lock()
    assert locked == [True]

    window.ticking.timeout.emit()  # work that was under way may have read since
    assert locked == [True, True]


def test_f8_blanks_and_shows_again(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.covers.state == "blank"
    assert not window.page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.page.isVisible()


def test_rest_locks_after_the_minutes_of_the_page(window):
    window.usual_idle_minutes = 2
    for _ in range(119):
        window.idle.second_passed()
    assert window.covers.state == ""
    window.idle.second_passed()
    assert window.covers.state == "lock"


def test_a_running_meeting_waits_longer_before_it_locks(window):
    window.go("meeting")
    for _ in range(29 * 60):
        window.idle.second_passed()
    assert window.covers.state == ""


def test_refusal_and_trouble_are_said_in_the_status_line(window):
    window.desk.notice.refuse(window.page, Refusal("Name one owner."))
    assert window.status.message.text() == "Name one owner."
    window.desk.notice.trouble(Trouble("The disk is full. Nothing is lost."))
    assert window.status.message.property("look") == "high"


def test_the_keys_are_listed(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    words = {label.text() for label in window.page.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Go to or do …", "Lock now", "Go to Children"} <= words


def test_escape_leaves_the_keys_for_the_page_before(window, qtbot):
    before = window.shelf.current_id
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.shelf.current_id == "keys"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.shelf.current_id == before


def test_no_two_commands_want_the_same_keys():
    pages = page_commands([(entry.id, entry.title) for entry in entries()])
    assert clashes((*WINDOW_COMMANDS, *pages)) == []


def test_text_grows_by_keys_and_the_settings_hear_of_it(window, qtbot):
    scales = []
    window.text_scale_chosen.connect(scales.append)
    window.larger_text()
    window.plain_text()
    assert scales == [1.25, 1.0]


def test_the_navigation_turns_narrow_where_the_text_is_large(window, qapp):
    assert not window.navigation.narrow
    window.set_text_scale(2.0)
    qapp.processEvents()
    assert window.navigation.narrow
