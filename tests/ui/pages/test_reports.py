"""The quarterly figures: as they stood on a day, with the children behind each, and as files."""

from datetime import date

import pytest

from exports.report import FORMATS
from models.entities import Action
from models.records.reports import Listed
from tests.ui.pages.desk_made import OTHER
from ui.pages.behind_figure import Behind
from ui.pages.reports import ReportsPage
from ui.pages.reports.figures import LEAD, last_quarter_end
from ui.pages.reports.kinds import (
    EQUALITY,
    INSPECTION,
    NOT_PUBLIC,
    PERFORMANCE,
    PUBLIC,
    QUARTERLY,
    REPORTS,
    TURNED_AWAY,
)


@pytest.fixture
def page(panel, qtbot):
    child = panel.child(category="CSE1", since=date(2026, 9, 1))
    made = panel.show(ReportsPage(panel.desk), qtbot)
    made.child = child
    return made


def test_the_day_is_the_end_of_the_last_quarter_until_another_is_given(page):
    assert page.table.on == date(2026, 9, 30)
    page.day.line.setText("12.11.26")
    page.day.line.editingFinished.emit()
    assert page.table.on == date(2026, 11, 12)


def test_where_nothing_stood_on_that_day_yet_it_is_today_and_said(panel, qtbot):
    panel.child(category="CSE1", since=date(2026, 11, 2))
    made = panel.show(ReportsPage(panel.desk), qtbot)
    assert made.table.on == made.day.value() == date(2026, 11, 12)
    assert "on record yet on 30 Sep 2026" in made.notice.text.text()
    made.day.set_value(date(2026, 9, 30))
    made.day.changed.emit(date(2026, 9, 30))
    assert made.table.on == date(2026, 9, 30) and not made.notice.isVisible()


@pytest.mark.parametrize(
    ("today", "end"),
    [
        (date(2026, 1, 1), date(2025, 12, 31)),
        (date(2026, 3, 31), date(2025, 12, 31)),
        (date(2026, 4, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), date(2026, 9, 30)),
    ],
)
def test_a_quarter_ends_before_the_one_of_today(today, end):
    assert last_quarter_end(today) == end


def test_a_figure_leads_to_the_children_behind_it(panel, page):
    page.view.opened.emit(page.model.index(0, LEAD))
    assert panel.went == [("children", Behind((page.child,), "CSE1, Total", page.table.on))]


def test_the_page_follows_the_row_stood_on(page, qtbot):
    page.resize(1000, 500)
    page.which.set_value(PERFORMANCE)
    page.which.changed.emit(PERFORMANCE)
    qtbot.wait(50)
    last = page.model.index(page.model.rowCount() - 1, LEAD)
    for index in (last, page.model.index(0, LEAD)):
        page.view.setCurrentIndex(index)
        qtbot.waitUntil(lambda: in_sight(page), timeout=1000)


def in_sight(page):
    """Whether the row stood on lies in the part of the page that is shown."""
    row = page.view.visualRect(page.view.currentIndex())
    top = page.view.viewport().mapTo(page.cards.viewport(), row.topLeft()).y()
    return top >= 0 and top + row.height() <= page.cards.viewport().height()


def test_a_figure_of_nobody_says_so(panel, page):
    page.view.opened.emit(page.model.index(1, LEAD))
    assert panel.went == []
    assert ("No child stands behind this figure.", "") in panel.said


def test_the_picture_is_said_in_words(page):
    assert "CSE1 1" in page.picture.accessibleName()


@pytest.mark.parametrize("ending", FORMATS)
def test_the_report_is_saved_where_the_person_says(panel, page, tmp_path, ending):
    panel.dialogues.save_to = tmp_path / f"figures.{ending}"
    page.save(ending)
    assert panel.dialogues.save_to.stat().st_size > 100
    assert panel.dialogues.proposed == [f"quarterly-2026-09-30.{ending}"]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_breaks(panel, page, tmp_path):
    (tmp_path / "file").write_text("in the way")
    panel.dialogues.save_to = tmp_path / "file" / "figures.csv"
    page.save("csv")
    assert panel.said[-1][1] == "high"


def test_another_report_is_chosen_and_saved_under_its_own_name(panel, page, tmp_path):
    referral = panel.referral("Robin Marlow")
    panel.workspace.referrals.decide(referral, "DECLINE", "Held elsewhere", OTHER, "elsewhere")
    page.day.line.setText("12.11.26")
    page.day.line.editingFinished.emit()
    page.which.set_value(TURNED_AWAY)
    page.which.changed.emit(TURNED_AWAY)
    row = next(at for at, one in enumerate(page.table.rows) if one.label.startswith("Held well"))
    page.view.opened.emit(page.model.index(row, LEAD))
    ((page_id, behind),) = panel.went
    assert page_id == "children" and len(behind.ids) == 1
    panel.dialogues.save_to = tmp_path / "figures.csv"
    page.save("csv")
    assert panel.dialogues.proposed == ["turned-away-2026-11-12.csv"]
    assert "Held well by another forum or plan,1,1" in panel.dialogues.save_to.read_text(
        "utf-8-sig"
    )


