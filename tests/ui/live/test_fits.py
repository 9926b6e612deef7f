"""The room fits the screen at every size of text that is offered, with an item open."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.live.test_turning import turn


def widest(window):
    """The widgets that ask for most of the width, for whoever mends it."""
    found = [
        (one.minimumSizeHint().width(), type(one).__name__, one.accessibleName())
        for one in window.findChildren(QWidget)
        if one.isVisible()
    ]
    return sorted(found, reverse=True)[:25]


def tallest(window):
    """The widgets that ask for most of the height."""
    found = [
        (one.minimumSizeHint().height(), type(one).__name__, one.accessibleName())
        for one in window.findChildren(QWidget)
        if one.isVisible()
    ]
    return sorted(found, reverse=True)[:25]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_window_stays_as_wide_as_the_screen(window, room, panel, qtbot, scale):
    window.set_text_scale(scale)
    bar = room.room.capture
    turn(room, panel, "V1", qtbot)
    bar.line.setText("a Kay Baines to visit Aidan at school with the named nurse by Friday")
    bar.keep()
    QApplication.processEvents()
    places = {"opening": window.minimumSizeHint().width()}
    for step in range(6):
        turn(room, panel, "V1", qtbot)
        room.step_to(str(step))
        QApplication.processEvents()
        places[f"step {step + 1}"] = window.minimumSizeHint().width()
    room.read_back()
    QApplication.processEvents()
    places["read-back"] = window.minimumSizeHint().width()
    try:
        assert max(places.values()) <= 1366, (places, widest(window))
    finally:
        window.set_text_scale(1.0)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("asking", [False, True])
def test_every_step_leaves_the_window_as_high_as_the_screen(
    window, room, panel, qtbot, scale, asking
):
    window.set_text_scale(scale)
    bar, tall = room.room.capture, {}
    for step in range(6):
        turn(room, panel, "V1", qtbot)
        room.step_to(str(step))
        bar.line.setText("a Kay Baines to visit Aidan at school with the named nurse by Friday")
        if asking:
            room.defer_item()
        QApplication.processEvents()
        tall[f"step {step + 1}"] = window.minimumSizeHint().height()
        room.room.ask.leave()
    try:
        assert max(tall.values()) <= 768, (tall, tallest(window))
    finally:
        bar.line.clear()
        window.set_text_scale(1.0)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_a_question_at_the_read_back_leaves_the_window_as_high_as_the_screen(
    window, room, panel, qtbot, scale
):
    window.set_text_scale(scale)
    panel.workspace.agenda.set_minutes(panel.items["O1"], 60)
    for at in range(8):
        panel.workspace.panel.add_member(f"Member {at}", panel.agencies["Health"], "Nurse")
    room.state.refresh()
    room.read_back()
    end = room.room.read_back
    end.settling.ask_holder(room.state.row_of(panel.items["O1"]))
    QApplication.processEvents()
    try:
        assert room.room.order.foot.isVisible() and end.hint.isVisible()
        assert window.minimumSizeHint().height() <= 768
    finally:
        window.set_text_scale(1.0)
