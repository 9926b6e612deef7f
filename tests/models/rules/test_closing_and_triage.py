"""Nobody is let go or kept waiting by a number: reasons, second persons, immediate risk first."""

from datetime import date, datetime

import pytest

from models.errors import Refusal
from models.marks import SubjectKind
from models.rules.closing import LettingGo, check_letting_go, look_again_on
from models.rules.triage import (
    QUESTIONS,
    ImmediateRisk,
    Outcome,
    check_outcome,
    in_triage_order,
    may_build,
    missing,
)

SAFE = ImmediateRisk(False)
UNTOLD = ImmediateRisk(True)
TOLD = ImmediateRisk(True, "MASH duty manager", datetime(2026, 11, 2, 10, 0), "M-1042")
COMPLETE = {
    "name": "Aidan Ravenscroft",
    "dob": date(2011, 3, 3),
    "reason": "Missing with older males",
    "ask": "Disruption",
    "types": ("CCE",),
    "lead": "Kian Baines",
    "assessed": date(2026, 10, 20),
    "immediate_risk": False,
}


@pytest.mark.parametrize(
    "entry",
    [
        LettingGo("Contact has stopped and the adults are charged", 1, agreed_by=2),
        LettingGo("Moved out of area, transferred", 1, member_agreeing=7, recorder_member=5),
    ],
)
def test_a_reason_and_a_second_person_let_a_child_go(entry: LettingGo) -> None:
    check_letting_go(entry, present={5, 7})


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (LettingGo("", 1, agreed_by=2), "reason"),
        (LettingGo("   ", 1, agreed_by=2), "reason"),
        (LettingGo("Low risk", 1, agreed_by=2), "reason"),
        (LettingGo("Risk is now low.", 1, agreed_by=2), "reason"),
        (LettingGo("RFM scored 3: low", 1, agreed_by=2), "reason"),
        (LettingGo("Risk has fallen from high to medium.", 1, agreed_by=2), "reason"),
        (LettingGo("Category 1, no points", 1, agreed_by=2), "reason"),
        (LettingGo("Contact has stopped", 1), "second_person"),
        (LettingGo("Contact has stopped", 1, agreed_by=1), "second_person"),
        (LettingGo("Contact has stopped", 1, member_agreeing=9), "second_person"),
        (
            LettingGo("Contact has stopped", 1, member_agreeing=5, recorder_member=5),
            "second_person",
        ),
    ],
)
def test_a_risk_level_or_one_person_alone_lets_nobody_go(entry: LettingGo, field: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_letting_go(entry, present={5, 7})
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("closed_on", "again"),
    [
        (date(2026, 11, 12), date(2027, 2, 12)),
        (date(2026, 11, 30), date(2027, 3, 1)),
        (date(2026, 9, 25), date(2026, 12, 29)),
        (date(2026, 11, 14), date(2027, 2, 15)),
    ],
)
def test_the_child_is_looked_at_again_in_three_months(closed_on: date, again: date) -> None:
    assert look_again_on(closed_on) == again


@pytest.mark.parametrize("outcome", [Outcome("ACCEPT", accepts=True), Outcome("HOLD", holds=True)])
def test_immediate_risk_is_told_before_a_referral_moves(outcome: Outcome) -> None:
    for risk in (UNTOLD, ImmediateRisk(True, "MASH"), ImmediateRisk(True, "MASH", TOLD.told_at)):
        with pytest.raises(Refusal, match="Tell MASH or the police now"):
            check_outcome(outcome, risk)


def test_told_referrals_move_and_redirecting_to_mash_needs_no_waiting() -> None:
    check_outcome(Outcome("ACCEPT", accepts=True), TOLD)
    check_outcome(Outcome("HOLD", holds=True, chase_by=date(2026, 11, 9)), TOLD)
    check_outcome(Outcome("REDIRECT_MASH", reason="s.47"), UNTOLD)


@pytest.mark.parametrize(
    ("outcome", "field"),
    [
        (Outcome("DECLINE", declines=True), "reason"),
        (Outcome("HOLD", holds=True), "chase_by"),
        (Outcome("HOLD", holds=True, chase_by=date(2026, 10, 1)), "chase_by"),
    ],
)
def test_outcomes_need_their_reason_and_date(outcome: Outcome, field: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_outcome(outcome, SAFE, received_on=date(2026, 11, 1))
    assert refusal.value.field == field


def test_what_is_missing_is_named_and_no_is_an_answer() -> None:
    assert missing(SubjectKind.CHILD, COMPLETE) == ()
    assert missing(SubjectKind.CHILD, {**COMPLETE, "ask": "", "types": ()}) == (
        "what the panel is asked to do",
        "kind of exploitation",
    )
    assert missing(SubjectKind.THEME, {"name": "Vapes"}) == ("reason for referral",)
    assert may_build(SubjectKind.CHILD, COMPLETE, SAFE)
    assert not may_build(SubjectKind.CHILD, COMPLETE, TOLD)
    assert not may_build(SubjectKind.CHILD, COMPLETE, ImmediateRisk(None))


def test_there_are_ten_questions() -> None:
    assert len(QUESTIONS) == 10


def test_untold_immediate_risk_comes_first() -> None:
    day = datetime(2026, 11, 2)
    rows = [(1, False, day), (2, True, day), (3, True, day), (4, None, day)]
    assert in_triage_order(rows, told={2}) == (3, 2, 1, 4)
