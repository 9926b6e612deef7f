"""What an act changed is shown in a later turn: of its own item, and of nothing that is hidden."""

import pytest

from tests.ui.live.test_turning import turn
from ui.live.line_keeping import KEPT_UNSEEN

SAID = "Zebedee was seen at the station."


@pytest.fixture
def first(room, panel, qtbot):
    """The room at its first item."""
    turn(room, panel, "V1", qtbot)
    return room


def heard(room):
    said = []
    room.desk.notice.said.connect(lambda words, _kind: said.append(words))
    return said


def keep_line(room, panel, **marks):
    """Type a line of the police and keep it; what follows comes before the next turn of events."""
    bar = room.room.item.agencies.bar
    room.room.item.agencies.add_line(("agency", panel.agencies["Police"]))
    bar.text.setText("Seen near the park")
    for name, value in marks.items():
        getattr(bar, name).set_value(value)
    bar._keep()
    assert room.state.behind


def test_a_line_kept_as_the_room_turns_is_not_said_to_be_out_of_sight(first, panel):
    said = heard(first)
    keep_line(first, panel)
    first.turn_to(panel.items["V2"])
    assert KEPT_UNSEEN not in said
    assert "Seen near the park" in [one.text for one in panel.item("V1").lines]


def test_a_line_that_not_everyone_may_read_is_said_to_be_out_of_sight(first, panel):
    said = heard(first)
    keep_line(first, panel, sharing="chair only")
    first.state.catch_up()
    assert said[-1] == KEPT_UNSEEN


def test_what_waits_to_be_shown_is_done_with_as_another_meeting_is_taken_up(first, panel):
    done = []
    panel.workspace.conduct.say(panel.items["V1"], panel.agencies["Police"], "Seen at the park")
    first.state.once_shown(lambda: done.append(first.state.behind))
    first.state.open_meeting(panel.meeting)
    assert (done, first.state.behind) == ([False], False)


def test_a_name_that_was_added_just_before_is_masked_as_the_item_is_hidden_again(first, panel):
    panel.workspace.conduct.write(panel.items["V1"], "presentation", SAID, "")
    first.state.catch_up()
    first.state.reveal(True)
    panel.workspace.register.add_alias(panel.subjects["Aidan Ravenscroft"], "Zebedee")
    seen = []
    first.state.item_changed.connect(
        lambda: seen.append((first.state.revealed, first.state.masked(SAID)))
    )
    first.state.reveal(False)
    hidden = [words for revealed, words in seen if not revealed]
    assert hidden and not any("Zebedee" in words for words in hidden)


def test_nothing_of_a_revealed_item_is_shown_after_a_lock(first, window, panel, qtbot):
    first.reveal()
    panel.workspace.conduct.write(panel.items["V1"], "presentation", SAID, "")
    window.lock()
    qtbot.waitUntil(lambda: not first.state.behind)
    assert not first.state.revealed
    assert not first.isVisible()


def test_the_item_in_hand_is_read_in_a_later_turn_than_the_meeting(first, panel):
    before = first.state.item
    panel.workspace.conduct.decide(panel.items["V1"], "REMAIN", "The risk stands.")
    first.state.read_again()
    assert first.state.row.decided
    assert first.state.item is before and first.state.behind
    first.state.tell()
    assert first.state.item.decision.label == "Remain on panel"
    assert not first.state.behind


def test_the_item_that_is_turned_to_meanwhile_is_the_one_that_is_shown(first, panel):
    panel.workspace.conduct.decide(panel.items["V1"], "REMAIN", "The risk stands.")
    first.state.read_again()
    first.turn_to(panel.items["V2"])
    assert (first.state.item.row.id, first.state.behind) == (panel.items["V2"], False)
