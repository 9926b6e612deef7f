"""Ctrl+K in mid-sentence: who is meant and why, linked or added without leaving the item."""

import pytest
from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_turning import CTRL, place_of, press, turn

SENTENCE = "action Kay Baines to visit by Friday"


@pytest.fixture
def at_v1(room, panel, qtbot):
    """The room at V1 with a sentence half typed, the cursor within it."""
    turn(room, panel, "V1", qtbot)
    room.capture()
    line = room.room.capture.line
    line.setText(SENTENCE)
    line.setCursorPosition(7)
    return room


def look_up(room, words, qtbot):
    """Press Ctrl+K where the hand is and type."""
    press(room.window().focusWidget(), Qt.Key.Key_K, qtbot, CTRL)
    qtbot.keyClicks(room.window().focusWidget(), words)
    return shown(room)


def shown(room):
    return [line.spoken for line in room.room.look_up.bar.found.lines.lines]


def answer(room, qtbot, *texts):
    """Type each answer and press Enter."""
    for text in texts:
        qtbot.keyClicks(room.window().focusWidget(), text)
        press(room.window().focusWidget(), Qt.Key.Key_Return, qtbot)


def test_the_sentence_is_untouched_and_the_hand_comes_back_into_it_at_its_place(at_v1, qtbot):
    look_up(at_v1, "pike", qtbot)
    press(at_v1.window().focusWidget(), Qt.Key.Key_Escape, qtbot)
    line = at_v1.room.capture.line
    assert line.hasFocus() and line.text() == SENTENCE
    assert (line.cursorPosition(), line.selectedText()) == (7, "")
    qtbot.keyClicks(line, "DS ")
    assert line.text() == "action DS Kay Baines to visit by Friday"


def test_a_hit_says_by_reference_and_initials_who_it_is_and_why(at_v1, panel, qtbot):
    register, people = panel.workspace.register, panel.subjects
    register.add_alias(people["Darren Pike"], "Big Daz", "street name")
    register.link(people["Darren Pike"], "exploits", people["Lola Yarrow"])
    (line,) = look_up(at_v1, "big daz", qtbot)
    assert line == "O1  D.P. nickname · also today in V2"


@pytest.mark.parametrize("number", ["A01", "a001", "R 12"])
def test_the_number_of_an_action_or_a_part_of_it_is_nobodys_name(at_v1, number, qtbot):
    assert not [line for line in look_up(at_v1, number, qtbot) if "Add" in line]