def test_for_a_committee_small_numbers_are_held_back_and_lead_to_nobody(panel, page, tmp_path):
    page.toggle_public()
    assert page.model.index(0, LEAD).data() == "c"
    page.view.opened.emit(page.model.index(0, LEAD))
    assert panel.went == []
    assert panel.said[-1][0].startswith("In the report to a committee nobody")
    panel.dialogues.save_to = tmp_path / "report.docx"
    page.save("docx")
    assert panel.dialogues.proposed == ["committee-2026-09-30.docx"]
    (close_by, _) = panel.workspace.read.public_reports(date(2026, 10, 5))
    assert close_by.definitions[-1].startswith("What the report of 30 September 2026 holds back")
    page.toggle_public()
    assert page.model.index(0, LEAD).data() == "1"


def test_a_performance_figure_explains_itself_and_opens_what_it_counts(panel, page, tmp_path):
    referral = panel.referral("Robin Marlow")
    with panel.workspace.store.work("agree", "Agree") as session:
        for reference in ("A1", "A2"):
            made_on = date(2026, 11, 2)
            session.add(Action(reference=reference, text="Ring the school", made_on=made_on))
    page.day.set_value(date(2026, 11, 12))
    page.which.set_value(PERFORMANCE)
    page.which.changed.emit(PERFORMANCE)
    labels = [row.label for row in page.table.rows]
    page.view.setCurrentIndex(page.model.index(labels.index("% offered"), LEAD))
    assert page.told.text().endswith(
        "Not told for Oct–Dec 2026, Jul–Sep 2026: no return is recorded."
    )
    page.view.opened.emit(page.model.index(labels.index("New referrals"), LEAD))
    assert panel.went[-1][0] == "children" and referral
    page.view.opened.emit(page.model.index(labels.index("Agreed"), LEAD))
    assert page.behind.model.total == 2 and not page.behind.isHidden()
    page.behind.view.opened.emit(page.behind.model.index(1, 0))
    assert panel.went[-1][0] == "actions"
    panel.dialogues.save_to = tmp_path / "figures.csv"
    page.save("csv")
    head = panel.dialogues.save_to.read_text("utf-8-sig").splitlines()[0]
    assert head == "Section,Row,Oct–Dec 2026,Jul–Sep 2026,What is counted"


@pytest.mark.parametrize("name", [one for one, _ in REPORTS])
def test_a_report_goes_to_a_committee_or_says_beside_it_why_not(panel, page, name):
    page.which.set_value(name)
    page.which.changed.emit(name)
    assert page.asked.why_not.isHidden() == (name in PUBLIC)
    assert page.public.isHidden() == (name not in PUBLIC)
    page.toggle_public()
    assert page.public.isChecked() == (name in PUBLIC)
    if name not in PUBLIC:
        assert page.notice.text.text() == page.asked.why_not.text() == NOT_PUBLIC[name]


def test_the_picture_is_told_by_authority_where_districts_have_one(panel, page):
    assert page.asked.way.isHidden()
    panel.workspace.local.set_authority("Eastmoor", "Northmoor Council")
    page.which.changed.emit(QUARTERLY)
    page.asked.way.set_value("authority")
    page.asked.way.changed.emit("authority")
    assert page.table.columns[:3] == ("Total", "Northmoor Council", "Eastmoor")
    page.toggle_public()
    assert page.asked.way.isHidden()
    assert page.table.columns[1] == "Northmoor Council"
    page.which.set_value(PERFORMANCE)
    page.which.changed.emit(PERFORMANCE)
    assert not page.asked.way.value() and not page.asked.way.isHidden()


def test_the_inspection_list_shows_figures_and_is_saved_child_by_child(panel, page, tmp_path):
    page.which.set_value(INSPECTION)
    page.which.changed.emit(INSPECTION)
    assert page.model.index(0, LEAD).data() == "1"
    page.view.opened.emit(page.model.index(0, LEAD))
    assert panel.went[-1][1].ids == (page.child,)
    panel.dialogues.save_to = tmp_path / "list.csv"
    page.save("csv")
    assert panel.dialogues.proposed == ["inspection-2026-09-30.csv"]
    assert "At risk of exploitation" in panel.dialogues.save_to.read_text("utf-8-sig")


def choose(page, name):
    page.which.set_value(name)
    page.which.changed.emit(name)


