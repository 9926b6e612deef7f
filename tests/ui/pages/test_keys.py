"""F1 lists every key: the commands, and the letters of the lists."""

from ui.live.keys import COMMANDS
from ui.live.letters import LISTS, letters
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
    assert {one[0] for one in found} == {f"Meeting, in the list “{where}”" for where, _ in LISTS}
    assert all(keys and said for _, keys, said in found)
