"""The tracker and a child's page: read, edited in place, and never lost between two hands."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.exports import papers
from ui.pages.behind_figure import Behind
from ui.pages.children import ChildrenPage
from ui.pages.children.agreed import ACTIONS, Agreed
from ui.pages.today import TodayPage


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


def shown(page):
    return [row.name for row in page.tracker.model.rows]


def field(page, name) -> QLineEdit:
    return page.child.summary.form.editor_of(name)


def test_a_child_added_on_the_page_is_shown_and_undo_goes_back_to_the_grid(panel, page):
    page.add_child()
    page.entry.editor_of("name").setText("Ivy Ashdown")
    page.entry.editor_of("birth_date").line.setText("2.4.11")
    page.entry.keep()
    assert page.child.record.row.name == "Ivy Ashdown"
    assert page.child.record.row.birth_date == date(2011, 4, 2)
    panel.workspace.store.undo()
    assert page.stack.currentWidget() is page.tracker
    assert shown(page) == []


def test_a_child_without_a_name_is_refused_beside_the_field(page):
    page.add_child()
    page.entry.keep()
    assert page.entry.form.errors() == {"name": "Enter the name."}


def test_opening_a_child_is_noted_once_it_is_painted(panel, page, qtbot):
    from sqlalchemy import select

    from models.entities import ReadingLog

    child = panel.child()
    page.show_record(child)

    def readers():
        with panel.workspace.store.reading() as session:
            return list(session.scalars(select(ReadingLog.subject_id)))

    assert readers() == []
    qtbot.waitUntil(lambda: readers() == [child])


def test_a_field_is_kept_when_it_is_left_and_the_head_follows(panel, page):
    page.show_record(panel.child())
    field(page, "name").setText("Ivy Ash-Down")
    assert page.may_leave()
    assert page.child.head._title.text() == "Ivy Ash-Down"
    assert panel.workspace.store.undo_label


def test_a_code_that_papers_bring_is_shown_in_words_and_kept_by_code(panel, page):
    child = panel.child(ethnicity="BAFR")
    page.show_record(child)
    field = page.child.summary.form.editor_of("ethnicity")
    assert field.currentText() == "African"
    field.lineEdit().setText("White British")
    field.lineEdit().editingFinished.emit()
    assert panel.workspace.read.child(child).ethnicity == "WBRI"


def test_a_field_that_was_changed_elsewhere_asks_whose_to_keep(panel, page):
    child = panel.child(school="Tarn High")
    page.show_record(child)
    field(page, "school").setText("Beck Academy")
    panel.workspace.register.change(child, "school", "Fell School", "Tarn High")
    assert field(page, "school").text() == "Beck Academy"
    assert not page.may_leave()
    page.child.summary.form._autosaves["school"]._bar._take_mine()
    assert panel.workspace.read.child(child).school == "Beck Academy"


def test_a_status_from_a_day_on_changes_the_tags(panel, page):
    page.show_record(panel.child())
    summary = page.child.summary
    summary._ask_status()
    summary.status.editor_of("risk").set_value("High")
    summary.status.keep()
    assert page.child.record.row.risk == "High"
    assert "Risk: high" in " ".join(page.child.tags.words())


def test_an_episode_its_return_and_the_interview_are_entered_in_turn(panel, page):
    child = panel.child()
    page.show_record((child, "episodes"))
    episodes = page.child.episodes
    episodes.add()
    episodes.entry.editor_of("reported_at").line.setText("11/11/2026 18:00")
    episodes.entry.keep()
    assert not episodes.returned.isHidden()
    episodes.back.ask()
    episodes.back.editor_of("returned_at").line.setText("today 06:30")
    episodes.back.keep()
    episodes.interview.ask()
    whose = "Return home interview, Of the episode reported 11 Nov 2026"
    assert episodes.interview.accessibleName().startswith(whose)
    episodes.interview.editor_of("declined_reason").set_value("Child declined")
    episodes.interview.keep()
    held = panel.workspace.read.child(child).episodes[0]
    assert held.hours_missing == 12.5
    assert held.interview_declined == "Child declined"


def test_the_grid_shows_open_children_and_can_show_those_of_a_figure(panel, page):
    ids = [panel.child(name, system_id=name) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    assert shown(page) == ["Ann Ore", "Bea Poe", "Cat Roe"]
    page.show_record(Behind((ids[1],), "CSE1, Eastmoor", date(2026, 9, 30)))
    assert shown(page) == ["Bea Poe"]
    page.show_record("all")
    assert len(shown(page)) == 3


def test_ten_thousand_children_are_filtered_and_sorted(panel, page):
    panel.child()
    one = panel.workspace.read.tracker()[0]
    many = [replace(one, id=at, name=f"Child {at:05d}", age=at % 18) for at in range(10_000)]
    page.tracker.show_rows(many)
    page.tracker.model.sort(2)
    page.tracker.table.filter.setText("0420")
    assert len(shown(page)) == 11


def test_an_episode_is_mended_beside_the_list_and_answers_the_strategy_meeting(panel, page):
    register, child = panel.workspace.register, panel.child()
    for day in (2, 5, 9):
        register.add_episode(
            child, reported_at=datetime(2026, 11, day, 20), returned_at=datetime(2026, 11, day, 23)
        )
    page.show_record((child, "episodes"))
    cards = page.child.episodes.cards
    moment = cards.interview.editor_of("offered_at")
    moment.line.setText("soon")
    moment.line.editingFinished.emit()
    assert "not understood" in cards.interview.errors()["offered_at"]
    moment.line.setText("10 Nov 2026 10:00")
    moment.line.editingFinished.emit()
    assert not cards.interview.errors()
    assert page.child.record.episodes[0].clock == "13 h left of 72 h, offered, no answer yet"
    assert "RHI: 13 h left of 72 h" in page.child.tags.words()
    assert not cards.strategy.isHidden()
    cards.strategy.no.ask({"reason": "Planned for Friday"})
    cards.strategy.no.keep()
    assert cards.strategy.isHidden()
    panel.workspace.store.undo()
    assert not cards.strategy.isHidden()


def test_words_that_are_on_no_list_are_refused_and_stay_and_keep_what_stood(panel, page, qtbot):
    child = panel.child()
    made = panel.workspace.register.add_nrm(child, to_refer=True)
    panel.workspace.register.mend_nrm(made, "reasonable_grounds", "positive", None)
    page.show_record((child, "nrm"))
    form = page.child.nrm.forms["Decided"]
    box = form.editor_of("reasonable_grounds")
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "20 Oct 2026")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert "not on the list" in form.errors()["reasonable_grounds"]
    assert box.currentText() == "20 Oct 2026"
    (row,) = panel.workspace.read.nrm_of(child)
    assert row.reasonable_grounds == "Positive"


def test_the_nrm_warns_of_whoever_may_not_refer_and_the_head_follows(panel, page):
    page.show_record((panel.child(), "nrm"))
    page.add_here()
    nrm = page.child.nrm
    nrm.entry.editor_of("to_refer").set_value(True)
    nrm.entry.editor_of("first_responder").set_value("Tarn High School")
    nrm.entry.keep()
    assert not nrm.warning.isHidden()
    assert "NRM referral to be made since 12 Nov" in page.child.tags.words()


def test_the_clocks_of_today_lead_to_where_they_are_answered(panel, qtbot):
    child = panel.child()
    panel.workspace.register.add_episode(child, reported_at=datetime(2026, 11, 12, 3))
    today = panel.show(TodayPage(panel.desk), qtbot)
    today.show_record("clocks")
    board = today.views._made[1]
    first = board.model.rows[0]
    assert (first.kind, first.words) == ("Missing now", "missing for 6 h")
    board._open(first.key)
    assert panel.went == [("children", (child, "philomena"))]
    board.shown.set_value("Return interview")
    board._keep()
    assert board.model.rows == ()


def test_no_clock_is_said_to_run_only_once_they_are_read(panel, qtbot):
    waiting = []
    panel.desk.tasks.run = lambda work, done, failed: waiting.append((work, done))
    today = panel.show(TodayPage(panel.desk), qtbot)
    today.show_record("clocks")
    board = today.views._made[1]
    assert board.table.empty.accessibleName() == "The clocks are being read …"
    for work, done in waiting:
        done(work(None))
    assert board.table.empty.accessibleName().startswith("No clock runs.")


def test_what_police_need_is_taken_over_looked_over_and_written_in_one_key(panel, page, tmp_path):
    child = panel.child(disability="Asthma", school="Tarn High")
    page.show_record((child, "philomena"))
    view = page.child.philomena
    assert "Health, medicine, allergies: Asthma" in view.known.text()
    page.add_here()
    assert view.offer.isHidden()
    assert view.form.editor_of("medical").toPlainText() == "Asthma"
    view._ask_review()
    view.looked.keep()
    assert "again by Fri 12 Feb 2027" in view.chips.accessibleName()
    panel.dialogues.save_to = tmp_path / "missing.docx"
    page.for_police()
    assert panel.dialogues.save_to.exists()
    assert view.part_2.isHidden()


def test_nothing_written_for_the_police_is_said_before_a_file_is_asked_for(panel, page):
    page.show_record((panel.child(), "philomena"))
    page.for_police()
    assert panel.dialogues.proposed == []
    assert "Nothing is written yet" in panel.said[-1][0]


def test_a_long_section_scrolls_under_the_name_in_a_low_window(panel, page, qapp):
    page.resize(900, 420)
    page.show_record((panel.child(), "episodes"))
    page.add_here()
    qapp.processEvents()
    around = page.child.stack.parentWidget().parentWidget()
    assert around.verticalScrollBar().maximum() > 0
    around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
    assert not page.child.head.visibleRegion().isEmpty()
    assert not page.child.sections.visibleRegion().isEmpty()
    page.child.go_to_section("flow")
    qapp.processEvents()
    assert around.verticalScrollBar().maximum() == 0


def test_an_action_of_the_childs_item_about_somebody_else_says_of_whom(panel, qtbot):
    agreed = Agreed(panel.desk)
    qtbot.addWidget(agreed)
    about = {"subject_id": 9, "subject": "Darren Pike"}
    own = papers.action(1, None, "See her", subject_id=5, subject="Ivy Ashdown")
    agreed.show_rows(5, (), (own, replace(own, id=2, text="Visit him", **about)), ())
    told = [ACTIONS[1].value(row) for row in agreed.action_rows.rows]
    assert told == ["See her", "Visit him (about Darren Pike)"]
