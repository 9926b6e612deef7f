"""Assessing a child by keys: the form, its score, its draft, correcting, and side by side."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.records.assessing import Entered, Given
from ui.pages.children import ChildrenPage
from ui.pages.line_places import place_of
from ui.pages.today import TodayPage

EARLIER = Entered(
    scheme_code="rfm", assessed_on=date(2026, 9, 1), author="Sam Price",
    given=(Given("debt", "Debt (debt bondage)", "present"),),
)  # fmt: skip


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


@pytest.fixture
def child(panel, page):
    made = panel.child()
    panel.workspace.register.assess(made, EARLIER)
    page.show_record((made, "assessments"))
    return made


def part(page):
    return page.child.assessments


def stand(page, code):
    part(page).form.answers.go_to(code)
    part(page).form.bar.show_question()


def test_an_assessment_is_made_by_keys_and_its_arithmetic_follows(panel, page, child):
    page.add_here()
    form = part(page).form
    assert form.form.value("scheme_code") == "rfm"
    for code, key in (("debt", "y"), ("gang", "y"), ("sims", "s"), ("absent", "n")):
        stand(page, code)
        QTest.keyClicks(form.answers, key)
    assert form.score.lines.text() == "2 present\n1 suspected, not counted"
    assert form.score.result.text() == "Score 2: Low (1 to 4)."
    assert "● the same" in form.score.moves.text()
    form.form.editors["author"].setText("Kim Hart")
    form.form.editors["with_child"].set_value("yes")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = panel.workspace.read.child(child).assessments[0]
    assert (made.score, made.level, made.entered.with_child) == (2, "Low", True)
    assert part(page).stack.currentIndex() == 0
    panel.workspace.store.undo()
    assert len(panel.workspace.read.child(child).assessments) == 1


def test_a_form_in_which_nothing_is_answered_has_no_score(panel, page, child):
    page.add_here()
    form = part(page).form
    assert form.score.lines.text() == "Nothing answered yet: no score."
    assert form.score.result.isHidden()
    form.form.editors["author"].setText("Kim Hart")
    form.keep()
    assert form.form.errors()["judgement"].startswith("Nothing is answered yet")


def test_a_day_with_a_name_behind_it_is_none(panel, page, child):
    page.add_here()
    day = part(page).form.form.editors["assessed_on"]
    for text in ("12 Nov 2026Kian Baines", "Kian Baines 12 Nov 2026"):
        day.set_text(text)
        assert (day.value(), day.text()) == (None, text)
        assert "take out" in day.reading.text()
    day.set_text("Thu 12 Nov 2026")
    assert day.value() == date(2026, 11, 12)


def test_a_judgement_without_its_reason_is_refused_at_the_reason(panel, page, child):
    page.add_here()
    form = part(page).form
    stand(page, "debt")
    QTest.keyClicks(form.answers, "y")
    form.form.editors["author"].setText("Kim Hart")
    form.form.editors["judgement"].set_value("High")
    form.keep()
    assert set(form.form.errors()) == {"rationale"}
    assert len(panel.workspace.read.child(child).assessments) == 1


def test_what_was_half_typed_comes_back_in_another_window(panel, page, child, qtbot):
    page.add_here()
    form = part(page).form
    stand(page, "gang")
    QTest.keyClicks(form.answers, "y")
    form.bar.evidence.setText("School log")
    form.note()
    today = panel.show(TodayPage(panel.desk), qtbot)
    (line,) = [one for one in today.lines if "half-typed" in one.text]
    assert place_of(line) == ("children", (child, "assessments"))
    other = panel.show(ChildrenPage(panel.desk), qtbot)
    other.show_record((child, "assessments"))
    other.add_here()
    came = other.child.assessments.form
    assert came.answers.answer_to("gang").answer == "present"
    assert "half-typed" in came.title._soft.text()
    came.discard()
    assert panel.workspace.store.draft(f"assessment {child}") is None
    today.reload()
    assert not [one for one in today.lines if "half-typed" in one.text]


def test_correcting_tells_what_stood_before(panel, page, child):
    page.correct_assessment()
    form = part(page).form
    stand(page, "debt")
    QTest.keyClicks(form.answers, "n")
    form.form.editors["judgement"].set_value("Medium")
    form.form.editors["rationale"].setPlainText("The debt was a mistake.")
    form.keep()
    assert "Debt (debt bondage) present → absent" in part(page).found.changes.words.text()
    assert panel.workspace.read.child(child).assessments[0].level == "Medium"


def test_two_assessments_stand_side_by_side_and_two_schemes_only_by_level(panel, page, child):
    later = Entered(
        scheme_code="rfm", assessed_on=date(2026, 11, 1), author="Kim Hart",
        given=(Given("gang", "Gang association", "present"),),
    )  # fmt: skip
    panel.workspace.register.assess(child, later)
    part(page).table.go_to(panel.workspace.read.child(child).assessments[0].id)
    page.compare_assessments()
    compared = part(page).comparison
    assert {(one.label, one.change) for one in compared.rows()} == {
        ("Debt (debt bondage)", "not answered again"), ("Gang association", "now there"),
    }  # fmt: skip
    other = Entered(
        scheme_code="cumbria", assessed_on=date(2026, 11, 5), author="Kim Hart",
        judgement="Category 2",
    )  # fmt: skip
    panel.workspace.register.assess(child, other)
    part(page).comparison.closed.emit()
    part(page).table.go_to(panel.workspace.read.child(child).assessments[0].id)
    page.compare_assessments()
    assert compared.rows() == ()
    assert "do not compare" in compared.note.text()
    assert "Category 2" in compared.levels[1].text()


def test_numbers_are_typed_and_bounded_by_the_form(panel, page, child):
    page.add_here()
    form = part(page).form
    form.form.editors["scheme_code"].set_value("merseyside")
    form.form.scheme_chosen.emit()
    stand(page, "missing")
    QTest.keyClicks(form.answers, "12")
    assert form.answers.answer_to("missing").answer == "12"
    QTest.keyClick(form.answers, Qt.Key.Key_Backspace)
    assert form.answers.answer_to("missing") is None
    form.form.editors["scheme_code"].set_value("zero_three")
    form.form.scheme_chosen.emit()
    stand(page, "debt")
    QTest.keyClicks(form.answers, "3")
    assert form.answers.answer_to("debt").answer == "3"
    assert form.answers.current_key() != "debt"


def keep_by_keys(widget):
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_control_enter_keeps_from_the_list_and_the_hand_stands_on_what_was_kept(panel, page, child):
    page.add_here()
    form = part(page).form
    stand(page, "gang")
    QTest.keyClicks(form.answers, "y")
    form.form.editors["author"].setText("Kim Hart")
    keep_by_keys(form.answers)
    made = panel.workspace.read.child(child).assessments[0]
    assert made.author == "Kim Hart"
    assert part(page).table.current_key() == made.id


def test_evidence_stays_with_its_indicator_when_keeping_is_refused(page, child):
    page.add_here()
    form, evidence = part(page).form, part(page).form.bar.evidence
    stand(page, "debt")
    QTest.keyClicks(form.answers, "y")
    stand(page, "debt")
    evidence.setFocus()
    QTest.keyClicks(evidence, "School log")
    keep_by_keys(evidence)
    assert "author" in form.form.errors()
    assert (form.answers.current_key(), evidence.text()) == ("debt", "School log")
    QTest.keyClick(evidence, Qt.Key.Key_Return)
    assert (form.answers.current_key() != "debt", evidence.text()) == (True, "")
    assert [one.evidence for one in form.answers.given() if one.evidence] == ["School log"]


def test_evidence_beside_no_answer_stands_with_the_assessment(panel, page, child):
    page.add_here()
    form = part(page).form
    stand(page, "debt")
    QTest.keyClicks(form.answers, "y")
    stand(page, "gang")
    QTest.keyClicks(form.bar.evidence, "Asked at school")
    form.form.editors["author"].setText("Kim Hart")
    form.keep()
    assert "not answered (Asked at school)" in part(page).found.listed.text()


def test_a_new_assessment_begins_at_its_scheme_proposed_only_for_like_harm(panel, page, child):
    register, today = panel.workspace.register, panel.workspace.store.clock.today()
    others = [panel.child(name) for name in ("Bea Poe", "Cat Roe")]
    for one, harm in zip((child, *others), ("CSE", "County lines", "CSE"), strict=True):
        register.add_exploitation(one, harm, role_in_harm="harmed", since=today)
    form = part(page).form
    page.show_record((child, "assessments"))
    page.add_here()
    assert form.window().focusWidget() is form.form.editors["scheme_code"]
    form.form.editors["author"].setText("Kim Hart")
    stand(page, "debt")
    QTest.keyClicks(form.answers, "y")
    form.keep()
    for one, proposed in zip(others, (None, "rfm"), strict=True):
        page.show_record((one, "assessments"))
        page.add_here()
        assert form.form.value("scheme_code") == proposed
        assert form.window().focusWidget() is form.form.editors["scheme_code"]
        form.discard()


def test_no_direction_is_told_across_two_schemes(panel, page, child):
    page.add_here()
    form = part(page).form
    form.form.editors["scheme_code"].set_value("seraf")
    form.form.scheme_chosen.emit()
    form.form.editors["author"].setText("Kim Hart")
    form.form.editors["judgement"].set_value("Category 2: mild risk")
    form.form.editors["rationale"].setPlainText("As the school sees it.")
    assert form.score.moves.text().endswith("2026.")
    form.keep()
    made = panel.workspace.read.child(child)
    assert (made.assessments[0].level, made.assessments[0].direction) == (
        "Category 2: mild risk", None,
    )  # fmt: skip
