"""The tracker's grid: columns, filters and views, and the place kept while children change."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from models.records.tracker import Filter
from models.rules.tracker.columns import AT_FIRST
from models.rules.tracker.views import AT_START
from tests.benchmarks.tracked import tracked
from ui import look
from ui.pages.children import ChildrenPage
from ui.pages.children.grid.arranged import Wanted
from ui.pages.children.grid.model import TrackerModel
from ui.pages.children.words import tags_of
from ui.widgets.cell import SIDE
from ui.widgets.tag import tag_size


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


def names(page):
    return [row.name for row in page.tracker.model.rows]


def test_the_model_keeps_qts_rules_through_sorting_filtering_and_changes(qapp):
    model, children = TrackerModel(), tracked(30)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(children)
    model.sort(model.column_of("risk"), Qt.SortOrder.DescendingOrder)
    assert [row.risk for row in model.rows][:9] == ["High"] * 8 + ["Medium"]
    assert model.rows[-1].risk is None
    model.want(Wanted(words=("high",), sort="risk", descending=True))
    assert {row.risk for row in model.rows} == {"High"}
    one = model.rows[0]
    low = replace(one, risk="Low", risk_rank=1, risk_band="low")
    model.change_rows(frozenset((one.id,)), (low,))
    assert one.id not in {row.id for row in model.rows}
    model.change_rows(frozenset((one.id,)), ())
    assert model.total == 29
    del tester


def test_a_child_changed_anywhere_is_read_by_itself_and_the_place_is_kept(panel, page):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    page.tracker.view.go_to(ids[1], "plan")
    asked = []
    read = panel.workspace.read.tracker
    panel.workspace.read.__dict__["tracker"] = lambda only=None: asked.append(only) or read(only)
    panel.workspace.register.change(ids[2], "school", "Tarn High", None)
    panel.workspace.register.set_status(ids[0], panel.workspace.store.clock.today(), plan="CLA")
    panel.workspace.store.undo()
    panel.workspace.read.__dict__.pop("tracker")
    assert asked == [{ids[2]}, {ids[0]}, {ids[0]}]
    assert [row.school for row in page.tracker.model.rows] == [None, None, "Tarn High"]
    at = page.tracker.view.currentIndex()
    assert (at.row(), page.tracker.model.columns[at.column()].key) == (1, "plan")


def test_coming_back_to_the_page_reads_whom_changes_touched_and_all_after_a_while(panel, page):
    one, _ = panel.child("Ann Ore"), panel.child("Bea Poe")
    page.reload()
    panel.hub.changed.disconnect(page.on_changed)
    panel.workspace.register.change(one, "team", "North", None)
    asked = []
    read = panel.workspace.read.tracker
    panel.workspace.read.__dict__["tracker"] = lambda only=None: asked.append(only) or read(only)
    page.reload()
    panel.workspace.store.clock.set(datetime(2026, 11, 12, 10))
    page.reload()
    panel.workspace.read.__dict__.pop("tracker")
    panel.hub.changed.connect(page.on_changed)
    assert asked == [{one}, None]
    assert [row.team for row in page.tracker.model.rows] == ["North", None]


def test_a_column_is_filtered_by_its_words_and_the_tag_takes_the_filter_away(panel, page):
    panel.child("Ann Ore", plan="CLA")
    panel.child("Bea Poe", plan="CP")
    panel.child("Cat Roe", plan=None)
    page.reload()
    page.tracker.view.go_to(page.tracker.model.rows[0].id, "plan")
    page.filter_column()
    card = page.tracker.filtering
    said = [card.words.item(at).text() for at in range(card.words.count())]
    assert said == ["CLA  (1)", "CP  (1)"]
    card.words.item(0).setCheckState(Qt.CheckState.Checked)
    card.empty.setChecked(True)
    card.take()
    assert names(page) == ["Ann Ore", "Cat Roe"]
    at = page.tracker.model.column_of("plan")
    told = page.tracker.model.headerData(
        at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert told == "Plan, filtered"
    page.tracker.tags.taken.emit("plan")
    assert len(names(page)) == 3


def test_a_word_typed_over_the_words_of_a_column_filters_by_it(panel, page, qtbot):
    panel.child("Ann Ore", plan="CLA")
    panel.child("Bea Poe", plan="CP")
    page.reload()
    page.tracker.view.go_to(page.tracker.model.rows[0].id, "plan")
    page.filter_column()
    card = page.tracker.filtering
    qtbot.keyClick(card.words, Qt.Key.Key_C)
    qtbot.keyClicks(card.part, "la")
    assert card.part.text() == "cla"
    qtbot.keyClick(card.part, Qt.Key.Key_Return)
    assert card.isHidden() and names(page) == ["Ann Ore"]
    page.filter_column()
    assert card.part.text() == "cla"


def test_the_words_of_a_column_are_counted_among_those_whom_all_else_keeps(panel, page):
    ids = [panel.child(f"{name} Ore", plan="CP", team=team)
           for name, team in (("Ann", "North"), ("Bea", "South"), ("Cat", "North"))]  # fmt: skip
    panel.child("Dee Moe", plan="CLA")
    panel.workspace.register.close(ids[2], "moved away", "Bo Second")
    page.reload()

    def offered(key):
        page.tracker.view.go_to(ids[0], key)
        page.filter_column()
        words = page.tracker.filtering.words
        return [words.item(at).text() for at in range(words.count())]

    assert offered("plan") == ["CLA  (1)", "CP  (2)"]
    page.tracker.filtering.words.item(1).setCheckState(Qt.CheckState.Checked)
    page.tracker.filtering.take()
    assert offered("plan") == ["CLA  (1)", "CP  (2)"]
    assert offered("team") == ["North  (1)", "South  (1)"]


def test_columns_are_chosen_moved_and_sized_by_keys(panel, page):
    panel.child()
    page.reload()
    view = page.tracker.view
    page.choose_columns()
    card = page.tracker.choosing
    assert card.list.item(0).text() == "Child"
    card.list.setCurrentRow(1)
    card.list.currentItem().setCheckState(Qt.CheckState.Unchecked)
    assert view.shown_columns() == tuple(key for key in AT_FIRST if key != "system_id")
    card.list.setCurrentRow(0)
    card.move(1)
    card.move(1)
    assert view.shown_columns()[:2] == ("age", "name")
    card.size_by(1)
    assert view.widths()["name"] == view.columnWidth(0)
    card.leave()
    view.setCurrentIndex(page.tracker.model.index(0, page.tracker.model.column_of("name")))
    page.move_column("left")
    assert view.shown_columns()[:2] == ("name", "age")
    before = view.columnWidth(0)
    page.size_column("narrower")
    assert view.columnWidth(0) < before


def test_chosen_cells_are_copied_with_their_heads_and_run_nothing_in_a_spreadsheet(
    panel, page, qtbot
):
    ids = [panel.child(name, lead_name="=HYPERLINK(0)") for name in ("Ann Ore", "Bea Poe")]
    page.reload()
    view = page.tracker.view
    view.go_to(ids[0], "lead")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == [["'=HYPERLINK(0)"]]
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, first, second = copied()
    assert head == [
        page.tracker.model.columns[page.tracker.model.column_of(key)].title for key in AT_FIRST
    ]
    assert (first[0], second[0], len(first)) == ("Ann Ore", "Bea Poe", len(AT_FIRST))
    forms = QGuiApplication.clipboard().mimeData().formats()
    assert any("ExcludeClipboardContentFromMonitor" in form for form in forms)


def copied():
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_the_first_column_stays_in_sight_and_is_clicked_where_it_is_seen(panel, page, qtbot):
    ids = [panel.child(name) for name in ("Ann Ore", "Bea Poe")]
    page.reload()
    view, name = page.tracker.view, page.tracker.model.column_of("name")
    page.resize(700, 600)
    view.go_to(ids[0], "lead")
    assert view.horizontalScrollBar().value() > 0
    rect = view.visualRect(view.grid.index(1, name))
    assert rect.left() == 0
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert (view.current_child().id, view.currentIndex().column()) == (ids[1], name)
    assert view.horizontalScrollBar().value() > 0
    shown = view.shown_columns()
    view.go_to(ids[0], shown[1])
    left = view.columnViewportPosition(view.grid.column_of(shown[1]))
    assert left >= view.head.stays()
    head = view.head.viewport()
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(20, head.height() // 2))
    assert page.tracker.model.wanted.sort == "name"


def test_a_view_is_kept_chosen_taken_away_and_brought_back(panel, page):
    panel.child("Ann Ore", plan="CLA")
    panel.child("Bea Poe", plan="CP")
    page.reload()
    tracker, views = page.tracker, page.tracker.views
    tracker.view.lay_out(("name", "plan", "school"), {"plan": 200})
    tracker.filters = {"plan": Filter("plan", ("CLA",))}
    tracker.table.filter.setText("ann")
    page.keep_view()
    views.entry.editor_of("name").setText("Looked after")
    views.entry.keep()
    assert views.which.minimumContentsLength() == len("The usual view")
    views.which.set_value(("", ""))
    tracker.take_view(AT_START)
    assert (names(page), tracker.view.shown_columns()) == (["Ann Ore", "Bea Poe"], AT_FIRST)
    views.which.set_value(("own", "Looked after"))
    tracker.take_view(views.chosen())
    assert (names(page), tracker.view.shown_columns()) == (["Ann Ore"], ("name", "plan", "school"))
    assert tracker.table.words() == ""
    assert panel.said[-1][0].startswith("The view is kept without what may name a child")
    views.drop()
    assert views.views == {}
    panel.workspace.store.undo()
    assert list(views.views) == [("own", "Looked after")]


def width_of(page, key):
    return page.tracker.view.columnWidth(page.tracker.model.column_of(key))


def whole(page, key):
    """The narrowest that shows each of a column's words whole."""
    said = page.tracker.model.said(page.tracker.model.column_of(key))
    return max(tag_size(*one).width() + SIDE if one[1] else 0 for one in said)


