"""A person of concern stands on grounds, source and review; each decision keeps its reason."""

from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.rules.concern import Basis, check_adopting
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room

SOON = date(2026, 12, 24)


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    yield made
    made.workspace.close()


def whole(workspace: Workspace, name: str = "Dean Pyke") -> int:
    return workspace.register.add_person(
        name, grounds="Two reports", source="Police", review_on=SOON
    )


@pytest.mark.parametrize(
    ("basis", "says"),
    [
        (Basis(None, None, None), "grounds and a source"),
        (Basis("x", None, SOON), "lacks a source"),
        (Basis(None, "x", SOON), "lacks grounds"),
        (Basis("x", "x", None), "say on which day it is reviewed"),
    ],
)
def test_who_lacks_something_is_not_adopted_and_it_is_said_what(basis: Basis, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        check_adopting(basis)


def test_adopting_is_refused_on_every_way_until_the_record_bears_it_out(room: RunningRoom) -> None:
    register, conduct = room.workspace.register, room.workspace.conduct
    bare = room.person
    for act in (
        lambda: register.add_person("Lee Marsh", status="Person of concern", grounds="Seen"),
        lambda: register.adopt(bare, "Two reports"),
        lambda: register.change(bare, "adopted_on", date(2026, 11, 1), None),
        lambda: register.change(bare, "status", "Person of concern", "unverified"),
        lambda: conduct.decide(room.person_item, "ADOPT_PERSON", "Two reports", review_on=SOON),
    ):
        with pytest.raises(Refusal, match="Not adopted"):
            act()
    register.change(bare, "source", "Police", None)
    conduct.decide(room.person_item, "ADOPT_PERSON", "Two reports", review_on=SOON)
    told = room.workspace.read.person(bare)
    assert (told.status, told.grounds, told.missing) == ("Person of concern", "Two reports", ())


def test_nobody_is_adopted_with_a_review_that_is_overdue_already(room: RunningRoom) -> None:
    register, late = room.workspace.register, date(2026, 10, 1)
    one = register.add_person("Lee Marsh", grounds="Seen", source="Police", review_on=late)
    with pytest.raises(Refusal, match="a day after today"):
        register.adopt(one, "Two reports")
    register.adopt(one, "Two reports", SOON)
    assert room.workspace.read.person(one).review_on == SOON


def test_a_review_says_still_of_concern_why_and_until_when(room: RunningRoom) -> None:
    register, read = room.workspace.register, room.workspace.read
    one = whole(room.workspace)
    register.adopt(one, "Two reports")
    with pytest.raises(Refusal, match="day after today"):
        register.still_of_concern(one, "Seen again", date(2026, 11, 12))
    with pytest.raises(Refusal, match="why"):
        register.still_of_concern(one, " ", SOON)
    register.still_of_concern(one, "Seen again", SOON + timedelta(days=30))
    latest = read.concern_decisions(one)[0]
    assert (latest.decision, latest.reason) == ("still of concern", "Seen again")
    assert read.person(one).review_on == SOON + timedelta(days=30)
    told = [row.text for row in read.history(one) if row.kind == "review"]
    assert len(told) == 2 and not any("Seen again" in text for text in told)


def test_an_overdue_review_stands_on_today_and_goes_to_the_record(
    room: RunningRoom, clock: SetClock
) -> None:
    one = whole(room.workspace)
    assert not [line for line in room.workspace.read.today() if line.target_id == one]
    clock.set(clock.now() + timedelta(days=60))
    (line,) = [line for line in room.workspace.read.today() if line.target_id == one]
    assert (line.goes_to, line.text) == ("people", "Review of a person of concern: D.P.")
    room.workspace.register.still_of_concern(one, "Seen again", date(2027, 3, 1))
    assert not [line for line in room.workspace.read.today() if line.target_id == one]


def test_a_status_is_refused_where_it_is_a_decision_or_nobody_says_so(room: RunningRoom) -> None:
    register, one = room.workspace.register, room.person
    for status, says in (("Removed", "second person"), ("Convicted", "lacks a source")):
        with pytest.raises(Refusal, match=says):
            register.change(one, "status", status, "unverified")
        with pytest.raises(Refusal, match=says):
            register.add_person("Lee Marsh", status=status, grounds="Seen")
    register.change(one, "source", "Police", None)
    register.change(one, "status", "Convicted", "unverified")
    assert room.workspace.read.person(one).status == "Convicted"


def test_removal_needs_a_second_person_and_is_taken_back_whole(room: RunningRoom) -> None:
    register, read = room.workspace.register, room.workspace.read
    one = whole(room.workspace)
    register.change(one, "status", "Suspect", "unverified")
    with pytest.raises(Refusal):
        register.close(one, "No grounds were found", None)
    second = next(each.name for each in read.members() if each.active)
    register.close(one, "No grounds were found", second)
    assert read.person(one).status == "Removed"
    assert [row.closed for row in read.people() if row.id == one] == [True]
    assert [row.id for row in read.find("Pyke", 5)] == [one]
    register.reopen(one)
    told = [each.decision for each in read.concern_decisions(one)]
    assert (read.person(one).status, told) == ("Suspect", ["opened again", "removed"])
    room.workspace.store.undo()
    room.workspace.store.undo()
    assert (read.person(one).status, read.concern_decisions(one)) == ("Suspect", ())


def test_a_removal_in_the_meeting_is_kept_and_taken_back_by_another_decision(
    room: RunningRoom,
) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    conduct.decide(
        room.person_item, "REMOVE_PERSON", "No grounds were found", second_person="Ann Patel"
    )
    told = read.concern_decisions(room.person)[0]
    assert (told.decision, told.second_person) == ("removed", "Ann Patel")
    assert read.person(room.person).status == "Removed"
    conduct.decide(room.person_item, "DISRUPTION_AGREED", review_on=SOON)
    told = read.person(room.person)
    assert (told.status, told.closed_on) == ("unverified", None)
