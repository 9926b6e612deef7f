"""While a meeting runs the whole window may be looked at: no page names anybody until asked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from macedesk.pages import NAVIGATION, entries
from models.entities import MeetingEvent
from models.marks import Role, Sharing
from tests.ui.live.test_turning import press
from tests.ui.pages.held import Planned
from tests.ui.seen import seen
from ui.window import MainWindow

NAMES = ("Ashdown", "Byrne", "Pike", "Zephaniah", "Robin", "Ivy", "Darren")
PAGES = [page_id for page_id, *_ in NAVIGATION]


@pytest.fixture
def panel(qapp, dressed):
    made = Planned()
    child = made.workspace.register.add_child("Zephaniah Ashdown", birth_date=date(2010, 1, 1))
    made.workspace.referrals.add(child, reason="Seen with Ivy Byrne", received_on=date(2026, 11, 9))
    conduct = made.workspace.conduct
    conduct.start(made.meeting)
    for member in (made.detective, made.nurse):
        conduct.attend(made.meeting, member, "P")
    conduct.open_item(made.boy_item)
    conduct.record_action(made.boy_item, "Visit Robin Ashdown with Ivy Byrne")
    conduct.recommend(made.boy_item, "Keep Robin from Darren Pike", to_plan="CP plan")
    conduct.disrupt(made.boy_item, "Child Abduction Warning Notice", against_id=made.man)
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def window(panel, qtbot):
    made = MainWindow(panel.workspace, entries())
    made.desk.dialogues = panel.dialogues
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


def named(widget):
    said = seen(widget)
    return [name for name in NAMES if name in said]


def test_no_page_names_anybody_while_the_meeting_runs(window):
    found = {}
    for page_id in PAGES:
        window.go(page_id)
        found[page_id] = named(window)
    assert found == {page_id: [] for page_id in PAGES}


def test_f4_shows_a_page_and_leaving_covers_it_again(window, panel, qtbot):
    shown = []
    for page_id in ("children", "people", "referrals", "actions", "agenda", "today"):
        window.go(page_id)
        assert window.shelf.covered
        press(window, Qt.Key.Key_F4, qtbot)
        assert not window.shelf.covered
        # The agenda goes by initials while a meeting runs, as does Today always.
        assert named(window) != [] or page_id in ("agenda", "today")
        shown.append(window.page.title)
        window.go("settings")
        window.go(page_id)
        assert window.shelf.covered and named(window) == []
    with panel.workspace.store.reading() as session:
        noted = session.scalars(select(MeetingEvent.text).where(MeetingEvent.kind == "revealed"))
        assert noted.all() == shown


def test_showing_a_page_is_no_step_that_undo_takes_back(window, panel, qtbot):
    before = panel.workspace.store.undo_label
    window.go("children")
    press(window, Qt.Key.Key_F4, qtbot)
    assert panel.workspace.store.undo_label == before


def test_locking_or_blanking_covers_a_page_that_was_shown(window, qtbot):
    window.go("children")
    press(window, Qt.Key.Key_F4, qtbot)
    window.toggle_blank()
    window.toggle_blank()
    assert window.shelf.covered and named(window) == []


def test_what_a_shown_page_said_goes_with_it(window, qtbot):
    window.go("children")
    press(window, Qt.Key.Key_F4, qtbot)
    window.desk.notice.say("Robin Ashdown is written to a file.")
    window.go("settings")
    assert named(window) == []


def test_f4_covers_a_page_that_was_shown(window, qtbot):
    window.go("children")
    press(window, Qt.Key.Key_F4, qtbot)
    press(window, Qt.Key.Key_F4, qtbot)
    assert window.shelf.covered and named(window) == []


def test_a_record_gone_to_lies_under_the_cover_and_is_there_when_it_is_shown(window, panel, qtbot):
    window.go("children", panel.boy)
    assert named(window) == []
    press(window, Qt.Key.Key_F4, qtbot)
    assert "Robin Ashdown" in seen(window)


def test_the_commands_of_a_covered_page_are_not_offered(window):
    window.go("children")
    window.open_go_or_do()
    found = [one.words for one in window._commands_found("add a child")]
    assert found == []


def test_a_meeting_that_starts_covers_the_page_in_sight_and_its_end_uncovers(window, panel, qtbot):
    panel.workspace.conduct.close(panel.meeting)
    window.go("children")
    assert not window.shelf.covered and "Ashdown" in seen(window)
    panel.workspace.store.undo()
    qtbot.waitUntil(lambda: window.shelf.covered)
    assert named(window) == []
    panel.workspace.store.redo()
    qtbot.waitUntil(lambda: not window.shelf.covered)
    assert "Ashdown" in seen(window)


def test_who_may_not_see_what_the_room_may_not_is_refused(window, panel, qtbot):
    panel.now_as(Role.MEMBER, "Meg Member")
    window.desk.workspace = panel.workspace
    window.go("children")
    press(window, Qt.Key.Key_F4, qtbot)
    assert window.shelf.covered and named(window) == []
    said = seen(window)
    assert "the minute taker can show it" in said and "F4" not in said


def test_what_everyone_present_may_see_is_listed_with_initials(window):
    for page_id, said in (
        ("actions", "Visit R.A. with I.B."),
        ("care_plans", "Keep R.A. from D.P."),
        ("disruption", "Child Abduction Warning Notice"),
    ):
        window.go(page_id)
        assert said in seen(window)


def test_an_owner_is_not_masked_for_a_first_name_and_is_for_a_whole_one(window, panel):
    conduct = panel.workspace.conduct
    conduct.record_action(panel.boy_item, "Ring back", owner="Robin Khan")
    conduct.record_action(panel.boy_item, "Come along", owner="Robin Ashdown's father")
    window.go("actions")
    said = seen(window)
    assert "Robin Khan" in said and "R.A.'s father" in said and "Ashdown" not in said


def test_a_line_that_one_of_those_present_may_not_read_is_not_on_the_cover(window, panel, qtbot):
    window.go("actions")
    panel.workspace.conduct.record_action(
        panel.boy_item, "Ask the source again", sharing=Sharing.CHAIR_ONLY
    )
    assert "Ask the source" not in seen(window)
    press(window, Qt.Key.Key_F4, qtbot)
    assert "Ask the source" in seen(window)
