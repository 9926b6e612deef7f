"""The small widgets, by keys and by what a screen reader says."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tests.ui.gallery import read_sample_date
from ui import look
from ui.look.tokens import KINDS
from ui.widgets.banner import BusyBar
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import long_date, plain_date, short_date
from ui.widgets.direction import in_order
from ui.widgets.elapsed import Clock
from ui.widgets.flow import Chips
from ui.widgets.labels import Words
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList
from ui.widgets.steps import StepTabs
from ui.widgets.tag import Tag, tag_size, within


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def test_a_tag_says_its_words_and_knows_only_five_kinds(shown):
    tag = shown(Tag("2 RHI past 72 h", "high"))
    assert tag.accessibleName() == "2 RHI past 72 h"
    with pytest.raises(KeyError):
        Tag("?", "purple")


def test_chips_wrap_where_the_width_ends(shown):
    chips = shown(Chips(["CP plan", ("CCE", "accent"), ("County lines", "accent")], "Types"))
    assert chips.accessibleName() == "Types: CP plan, CCE, County lines"
    assert chips.heightForWidth(90) > 2 * chips.heightForWidth(900)
    chips.show_tags(["Closed"])
    assert chips.words() == ("Closed",)


@pytest.mark.parametrize(
    ("seconds", "planned", "words"),
    [(461, 12, "of 12 min"), (721, 12, "just over 12 min"), (60, 0, "min")],
)
def test_the_clock_says_its_unit(shown, seconds, planned, words):
    clock = shown(Clock())
    clock.set_time(seconds, planned)
    assert clock.words == words
    assert clock.figures in clock.accessibleName()


def test_a_date_is_taken_as_people_say_it_and_read_back(shown, qtbot):
    field = shown(DateEdit(read_sample_date, "Due"))
    qtbot.keyClicks(field.line, "next Fri")
    assert field.value() == date(2026, 11, 20)
    assert field.reading.text() == "Friday 20 November 2026"
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert changed.args == [date(2026, 11, 20)]


def test_what_is_no_date_stays_as_it_was_typed(shown, qtbot):
    field = shown(DateEdit(read_sample_date))
    qtbot.keyClicks(field.line, "soonish")
    assert field.value() is None
    assert field.text() == "soonish"
    assert field.reading.text() == "Not a date yet"


def test_arrows_move_a_date_by_a_day_and_scrolling_leaves_it(shown, qtbot):
    field = shown(DateEdit(read_sample_date))
    field.set_value(date(2026, 11, 30))
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == date(2026, 12, 1)
    qtbot.keyClick(field.line, Qt.Key.Key_PageDown)
    assert field.value() == date(2026, 12, 1)


def test_dates_are_written_day_first():
    day = date(2026, 11, 12)
    assert long_date(day) == "Thursday 12 November 2026"
    assert (plain_date(day), short_date(day)) == ("12 Nov 2026", "Thu 12 Nov")


def test_a_choice_has_its_key_and_free_words_only_where_they_may_stand(shown):
    people = [(1, "Jayden O'Brien, Police"), (2, "Kay Baines, Health")]
    strict, free = shown(Combo(people, "Owner")), shown(Combo(people, "Owner", free=True))
    for combo in (strict, free):
        combo.set_value(2)
        assert combo.value() == 2
        combo.setEditText("jayden o'brien, police")
        assert combo.value() == 1
        combo.setEditText("Somebody else")
    assert strict.value() is None
    assert free.value() == "Somebody else"


def test_a_choice_is_told_once(shown, qtbot):
    combo, heard = shown(Combo([(1, "Police"), (2, "Health")])), []
    combo.changed.connect(heard.append)
    qtbot.keyClicks(combo.lineEdit(), "Health")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert heard == [2]


def test_the_wheel_over_a_field_in_hand_changes_nothing(shown, qtbot):
    combo, heard = shown(Combo([(1, "Female"), (2, "Male"), (3, "Non-binary")])), []
    combo.set_value(1)
    combo.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    combo.changed.connect(heard.append)
    for over in (combo, combo.lineEdit()):
        QApplication.sendEvent(over, _rolled_over(over))
    assert (combo.value(), heard) == (1, [])


def _rolled_over(widget):
    at = QPointF(5, 5)
    return QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def _beside(*fields):
    row = QWidget()
    laid = QHBoxLayout(row)
    for field in fields:
        laid.addWidget(field)
    return row


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_typing_a_part_takes_the_only_choice_that_it_can_mean(shown, qtbot, key):
    people = [(1, "Daisy Yates, Police"), (2, "Kai Dobson, Health"), (3, "Dan Kay, Education")]
    combo, heard = Combo(people, "Second person"), []
    row = shown(_beside(combo, QLineEdit()))
    combo.changed.connect(heard.append)
    row.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    qtbot.keyClicks(combo.lineEdit(), "yates")
    qtbot.keyClick(combo.completer().popup(), key)  # what completes has the keys meanwhile
    qtbot.waitUntil(lambda: heard == [1])
    assert combo.currentText() == "Daisy Yates, Police"
    row.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_words_typed_after_enter_take_the_place_of_what_was_chosen(shown, qtbot, key):
    combo, heard = Combo([(1, "Remain on panel"), (2, "Close: risk reduced")], "Decision"), []
    row = shown(_beside(combo, QLineEdit()))
    combo.changed.connect(heard.append)
    row.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    for words in ("remain", "reduced"):
        qtbot.keyClicks(combo.lineEdit(), words)
        qtbot.keyClick(combo.completer().popup(), key)
    assert heard == [1, 2]


def test_words_typed_where_a_form_leads_take_the_place_of_what_stands(shown, qtbot):
    combo = Combo([(1, "an agency"), (2, "member of the public")], "Who submits it")
    row = shown(_beside(QLineEdit(), combo))
    combo.set_value(1)
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    combo.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(combo.hasFocus)
    assert combo.lineEdit().selectedText() == "an agency"
    qtbot.keyClicks(combo.lineEdit(), "public")
    qtbot.keyClick(combo.completer().popup(), Qt.Key.Key_Return)
    assert combo.value() == 2
    row.close()


def test_a_choice_longer_than_its_field_shows_its_beginning_once_it_is_left(shown, qtbot):
    long = "Petra Lindqvist, Tarnshire County Council Children's Social Care and Safeguarding"
    combo, other = Combo([(1, long)], "Minute taker"), QLineEdit()
    row = shown(_beside(combo, other))
    row.resize(300, 60)
    row.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    qtbot.keyClicks(combo.lineEdit(), "petra")
    qtbot.keyClick(combo.completer().popup(), Qt.Key.Key_Return)
    assert combo.lineEdit().cursorPosition() == 0
    other.setFocus()
    assert combo.value() == 1 and combo.lineEdit().cursorPosition() == 0


def test_typing_a_part_that_several_have_chooses_nobody_and_stays_to_be_mended(shown, qtbot):
    combo = shown(Combo([(1, "Kai Dobson, Health"), (2, "Gabriela Dobson, Housing")]))
    qtbot.keyClicks(combo.lineEdit(), "Dobson")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert combo.value() is None
    combo.set_choices([(1, "Kai Dobson, Health"), (2, "Gabriela Dobson, Housing")])
    assert combo.currentText() == "Dobson"


def test_the_beginning_of_a_choice_counts_before_what_lies_inside_another(shown, qtbot):
    combo = shown(Combo([(1, "Very high"), (2, "High"), (3, "High (with family)")]))
    qtbot.keyClicks(combo.lineEdit(), "ver")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert combo.value() == 1
    combo.set_value(None)
    qtbot.keyClicks(combo.lineEdit(), "high")
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert combo.value() == 2


def test_a_value_stays_when_other_choices_come(shown):
    combo = shown(Combo([(1, "Police"), (2, "Health")]))
    combo.set_value(2)
    combo.set_choices([(2, "Health"), (3, "Education")])
    assert combo.value() == 2
    combo.set_choices([(3, "Education")])
    assert combo.value() is None


def test_asking_twice_wants_a_reason_and_escape_leaves_it(shown, qtbot):
    asks = shown(ConfirmInPlace("Defer", "Defer this item?", "Defer it", reason=True))
    asks.first.click()
    assert not asks.yes.isEnabled()
    qtbot.keyClick(asks.reason, Qt.Key.Key_Escape)
    assert not asks.first.isHidden()
    asks.first.click()
    qtbot.keyClicks(asks.reason, "Worker ill")
    with qtbot.waitSignal(asks.confirmed) as confirmed:
        qtbot.keyClick(asks.reason, Qt.Key.Key_Return)
    assert confirmed.args == ["Worker ill"]


def test_steps_go_by_keys_and_say_which_is_done(shown, qtbot):
    steps = shown(StepTabs(("Presentation", "Agencies", "Analysis")))
    steps.set_done(frozenset({0}))
    first = steps._group.button(0)
    assert first.text() == "1 Presentation ✓"
    assert first.accessibleName() == "Step 1 of 3, Presentation, done"
    with qtbot.waitActive(steps):
        steps.activateWindow()
    first.setFocus()
    with qtbot.waitSignal(steps.chosen):
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert steps.current == 1
    steps.go_to(2)
    assert steps._group.button(2).hasFocus()


def test_a_running_order_skips_headings_and_keeps_its_place(shown, qtbot):
    rows = shown(RowList("Running order"))
    tester = QAbstractItemModelTester(
        rows.lines, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    order = [
        Line("o", "Opening", "✓", right="5 / 5"),
        Line("h", "Children", heading=True),
        Line("v1", "V1  L.Y."),
        Line("v2", "V2  C.S."),
    ]
    rows.show_lines(order)
    rows.go_to("o")
    rows.step(1)
    assert rows.current_key() == "v1"
    rows.show_lines([order[0], *order[2:]])
    assert rows.current_key() == "v1"
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["v1"]
    del tester


def test_work_in_progress_says_how_far_and_stops_once(shown, qtbot):
    busy = shown(BusyBar())
    busy.show_progress(3, 12, "Writing extracts")
    assert busy.accessibleName() == "Writing extracts · 3 of 12"
    busy.about = True
    busy.show_progress(4, 12, "Writing extracts")
    assert busy.accessibleName() == "Writing extracts · 4 of about 12"
    with qtbot.waitSignal(busy.cancelled):
        busy._cancel.click()
    assert not busy._cancel.isEnabled()


def test_control_and_arrows_of_the_room_move_and_do_not_toggle(shown, qtbot):
    rows = shown(RowList("Running order"))
    rows.show_lines([Line(at, f"V{at}") for at in range(4)])
    rows.go_to(0)
    qtbot.keyPress(rows, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    rows.step(1)
    rows.step(1)
    assert rows.current_key() == 2
    assert [index.row() for index in rows.selectedIndexes()] == [2]
    qtbot.keyRelease(rows, Qt.Key.Key_F5)


def test_chips_show_as_many_tags_as_they_were_last_given(shown):
    chips = shown(Chips(("CP", "High"), "Tags"))
    for words in (("CP",), ("CP", "NRM", "High", "RHI"), (), ("Low",)):
        chips.show_tags(words)
        assert chips.words() == words
        assert chips.isVisible()


def test_chips_that_were_not_shown_yet_appear_with_their_page(shown):
    page = QWidget()
    column = QVBoxLayout(page)
    chips = Chips(("CP",))
    chips.show_tags(("CP", "High"))
    column.addWidget(chips)
    shown(page)
    assert chips.isVisible()
    assert chips.words() == ("CP", "High")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_tag_of_its_own_size_shows_all_its_words(qapp, dressed, scale, kind):
    look.apply(qapp, "light", scale)
    assert within("not sent yet", kind, tag_size("not sent yet", kind).width()) == "not sent yet"
    assert within("not sent yet", kind, 60).endswith("…")


def test_home_and_page_up_stand_on_the_first_line_that_can_be_chosen(shown, qtbot):
    lines = [Line("h", "Agreed", heading=True), *(Line(n, f"Line {n}") for n in range(40))]
    several = shown(RowList("Agreed"))
    several.resize(200, 160)
    several.show_lines(lines)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        several.go_to(3)
        qtbot.keyClick(several, key)
        assert several.current_key() == 0


def test_tags_that_wrapped_give_back_their_room(shown, qtbot):
    place = QWidget()
    column = QVBoxLayout(place)
    chips = Chips(stays=True)
    column.addWidget(chips)
    column.addStretch(1)
    shown(place).resize(300, 400)
    one = chips.height()
    chips.show_tags([f"Understood {n}" for n in range(9)])
    qtbot.waitUntil(lambda: chips.height() > one)
    chips.show_tags([])
    qtbot.wait(5)
    assert chips.height() > one
    chips.settle()
    qtbot.waitUntil(lambda: chips.height() == one)


def test_a_tag_breaks_between_words_unless_one_alone_is_too_wide(qapp):
    words, line = Tag("which which which"), tag_size("x").height()
    room, one = tag_size("which wh").width(), tag_size("which").width()
    assert words.heightForWidth(room) == words.heightForWidth(one) > 2 * line
    assert Tag("whichwhichwhich").heightForWidth(one) > 2 * line


def test_a_name_read_from_the_right_turns_no_sentence_round(shown):
    name, other = "محمد الخطيب", "נועה כהן"
    label = shown(Words(f"{name} and Mohammed"))
    assert label.text() == f"\u2068{name}\u2069 and Mohammed"
    label.setText(f"{name}, {other} and Дмитрий (O’Neill)")
    assert label.text() == f"\u2068{name}\u2069, \u2068{other}\u2069 and Дмитрий (O’Neill)"
    assert in_order(label.text()) == label.text()
    assert in_order("Zoë O’Neill") == "Zoë O’Neill"


@pytest.mark.parametrize("free", [True, False])
def test_an_arrow_gives_up_no_words_that_no_choice_says(shown, qtbot, free):
    combo = shown(Combo((("S47", "Strategy discussion"), ("CP10", "Warning notice")), free=free))
    qtbot.keyClicks(combo, "CAWN")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.view().isVisible() and combo.currentText() == "CAWN"
    qtbot.keyClick(combo.view(), Qt.Key.Key_Escape)
    assert combo.currentText() == "CAWN"
    combo.clearEditText()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Strategy discussion"


def test_a_heading_longer_than_its_list_is_wide_is_read_whole(shown):
    rows = shown(RowList("Steps"))
    rows.show_lines([
        Line("ended", "Ended 12 Nov 2026, agreed by Oluwaseun Fitzgerald-Montgomery", heading=True),
        Line(1, "Step down"),
    ])  # fmt: skip
    rows.resize(900, 300)
    wide = rows.sizeHintForRow(0)
    rows.resize(200, 300)
    assert rows.sizeHintForRow(0) >= 2 * (wide - 6)
    assert rows.visualRect(rows.lines.index(1)).top() >= rows.sizeHintForRow(0)


def test_a_list_opened_in_a_narrow_field_shows_its_words_whole(qtbot):
    long = "A plan that somebody on the panel gave a very long name"
    field = Combo([("a", long), ("b", "Short")], "Plan")
    qtbot.addWidget(field)
    field.setFixedWidth(120)
    field.show()
    field.showPopup()
    listed = field.view()
    assert listed.window().width() > listed.fontMetrics().horizontalAdvance(long)
    assert listed.window().geometry().right() <= field.screen().availableGeometry().right()
    field.hidePopup()
