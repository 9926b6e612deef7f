"""A line mended in two windows: neither text is lost, and nobody shares it wider unseen."""

import pytest
from PySide6.QtCore import Qt

from models.errors import Conflict, Refusal
from models.marks import Sharing
from tests.ui.live.test_item_steps import line_named, stand_on
from tests.ui.live.test_turning import press, turn

RETURN = Qt.Key.Key_Return


@pytest.fixture
def bar(room, panel, qtbot):
    """The bar open on a police line."""
    turn(room, panel, "V1", qtbot)
    press(stand_on(room, panel, "skatepark"), RETURN, qtbot)
    return room.room.item.agencies.bar


def kept(panel):
    """The police line as it stands in the file."""
    return line_named(panel.item("V1"), "skatepark")


def change(panel, **changes):
    """Change the line as another window does."""
    panel.workspace.conduct.change_line(kept(panel).id, **changes)


def test_a_line_changed_elsewhere_asks_whose_to_keep(bar, panel, qtbot):
    bar.text.setText("Seen near the skatepark with two men.")
    change(panel, text="Seen at the skatepark on Sunday.")
    press(bar.text, RETURN, qtbot)
    assert kept(panel).text == "Seen at the skatepark on Sunday."
    assert bar.conflict.asked
    said = bar.conflict.bar.accessibleName()
    assert "on Sunday" in said and "two men" in said
    bar.conflict.bar._take_mine()
    assert kept(panel).text == "Seen near the skatepark with two men."
    assert bar.isHidden()


def test_theirs_may_be_taken_and_mended_further(bar, panel, qtbot):
    bar.text.setText("Seen near the skatepark with two men.")
    change(panel, text="Seen at the skatepark on Sunday.")
    qtbot.wait(5)
    assert bar.text.hasFocus() and not bar.conflict.asked
    press(bar.text, RETURN, qtbot)
    assert bar.conflict.bar.hasFocus()
    bar.conflict.bar._take_theirs()
    assert bar.text.text() == "Seen at the skatepark on Sunday."
    press(bar.text, RETURN, qtbot)
    assert kept(panel).text == "Seen at the skatepark on Sunday."


def test_what_nobody_typed_over_is_taken_as_it_comes(bar, panel, qtbot):
    change(panel, text="Seen at the skatepark on Sunday.")
    qtbot.waitUntil(lambda: bar.text.text() == "Seen at the skatepark on Sunday.")
    assert not bar.conflict.asked


def test_a_text_kept_here_shares_no_wider_what_was_narrowed_elsewhere(bar, room, panel, qtbot):
    room.reveal()
    press(stand_on(room, panel, "skatepark"), RETURN, qtbot)
    bar.text.setText("Seen near the skatepark with two men.")
    change(panel, sharing=Sharing.CHAIR_ONLY.value)
    press(bar.text, RETURN, qtbot)
    line = kept(panel)
    assert (line.sharing, line.text) == ("chair only", "Seen near the skatepark with two men.")


def test_a_line_that_leaves_the_screen_takes_the_bar_and_keeps_what_was_typed(
    bar, room, window, panel, qtbot
):
    bar.text.setText("Seen near the skatepark with two men.")
    change(panel, sharing=Sharing.CHAIR_ONLY.value)
    qtbot.waitUntil(bar.isHidden)
    assert room.room.capture.line.hasFocus()
    assert "no longer on the screen" in window.status.message.text()
    room.reveal()
    press(stand_on(room, panel, "skatepark"), RETURN, qtbot)
    assert bar.text.text() == "Seen near the skatepark with two men."
    press(bar.text, RETURN, qtbot)
    line = kept(panel)
    assert (line.sharing, line.text) == ("chair only", "Seen near the skatepark with two men.")


def test_the_service_refuses_what_was_not_seen(room, panel):
    conduct, line = panel.workspace.conduct, kept(panel)
    seen = {"text": line.text, "sharing": line.sharing, "information": line.information}
    change(panel, text="Seen at the skatepark on Sunday.")
    for mine in ({"text": "Mine"}, {"sharing": "chair only"}):
        with pytest.raises(Conflict):
            conduct.change_line(line.id, seen, **mine)
    conduct.withdraw_line(line.id)
    with pytest.raises(Refusal):
        conduct.change_line(line.id, seen, text="Mine")
