"""Writing in the tracker: by key in a cell, by a pasted block after a look, and never unseen."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from models.marks import Role
from models.services.signed_in import Person
from ui.commands import WINDOW_COMMANDS, clashes
from ui.pages.children import ChildrenPage

TODAY = date(2026, 11, 12)


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


def stand(page, child_id, key):
    page.tracker.view.go_to(child_id, key)
    page.tracker.view.setFocus()
    return page.tracker.view


def of(panel, child_id):
    (found,) = panel.workspace.read.tracker((child_id,))
    return found


def editor(page):
    return page.tracker.writing.editor


def test_typing_begins_in_the_cell_enter_keeps_and_goes_down_undo_takes_back(panel, page, qtbot):
    one, two = panel.child("Ann Ore"), panel.child("Bea Poe")
    page.reload()
    view = stand(page, one, "team")
    qtbot.keyClicks(view, "T")
    assert editor(page).writing
    qtbot.keyClicks(editor(page).line(), "arn High")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Return)
    assert not editor(page).writing
    assert of(panel, one).team == "Tarn High"
    assert view.current_child().id == two
    assert panel.workspace.store.undo_label == "Undo “Change Team in the tracker”"
    panel.workspace.store.undo()
    assert of(panel, one).team is None


def test_a_day_is_typed_as_people_say_it_and_escape_leaves_it(panel, page, qtbot):
    child = panel.child()
    page.reload()
    view = stand(page, child, "next_review")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor(page).line().setText("in two weeks")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Tab)
    assert of(panel, child).next_review == date(2026, 11, 26)
    assert page.tracker.model.columns[view.currentIndex().column()].key == "district"
    stand(page, child, "next_review")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert editor(page).line().text() == "26 Nov 2026"
    editor(page).line().setText("someday")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Return)
    assert editor(page).error.text() == "This was not understood."
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Escape)
    assert of(panel, child).next_review == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [("plan", "child prot", "CP"), ("plan", "CiN", "CiN plan"), ("plan", "Own words", "Own words"),
     ("risk", "h", "High"), ("district", "east", "Eastmoor")],
)  # fmt: skip
def test_a_choice_is_typed_in_part_or_in_ones_own_words(panel, page, qtbot, column, typed, kept):
    child = panel.child(district=None)
    page.reload()
    qtbot.keyClicks(stand(page, child, column), typed[0])
    qtbot.keyClicks(editor(page).field, typed[1:])
    qtbot.keyClick(editor(page).field, Qt.Key.Key_Return)
    assert not editor(page).writing
    assert getattr(of(panel, child), column) == kept


def test_no_key_of_the_page_means_two_things(page):
    assert clashes((*WINDOW_COMMANDS, *page.commands())) == []


def test_what_is_refused_stays_in_the_cell_with_the_reason_beneath(panel, page, qtbot):
    panel.child("Ann Ore", system_id="LCS1")
    other = panel.child("Bea Poe")
    page.reload()
    qtbot.keyClick(stand(page, other, "system_id"), Qt.Key.Key_F2)
    editor(page).line().setText("LCS1")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Return)
    assert editor(page).error.text() == "Another record has this number."
    assert editor(page).line().text() == "LCS1"
    assert not page.may_leave()
    editor(page).line().setText("LCS2")
    assert page.may_leave()
    assert of(panel, other).system_id == "LCS2"


def test_a_cell_that_another_window_changed_shows_both_and_asks_whose(panel, page, qtbot):
    child = panel.child(team="Tarn High")
    page.reload()
    qtbot.keyClick(stand(page, child, "team"), Qt.Key.Key_F2)
    panel.workspace.register.change(child, "team", "Beck Academy", "Tarn High")
    editor(page).line().setText("Fell School")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Return)
    assert not editor(page).conflict.isHidden()
    assert of(panel, child).team == "Beck Academy"
    editor(page).conflict._take_mine()
    assert of(panel, child).team == "Fell School"


def test_where_nobody_writes_it_is_said_why(panel, page, qtbot):
    child = panel.child()
    page.reload()
    qtbot.keyClicks(stand(page, child, "missing_90_days"), "3")
    assert not editor(page).writing
    assert panel.said[-1][0].startswith("It is counted")
    panel.workspace.person = Person(None, "Mo", Role.MEMBER)
    reader = panel.show(ChildrenPage(panel.desk), qtbot)
    qtbot.keyClick(stand(reader, child, "team"), Qt.Key.Key_F2)
    assert not editor(reader).writing
    assert "you cannot edit record" in panel.said[-1][0]


def test_a_block_from_a_spreadsheet_is_looked_at_then_kept_as_one_step(panel, page, qtbot):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    view = stand(page, ids[0], "plan")
    QGuiApplication.clipboard().setText("Plan\tAge\tNext review\nCP\t14\t1/12/26\nCLA\t\tlater\n")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review = page.tracker.review
    assert page.stack.currentWidget() is review
    said = [(one.who, one.title, one.now, one.standing.value) for one in review.model.rows]
    assert said == [
        ("Ann Ore", "Plan", "CP", "change"),
        ("Ann Ore", "Age", "14", "not taken"),
        ("Ann Ore", "Next review", "1 Dec 2026", "change"),
        ("Bea Poe", "Plan", "CLA", "change"),
        ("Bea Poe", "Age", "", "not taken"),
        ("Bea Poe", "Next review", "later", "not taken"),
    ]
    assert of(panel, ids[0]).plan == "CiN plan"
    review.table.go_to(3)
    qtbot.keyClick(review.table.view, Qt.Key.Key_Space)
    qtbot.keyClick(review.table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.stack.currentWidget() is page.tracker
    assert [of(panel, one).plan for one in ids] == ["CP", "CiN plan", "CiN plan"]
    assert of(panel, ids[0]).next_review == date(2026, 12, 1)
    panel.workspace.store.undo()
    assert of(panel, ids[0]).plan == "CiN plan"


def test_a_change_that_is_refused_in_review_is_marked_and_the_rest_is_kept(panel, page, qtbot):
    panel.child("Zed Yew", system_id="LCS9")
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe")]
    page.reload()
    view = stand(page, ids[0], "system_id")
    QGuiApplication.clipboard().setText("LCS1\nLCS9")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {one.standing.value for one in page.tracker.review.model.rows} == {"conflict"}
    page.tracker.review.tick_all(True)
    page.tracker.review.keep()
    assert "Another record has this number." in page.tracker.review.told.text.text()
    assert of(panel, ids[0]).system_id is None
    page.tracker.review.keep()
    assert [of(panel, one).system_id for one in ids] == ["LCS1", None]


def test_one_word_pasted_fills_every_chosen_cell_and_delete_empties_them(panel, page, qtbot):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe")]
    page.reload()
    view = stand(page, ids[0], "team")
    at = view.grid.column_of("team")
    for row in (0, 1):
        view.selectionModel().select(view.grid.index(row, at),
                                     view.selectionModel().SelectionFlag.Select)  # fmt: skip
    QGuiApplication.clipboard().setText("North")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.tracker.review.keep()
    assert [of(panel, one).team for one in ids] == ["North", "North"]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    page.tracker.review.keep()
    assert [of(panel, one).team for one in ids] == [None, None]


def test_a_block_that_names_children_in_another_order_goes_to_whom_it_names(panel, page, qtbot):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    view = stand(page, ids[0], "name")
    QGuiApplication.clipboard().setText("Child\tPlan\nCat Roe\tCP\nAnn Ore\tCLA\nDee Moe\tCP\n")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review = page.tracker.review
    assert [(one.who, one.title, one.standing.value) for one in review.model.rows] == [
        ("Cat Roe", "Plan", "change"), ("Ann Ore", "Plan", "change"),
        ("Dee Moe", "Row 4", "not taken"),
    ]  # fmt: skip
    assert review.notes.text().startswith("Each row goes to the child that it names")
    review.keep()
    assert [(of(panel, one).name, of(panel, one).plan) for one in ids] == [
        ("Ann Ore", "CLA"), ("Bea Poe", "CiN plan"), ("Cat Roe", "CP"),
    ]  # fmt: skip


def test_what_one_review_told_does_not_stand_over_the_next(panel, page):
    child = panel.child("Ann Ore", system_id="LCS1")
    panel.child("Bea Poe")
    page.reload()
    stand(page, child, "name")
    review = page.tracker.review
    for text, told in (
        ("System id\tChild\tTeam\nLCS1\tAnne Ore\tNorth", "Ann Ore: Anne Ore. Another name."),
        ("Child\tTeam\tSchool\nBea Poe\tNorth\tHill", ""),
    ):
        QGuiApplication.clipboard().setText(text)
        page.tracker.writing.paste()
        assert review.detail.text() == told
        review.leave()


def test_who_is_not_on_the_tracker_is_offered_again_after_a_paste_is_kept(panel, page):
    child = panel.child("Ann Ore")
    panel.workspace.register.add_child("Bea Poe")
    page.reload()
    assert not page.apart.isHidden()
    stand(page, child, "name")
    QGuiApplication.clipboard().setText("Child\tTeam\tSchool\nAnn Ore\tNorth\tHill")
    page.tracker.writing.paste()
    assert page.apart.isHidden()
    page.tracker.review.keep()
    assert page.stack.currentWidget() is page.tracker and not page.apart.isHidden()


def test_a_name_pasted_on_a_name_is_not_written_over(panel, page, qtbot):
    child = panel.child("Ann Ore")
    page.reload()
    QGuiApplication.clipboard().setText("Dee Moe")
    view = stand(page, child, "name")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (row,) = page.tracker.review.model.rows
    assert (row.standing.value, row.takeable) == ("not taken", False)
    assert of(panel, child).name == "Ann Ore"


@pytest.mark.parametrize("begun", ["typed", "F2"])
@pytest.mark.parametrize(
    ("key", "held", "stands_on"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 2),
     (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 2),
     (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, 0),
     (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, 1)],
)  # fmt: skip
@pytest.mark.parametrize("words", ["Early Help", "early h", "e"])
def test_enter_goes_down_whether_or_not_anything_is_offered(
    panel, page, qtbot, begun, key, held, stands_on, words
):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    view = stand(page, ids[1], "plan")
    if begun == "F2":
        qtbot.keyClick(view, Qt.Key.Key_F2)
        qtbot.keyClicks(editor(page).field, words)
    else:
        qtbot.keyClicks(view, words[0])
        qtbot.keyClicks(editor(page).field, words[1:])
    offered = editor(page).field.completer().popup()
    hand = offered if offered.isVisible() else editor(page).field
    if words == "e" and offered.isVisible():
        qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(hand, key, held)
    assert not editor(page).writing and not offered.isVisible()
    kept = of(panel, ids[1]).plan
    assert kept == "Early Help" if len(words) > 1 else kept != "CiN plan"
    assert view.current_child().id == ids[stands_on]
    assert [of(panel, ids[at]).plan for at in (0, 2)] == ["CiN plan", "CiN plan"]


def test_enter_in_the_whole_list_keeps_what_is_stood_on_and_goes_down(panel, page, qtbot):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe")]
    page.reload()
    view = stand(page, ids[0], "plan")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(page).field
    field.showPopup()
    at = field.findText("Child Protection plan")
    field.view().setCurrentIndex(field.model().index(at, field.modelColumn()))
    qtbot.keyClick(field.view(), Qt.Key.Key_Return)
    assert of(panel, ids[0]).plan == "CP"
    assert view.current_child().id == ids[1]


def test_a_list_that_is_opened_in_a_cell_is_part_of_it(panel, page, qtbot):
    child = panel.child()
    page.reload()
    view = stand(page, child, "plan")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(page).field
    field.showPopup()
    field.view().setFocus(Qt.FocusReason.PopupFocusReason)
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is field.view())
    QCoreApplication.processEvents()
    assert editor(page).writing


def test_a_list_opened_over_half_a_word_keeps_nothing_before_something_is_chosen(
    panel, page, qtbot
):
    child = panel.child()
    page.reload()
    view = stand(page, child, "plan")
    qtbot.keyClicks(view, "e")
    field = editor(page).field
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert editor(page).writing and field.view().isVisible()
    assert of(panel, child).plan == "CiN plan"
    field.view().setCurrentIndex(field.model().index(field.findText("Early Help"), 0))
    qtbot.keyClick(field.view(), Qt.Key.Key_Return)
    assert of(panel, child).plan == "Early Help"


def test_another_cell_is_written_in_while_one_that_was_refused_stands_open(panel, page, qtbot):
    child = panel.child()
    page.reload()
    stand(page, child, "plan")
    for _ in range(2):
        page.tracker.writing.begin("zzz")
        field = editor(page).field
        qtbot.waitUntil(lambda field=field: field.height() >= field.minimumSizeHint().height())
        assert field.isVisible()


@pytest.mark.parametrize("plan", ["Open case", "CiN plan", "CP", "Some plan of their own"])
def test_a_choice_that_is_looked_at_and_left_as_it_was_is_no_step(panel, page, qtbot, plan):
    child = panel.child()
    panel.workspace.register.set_status(child, TODAY, plan=plan)
    page.reload()
    view, steps = stand(page, child, "plan"), panel.workspace.store.last_operation
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClick(editor(page).field, Qt.Key.Key_Return)
    assert not editor(page).writing
    assert panel.workspace.store.last_operation == steps
    assert of(panel, child).plan == plan


def test_a_word_that_would_set_the_nrm_back_is_asked_about_beneath_its_cell(panel, page, qtbot):
    child = panel.child()
    panel.workspace.register.add_nrm(child, referred_on=date(2026, 11, 2))
    page.reload()
    qtbot.keyClicks(stand(page, child, "nrm"), "c")
    qtbot.keyClicks(editor(page).field, "onsidered")
    qtbot.keyClick(editor(page).field, Qt.Key.Key_Return)
    assert editor(page).writing
    assert editor(page).error.text().startswith("“Considered” would set the NRM back")
    qtbot.keyClick(editor(page).line(), Qt.Key.Key_Escape)
    assert of(panel, child).nrm == "Referred, awaiting decision"
