"""The preview of papers: a mending moves what it mends, and what is shown is what is kept."""

import pytest
from PySide6.QtCore import Qt

from models.intake.understanding.lines import UNCLEAR, UNSTATED
from tests.models.intake.understanding.drawn import drawn
from tests.ui.pages.test_referrals import PAPER, drop
from ui.pages.referrals import ReferralsPage


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ReferralsPage(panel.desk), qtbot)


def every_row(page):
    """The fields of all lines of a return."""
    read, found = page.preview.view.read, []
    for line in read.lines.lines.lines:
        read.lines.chosen.emit(line.key)
        found += read.fields.rows
    return found


def test_what_is_mended_into_another_field_moves_there_and_the_state_follows(page, tmp_path):
    paper = tmp_path / "nobody.csv"
    paper.write_text(
        "Reason for referral,Associates,Immediate risk,Request to panel,School,DOB\n"
        "Seen with older males,Maisie-leigh Denholm,Yes,Mapping,Hill School,12/05/2011\n"
    )
    drop(page, paper)
    preview, view = page.preview, page.preview.view
    assert preview.model.rows[0][2] == "nobody is named"
    wrong = next(row for row in view.fields.rows if row.name == "associates")
    view.table.opened.emit(wrong.key)
    view.mend.field.set_value("name")
    view.mend.keep()
    said = {row.name: (row.value, row.standing) for row in view.fields.rows}
    assert said["name"] == ("Maisie-leigh Denholm", "mended by you")
    assert said["associates"] == ("", "taken out by you")
    assert preview.model.rows[0][2] != "nobody is named"
    named = next(row for row in view.fields.rows if row.name == "name")
    view.table.opened.emit(named.key)
    view.mend.field.set_value("associates")
    view.mend.keep()
    assert "name" not in {row.name for row in view.fields.rows}
    assert preview.model.rows[0][2] == "nobody is named"


def test_of_two_named_in_a_field_the_one_that_is_moved_leaves_the_other_there(page, tmp_path):
    paper = tmp_path / "two.csv"
    paper.write_text(
        "Reason for referral,Associates,Immediate risk,Request to panel,School\n"
        'Seen out,"Maisie Denholm, Dane Ruddock",Yes,Mapping,Hill School\n'
    )
    drop(page, paper)
    view = page.preview.view
    view.table.opened.emit(next(r.key for r in view.fields.rows if r.name == "associates"))
    view.mend.field.set_value("name")
    view.mend.line.setText("Maisie Denholm")
    view.mend.keep()
    said = {row.name: row.value for row in view.fields.rows}
    assert (said["name"], said["associates"]) == ("Maisie Denholm", "Dane Ruddock")


def test_the_file_stood_on_by_the_far_keys_is_the_one_that_is_kept(page, tmp_path, qtbot):
    other = tmp_path / "other.csv"
    other.write_text("Name,DOB,Reason for referral\nEllie Marsh,04/05/2011,Seen out\n")
    drop(page, PAPER, other)
    table = page.preview.table
    table.go_to(0)
    for key, place in ((Qt.Key.Key_End, 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table.view, key, Qt.KeyboardModifier.ControlModifier)
        assert (table.current_key(), table.chosen_keys()) == (place, [place])


def test_what_one_file_was_narrowed_by_does_not_narrow_the_next(page, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Name,DOB,Reason for referral\nEllie Marsh,04/05/2011,Seen out\n")
    drop(page, PAPER, other)
    view = page.preview.view
    view.table.filter.setText("Exploitation")
    page.preview.table.go_to(1)
    assert view.table.filter.text() == ""
    assert len(view.fields.rows) == view.fields.total


def test_who_may_read_a_line_stands_as_the_paper_has_it(page, tmp_path):
    paper = tmp_path / "return.csv"
    paper.write_text(
        "Agency,Child,DOB,Information,Fact or opinion,Share with\n"
        "Health,Ivy Ash,12/05/2011,Attended A&E twice,Fact,strictly away from the mother please\n"
        "Health,Ivy Ash,12/05/2011,Seen at clinic,Fact,Everyone on the panel\n"
        "Health,Ivy Ash,12/05/2011,Is well,Fact,\n"
    )
    drop(page, paper)
    rows = [row for row in every_row(page) if row.name == "sharing"]
    assert [(row.value, row.raw, row.note) for row in rows] == [
        ("chair only", "strictly away from the mother please", UNCLEAR),
        ("all panel", "Everyone on the panel", ""),
        ("chair only", "", UNSTATED),
    ]


def test_a_line_of_a_return_is_read_whole_with_its_kind_and_readers(page, tmp_path):
    paper, long = tmp_path / "return.csv", f"Attended A&E twice {'and was not seen ' * 12}".strip()
    paper.write_text(
        "Agency,Child,DOB,Information,Fact or opinion,Share with\n"
        f"Health,Ivy Ash,12/05/2011,{long},Fact,strictly away from the mother please\n"
        "Health,Ivy Ash,12/05/2011,Seen at clinic,Opinion,Police; Housing\n"
    )
    drop(page, paper)
    read = page.preview.view.read
    first, second = read.lines.lines.lines
    assert (first.words, first.right, first.kind) == (long, "chair only", "medium")
    assert "fact" in first.soft and first.amber == "1 to look at"
    assert (second.words, second.right) == ("Seen at clinic", "Police; Housing")
    read.lines.chosen.emit(second.key)
    assert {row.place for row in read.fields.rows} == {second.key}


def test_why_a_field_needs_a_look_is_told_in_full_below_the_list(page):
    drop(page, PAPER)
    read = page.preview.view.read
    page.preview.view.mend.mended.emit(0, "nhs", "943 476 5918")
    row = next(row for row in read.fields.rows if row.name == "nhs")
    read.table.go_to(row.key)
    assert row.note
    assert read.whole.toPlainText().startswith(f"Look at this: {row.note}.")
    assert "NHS number: 943 476 5918" in read.whole.toPlainText()


def test_whoever_was_moved_to_the_name_is_kept_as_the_child_and_as_nobody_else(
    panel, page, tmp_path
):
    paper = tmp_path / "nobody.csv"
    paper.write_text(
        "Reason for referral,Associates,Immediate risk,Request to panel,School,DOB\n"
        "Seen with older males,Maisie-leigh Denholm,No,Mapping,Hill School,12/05/2011\n"
    )
    drop(page, paper)
    view = page.preview.view
    view.table.opened.emit(next(r.key for r in view.fields.rows if r.name == "associates"))
    view.mend.field.set_value("name")
    view.mend.keep()
    page.preview.keep_all.click()
    read = panel.workspace.read
    assert [one.name for one in read.children()] == ["Maisie-leigh Denholm"]
    assert read.people() == ()


def test_the_field_that_is_stood_on_is_in_sight(page, qtbot):
    page.resize(1100, 420)
    drop(page, PAPER)
    view = page.preview.view.read.table.view
    last = page.preview.view.fields.rows[-1]
    page.preview.view.table.go_to(last.key)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_a_line_given_to_somebody_else_shows_that_the_number_is_taken_out(page, tmp_path):
    paper = tmp_path / "return.docx"
    heading = "**Mackenzie Quayle (LCS590456)**"
    paper.write_bytes(drawn("# Agency information return: Police", heading, "Seen. (fact)"))
    drop(page, paper)
    page.preview.view.mended.emit(0, "name", "Maisie Hartley")
    assert [
        (row.value, row.standing) for row in every_row(page) if row.name in ("name", "la_id")
    ] == [("Maisie Hartley", "mended by you"), ("", "taken out by you")]
