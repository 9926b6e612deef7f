"""Silence climbs step by step, proposed and never taken by itself; a refusal comes back."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.rules.silence import next_step
from tests.models.services.rooms import RunningRoom, running_room, send_sheet

DUE = date(2026, 11, 26)


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    register = made.workspace.register
    register.change(made.child, "team", "Adolescent team", None)
    register.change(made.child, "iro_or_cp_chair", "Iris Reed", None)
    made.workspace.conduct.recommend(made.child_item, "Offer mentoring", addressed_to="Kim Yates")
    made.workspace.conduct.decide(made.child_item, "REMAIN", "The risk has not fallen")
    made.workspace.conduct.finish_item(made.child_item)
    made.workspace.conduct.not_reached(made.meeting)
    made.workspace.conduct.close(made.meeting)
    send_sheet(made)
    return made


def on(room: RunningRoom, day: date) -> None:
    clock = room.workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(day.year, day.month, day.day, 9))


def offers(room: RunningRoom):
    return [one for one in room.workspace.read.today() if one.offer and one.offer.act == "climb"]


def recommended(room: RunningRoom) -> int:
    return room.workspace.read.recommendations()[0].id


def why(room: RunningRoom, day: date) -> list[str]:
    pool = room.workspace.read.pool(room.workspace.agenda.plan_meeting(day))
    return [one.why for one in pool if one.subject_id == room.child]


def test_nothing_is_proposed_while_an_answer_may_still_come(room: RunningRoom) -> None:
    on(room, DUE)
    assert not offers(room)


def test_each_step_is_proposed_in_turn_kept_with_its_day_and_undone(room: RunningRoom) -> None:
    on(room, date(2026, 11, 27))
    (line,) = offers(room)
    assert line.text == "R001 R.A.: no answer for 1 working day"
    assert line.detail == "next: Team manager, Adolescent team"
    climb = room.workspace.recommendations.climb
    climb(line.offer.ids, line.offer.code)
    assert not offers(room)
    (step,) = room.workspace.read.chased([recommended(room)])[recommended(room)]
    assert (step.asked, step.due_on) == ("Team manager, Adolescent team", date(2026, 12, 4))
    room.workspace.store.undo()
    assert offers(room)
    room.workspace.store.redo()
    on(room, date(2026, 12, 4))
    (line,) = offers(room)
    assert line.detail == "next: Iris Reed"
    climb(line.offer.ids, line.offer.code)
    on(room, date(2026, 12, 11))
    assert [one.offer.words for one in offers(room)] == ["Bring it back to the panel"]


def test_a_step_taken_late_gives_the_next_its_time(room: RunningRoom) -> None:
    first = next_step(DUE, [], date(2026, 12, 31))
    assert first is not None and first.code == "manager"
    kept = [("manager", date(2026, 12, 31))]
    assert next_step(DUE, kept, date(2027, 1, 7)) is None
    then = next_step(DUE, kept, date(2027, 1, 8))
    assert then is not None and then.code == "iro"


def test_an_answer_ends_the_climb_and_silence_about_the_plan_begins_anew(
    room: RunningRoom,
) -> None:
    on(room, date(2026, 11, 27))
    (line,) = offers(room)
    service = room.workspace.recommendations
    service.climb(line.offer.ids, line.offer.code)
    service.reply(recommended(room), "accepted")
    on(room, date(2026, 12, 18))
    assert not offers(room)


def test_only_a_step_of_the_ladder_is_kept(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="ladder"):
        room.workspace.recommendations.climb([recommended(room)], "minister")


def test_what_reached_the_panel_is_proposed_for_its_next_agenda(room: RunningRoom) -> None:
    on(room, date(2026, 12, 11))
    assert why(room, date(2026, 12, 17)) == []
    room.workspace.recommendations.climb([recommended(room)], "panel")
    assert why(room, date(2026, 12, 18)) == ["R001 without a word"]


def test_a_refusal_returns_on_the_next_agenda_with_its_reason_and_once(room: RunningRoom) -> None:
    on(room, date(2026, 11, 20))
    reply = room.workspace.recommendations.reply
    reply(recommended(room), "rejected", reason="He has a mentor already.")
    meeting = room.workspace.agenda.plan_meeting(date(2026, 12, 10))
    pool = room.workspace.read.pool(meeting)
    (row,) = [one for one in pool if one.subject_id == room.child]
    assert row.why == "R001 refused: He has a mentor already"
    assert room.workspace.agenda.fill(meeting) == 2
    assert why(room, date(2027, 1, 7)) == []


def test_a_changed_wording_comes_back_beside_a_review_that_is_due(room: RunningRoom) -> None:
    room.workspace.conduct.review_on(room.child_item, date(2026, 12, 10))
    on(room, date(2026, 11, 20))
    room.workspace.recommendations.reply(
        recommended(room), "accepted modified", modified_text="Mentoring at school"
    )
    (words,) = why(room, date(2026, 12, 10))
    assert words.endswith("due 10 December; R001 changed: Mentoring at school")
