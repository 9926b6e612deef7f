"""Triage begins where it matters: at immediate risk, and with a word on what is not answered."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.test_referrals import outcome
from ui.pages.referrals import ReferralsPage


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ReferralsPage(panel.desk), qtbot)


def focused_in(widget):
    at = QApplication.focusWidget()
    return at is not None and (at is widget or widget.isAncestorOf(at))


def test_the_first_referral_with_immediate_risk_is_begun_at_who_was_told(panel, page):
    panel.referral(immediate_risk=True)
    page.kept.wanted.emit("triage")
    assert focused_in(page.card.risk.entry.editor_of("told"))


def test_a_referral_without_immediate_risk_leaves_the_hand_in_the_list(panel, page):
    panel.referral(immediate_risk=False)
    page.kept.wanted.emit("triage")
    assert focused_in(page.inbox.list)


def test_accepting_with_open_questions_is_kept_and_says_how_many(panel, page):
    referral = panel.referral(immediate_risk=False)
    page.show_record(referral)
    outcome(page, "ACCEPT")
    page.card.outcome.decide()
    assert panel.workspace.read.referral(referral).row.state == "accepted"
    assert "Not answered yet: 10 of the questions" in panel.said[-1][0]


def test_what_is_proposed_for_a_question_answers_it(panel, page):
    referral = panel.referral(immediate_risk=False, ask="Advice on placement")
    said = {one.code: one.proposed for one in panel.workspace.read.referral(referral).questions}
    assert (said["ask"], said["tried"]) == ("said in the referral", "not said")


def test_the_day_a_referral_came_stands_before_what_may_be_cut_off(panel, page):
    panel.referral("Zoe Byrne", referrer_agency="Community safety and housing")
    line = page.inbox.list.lines.lines[-1]
    assert line.soft == "9 Nov 2026 · Community safety and housing"
