"""Tables of frozen rows: sorted and filtered, with the place kept by key."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.ui.gallery import COLUMNS, children
from ui.rows import Column, RowsModel, order_of, written
from ui.widgets.cell import row_height
from ui.widgets.table import RowsTable


@pytest.fixture
def model(qapp):
    made = RowsModel(COLUMNS, key=lambda child: child.id)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_rows(children(30))
    yield made
    del tester


@pytest.fixture
def table(model, qtbot):
    made = RowsTable(model, "Children", noun=("child", "children"))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_children_never_assessed_come_last_whichever_way_dates_are_sorted(model):
    for order in Qt.SortOrder:
        model.sort(3, order)
        days = [child.assessed for child in model.rows]
        known = [day for day in days if day is not None]
        assert known == sorted(known, reverse=order == Qt.SortOrder.DescendingOrder)
        assert days[len(known) :] == [None] * (len(days) - len(known))


def test_every_word_of_the_filter_must_occur_somewhere_in_the_row(model):
    model.set_filter("online kay")
    assert model.rows
    assert all(c.category == "Online" and c.worker == "Kay Baines" for c in model.rows)
    model.set_filter("")
    assert model.rowCount() == model.total == 30


def test_a_predicate_narrows_beside_the_filter(model):
    model.set_keep(lambda child: child.risk == "High")
    model.set_filter("baines")
    assert {(c.risk, c.worker) for c in model.rows} == {("High", "Kay Baines")}


def test_the_chosen_child_stays_chosen_through_reload_sort_and_filter(model, table):
    table.go_to(7)
    model.sort(4, Qt.SortOrder.DescendingOrder)
    assert table.current_key() == 7
    model.set_rows(children(20))
    assert table.current_key() == 7
    assert table.chosen_keys() == [7]
    table.filter.setText(model.row_at(model.row_of(7)).initials)
    assert table.current_key() == 7


def test_a_changed_row_is_shown_without_losing_the_place(model, table):
    table.go_to(3)
    model.set_rows([replace(c, risk="High") if c.id == 3 else c for c in children(30)])
    assert table.current_key() == 3
    assert model.row_at(model.row_of(3)).risk == "High"


def test_the_count_says_how_many_of_how_many(model, table):
    assert table.count.text() == "30 children"
    table.filter.setText("online")
    assert table.count.text().endswith("of 30 children")


def test_an_empty_table_says_what_to_do(model, table):
    model.set_rows([])
    assert table.empty.isVisible()
    model.set_rows(children(1))
    assert not table.empty.isVisible()
    assert table.count.text() == "1 child"


def test_enter_opens_the_child(model, table, qtbot):
    table.go_to(5)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_copied_rows_are_cells_for_a_spreadsheet_and_kept_out_of_histories(model, table, qtbot):
    model.set_rows([replace(children(1)[0], worker="=HYPERLINK(0)", missing=-1)])
    table.go_to(0)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QApplication.clipboard().mimeData()
    head, row = mime.text().splitlines()
    assert head.split("\t")[0] == "Child"
    assert row.split("\t")[-1] == "'=HYPERLINK(0)"
    assert row.split("\t")[4] == "-1"
    assert any("ExcludeClipboardContentFromMonitor" in form for form in mime.formats())


def test_the_column_of_the_current_cell_sorts_by_keys(model, table):
    table.view.setCurrentIndex(model.index(0, 4))
    table.sort_here()
    counts = [child.missing for child in model.rows]
    assert counts == sorted(counts)
    table.view.setCurrentIndex(model.index(0, 4))
    table.sort_here()
    assert [child.missing for child in model.rows] == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (date(2026, 11, 2), "2 Nov 2026"),
        (True, "Yes"),
        (("Police", "Health"), "Police, Health"),
        (0, "0"),
    ],
)
def test_cells_are_written_for_people(value, words):
    assert written(value) == words


def test_words_sort_without_regard_to_case():
    assert sorted(["b", "A", "c"], key=order_of) == ["A", "b", "c"]


@dataclass(frozen=True)
class Link:
    """A link as a narrow table shows it."""

    who: str
    readers: str = ""


LINK = (
    Column[Link]("Who", lambda one: one.who, width=20, stretch=True),
    Column[Link]("Who may read it", lambda one: one.readers, width=20),
)


def test_a_column_that_says_nothing_gives_way_where_there_is_no_room(qtbot):
    model = RowsModel(LINK, key=lambda one: one.who)
    table = RowsTable(model, "Links")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    people = [Link(f"Person of concern {at}") for at in range(80)]
    model.set_rows(people)
    assert not table.view.isColumnHidden(1)
    table.resize(250, 300)
    assert table.view.isColumnHidden(1)
    model.set_rows([*people, Link("Nate Dacre", "chair only")])
    assert not table.view.isColumnHidden(1)
    model.set_rows(people)
    assert not table.view.isColumnHidden(1), "what has been said once stays"


def test_what_can_be_spared_gives_way_where_there_is_no_room(qtbot):
    columns = (*LINK, Column[Link]("Once more", lambda one: one.who, width=20, spare=True))
    table = RowsTable(RowsModel(columns, key=lambda one: one.who), "Links")
    qtbot.addWidget(table)
    table.model.set_rows([Link("Nate Dacre", "chair only")])
    table.resize(900, 300)
    table.show()
    assert not table.view.isColumnHidden(2)
    table.resize(200, 300)
    assert table.view.isColumnHidden(2)
    assert not table.view.isColumnHidden(1)


def test_a_column_kept_back_stays_so_whatever_room_there_is(qtbot):
    model = RowsModel(LINK, key=lambda one: one.who)
    table = RowsTable(model, "Links")
    qtbot.addWidget(table)
    model.set_rows([Link("Nate Dacre", "chair only")])
    table.view.setColumnHidden(1, True)
    table.resize(900, 300)
    table.show()
    assert table.view.isColumnHidden(1)
    assert table.view.columnWidth(0) == table.view.viewport().width()
    table.view.setColumnHidden(1, False)
    assert not table.view.isColumnHidden(1)


def test_room_to_spare_goes_to_words_that_are_cut_then_to_what_stretches(qtbot):
    short = Column[Link]("Readers", lambda one: one.readers, width=6)
    who = Column[Link]("Who", lambda one: one.who, width=12, stretch=True)
    table = RowsTable(RowsModel((who, short), key=lambda one: one.who), "Links")
    qtbot.addWidget(table)
    said = "children's social care and the police"
    table.model.set_rows([Link("Nate Dacre", said)])
    table.resize(1200, 300)
    table.show()
    view = table.view
    assert view.columnWidth(1) > view.fontMetrics().horizontalAdvance(said)
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()
    table.resize(240, 300)
    assert view.columnWidth(1) < view.fontMetrics().horizontalAdvance(said)


def test_a_firm_column_keeps_its_words_where_there_is_no_room(qtbot):
    def width_of_who(*, firm):
        who = Column[Link]("Who", lambda one: one.who, width=30, stretch=True, firm=firm)
        last = Column[Link]("Readers", lambda one: one.readers, width=20)
        table = RowsTable(RowsModel((who, last), key=lambda one: one.who), "Links")
        qtbot.addWidget(table)
        table.model.set_rows([Link("Other forms of exploitation", "the whole of the panel")])
        table.resize(240, 300)
        table.show()
        return table.view.columnWidth(0), table.view.fontMetrics()

    kept, letters = width_of_who(firm=True)
    assert kept > letters.horizontalAdvance("Other forms of exploitation")
    assert width_of_who(firm=False)[0] < kept


def test_where_nothing_stretches_the_last_column_fills_the_table(qtbot):
    columns = tuple(Column[Link](one, lambda row: row.who, width=12) for one in ("Who", "Again"))
    table = RowsTable(RowsModel(columns, key=lambda one: one.who), "Links")
    qtbot.addWidget(table)
    table.model.set_rows([Link("Nate Dacre")])
    table.resize(900, 300)
    table.show()
    view = table.view
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()


def test_what_wraps_stands_whole_and_its_row_grows_with_it(qtbot, qapp):
    said = "Nobody is named as minute taker, and who reads the minutes back asks for one. "
    columns = (
        Column[tuple[int, str]]("At", lambda row: row[0], width=4),
        Column[tuple[int, str]]("Said", lambda row: row[1], width=20, stretch=True, wraps=True),
    )
    model = RowsModel(columns, key=lambda row: row[0])
    made = RowsTable(model, "Said")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    model.set_rows([(1, said * 4), (2, "Short.")])
    high, low = (made.view.rowHeight(at) for at in (0, 1))
    assert low == row_height() and high > 3 * low
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [made.view.rowHeight(at) for at in (0, 1)] == [low, high]
    made.resize(1_600, 400)
    assert low < made.view.rowHeight(1) < high