def test_performance_is_told_of_several_quarters_or_apart_by_district(panel, page):
    page.day.set_value(date(2026, 11, 12))
    choose(page, PERFORMANCE)
    page.asked.quarters.set_value(4)
    page.asked.quarters.changed.emit(4)
    assert len(page.table.columns) == 4
    tracked = next(at for at, row in enumerate(page.table.rows) if row.label == "On the tracker")
    page.view.setCurrentIndex(page.model.index(tracked, LEAD))
    assert "Oct–Dec 2026 1" in page.picture.accessibleName()
    page.asked.way.set_value("category")
    page.asked.way.changed.emit("category")
    assert page.asked.quarters.isHidden() and page.table.columns == ("All", "CSE1")
    at = next(at for at, row in enumerate(page.table.rows) if row.label == "On the tracker")
    page.view.opened.emit(page.model.index(at, LEAD + 1))
    assert panel.went[-1][1].ids == (page.child,)


def test_who_the_children_are_is_a_report_that_no_committee_is_offered(page):
    choose(page, EQUALITY)
    assert page.public.isHidden()
    assert "Ethnicity is recorded for 0 of 1 children (0.0 %)." in page.sums.text()


def test_a_panel_words_its_own_indicator_tries_it_keeps_it_and_takes_it_away(panel, page):
    choose(page, PERFORMANCE)
    page.open_own()
    own = page.own
    own.ask()
    own.entry.editor_of("name").setText("Category one")
    own.entry.editor_of("where").setText("shoe size is 7")
    own.entry.keep()
    assert not own.entry.isHidden()
    own.entry.editor_of("where").setText("category is CSE 1")
    own.try_it()
    assert own.told.text().startswith("This quarter 1, the quarter before 1.")
    own.entry.keep()
    assert page.table.rows[-1].label == "Category one" and page.table.rows[-1].values[0] == 1
    own.list.go_to(0)
    assert own.list.height() < 2 * own.list.sizeHintForRow(0)
    own.take_away()
    assert page.table.rows[-1].label != "Category one"
    panel.workspace.store.undo()
    assert [one.name for one in panel.workspace.read.own_indicators()] == ["Category one"]


def test_own_indicators_open_over_the_report_at_whose_end_they_stand(page):
    choose(page, EQUALITY)
    page.open_own()
    assert page.which.value() == PERFORMANCE and not page.own.isHidden()
    assert page.asked.own.isVisibleTo(page)


def opened_behind(panel, page, qtbot):
    """The list behind "Agreed", opened from the last row of a page that is scrolled down."""
    with panel.workspace.store.work("agree", "Agree") as session:
        for reference in ("A1", "A2"):
            made_on = date(2026, 11, 2)
            session.add(Action(reference=reference, text="Ring the school", made_on=made_on))
    page.resize(1000, 500)
    page.day.set_value(date(2026, 11, 12))
    choose(page, PERFORMANCE)
    qtbot.wait(50)
    scroll_down(page)
    labels = [row.label for row in page.table.rows]
    page.view.opened.emit(page.model.index(labels.index("Agreed"), LEAD))


def scroll_down(page):
    bar = page.cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0


def seen(page, widget):
    """Whether a card's top lies in the part of the page that is shown."""
    top = widget.mapTo(page.cards.viewport(), widget.rect().topLeft()).y()
    return 0 <= top < page.cards.viewport().height() - 40


def test_the_list_behind_a_figure_comes_into_sight_and_the_foot_says_so(panel, page, qtbot):
    opened_behind(panel, page, qtbot)
    qtbot.waitUntil(lambda: seen(page, page.behind), timeout=1000)
    assert panel.said[-1][0] == (
        "Agreed, Oct–Dec 2026: 2 records stand behind it, listed above the table."
    )


def test_own_indicators_come_into_sight_and_the_foot_says_so(panel, page, qtbot):
    opened_behind(panel, page, qtbot)
    scroll_down(page)
    page.open_own()
    qtbot.waitUntil(lambda: seen(page, page.own), timeout=1000)
    assert panel.said[-1][0] == "Own indicators stand open above the table."


def test_what_a_row_counts_is_told_where_no_scrolling_hides_it(page, qtbot):
    page.resize(1000, 500)
    choose(page, PERFORMANCE)
    qtbot.wait(50)
    page.view.setCurrentIndex(page.model.index(page.model.rowCount() - 1, LEAD))
    assert not page.cards.isAncestorOf(page.told) and page.told.isVisibleTo(page)


def test_who_stands_behind_a_figure_is_called_by_name_and_by_reference_in_the_room(panel, page):
    people = [panel.workspace.register.add_person(name) for name in ("Kai Moor", "Lee Dunn")]
    listed = [Listed("people", one, f"Person of concern P{one:03d}") for one in people]
    page.behind.show_list("Persons", tuple(listed))
    assert [one.words for one in page.behind.model.rows] == [
        f"Kai Moor, P{people[0]:03d}", f"Lee Dunn, P{people[1]:03d}"]  # fmt: skip
    meeting = panel.workspace.agenda.plan_meeting(date(2026, 11, 12))
    panel.workspace.conduct.start(meeting)
    page.behind.show_list("Persons", tuple(listed))
    assert page.behind.model.rows == tuple(listed)