def test_a_filter_makes_no_column_narrower_than_what_all_children_say(panel, page):
    today = panel.workspace.store.clock.today()
    for name, risk in (("Ann Ore", "Low"), ("Bea Poe", "High"), ("Cat Roe", "Medium")):
        panel.workspace.register.set_status(panel.child(name), today, risk=risk)
    page.reload()
    page.tracker.table.filter.setText("ann")
    page.tracker.view.fit()
    page.tracker.view.lay_out(AT_FIRST, {})
    narrow = width_of(page, "risk")
    page.tracker.table.filter.setText("")
    assert width_of(page, "risk") == narrow >= whole(page, "risk")


def test_a_level_that_is_said_for_the_first_time_makes_its_column_wider(panel, page):
    child, today = panel.child("Ann Ore"), panel.workspace.store.clock.today()
    panel.workspace.register.set_status(child, today, risk="Low")
    page.reload()
    before = width_of(page, "risk")
    panel.workspace.register.set_status(child, today, risk="No identified risk")
    assert width_of(page, "risk") >= whole(page, "risk") > before


def test_another_size_of_text_gives_no_column_a_width_of_its_own(panel, page, qapp):
    panel.child("Ann Ore")
    page.reload()
    view = page.tracker.view
    before = [view.columnWidth(at) for at in range(len(page.tracker.model.columns))]
    for scale in (1.5, 1.0):
        look.apply(qapp, "light", scale)
        view.fit()  # as a new style sheet does, which tests leave off
    assert view.widths() == {}
    assert [view.columnWidth(at) for at in range(len(before))] == before


