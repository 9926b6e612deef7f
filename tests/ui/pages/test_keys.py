"""F1 lists every key: the commands, and the letters of the lists."""

from models.rules.capture.openings import opening
from ui.live.keys import COMMANDS
from ui.live.letters import BAR, LISTS, letters
from ui.pages.keys import KeysPage
from ui.widgets.labels import Words


def words(page):
    return {one.text() for one in page.findChildren(Words)}


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
