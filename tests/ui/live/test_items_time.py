"""The room's time: what is left of an item, who waits for which slot, what may not be reached."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.live.test_turning import press, turn


def line_of(room, panel, reference):
    """An item's line of the running order."""
    lines = room.room.order.list.lines.lines
    return next(one for one in lines if one.key == panel.items[reference])


def below(room, panel, reference):
    """What stands under an item's line."""
    return [words for words, _tint in line_of(room, panel, reference).below]


def later(room, clock, minutes):
    """The room some minutes later."""
    clock.move(timedelta(minutes=minutes))
    room.room.tick()


def test_two_minutes_before_its_end_an_items_clock_says_so_in_another_colour(
    room, panel, clock, qtbot
):
    turn(room, panel, "V1", qtbot)
    shown = room.room.item.head.clock
    assert (shown.words, shown.tint, line_of(room, panel, "V1").kind) == (
        "of 12 min", "soft", "soft",
    )  # fmt: skip
    later(room, clock, 10)
    assert (shown.words, shown.tint, line_of(room, panel, "V1").kind) == (
        "2 min left", "accent", "accent",
    )  # fmt: skip
    later(room, clock, 3)
    assert (shown.words, shown.tint, line_of(room, panel, "V1").kind) == (
        "1 min over 12", "medium", "medium",
    )  # fmt: skip


def test_nothing_moves_as_the_clock_changes_its_words(room, panel, clock, qtbot):
    turn(room, panel, "V1", qtbot)
    shown = room.room.item.head.clock
    before = shown.sizeHint()
    for minutes in (10, 3):
        later(room, clock, minutes)
        assert shown.sizeHint() == before


def test_an_item_that_was_only_opened_may_not_be_reached_either(room, panel, clock, qtbot):
    turn(room, panel, "O1", qtbot)
    turn(room, panel, "V1", qtbot)
    later(room, clock, 25)
    assert room.room.order.foot.text().startswith("V2 and O1 may not be reached")
    assert "may not" not in " ".join(below(room, panel, "V1"))


def test_items_that_may_not_be_reached_are_named_with_the_keys_that_act_on_it(
    room, panel, clock, qtbot
):
    panel.workspace.agenda.set_minutes(panel.items["O1"], 6)
    turn(room, panel, "V1", qtbot)
    room.state.refresh()
    order = room.room.order
    assert below(room, panel, "O1") == [] and order.foot.isHidden()
    later(room, clock, 13)
    assert below(room, panel, "O1") == ["may not be reached"]
    assert order.foot.text().startswith("O1 may not be reached: bring forward Ctrl+B")
    assert "may not be reached" in line_of(room, panel, "O1").spoken
    later(room, clock, 8)
    assert order.foot.text().startswith("V2 and O1 may not be reached")


def test_the_item_in_hand_is_reached_and_not_named(room, panel, clock, qtbot):
    turn(room, panel, "V1", qtbot)
    later(room, clock, 60)
    assert below(room, panel, "V1") == []


def test_who_waits_for_which_slot_stands_under_the_item_until_it_is_opened(
    room, panel, clock, qtbot
):
    panel.workspace.agenda.invite(panel.items["V2"], name="Kian Iqbal")
    room.state.refresh()
    assert below(room, panel, "V2") == ["09:57 Kian Iqbal waits"]
    turn(room, panel, "V2", qtbot)
    assert below(room, panel, "V2") == []


def test_whoever_is_kept_waiting_ten_minutes_is_told_by_when(room, panel, clock, qtbot):
    for name in ("Kian Iqbal", "Jo Tarn"):
        panel.workspace.agenda.invite(panel.items["V2"], name=name)
    turn(room, panel, "V1", qtbot)
    later(room, clock, 26)
    assert below(room, panel, "V2")[0] == "09:57 Kian Iqbal and 1 more wait"
    later(room, clock, 11)
    assert line_of(room, panel, "V2").below == (
        ("09:57 Kian Iqbal and 1 more wait", "medium"),
        ("likely 10:07, may not be reached", "medium"),
    )


def test_a_member_who_is_in_the_room_anyway_waits_for_nothing(room, panel):
    panel.workspace.agenda.invite(panel.items["V2"], panel.members["Kay Baines"])
    room.state.refresh()
    assert below(room, panel, "V2") == []


def test_a_line_grows_only_for_what_stands_below_it(room, panel):
    panel.workspace.agenda.invite(panel.items["V2"], name="Kian Iqbal")
    room.state.refresh()
    rows = room.room.order.list
    plain, tall = (rows.sizeHintForRow(rows.lines.row_of(panel.items[one])) for one in ("V1", "V2"))
    assert tall > plain


def test_the_panel_display_says_too_what_is_left(room, panel, clock, qtbot):
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    later(room, clock, 10)
    room.display.tick()
    assert room.display.shown.planned.text() == "2 min left"


# the panel display follows


def agree(panel):
    """Two actions of two agencies, the later agency first."""
    for owner in ("Jayden O'Brien", "Kay Baines"):
        panel.workspace.conduct.record_action(
            panel.items["V1"], f"Visit, {owner}", owner_id=panel.members[owner]
        )


def test_the_panel_display_lists_the_read_back_in_its_order_and_stands_where_it_stands(
    room, panel, qtbot
):
    agree(panel)
    room.read_back()
    room.panel_display()
    shown, rows = room.display.shown.agreed, room.room.read_back.list
    words = [line.words for line in shown.lines.lines]
    assert words == ["Health", "Visit, Kay Baines", "Police", "Visit, Jayden O'Brien"]
    rows.setFocus()
    for _ in range(2):
        press(rows, Qt.Key.Key_Down, qtbot)
    assert shown.current_key() == rows.current_key() != None  # noqa: E711


def test_the_panel_display_opened_late_stands_there_at_once(room, panel, qtbot):
    agree(panel)
    room.read_back()
    rows = room.room.read_back.list
    rows.setFocus()
    press(rows, Qt.Key.Key_Down, qtbot)
    room.panel_display()
    assert room.display.shown.agreed.current_key() == rows.current_key()


def test_page_keys_scroll_the_panel_display(room, panel, qtbot):
    for at in range(40):
        panel.workspace.conduct.record_action(panel.items["V1"], f"Visit number {at}")
    room.read_back()
    room.panel_display()
    shown = room.display.shown
    qtbot.waitExposed(shown)
    bar = shown.agreed.verticalScrollBar()
    shown.turn_page(1)
    there = bar.value()
    assert there > 0
    shown.turn_page(-1)
    assert bar.value() == 0
