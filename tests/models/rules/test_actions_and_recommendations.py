"""How actions and recommendations stand, and what their steps need."""

from datetime import date

import pytest

from models import codes
from models.errors import Refusal
from models.rules.actions import (
    ActionStatus,
    carried,
    check_change,
    completion,
    is_open,
    standing,
    status_in,
)
from models.rules.recommendations import (
    RecommendationStatus,
    Reply,
    check_reply,
    is_overdue,
    reply_due,
)

S = ActionStatus
R = RecommendationStatus
ON = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("status", "due", "rag", "words"),
    [
        (S.AGREED, date(2026, 12, 1), "green", "on time"),
        (S.AGREED, date(2026, 11, 20), "green", "on time"),
        (S.AGREED, date(2026, 11, 19), "amber", "due within 5 working days"),
        (S.IN_PROGRESS, date(2026, 11, 13), "amber", "due within 1 working day"),
        (S.IN_PROGRESS, date(2026, 11, 12), "amber", "due today"),
        (S.AGREED, date(2026, 11, 11), "red", "overdue by 1 working day"),
        (S.NOT_DONE, date(2026, 11, 2), "red", "overdue by 8 working days"),
        (S.AGREED, None, "amber", "no date"),
        (S.COMPLETE, date(2026, 11, 2), "blue", "complete"),
        (S.COMPLETE_LATE, date(2026, 11, 2), "blue", "complete late"),
        (S.NOT_POSSIBLE, date(2026, 11, 2), "grey", "not possible: circumstances changed"),
        (S.CANCELLED, None, "grey", "cancelled by the chair"),
    ],
)
def test_an_action_stands_in_words_before_colour(
    status: ActionStatus, due: date | None, rag: str, words: str
) -> None:
    reading = standing(status, due, ON)
    assert (reading.rag, reading.words) == (rag, words)


def test_done_after_its_date_is_complete_late() -> None:
    assert completion(ON, date(2026, 11, 12)) is S.COMPLETE
    assert completion(ON, date(2026, 11, 11)) is S.COMPLETE_LATE
    assert completion(ON, None) is S.COMPLETE
    assert standing(S.COMPLETE, date(2026, 11, 2), ON, done=ON).words == "complete late"


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        (S.AGREED, S.NOT_POSSIBLE, "reason"),
        (S.AGREED, S.NOT_DONE, "reason"),
        (S.AGREED, S.CANCELLED, "reason"),
        (S.AGREED, S.SUPERSEDED, "reason"),
        (S.AGREED, S.COMPLETE, "evidence"),
        (S.COMPLETE, S.IN_PROGRESS, "reason"),
    ],
)
def test_a_step_that_needs_a_reason_is_refused_without(
    before: ActionStatus, after: ActionStatus, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        check_change(before, after)
    assert refusal.value.field == field
    check_change(before, after, reason="said in the meeting", evidence="note on file")


def test_plain_steps_need_nothing() -> None:
    check_change(S.AGREED, S.IN_PROGRESS)
    check_change(S.PROPOSED, S.AGREED)


def test_not_possible_is_told_from_not_done() -> None:
    with pytest.raises(Refusal, match="circumstances"):
        check_change(S.AGREED, S.NOT_POSSIBLE)
    with pytest.raises(Refusal, match="why it has not been done"):
        check_change(S.AGREED, S.NOT_DONE)
    assert not is_open(S.NOT_POSSIBLE)
    assert is_open(S.NOT_DONE)


def test_an_action_due_and_still_open_is_carried() -> None:
    assert carried(S.AGREED, 1, date(2026, 11, 2), ON) == 2
    assert carried(S.COMPLETE, 1, date(2026, 11, 2), ON) == 1
    assert carried(S.AGREED, 0, date(2026, 12, 2), ON) == 0


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Done 28 Oct, see file", "complete"),
        ("Not done", "not done"),
        ("not yet done", "not done"),
        ("Circumstances changed", "not possible"),
        ("Completed late", "complete late"),
        ("Carried", "carried"),
        ("Emailed 3 Nov", None),
    ],
)
def test_a_status_is_read_from_what_people_write(text: str, status: str | None) -> None:
    assert status_in(text) == status


def test_statuses_are_those_of_the_shipped_lists() -> None:
    shipped = {row.code for row in codes.load("action_statuses")}
    assert {status.value for status in S} <= shipped
    replies = {row.code for row in codes.load("recommendation_statuses")}
    assert {status.value for status in R} - {"draft", "withdrawn"} <= replies


@pytest.mark.parametrize(
    ("before", "reply", "field"),
    [
        (R.ISSUED, Reply(R.REJECTED), "reason"),
        (R.ISSUED, Reply(R.MODIFIED), "modified_text"),
        (R.ISSUED, Reply(R.IN_PLAN), "in_plan_on"),
        (R.ISSUED, Reply(R.IN_PLAN, in_plan_on=date(2026, 11, 13), evidence="p. 2"), "in_plan_on"),
        (R.ISSUED, Reply(R.IN_PLAN, in_plan_on=ON), "evidence"),
        (R.DRAFT, Reply(R.ACCEPTED), "status"),
        (R.REJECTED, Reply(R.IN_PLAN, in_plan_on=ON, evidence="p. 2"), "status"),
    ],
)
def test_a_reply_that_lacks_what_it_needs_is_refused(
    before: RecommendationStatus, reply: Reply, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        check_reply(before, reply, ON)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    "reply",
    [
        Reply(R.ACCEPTED),
        Reply(R.MODIFIED, modified_text="Fortnightly instead"),
        Reply(R.REJECTED, reason="Done already by school"),
        Reply(R.IN_PLAN, in_plan_on=ON, evidence="CP plan, section 4"),
    ],
)
def test_whole_replies_are_kept(reply: Reply) -> None:
    check_reply(R.ISSUED, reply, ON)


def test_an_answer_is_due_in_ten_working_days() -> None:
    assert reply_due(date(2026, 12, 17)) == date(2027, 1, 5)
    assert not is_overdue(R.ISSUED, date(2026, 12, 17), None, date(2027, 1, 5))
    assert is_overdue(R.ISSUED, date(2026, 12, 17), None, date(2027, 1, 6))
    assert is_overdue(R.ACCEPTED, None, date(2026, 11, 11), ON)
    assert not is_overdue(R.IN_PLAN, None, date(2026, 11, 11), ON)
    assert not is_overdue(R.REJECTED, date(2026, 1, 1), date(2026, 1, 2), ON)
