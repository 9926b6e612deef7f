"""The room fits the screen at every size of text that is offered, with an item open."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.entities import AgendaItem
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn
from ui import look
from ui.live.item_header import in_one_line
from ui.widgets.lines import GAP


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
    room.room.read_back.close_it.ask()
    QApplication.processEvents()
    places["close"] = window.minimumSizeHint().width()
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


def asked_for(window, room, panel, qtbot, scale, *shows):
    """The most height that the window asks for or takes, of what each shows of an item."""
    window.set_text_scale(scale)
    found = []
    for show in shows:
        turn(room, panel, "V1", qtbot)
        show()
        QApplication.processEvents()
        tall = max(window.minimumSizeHint().height(), window.height())
        found.append((tall, tallest(window)))
        room.room.ask.leave()
    window.set_text_scale(1.0)
    return max(found)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_history_of_a_line_leaves_the_window_as_high_as_the_screen(
    window, room, panel, qtbot, scale
):
    conduct = panel.workspace.conduct
    line = conduct.say(panel.items["V1"], panel.agencies["Police"], "Seen at the park.")
    for before, after in (("Seen at the park.", "Seen."), ("Seen.", "Seen at the bus station.")):
        conduct.change_line(line, {"text": before}, text=after)

    def show():
        room.step_to("1")
        room.room.item.agencies.show_history(("line", line))
        assert room.room.ask.found.isVisible()

    tall, widgets = asked_for(window, room, panel, qtbot, scale, show)
    assert tall <= 768, widgets


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_going_to_an_item_leaves_the_window_as_high_as_the_screen(
    window, room, panel, qtbot, scale
):
    def asked_in(step):
        def show():
            room.step_to(str(step))
            room.go_to_item()
            assert room.room.ask.found.isVisible()

        return show

    steps = [asked_in(step) for step in range(6)]
    tall, widgets = asked_for(window, room, panel, qtbot, scale, *steps)
    assert tall <= 768, widgets


def test_a_line_mended_under_an_immediate_risk_of_an_item_shown_whole_fits(
    window, room, panel, qtbot
):
    def show():
        type_line(room, "urg Aidan Ravenscroft not seen since 18:00", qtbot)
        press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
        room.step_to("1")
        room.reveal()
        line = next(one for one in room.state.item.lines if one.origin == "return")
        room.room.item.agencies.mend(("line", line.id))
        assert room.room.item.agencies.bar.isVisible()

    tall, widgets = asked_for(window, room, panel, qtbot, 1.5, show)
    assert tall <= 768, widgets


def test_on_a_wide_screen_the_room_needs_no_more_width_than_on_a_narrow_one(
    window, room, panel, qtbot
):
    window.set_text_scale(1.5)
    least, beside = {}, {}
    try:
        for width in (1366, 1920):
            window.resize(width, 1080)
            turn(room, panel, "V1", qtbot)
            room.step_to("1")
            qtbot.wait(50)
            least[width] = window.minimumSizeHint().width()
            beside[width] = room.room.beside.width()
    finally:
        window.set_text_scale(1.0)
    assert beside[1366] < beside[1920]
    assert least[1920] <= least[1366], widest(window)


def test_for_whom_a_line_of_the_round_is_stands_whole_at_large_text(window, room, panel, qtbot):
    window.set_text_scale(1.5)
    turn(room, panel, "V1", qtbot)
    room.step_to("1")
    bar = room.room.item.agencies.bar
    bar.add(panel.agencies["Police"], "Police")
    bar.text.setText("off the record: his mentor was arrested")
    press(bar.text, Qt.Key.Key_Return, qtbot)
    QApplication.processEvents()
    try:
        assert bar.error.isVisible()
        assert bar.error.height() >= bar.error.heightForWidth(bar.error.width())
        assert bar.error.geometry().top() > bar.kind.geometry().bottom()
    finally:
        window.set_text_scale(1.0)


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1920, 1.5)])
def test_a_name_stands_whole_in_the_running_order_beside_its_minutes(
    window, room, panel, clock, qtbot, qapp, width, scale
):
    look.apply(qapp, "light", scale)
    window.resize(width, 768)
    turn(room, panel, "V1", qtbot)
    clock.move(timedelta(minutes=11))
    room.reveal()
    QApplication.processEvents()
    rows = room.room.order.list
    line, bold = rows.lines.lines[rows.lines.row_of(panel.items["V1"])], look.current()
    assert "Aidan Ravenscroft" in line.words
    words = bold.metrics(14, 600).horizontalAdvance(line.words)
    beside = bold.metrics(14).horizontalAdvance(f"{line.mark}") + 2 * GAP + 18
    figures = bold.metrics(14, figures=True).horizontalAdvance(line.right)
    assert words + beside + figures <= rows.viewport().width()


def test_a_question_at_the_foot_cuts_the_ask_between_words_and_only_where_it_must(
    window, room, panel, qtbot
):
    ask = "Advice on placement, on school and on who tells his mother what was agreed tonight"
    with panel.workspace.store.work("ask", "Ask") as session:
        session.get_one(AgendaItem, panel.items["V1"]).ask = ask
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    head = room.room.item.head
    head.be_short(True, False)
    assert in_one_line(ask, 25) == "Advice on placement, on …"
    told = head.ask._words.text()
    assert told == ask or (told.endswith(" …") and ask.startswith(told[:-2]) and len(told) > 60)
    head.resize(2000, head.height())
    head.refill(room.state.item)
    assert head.ask._words.text() == ask


def test_where_the_room_is_short_only_tags_that_matter_first_stand_in_the_head(
    window, room, panel, qtbot
):
    turn(room, panel, "V1", qtbot)
    head, child = room.room.item.head, room.state.item.row.subject_id
    panel.workspace.register.change(child, "missing_90_days", 3, None)
    room.state.refresh()
    head.be_short(True, False)
    assert "Missing 3 in 90 days" not in head.tags.words()
    assert "Never assessed" in head.tags.words()
    head.be_short(False, False)
    assert "Missing 3 in 90 days" in head.tags.words()
