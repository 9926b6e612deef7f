"""Triage as coordinator and chair do it: ten questions, immediate risk, outcomes that stay."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import (
    Assessment,
    Child,
    ChildStatus,
    Exploitation,
    MatchQuestion,
    Member,
    Place,
    Referral,
    Review,
)
from models.errors import Conflict, Refusal
from models.marks import Role
from models.queries import referrals as reading
from models.queries.papers import papers_of, unread
from models.records.reader import Reader
from models.services.agenda import AgendaService
from models.services.panel import PanelService
from models.services.referrals import ReferralService
from models.services.signed_in import Person
from models.storage.store import Store

RUTH = Person(1, "Ruth Abbot", Role.ADMINISTRATOR)
NOW = datetime(2026, 11, 9, 9, 0)
READER = Reader(now=NOW, role=Role.ADMINISTRATOR, name="Ruth Abbot")


@pytest.fixture
def triage(store: Store, clock: SetClock) -> ReferralService:
    clock.set(NOW)
    PanelService(store, RUTH).make("Northmoor MACE", districts=("Harbourside",))
    return ReferralService(store, RUTH)


def test_a_referral_is_not_received_on_a_day_to_come(store: Store, triage: ReferralService) -> None:
    with store.work("make", "Make") as session:
        child = Child(label="Ivy Marlow")
        session.add(child)
        session.flush()
        child_id = child.id
    with pytest.raises(Refusal, match="still to come"):
        triage.add(child_id, received_on=date(2026, 11, 10))
    assert triage.add(child_id, received_on=NOW.date())


def refer(store: Store, **fields) -> int:
    """A complete referral of a child, with some fields changed; gives its id."""
    with store.work("refer", "Refer") as session:
        child = Child(label="Tia Kerr", birth_date=date(2011, 2, 17), lead_name="Kian Baines")
        session.add(child)
        session.flush()
        told = {
            "received_on": date(2026, 10, 28), "reason": "Seen with adults.", "ask": "Advice.",
            "immediate_risk": False, "entered_at": NOW, "subject_id": child.id,
        } | fields  # fmt: skip
        referral = Referral(**told)
        session.add_all([
            referral,
            Exploitation(child_id=child.id, worded="County lines", code="CL"),
            Assessment(child_id=child.id, assessed_on=date(2026, 10, 20)),
            ChildStatus(child_id=child.id, district="Harbourside", plan="CP"),
        ])  # fmt: skip
        session.flush()
        return referral.id


def inbox(store: Store, state: str | None = None):
    with store.reading() as session:
        return reading.referrals(session, READER, state)


def card(store: Store, referral_id: int, reader: Reader = READER):
    with store.reading() as session:
        return reading.referral(session, reader, referral_id)


def reviews(store: Store) -> list[date]:
    with store.reading() as session:
        return list(session.scalars(select(Review.due_on)))


def test_untold_immediate_risk_stands_first_then_told_then_by_day(store, triage) -> None:
    early = refer(store, received_on=date(2026, 10, 1))
    told = refer(store, immediate_risk=True, received_on=date(2026, 10, 3))
    untold = refer(store, immediate_risk=True, received_on=date(2026, 11, 1))
    triage.tell_immediate_risk(told, "MASH", NOW, "M-17")
    assert [row.id for row in inbox(store)] == [untold, told, early]
    assert [row.immediate_risk_settled for row in inbox(store)] == [False, True, True]


def test_what_a_referral_lacks_is_said_in_words(store, triage) -> None:
    refer(store, ask=None, immediate_risk=None)
    (row,) = inbox(store)
    assert not row.complete
    assert row.missing == (
        "what the panel is asked to do", "whether any child is at immediate risk",
    )  # fmt: skip


def test_ten_questions_come_with_answers_that_the_record_proposes(store, triage) -> None:
    referral_id = refer(store, nrm="Not considered", informed_child="Yes", informed_parents="Yes")
    proposed = {one.code: one.proposed for one in card(store, referral_id).questions}
    assert proposed == {
        "area": "yes", "age": "yes", "informed": "yes", "assessment": "yes", "immediate": "no",
        "known": "no", "ask": "said in the referral", "tried": "not said", "nrm": "no",
        "lead": "yes",
    }  # fmt: skip


def test_an_answer_is_kept_changed_and_taken_back(store, triage) -> None:
    referral_id = refer(store)
    for answer in ("yes", "no"):
        triage.answer(referral_id, "area", answer, "placed here by another council")
        (area,) = [one for one in card(store, referral_id).questions if one.code == "area"]
        assert (area.answer, area.note) == (answer, "placed here by another council")
    triage.answer(referral_id, "area", "")
    assert all(one.answer is None for one in card(store, referral_id).questions)
    with pytest.raises(Refusal, match="no such question"):
        triage.answer(referral_id, "weather", "fair")


def test_the_answer_on_immediate_risk_is_the_referral_s_own(store, triage) -> None:
    referral_id = refer(store, immediate_risk=None)
    triage.answer(referral_id, "immediate", "yes")
    with pytest.raises(Refusal, match="Tell MASH or the police now"):
        triage.accept(referral_id)


@pytest.mark.parametrize("outcome", ["accept", "hold", "decline"])
def test_immediate_risk_moves_nowhere_until_somebody_was_told(store, triage, outcome) -> None:
    referral_id = refer(store, immediate_risk=True)
    ways = {
        "accept": lambda: triage.accept(referral_id, "clear"),
        "hold": lambda: triage.hold(referral_id, "more", date(2026, 11, 16)),
        "decline": lambda: triage.decide(referral_id, "DECLINE", "not ours", "Owen Baines"),
    }
    with pytest.raises(Refusal, match="not an emergency route"):
        ways[outcome]()
    assert card(store, referral_id).row.state == "new"


@pytest.mark.parametrize(
    ("told", "at", "reference", "field"),
    [("", NOW, "M-1", "told"), ("MASH", NOW, " ", "reference"),
     ("MASH", datetime(2026, 11, 9, 9, 1), "M-1", "told_at")],
)  # fmt: skip
def test_telling_needs_whom_when_and_a_reference(store, triage, told, at, reference, field) -> None:
    referral_id = refer(store, immediate_risk=True)
    with pytest.raises(Refusal) as refused:
        triage.tell_immediate_risk(referral_id, told, at, reference)
    assert refused.value.field == field


def test_once_told_the_referral_is_accepted(store, triage) -> None:
    referral_id = refer(store, immediate_risk=True)
    triage.tell_immediate_risk(referral_id, "MASH duty manager", NOW, "M-17")
    triage.accept(referral_id, "meets the criteria")
    read = card(store, referral_id)
    assert (read.row.state, read.row.outcome, read.outcome_by) == (
        "accepted", "ACCEPT", "Ruth Abbot",
    )  # fmt: skip
    assert (read.told, read.told_at, read.told_reference) == ("MASH duty manager", NOW, "M-17")


def test_holding_needs_a_day_to_chase_by(store, triage) -> None:
    referral_id = refer(store)
    with pytest.raises(Refusal, match="chased"):
        triage.hold(referral_id, "assessment missing", None)
    triage.hold(referral_id, "assessment missing", date(2026, 11, 16))
    assert [row.state for row in inbox(store, "held")] == ["held"]
    assert card(store, referral_id).chase_on == date(2026, 11, 16)


@pytest.fixture
def owen(store: Store, triage: ReferralService) -> str:
    with store.work("add", "Add") as session:
        session.add(Member(name="Owen Baines"))
    return "Owen Baines"


def test_declining_needs_a_reason_and_a_second_person(store, triage, owen) -> None:
    referral_id = refer(store)
    for reason, second in (("", owen), ("risk is low", owen), ("Not ours to take.", None),
                           ("Not ours to take.", "Ruth Abbot"),
                           ("Not ours to take.", "Nobody Known")):  # fmt: skip
        with pytest.raises(Refusal):
            triage.decide(referral_id, "DECLINE", reason, second)
    assert card(store, referral_id).row.state == "new"


def test_no_outcome_keeps_words_that_are_nobodys_name_as_the_second_person(
    store, triage, owen
) -> None:
    referral_id = refer(store)
    for code in ("DECLINE", "ACCEPT"):
        with pytest.raises(Refusal, match="user or a member, by name"):
            triage.decide(referral_id, code, "Early Help is working with her.", "the team")
    assert card(store, referral_id).row.state == "new"


@pytest.mark.parametrize("said", ["Şule Öztürk", "şule öztürk", "Sule Ozturk"])
def test_a_second_person_is_known_however_the_name_is_typed(store, triage, said) -> None:
    with store.work("test", "Test") as session:
        session.add(Member(name="Şule Öztürk"))
    referral_id = refer(store)
    triage.decide(referral_id, "DECLINE", "Early Help is working with her.", said)
    assert card(store, referral_id).row.state == "declined"


def test_a_declined_referral_stays_and_comes_back_after_three_months(store, triage, owen) -> None:
    referral_id = refer(store)
    triage.decide(referral_id, "DECLINE", "Early Help is working with her.", owen)
    (row,) = inbox(store, "declined")
    assert row.id == referral_id and card(store, referral_id).second_person == owen
    assert reviews(store) == [date(2027, 2, 9)]
    triage.decide(referral_id, "ACCEPT", "New information.")
    assert reviews(store) == [] and inbox(store, "declined") == ()


@pytest.mark.parametrize(
    ("code", "state"),
    [("ACCEPT_CONTEXT", "accepted"), ("URGENT", "accepted"), ("REDIRECT_MASH", "redirected"),
     ("ADVICE", "declined")],
)  # fmt: skip
def test_each_outcome_has_its_place(store, triage, owen, code, state) -> None:
    referral_id = refer(store)
    triage.decide(referral_id, code, "Because of what was said.", owen)
    assert card(store, referral_id).row.state == state


def test_an_outcome_that_is_not_of_the_list_is_refused(store, triage) -> None:
    with pytest.raises(Refusal, match="no such outcome"):
        triage.decide(refer(store), "PERHAPS", "why not")


def test_a_referral_is_opened_again_with_a_reason(store, triage, owen) -> None:
    referral_id = refer(store)
    triage.decide(referral_id, "DECLINE", "Not in the area.", owen)
    triage.reopen(referral_id, "She has moved here.")
    assert card(store, referral_id).row.state == "new" and reviews(store) == []


def test_a_field_that_moved_meanwhile_is_a_conflict(store, triage) -> None:
    referral_id = refer(store)
    triage.change(referral_id, "ask", "Disruption.", "Advice.")
    assert card(store, referral_id).ask == "Disruption."
    with pytest.raises(Conflict):
        triage.change(referral_id, "ask", "Something else.", "Advice.")
    with pytest.raises(Refusal, match="no field"):
        triage.change(referral_id, "outcome", "ACCEPT", None)


def test_a_member_of_an_agency_cannot_accept(store, triage) -> None:
    member = ReferralService(store, Person(2, "Ann Low", Role.MEMBER))
    with pytest.raises(Refusal, match="cannot accept referral"):
        member.accept(refer(store))


def test_the_agenda_takes_only_complete_referrals_without_immediate_risk(store, triage) -> None:
    complete = refer(store)
    for fields in ({"immediate_risk": True}, {"immediate_risk": None}, {"ask": None}):
        refer(store, **fields)
    AgendaService(store, RUTH).build(date(2026, 11, 12))
    assert [row.id for row in inbox(store, "accepted")] == [complete]


def test_a_place_is_not_asked_of_immediate_risk(store, triage) -> None:
    with store.work("refer", "Refer") as session:
        place = Place(label="Harbour Park")
        session.add(place)
        session.flush()
        session.add(
            Referral(subject_id=place.id, entered_at=NOW, reason="Adults gather.", ask="Assess.")
        )
    AgendaService(store, RUTH).build(date(2026, 11, 12))
    assert [row.label for row in inbox(store, "accepted")] == ["Harbour Park"]


def test_who_declared_an_interest_sees_neither_referral_nor_papers(store, triage) -> None:
    referral_id = refer(store)
    child_id = card(store, referral_id).row.subject_id
    held = Reader(now=NOW, role=Role.CHAIR, name="Ann", conflicted_subjects=frozenset({child_id}))
    with store.reading() as session:
        assert reading.referrals(session, held) == ()
        with pytest.raises(Refusal):
            reading.referral(session, held, referral_id)
        with pytest.raises(Refusal):
            papers_of(session, held, child_id)
        assert unread(session, held, 1) == ()


def test_open_questions_of_sameness_are_listed_from_both_sides(store, triage) -> None:
    one, other = refer(store), refer(store)
    first, second = (card(store, each).row.subject_id for each in (one, other))
    with store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=second, with_id=first, weight=5.0, why="Same name"))
    with store.reading() as session:
        (question,) = reading.match_questions(session, READER)
    assert (question.subject_id, question.with_id) == (second, first)
    assert [match.subject_id for match in card(store, one).matches] == [second]
    assert [match.subject_id for match in card(store, other).matches] == [first]


def test_earlier_referrals_are_counted(store, triage) -> None:
    first = refer(store)
    child_id = card(store, first).row.subject_id
    again = triage.add(child_id, reason="Again.", received_on=date(2026, 11, 8))
    assert (card(store, first).earlier, card(store, again).earlier) == (0, 1)
    (known,) = [one for one in card(store, again).questions if one.code == "known"]
    assert known.proposed == "yes"
