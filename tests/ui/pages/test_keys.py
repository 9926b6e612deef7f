"""F1 lists every key: the commands, and the letters of the lists."""

import pytest
from PySide6.QtCore import Qt

from models.rules.capture.openings import opening
from ui.commands import WINDOW_COMMANDS
from ui.live.keys import COMMANDS
from ui.live.letters import BAR, LISTS, letters
from ui.pages.keys import KeysPage
from ui.widgets.labels import Words


def words(page):
    return {one.text() for one in page.cards.findChildren(Words) if one.isVisible()}


def listed(page):
    """The places in the order in which their cards stand."""
    return [one.accessibleName() for one in page.cards.cards]


@pytest.fixture
def page(panel, qtbot):
    found = panel.show(KeysPage(panel.desk), qtbot)
    found.show_commands((*WINDOW_COMMANDS, *COMMANDS), letters(), back="meeting", place="Meeting")
    return found


def test_the_letters_of_the_lists_stand_beside_the_commands(panel, qtbot):
    page = panel.show(KeysPage(panel.desk), qtbot)
    page.show_commands(COMMANDS, letters())
    assert {"First at the next meeting", "Takes back", "In progress", "Next item"} <= words(page)


def test_each_letter_stands_once_in_its_list_and_says_what_it_does():
    found = letters()
    assert len(set(found)) == len(found)
    lists = {f"Meeting, in the list “{where}”" for where, _ in LISTS}
    assert {one[0] for one in found} == {BAR, *lists}
    assert all(keys and said for _, keys, said in found)


def test_the_words_of_the_capture_bar_stand_there_and_are_read_as_they_say():
    said = " ".join(keys for where, keys, _ in letters() if where == BAR)
    words = {"urg", "tim", "att", "declare", "lin", "dec", "rev", "ris"}
    assert words <= set(said.replace(",", "").split())
    assert all(opening(f"{word} something")[0] is not None for word in words)
    assert all(one in said for one in ("voice:", "for the file:", "chair only"))


def test_the_words_of_the_bar_and_the_keys_of_the_meeting_stand_before_those_of_all_pages(page):
    places = listed(page)
    assert places[0] == BAR
    assert places.index("Meeting") < places.index("Everywhere")


def test_every_line_says_how_it_is_done(page):
    assert "" not in words(page)
    assert {"urg", "a, r, d, n, u", "Space", "Ctrl+Down"} <= words(page)


def test_what_is_typed_finds_the_keys_that_do_it(page, qtbot):
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "risk after")
    assert listed(page) == [BAR]
    assert {"dec, rev, ris", "Decision, review day, risk after discussion"} <= words(page)
    qtbot.keyClicks(page.filter, " zebra")
    assert listed(page) == ["No key does this, Ctrl+K finds all that can be done."]
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert len(listed(page)) > 5


def test_a_list_longer_than_the_window_is_gone_through_by_keys(page, qtbot):
    page.resize(700, 400)
    bar = page.cards.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(page.filter, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_wide_window_has_more_columns(page, qtbot):
    tall = page.cards.widget().sizeHint().height()
    page.resize(1900, 900)
    qtbot.waitUntil(lambda: page.cards.widget().sizeHint().height() < tall)
