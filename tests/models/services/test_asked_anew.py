"""A recommendation worded anew after its answer is another question, and waits for its own."""

from datetime import date, datetime

import pytest

from exports.feed import SCHEMA, feed
from exports.fhir import bundle
from models.clock import SetClock
from tests.models.services.rooms import RunningRoom, running_room, send_sheet


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    made.workspace.conduct.recommend(made.child_item, "Offer mentoring")
    send_sheet(made)
    clock.set(datetime(2026, 11, 20, 9))
    made.workspace.recommendations.reply(1, "rejected", reason="No place", on=date(2026, 11, 19))
    made.workspace.recommendations.climb([1], "panel")
    return made


def row(room: RunningRoom):
    return room.workspace.read.recommendations()[0]


def test_its_answer_stays_as_that_to_the_version_it_read(room: RunningRoom) -> None:
    room.workspace.recommendations.reword(1, "Offer mentoring at school")
    room.workspace.recommendations.change(1, "addressed_to", "The team")
    kept = "Version 1 rejected on 19 November 2026: No place (it said: Offer mentoring)"
    assert row(room).earlier_answers == kept
    # What nobody outside the panel has had is no version of its own.
    assert (row(room).version, row(room).status) == (2, "issued")
    assert row(room).standing == "not sent yet"
    assert row(room).reply_reason is None and row(room).replied_on is None
    told = [one.text for one in room.workspace.read.history(room.child)]
    assert any(kept in text for text in told)


def test_feed_bundle_and_next_agenda_say_that_it_waits(room: RunningRoom) -> None:
    following = room.workspace.agenda.plan_meeting(date(2026, 12, 10))
    assert any("R001 refused" in one.why for one in room.workspace.read.pool(following))
    room.workspace.recommendations.reword(1, "Offer mentoring at school")
    assert not any("R001" in one.why for one in room.workspace.read.pool(following))
    papers = room.workspace.read.extract_papers(room.child_item)
    made = feed([papers], confirmed=True)
    (record,) = made["records"]
    assert made["schema"] == SCHEMA
    assert (record["change"], record["version"], record["status"]) == ("new", 2, "issued")
    tasks = [one["resource"] for one in bundle(made)["entry"]]
    (task,) = [one for one in tasks if one["resourceType"] == "Task"]
    assert task["status"] == "requested"


def test_what_nobody_answered_keeps_the_day_that_its_sheet_asked(room: RunningRoom) -> None:
    room.workspace.recommendations.reword(1, "Offer mentoring at school")
    send_sheet(room)
    asked = row(room).reply_by
    room.workspace.recommendations.reword(1, "Offer mentoring at home")
    assert asked is not None and row(room).reply_by == asked
    assert row(room).earlier_answers.count("\n") == 0


def test_an_answer_that_is_the_plan_itself_is_told_once(room: RunningRoom) -> None:
    care, history = room.workspace.recommendations, room.workspace.read.history
    care.reword(1, "Offer mentoring at school")
    care.reply(1, "accepted modified", modified_text="Mentoring after school")
    assert "R001 accepted with changes" in [one.text for one in history(room.child)]
    care.in_plan(1, date(2026, 11, 19), "Plan of 19 November")
    told = [one.text for one in history(room.child) if one.text.startswith("R001 ")]
    assert told == ["R001 answered", "R001 shown in the plan"]
    care.in_plan(1, date(2026, 11, 20), "Plan of 20 November")
    told = [one.text for one in history(room.child) if one.text.startswith("R001 ")]
    assert told == ["R001 shown in the plan"]
