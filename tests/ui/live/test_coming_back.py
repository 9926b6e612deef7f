"""After the program was killed the room is where it was, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from ui.autosave import DRAFT_MS

RESTED = DRAFT_MS + 150


@pytest.fixture
def restarted(panel, room, qtbot, dressed):
    """Opens another window on the file as it stands, as after the program was killed."""
    from ui.pages.meeting import MeetingPage
    from ui.pages.page import Page, PageEntry
    from ui.tasks import TasksAtOnce
    from ui.window import MainWindow

    made = []

    def again():
        pages = [PageEntry("today", "Today", Page), PageEntry("meeting", "Meeting", MeetingPage)]
        window = MainWindow(panel.workspace, pages, tasks=TasksAtOnce())
        made.append(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.go("meeting")
        qtbot.wait(1)
        return window.page

    yield again
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def typed(qtbot, widget, words):
    """Type words into a field and rest a second."""
    widget.setFocus()
    QTest.keyClicks(widget, words)
    qtbot.wait(RESTED)


def at_item(panel, room, step, reference="V1"):
    room.turn_to(panel.items[reference])
    room.room.item.go_to(step)


def said(page):
    return page.window().status.message.text()


def test_the_room_opens_at_the_item_and_step_where_it_was_and_says_so(
    panel, room, restarted, qtbot
):
    at_item(panel, room, 5)
    qtbot.wait(RESTED)
    page = restarted()
    assert page.state.place == panel.items["V1"] and page.room.item.step == 5
    assert said(page) == "Back at V1, agreed."


def test_it_says_that_typed_words_are_back(panel, room, restarted, qtbot):
    at_item(panel, room, 5, "V2")
    typed(qtbot, room.room.capture.line, "action Baines to vis")
    page = restarted()
    assert said(page) == "Back at V2, agreed; typed words are back where they stood."
    assert page.room.capture.line.text() == "action Baines to vis"


def test_a_new_line_of_an_agency_is_back(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    rounds = room.room.item.agencies
    rounds.list.go_to(("agency", panel.agencies["Health"]))
    rounds.add_line(("agency", panel.agencies["Health"]))
    typed(qtbot, rounds.bar.text, "Seen by the nurse on Mon")
    bar = restarted().room.item.agencies.bar
    assert not bar.isHidden() and bar.whose.text() == "Health, new line"
    assert bar.text.text() == "Seen by the nurse on Mon"


def test_a_mended_line_is_back_over_the_same_line(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    bar = room.room.item.agencies.bar
    line = next(one for one in room.state.item.lines if one.text.startswith("Attended"))
    bar.mend(line)
    typed(qtbot, bar.text, " She was seen")
    page = restarted()
    again = page.room.item.agencies.bar
    again.text.setFocus()
    QTest.keyClick(again.text, Qt.Key.Key_Return)
    mended = next(one for one in page.state.item.lines if one.id == line.id)
    assert "She was seen" in mended.text


def test_a_line_for_the_chair_only_waits_until_the_item_is_revealed(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    bar = room.room.item.agencies.bar
    room.room.item.agencies.add_line(("agency", panel.agencies["Police"]))
    bar.sharing.set_value("chair only")
    typed(qtbot, bar.text, "A source says")
    page = restarted()
    assert page.room.item.agencies.bar.isHidden()
    page.reveal()
    assert page.room.item.agencies.bar.text.text() == "A source says"


def test_a_line_kept_or_left_does_not_come_back(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    rounds = room.room.item.agencies
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        rounds.add_line(("agency", panel.agencies["Health"]))
        typed(qtbot, rounds.bar.text, "Seen")
        QTest.keyClick(rounds.bar.text, key)
    assert restarted().room.item.agencies.bar.isHidden()


@pytest.mark.parametrize("form", ["action", "measure", "recommendation"])
def test_a_form_half_filled_is_back(form, panel, room, restarted, qtbot):
    at_item(panel, room, 5)
    filled = getattr(room.room.item.agreed, form)
    field = filled.lines[0] if filled.lines else filled.combos[1].lineEdit()
    typed(qtbot, field, "Visit the fam")
    typed(qtbot, filled.due.line, "20 Nov")
    again = getattr(restarted().room.item.agreed, form)
    field = again.lines[0] if again.lines else again.combos[1].lineEdit()
    assert field.text() == "Visit the fam"
    assert again.due.value() == filled.due.value() is not None


def test_a_form_half_filled_stays_with_its_item(panel, room, qtbot):
    at_item(panel, room, 5)
    action = room.room.item.agreed.action
    typed(qtbot, action.text, "Visit the fam")
    at_item(panel, room, 5, "V2")
    assert action.text.text() == ""
    at_item(panel, room, 5)
    assert action.text.text() == "Visit the fam"


def test_a_form_that_is_kept_leaves_no_draft(panel, room, restarted, qtbot):
    at_item(panel, room, 5)
    action = room.room.item.agreed.action
    typed(qtbot, action.text, "Visit the family")
    QTest.keyClick(action.text, Qt.Key.Key_Return)
    again = restarted().room.item.agreed.action
    assert again.text.text() == "" and len(room.state.item.actions) == 1


def test_a_reason_for_deferring_is_asked_for_again_with_its_words(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    room.defer_item()
    typed(qtbot, room.room.ask.line, "The social wor")
    ask = restarted().room.ask
    assert not ask.isHidden() and "deferred" in ask.question.text()
    assert ask.line.text() == "The social wor"


def test_a_question_left_by_escape_is_not_asked_again(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    room.defer_item()
    typed(qtbot, room.room.ask.line, "The social wor")
    QTest.keyClick(room.room.ask.line, Qt.Key.Key_Escape)
    assert restarted().room.ask.isHidden()


def test_a_name_in_an_answer_is_veiled_when_it_comes_back(panel, room, restarted, qtbot):
    at_item(panel, room, 1)
    room.defer_item()
    typed(qtbot, room.room.ask.line, "Aidan Ravenscroft is ill")
    ask = restarted().room.ask
    assert ask.line.isHidden() and "Ravenscroft" not in ask.veil.shown.text()


def test_what_is_typed_at_the_opening_is_back(panel, room, restarted, qtbot):
    room.turn_to("opening")
    opening = room.room.opening
    opening.declarations.member.set_value(panel.members["Kay Baines"])
    typed(qtbot, opening.declarations.interest, "Knows the fam")
    typed(qtbot, opening.minutes.corrections, "Page 2")
    opening.quorum.reason.show()
    typed(qtbot, opening.quorum.reason, "Police join at 10")
    again = restarted().room.opening
    assert again.declarations.member.value() == panel.members["Kay Baines"]
    assert again.declarations.interest.text() == "Knows the fam"
    assert again.minutes.corrections.text() == "Page 2"
    assert again.quorum.reason.text() == "Police join at 10"


def test_what_may_be_said_and_the_legal_basis_are_back(panel, room, restarted, qtbot):
    at_item(panel, room, 4)
    step = room.room.item.decision
    telling = step.telling.parts[0]
    typed(qtbot, telling.text, "That the panel")
    typed(qtbot, step.basis, "Public int")
    again = restarted().room.item.decision
    assert again.telling.parts[0].text.text() == "That the panel"
    assert again.basis.text() == "Public int"
