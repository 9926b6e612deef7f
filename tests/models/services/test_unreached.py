"""What a meeting does not reach is never lost: it returns on a day, and somebody holds it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from models.clock import SetClock
from models.entities import InformationLine
from models.errors import Refusal
from models.marks import Until
from models.rules.unreached import holder_of, until_words
from tests.models.services.rooms import HELD, RunningRoom, running_room

SOON, NEXT = HELD + timedelta(days=7), HELD + timedelta(days=42)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def meeting_id(room: RunningRoom, day: date) -> int:
    """The meeting of a day."""
    found = room.workspace.read.meeting_on(day)
    assert found is not None
    return found.id


def subjects(room: RunningRoom, day: date) -> list[int | None]:
    """Whom the agenda of a day is about, in order."""
    return [row.subject_id for row in room.workspace.read.running_order(meeting_id(room, day))]


def nobody_holds(room: RunningRoom) -> list[str]:
    """What Today says of items that nobody holds."""
    return [one.text for one in room.workspace.read.today() if one.text.startswith("Nobody holds")]


def test_an_extraordinary_meeting_is_planned_with_the_item_as_the_meeting_closes(
    room: RunningRoom,
) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    conduct.settle(room.person_item, Until.EXTRAORDINARY, on=SOON)
    assert read.meeting_on(SOON) is None
    conduct.close(room.meeting, NEXT)
    assert subjects(room, SOON) == [room.person]
    assert room.person not in [row.subject_id for row in read.pool(meeting_id(room, NEXT))]
    room.workspace.store.undo()
    assert read.meeting_on(SOON) is None
    assert room.item(room.person_item).row.state == "planned"


def test_an_extraordinary_meeting_comes_after_this_one(room: RunningRoom) -> None:
    for day in (None, HELD):
        with pytest.raises(Refusal, match="name its day"):
            room.workspace.conduct.settle(room.person_item, Until.EXTRAORDINARY, on=day)


def test_a_single_agency_check_is_an_action_of_that_agencys_member(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    with pytest.raises(Refusal, match="agency"):
        conduct.settle(room.person_item, Until.CHECK)
    conduct.settle(room.person_item, Until.CHECK, agency_id=room.health)
    conduct.close(room.meeting, NEXT)
    (action,) = read.actions(meeting_id=room.meeting)
    assert (action.owner, action.agency, action.due_on) == ("Ann Patel", "Health", NEXT)
    assert action.item_id == room.person_item
    assert room.person in [row.subject_id for row in read.pool(meeting_id(room, NEXT))]


def test_whoever_holds_it_makes_the_check_of_their_own_agency(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    other = room.workspace.panel.add_member("Lee Moss", room.health, "School nurse")
    conduct.settle(room.person_item, Until.CHECK, agency_id=room.health)
    conduct.hold(room.person_item, member_id=other)
    conduct.close(room.meeting, NEXT)
    (action,) = room.workspace.read.actions(meeting_id=room.meeting)
    assert action.owner == "Lee Moss"


def test_the_lead_professional_or_who_presents_holds_it_where_nobody_is_named(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace = room.workspace
    workspace.register.change(room.child, "lead_name", "Kian Iqbal", None)
    workspace.agenda.set_presenter(room.person_item, room.detective)
    workspace.conduct.park(room.child_item)
    workspace.conduct.close(room.meeting, NEXT)
    held = [room.item(one).row.until.holder for one in (room.child_item, room.person_item)]
    assert held == ["Kian Iqbal", "Jane Khan"]
    assert nobody_holds(room) == []


def test_the_next_agenda_puts_it_first_and_says_who_holds_it(room: RunningRoom) -> None:
    workspace = room.workspace
    later = workspace.agenda.plan_meeting(NEXT)
    other = workspace.register.add_person("Wes Marl")
    workspace.agenda.add(later, other)
    workspace.conduct.finish_item(room.child_item)
    workspace.conduct.hold(room.person_item, member_id=room.nurse)
    workspace.conduct.close(room.meeting, NEXT)
    row = workspace.read.pool(later)[0]
    assert row.why == "Not reached on 12 November; Ann Patel holds it"
    workspace.agenda.take(later, (row.key,))
    assert subjects(room, NEXT) == [room.person, other]


def test_whoever_held_it_until_now_is_proposed_where_it_is_not_reached_again(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace = room.workspace
    workspace.conduct.hold(room.person_item, member_id=room.nurse)
    workspace.conduct.close(room.meeting, NEXT)
    later = meeting_id(room, NEXT)
    workspace.agenda.fill(later)
    clock.set(datetime.combine(NEXT, time(10)))
    workspace.conduct.start(later)
    [row] = [one for one in workspace.read.running_order(later) if one.subject_id == room.person]
    assert holder_of(row.until) == "Ann Patel"
    workspace.conduct.close(later, NEXT + timedelta(days=42))
    [row] = [one for one in workspace.read.running_order(later) if one.subject_id == room.person]
    assert row.until.holder == "Ann Patel"


def test_what_nobody_holds_stays_on_today_until_somebody_does(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.decide(room.child_item, "REMAIN", "Not settled yet")
    conduct.finish_item(room.child_item)
    conduct.close(room.meeting, NEXT)
    assert nobody_holds(room) == ["Nobody holds O1 D.P. until the next meeting"]
    conduct.hold(room.person_item, name="Duty social worker")
    assert nobody_holds(room) == []
    room.workspace.store.undo()
    room.workspace.agenda.fill(meeting_id(room, NEXT))
    assert nobody_holds(room) == []


def test_an_item_that_was_reached_and_decided_needs_nobody(room: RunningRoom) -> None:
    room.workspace.conduct.decide(room.child_item, "REMAIN", "Not settled yet")
    room.workspace.conduct.finish_item(room.child_item)
    with pytest.raises(Refusal, match="was reached"):
        room.workspace.conduct.hold(room.child_item, member_id=room.nurse)


def test_after_the_close_it_can_still_be_said_who_holds_it_but_not_what_becomes_of_it(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.close(room.meeting, NEXT)
    conduct.hold(room.person_item, member_id=room.nurse)
    assert room.item(room.person_item).row.until.holder == "Ann Patel"
    with pytest.raises(Refusal, match="closed"):
        conduct.settle(room.person_item, Until.CHECK, agency_id=room.health)


def test_what_becomes_of_an_item_is_told_in_words(room: RunningRoom) -> None:
    conduct = room.workspace.conduct

    def told() -> str:
        return until_words(room.item(room.person_item).row.until)

    assert told() == "first at the next meeting"
    conduct.settle(room.person_item, Until.EXTRAORDINARY, on=SOON)
    assert told() == "extraordinary meeting on Thu 19 Nov 2026"
    conduct.settle(room.person_item, Until.CHECK, agency_id=room.police)
    assert told() == "single-agency check by Police"
    assert holder_of(room.item(room.person_item).row.until) is None


# splitting the meeting


def returned(room: RunningRoom) -> int:
    """A line of a return on the person of tonight's agenda."""
    with room.workspace.store.work("file_return", "File a return") as session:
        line = InformationLine(
            origin="return",
            meeting_id=room.meeting,
            subject_id=room.person,
            agency_id=room.police,
            text="Seen at the arcade.",
            information="fact",
            sharing="all panel",
        )
        session.add(line)
        session.flush()
        return line.id


