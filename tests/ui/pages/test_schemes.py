"""The scheme editor: copied, worded, banded, tried, begun on a day, given to another panel."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models import codes
from models.records.assessing import Entered
from ui.pages.settings import SettingsPage


@pytest.fixture
def part(panel, qtbot):
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("schemes")
    return page.part("schemes")


def choose(part, code):
    part.table.go_to(code)
    part._chosen()


def copied(part, label="Northmoor matrix", code="rfm"):
    choose(part, code)
    part.copied.ask()
    part.copied.editor_of("label").setText(label)
    part.copied.keep()
    return part.chosen().id


def written(part, name, text):
    part.what.form.editor_of(name).setPlainText(text)
    return part.what.form.settle()


BAD = "Low: 0 to 5\nHigh: 7 or more"


def test_what_was_refused_says_so_again_when_the_scheme_is_shown_again(part):
    made = copied(part)
    assert not written(part, "levels", BAD)
    choose(part, "cumbria")
    assert not part.what.form.errors()
    choose(part, made)
    assert part.what.form.editor_of("levels").toPlainText() == BAD
    assert "no level holds 6" in part.what.form.errors()["levels"]


def test_whoever_leaves_is_brought_to_the_field_that_is_not_kept(part, qtbot):
    copied(part)
    written(part, "levels", BAD)
    part.tabs.go_to(2)
    part.table.setFocus()
    page = next(one for one in parents(part) if isinstance(one, SettingsPage))
    assert not page.may_leave()
    field = part.what.form.editor_of("levels")
    qtbot.waitUntil(lambda: page.window().focusWidget() is field, timeout=1000)
    assert part.tabs.current == 0 and part.what.form.errors()["levels"]


def parents(widget):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def test_every_scheme_says_what_it_is_in_sentences(part):
    for row in part.table.model.rows:
        choose(part, row.id)
        assert "Counted:" in part.what.words.text()
        assert "Source:" in part.what.words.text()
    assert part.what.form.label_of("levels").isHidden()


def test_a_copy_is_banded_locally_and_a_gap_is_refused(panel, part):
    made = copied(part)
    assert written(part, "levels", "Low: 1 to 4\nMedium: 5 to 9\nHigh: 10 or more")
    levels = codes.scheme(made).levels
    assert [(one.code, one.low, one.high) for one in levels] == [
        ("low", 1, 4), ("medium", 5, 9), ("high", 10, None),
    ]  # fmt: skip
    assert not written(part, "levels", "Low: 1 to 4\nHigh: 10 or more")
    assert "no level holds 5 to 9" in part.what.form.errors()["levels"]
    assert codes.scheme(made).levels == levels
    panel.workspace.store.undo()
    assert codes.scheme(made).levels[1].low is None


def test_a_scheme_of_levels_alone_shows_no_empty_lists(part):
    known = [codes.scheme(row.id) for row in part.table.model.rows]
    choose(part, next(one.code for one in known if not one.indicators and not one.bank))
    assert part.indicators.sides.isHidden()
    assert part.tried.answers.parentWidget().isHidden()


def test_indicators_are_pasted_ordered_by_keys_and_tried(panel, part):
    part.made.ask()
    part.made.editor_of("label").setText("Our tool")
    part.made.keep()
    made = part.chosen().id
    shown = part.indicators
    shown.entry.ask()
    shown.entry.editor_of("group").setText("Home")
    shown.entry.editor_of("lines").setPlainText("Late home\n\nDebt\nNew phones\n")
    shown.entry.keep()
    panel.workspace.schemes.change(made, "kind", "count")
    panel.workspace.schemes.change(made, "levels", "Low: 0 to 1\nHigh: 2 or more")
    part.reload()
    shown.list.go_to("debt")
    QTest.keyClick(shown.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.label for one in codes.scheme(made).indicators][0] == "Debt"
    part.reload()
    part.tried.answers.go_to("debt")
    QTest.keyClicks(part.tried.answers, "yy")
    assert part.tried.score.result.text() == "Score 2: High (2 or more)."
    shown.list.go_to("new_phones")
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert [one.code for one in codes.scheme(made).indicators] == ["debt", "late_home"]


def test_a_scheme_in_use_is_read_only_until_its_new_version_begins(panel, part):
    made = copied(part)
    child = panel.child()
    panel.workspace.register.assess(child, Entered(
        scheme_code=made, assessed_on=date(2026, 11, 1), judgement="High", author="Sam Price",
    ))  # fmt: skip
    part.reload()
    assert part.indicators.add_button.isHidden()
    assert part.what.form.label_of("levels").isHidden()
    assert "stay" in part.what.told._soft.text()
    part.version.ask()
    part.version.editor_of("version").setText("2027")
    part.version.editor_of("begins").line.setText("4 Jan 2027")
    part.version.keep()
    assert part.chosen().standing == "begins 4 Jan 2027"
    assert part.again.isHidden()
    assert not part.indicators.add_button.isHidden()


def test_a_scheme_goes_to_another_panel_as_a_file(panel, part, tmp_path):
    panel.dialogues.save_to = tmp_path / "scheme.json"
    choose(part, "seraf")
    part.save()
    panel.dialogues.files = [tmp_path / "scheme.json"]
    part.take_in()
    row = part.chosen()
    assert (row.label, row.own) == ("SERAF (2)", True)
    assert len(codes.scheme(row.id).indicators) == len(codes.scheme("seraf").indicators)
    (tmp_path / "scheme.json").write_text("{}", "utf-8")
    part.take_in()
    assert "no risk scheme" in panel.said[-1][0]
    panel.dialogues.files = [tmp_path / "gone.json"]
    part.take_in()
    assert "cannot be read" in panel.said[-1][0]


def test_the_period_of_a_shipped_scheme_is_set_locally(panel, part):
    choose(part, "seraf")
    part.what.form.editor_of("validity").setText("3 months")
    assert part.what.form.settle()
    assert codes.scheme("seraf").validity.number == 3
