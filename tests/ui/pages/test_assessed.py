"""The board of assessments on Today: filtered, asked for in one key, opened in its place."""

from datetime import date

from models.records.assessing import Entered
from ui import look
from ui.pages.today import TodayPage


def test_one_key_asks_the_author_and_the_board_says_whom(panel, qtbot):
    late, new = panel.child("Ann Ore", lead_name="Lee Dale"), panel.child("Bea Poe")
    for made, day in ((late, date(2026, 8, 1)), (new, date(2026, 11, 10))):
        panel.workspace.register.assess(made, Entered(
            scheme_code="cumbria", assessed_on=day, judgement="Category 2", author="Kim Hart",
        ))  # fmt: skip
    page = panel.show(TodayPage(panel.desk), qtbot)
    page.show_assessed()
    board = page.views.shown("assessed")
    assert [one.child for one in board.model.rows] == ["Ann Ore"]
    assert board.note.text().startswith("1 of 2 in date (50 %)")
    board.table.go_to(late)
    page.ask_author()
    assert board.model.row_with(late).asked == "Kim Hart"
    assert "1 assessment asked for" in panel.said[-1][0]
    panel.workspace.store.undo()
    assert board.model.row_with(late).asked is None
    page.ask_author("ask_all")
    board.shown.set_value("asked")
    board._keep()
    assert [one.child for one in board.model.rows] == ["Ann Ore"]
    board.table.go_to(late)
    board._open(late)
    assert panel.went[-1] == ("children", (late, "assessments"))


def test_in_large_text_no_column_of_the_board_lies_out_of_sight(panel, qtbot, qapp):
    made = panel.child("Anneliese Oreford-Kaye", lead_name="Leonora Dalebrook-Hythe")
    panel.workspace.register.assess(made, Entered(
        scheme_code="cumbria", assessed_on=date(2026, 8, 1), judgement="Category 2",
        author="Josephine Marshall-Whitworth",
    ))  # fmt: skip
    panel.workspace.chasing.assessments([made])
    look.apply(qapp, "light", 1.5)
    page = panel.show(TodayPage(panel.desk), qtbot)
    page.resize(1220, 700)
    page.show_assessed()
    board = page.views.shown("assessed")
    view, heads = board.table.view, board.table.view.horizontalHeader()
    board.model.set_rows(board.model.rows)
    qapp.processEvents()
    shown = {column.title for at, column in enumerate(board.model.columns)
             if not view.isColumnHidden(at)}  # fmt: skip
    assert heads.length() <= view.viewport().width()
    assert "Scheme" not in shown and {"Child", "Standing", "Would be asked", "Asked"} <= shown