def test_a_split_meeting_goes_on_on_another_day_as_it_was_prepared(room: RunningRoom) -> None:
    workspace, read = room.workspace, room.workspace.read
    workspace.agenda.set_presenter(room.person_item, room.detective)
    workspace.agenda.invite(room.person_item, name="Kian Iqbal")
    returned(room)
    place = workspace.agenda.add(
        room.meeting, workspace.register.add_place("Arcade"), ask="Agree the visits"
    )
    later = workspace.conduct.split(room.person_item, SOON)
    assert later == meeting_id(room, SOON)
    person, arcade = read.running_order(later)
    assert (person.presenter, person.invited, person.carried_count) == (
        "Jane Khan", ("Kian Iqbal",), 1,
    )  # fmt: skip
    assert arcade.ask == "Agree the visits" and arcade.slot is not None
    went = read.item(person.id)
    assert went is not None and [line.text for line in went.lines] == ["Seen at the arcade."]
    left = [room.item(one).row for one in (room.person_item, place)]
    assert [(row.state, row.deferred_reason, row.carried_count) for row in left] == [
        ("deferred", "Continued on Thu 19 Nov 2026", 1)
    ] * 2
    assert room.item(room.child_item).row.state == "open"


def test_a_split_is_one_step_to_take_back(room: RunningRoom) -> None:
    returned(room)
    room.workspace.conduct.split(room.person_item, SOON)
    room.workspace.store.undo()
    assert room.workspace.read.meeting_on(SOON) is None
    back = room.item(room.person_item)
    assert (back.row.state, len(back.lines)) == ("planned", 1)


def test_a_split_joins_a_meeting_that_is_planned(room: RunningRoom) -> None:
    planned = room.workspace.agenda.plan_meeting(SOON, time(13, 0), time(15, 0))
    assert room.workspace.conduct.split(room.person_item, SOON) == planned
    assert subjects(room, SOON) == [room.person]


def test_an_item_that_was_opened_or_a_day_not_to_come_splits_nothing(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="still to come"):
        room.workspace.conduct.split(room.child_item, SOON)
    with pytest.raises(Refusal, match="after this meeting"):
        room.workspace.conduct.split(room.person_item, HELD)
    assert room.item(room.person_item).row.state == "planned"


def test_a_continued_item_is_proposed_for_no_third_meeting_and_may_be_taken_up_here_again(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    returned(room)
    workspace.conduct.split(room.person_item, SOON)
    later = workspace.agenda.plan_meeting(NEXT)
    assert room.person not in [row.subject_id for row in workspace.read.pool(later)]
    workspace.conduct.open_item(room.person_item)
    assert subjects(room, SOON) == []
    here = room.item(room.person_item)
    assert (here.row.state, here.row.until.then, len(here.lines)) == ("open", None, 1)