def test_the_head_says_who_is_open_and_not_on_the_tracker_and_shows_them_with_why(panel, page):
    panel.child("Ann Ore")
    apart = panel.workspace.register.add_child("Bea Poe")
    panel.workspace.referrals.add(apart, received_on=date(2026, 11, 9), referrer_agency="Police")
    page.reload()
    assert page.soft.text() == "2 open, 1 of them on the tracker"
    assert page.apart.text() == "1 not on the tracker"
    page.apart.click()
    assert [row.id for row in page.tracker.model.rows] == [apart]
    assert page.tracker.note.text() == "1 referred, not decided yet"
    at = page.tracker.model.column_of("tracked")
    assert page.tracker.model.text(0, at) == "No: referred, not decided yet"
    assert not page.tracker.view.horizontalHeader().isSectionHidden(at)


def test_a_number_that_a_paper_told_stands_beside_what_is_entered(panel, page):
    child = panel.child("Ann Ore", missing_90_days=3)
    panel.workspace.register.add_episode(
        child, reported_at=datetime(2026, 11, 7, 22), returned_at=datetime(2026, 11, 8, 6)
    )
    page.reload()
    at = page.tracker.model.column_of("missing_90_days")
    assert page.tracker.model.text(0, at) == "1, imported 3"
    page.show_record((child, "episodes"))
    assert page.child.record is not None
    words = [one if isinstance(one, str) else one[0] for one in tags_of(page.child.record)]
    assert "Missing 1 in 90 days as entered here, 3 as imported" in words
    assert "3 in 90 days; 1 is entered here" in page.child.episodes.told.text()