def test_enter_shows_the_card_in_the_room_and_escape_goes_back(at_v1, panel, qtbot):
    panel.workspace.register.link(
        panel.subjects["Darren Pike"], "exploits", panel.subjects["Aidan Ravenscroft"]
    )
    look_up(at_v1, "pike", qtbot)
    press(at_v1.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    card = at_v1.room.look_up.card
    assert card.hasFocus() and card.name.text() == "O1  D.P."
    assert "A.R. is exploited by D.P." in card.told.text()
    assert "No decision before today" in card.told.text()
    press(card, Qt.Key.Key_Escape, qtbot)
    assert at_v1.room.capture.line.hasFocus() and at_v1.room.look_up.isHidden()


def test_l_links_to_the_items_subject_with_the_meeting_as_source(at_v1, panel, qtbot):
    look_up(at_v1, "skatepark", qtbot)
    press(at_v1.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    press(at_v1.room.look_up.card, Qt.Key.Key_L, qtbot)
    assert shown(at_v1)[0] == "A.R. frequents Skatepark"
    answer(at_v1, qtbot, "")
    (link,) = panel.workspace.read.links_of(panel.subjects["Aidan Ravenscroft"])
    assert (link.relation, link.other_label) == ("frequents", "Skatepark")
    assert link.source == "Named at the meeting"
    assert at_v1.room.capture.line.hasFocus() and at_v1.room.capture.line.text() == SENTENCE


def test_ways_that_blame_nobody_come_first_and_say_who_does_it(at_v1, qtbot):
    look_up(at_v1, "pike", qtbot)
    press(at_v1.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    press(at_v1.room.look_up.card, Qt.Key.Key_L, qtbot)
    ways = shown(at_v1)
    assert ways[0] == "A.R. associates with D.P."
    assert ways.index("D.P. exploits A.R.") > ways.index("A.R. is family of D.P.")


def test_t_turns_to_the_item_and_the_sentence_waits_with_its_own(at_v1, panel, qtbot):
    look_up(at_v1, "v2", qtbot)
    press(at_v1.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    press(at_v1.room.look_up.card, Qt.Key.Key_T, qtbot)
    assert at_v1.state.item_id == panel.items["V2"]
    assert at_v1.room.capture.line.text() == ""
    at_v1.turn_to(panel.items["V1"])
    assert at_v1.room.capture.line.text() == SENTENCE


def test_an_action_is_found_by_its_number(at_v1, panel, qtbot):
    panel.workspace.conduct.record_action(panel.items["V2"], "Visit Lola Yarrow at school")
    (action,) = panel.workspace.read.actions()
    (line,) = look_up(at_v1, action.reference, qtbot)
    assert line.startswith(f"{action.reference}  Visit L.Y. at school")


def test_a_place_nobody_knows_is_added_and_linked_as_one_step(at_v1, panel, qtbot):
    found = look_up(at_v1, "Canal Street car park", qtbot)
    assert found[0] == "Add “Canal Street car park” as a place"
    answer(at_v1, qtbot, "", "frequents")
    (link,) = panel.workspace.read.links_of(panel.subjects["Aidan Ravenscroft"])
    assert (link.relation, link.other_label) == ("frequents", "Canal Street car park")
    assert at_v1.state.item_id == panel.items["V1"]
    assert at_v1.room.capture.line.hasFocus()
    panel.workspace.store.undo()
    assert panel.workspace.read.find("Canal Street") == ()
    assert panel.workspace.read.links_of(panel.subjects["Aidan Ravenscroft"]) == ()


def test_two_words_that_end_as_places_do_are_a_place_first(at_v1, qtbot):
    assert look_up(at_v1, "Ropewalk Lane", qtbot)[0].endswith("as a place")


def test_a_person_of_concern_needs_grounds_and_a_source(at_v1, panel, qtbot):
    assert look_up(at_v1, "Wes Brown", qtbot)[0].endswith("as a person of concern, an adult")
    answer(at_v1, qtbot, "", "")
    assert not at_v1.room.look_up.bar.error.isHidden()
    answer(at_v1, qtbot, "Two partner reports", "Police", "exploits")
    (row,) = panel.workspace.read.find("Wes Brown")
    person = panel.workspace.read.person(row.id)
    assert (person.grounds, person.source) == ("Two partner reports", "Police")
    assert [link.relation for link in person.links] == ["exploits"]


def test_no_child_becomes_a_person_of_concern_this_way(at_v1, panel, qtbot):
    """Somebody present has an interest in this child, so no hit tells that there is one."""
    kay = panel.members["Kay Baines"]
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V2"])
    look_up(at_v1, "Lola Yarrow", qtbot)
    answer(at_v1, qtbot, "", "Seen with older males", "Police", "associates")
    assert "no child is added" in at_v1.room.look_up.bar.error.text()
    assert [one.kind for one in panel.workspace.read.find("Lola Yarrow")] == ["child"]


def test_a_link_to_a_name_nobody_goes_by_offers_the_same(at_v1, panel, qtbot):
    line = at_v1.room.capture.line
    line.setText(f"link Aidan goes to Canal Street car park; {SENTENCE}")
    press(line, Qt.Key.Key_Return, qtbot)
    assert shown(at_v1)[0] == "Add “Canal Street car park” as a place"
    answer(at_v1, qtbot, "")
    (link,) = panel.workspace.read.links_of(panel.subjects["Aidan Ravenscroft"])
    assert (link.relation, link.other_label) == ("frequents", "Canal Street car park")
    assert line.text() == SENTENCE and line.hasFocus()


def test_what_somebody_drives_is_added_as_a_vehicle_also_where_nobody_saw_its_mark(
    at_v1, panel, qtbot
):
    line = at_v1.room.capture.line
    line.setText("link Darren Pike drives silver Astra")
    press(line, Qt.Key.Key_Return, qtbot)
    assert shown(at_v1) == ["Add “silver Astra” as a vehicle"]
    answer(at_v1, qtbot, "")
    links = panel.workspace.read.links_of(panel.subjects["Darren Pike"])
    assert [(one.relation, one.other_label) for one in links] == [("drives", "silver Astra")]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("07700 900123", "a phone"), ("YK17 CUK", "a vehicle"), ("@kyle.d", "an online account"),
     ("blue Corsa", "a vehicle")],
)  # fmt: skip
def test_a_number_a_mark_and_a_handle_are_offered_as_what_they_are(at_v1, typed, kind, qtbot):
    assert look_up(at_v1, typed, qtbot)[0] == f"Add “{typed}” as {kind}"


def test_names_are_as_on_record_only_while_the_item_is_revealed(at_v1, panel, qtbot):
    at_v1.reveal()
    assert look_up(at_v1, "pike", qtbot) == ["O1  Darren Pike "] or "O1  Darren Pike" in shown(
        at_v1
    )
    at_v1.reveal()
    assert "Darren" not in " ".join(shown(at_v1))


def test_what_not_everyone_may_know_of_is_in_neither_line_nor_card(at_v1, panel, qtbot):
    register, people = panel.workspace.register, panel.subjects
    register.link(
        people["Darren Pike"], "exploits", people["Aidan Ravenscroft"], sharing=Sharing.CHAIR_ONLY
    )
    (line,) = look_up(at_v1, "pike", qtbot)
    assert "V1" not in line and "linked" not in line
    press(at_v1.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    assert "exploited" not in at_v1.room.look_up.card.told.text()


def test_the_second_ctrl_k_is_the_windows_own_line(at_v1, window, qtbot):
    look_up(at_v1, "", qtbot)
    press(window.focusWidget(), Qt.Key.Key_K, qtbot, CTRL)
    assert window.go_or_do.isVisible() and at_v1.room.look_up.isHidden()


def test_the_head_names_the_items_by_reference(at_v1, panel, qtbot):
    register, people = panel.workspace.register, panel.subjects
    for child in ("Aidan Ravenscroft", "Lola Yarrow"):
        register.link(people[child], "frequents", people["Skatepark"])
    at_v1.state.refresh()
    assert "Skatepark: also today in V2" in at_v1.room.item.head.tags.accessibleDescription() or (
        "Skatepark: also today in V2"
        in [t for t, _ in at_v1.room.item.head._tags(at_v1.state.item)]
    )


def test_a_beginning_of_what_is_known_offers_no_second_record(at_v1, qtbot):
    assert len(look_up(at_v1, "skat", qtbot)) == 1
    qtbot.keyClicks(at_v1.window().focusWidget(), "ing rink")
    assert shown(at_v1)[0] == "Add “skating rink” as a place"


def test_it_pushes_nothing_about(at_v1, qtbot):
    room = at_v1.room
    before = place_of(at_v1, room.centre), place_of(at_v1, room.capture)
    look_up(at_v1, "pike", qtbot)
    assert (place_of(at_v1, room.centre), place_of(at_v1, room.capture)) == before
    assert room.look_up.geometry().bottom() < place_of(at_v1, room.capture).top()


def test_where_there_is_nothing_to_link_it_to_a_name_alone_is_added_only_when_asked(
    room, panel, qtbot
):
    before = len(panel.workspace.read.find("Children", 9))
    look_up(room, "Children", qtbot)
    answer(room, qtbot, "")
    assert room.room.look_up.bar.question.text() == "Add “Children” as a place?"
    answer(room, qtbot, "his mother rang")
    assert room.room.look_up.bar.line.text() == "his mother rang"
    assert room.room.look_up.bar.error.text()
    assert len(panel.workspace.read.find("Children", 9)) == before
    room.room.look_up.bar.line.clear()
    answer(room, qtbot, "")
    assert len(panel.workspace.read.find("Children", 9)) == before + 1
