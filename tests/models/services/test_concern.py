"""A person of concern stands on grounds, source and review; each decision keeps its reason."""

from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.entities import PersonOfConcern
from models.errors import Refusal
from models.marks import SubjectKind
from models.rules.concern import Basis, check_adopting
from models.rules.months import add_months
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
    assert (line.goes_to, line.text) == ("review", "Review of a person of concern: D.P.")
    room.workspace.register.still_of_concern(one, "Seen again", date(2027, 3, 1))
    assert not [line for line in room.workspace.read.today() if line.target_id == one]


def test_a_status_is_refused_where_it_is_a_decision_or_nobody_says_so(room: RunningRoom) -> None:
    register, one = room.workspace.register, room.person
    for status, says in (("Removed", "second person"), ("Convicted", "a source")):
        with pytest.raises(Refusal, match=says):
            register.change(one, "status", status, "unverified")
        with pytest.raises(Refusal, match=says):
            register.add_person("Lee Marsh", status=status, grounds="Seen")
    for field, value in (("source", "Police"), ("grounds", "Seen"), ("review_on", SOON)):
        register.change(one, field, value, None)
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


STOOD_ON = (("grounds", "Two reports"), ("source", "Police"), ("review_on", SOON))


@pytest.mark.parametrize(("field", "seen"), STOOD_ON)
@pytest.mark.parametrize("how", ["adopted", "suspect", "adopted by status"])
def test_what_somebody_stands_on_is_replaced_but_never_emptied(
    room: RunningRoom, how: str, field: str, seen: object
) -> None:
    register, read = room.workspace.register, room.workspace.read
    one = whole(room.workspace)
    if how == "adopted":
        register.adopt(one, "Two reports")
    else:
        status = "Suspect" if how == "suspect" else "Person of concern"
        register.change(one, "status", status, "unverified")
    with pytest.raises(Refusal, match="Not emptied: a person of concern needs") as refused:
        register.change(one, field, None, seen)
    assert refused.value.field == field and getattr(read.person(one), field) == seen
    other = SOON + timedelta(days=9) if field == "review_on" else "Somebody else"
    register.change(one, field, other, seen)
    assert read.person(one).missing == ()


def test_who_is_only_named_may_lose_what_was_written(room: RunningRoom) -> None:
    one = whole(room.workspace)
    for field, seen in STOOD_ON:
        room.workspace.register.change(one, field, None, seen)
    assert len(room.workspace.read.person(one).missing) == 3


def test_what_a_joined_record_or_the_nomination_says_serves_as_well(room: RunningRoom) -> None:
    register = room.workspace.register
    one, other = whole(room.workspace), whole(room.workspace, "Dean Pike")
    register.same(one, other, "The same man")
    register.change(one, "status", "Suspect", "unverified")
    register.change(one, "grounds", None, "Two reports")
    with pytest.raises(Refusal, match="needs grounds"):
        register.change(one, "grounds", None, "Two reports")
    register.refer(one, "", "Seen with three children")
    register.change(one, "grounds", None, "Two reports")
    assert room.workspace.read.person(one).missing == ()


def test_an_adoption_is_taken_back_by_a_decision_alone(room: RunningRoom) -> None:
    register, read = room.workspace.register, room.workspace.read
    one = whole(room.workspace)
    register.adopt(one, "Two reports")
    day = read.person(one).adopted_on
    for field, value, seen in (
        ("adopted_on", None, day),
        ("status", "Unverified", "Person of concern"),
        ("status", "nominated", "Person of concern"),
    ):
        with pytest.raises(Refusal, match="only by a decision"):
            register.change(one, field, value, seen)
    register.change(one, "status", "Charged", "Person of concern")
    assert (read.person(one).adopted_on, read.person(one).status) == (day, "Charged")


@pytest.mark.parametrize("status", ["Suspect", "RUI", "Charged", "Convicted", "MAPPA 2"])
def test_nobody_goes_in_with_a_status_that_weighs_and_nothing_to_bear_it_out(
    room: RunningRoom, status: str
) -> None:
    register = room.workspace.register
    with pytest.raises(Refusal, match="Not kept: the record lacks grounds and a source"):
        register.add_person("Lee Marsh", status=status)
    with pytest.raises(Refusal, match="Not kept: say on which day it is reviewed"):
        register.add_person("Lee Marsh", status=status, grounds="Seen", source="Police")
    register.add_person("Lee Marsh", status=status, grounds="Seen", source="X", review_on=SOON)
    for named in ("Unverified", "Deceased", "known to a school"):
        register.add_person("Kit Moor", status=named)


def test_a_day_of_review_is_proposed_by_the_panels_setting(room: RunningRoom) -> None:
    workspace = room.workspace
    today = workspace.store.clock.today()
    assert workspace.read.next_review() == add_months(today, 3)
    workspace.panel.set("concern_review_months", "6")
    assert workspace.read.next_review() == add_months(today, 6)
    workspace.panel.set("concern_review_months", "2")  # 12 January 2027 is a Tuesday
    workspace.panel.set("closed_days", "2027-01-12")
    assert workspace.read.next_review() == date(2027, 1, 13)
    workspace.panel.set("concern_review_months", "6")
    workspace.register.refer(None, "Lee Marsh", "Seen with children", SubjectKind.PERSON)
    named = workspace.conduct.add_named(
        None, "Kit Moor", SubjectKind.PERSON, grounds="Seen", source="Police"
    )
    told = {one.label: workspace.read.person(one.id).review_on for one in workspace.read.people()}
    assert told["Lee Marsh"] == told["Kit Moor"] == add_months(today, 6)
    assert workspace.read.person(named).missing == ()


@pytest.mark.parametrize("said", ["Élodie Ångström", "élodie ångström", "Elodie  Angstrom"])
def test_a_child_is_no_person_of_concern_however_the_name_is_typed(
    room: RunningRoom, said: str
) -> None:
    child = room.workspace.register.add_child("Robin Ash")
    room.workspace.register.add_alias(child, "Élodie Ångström")
    with pytest.raises(Refusal, match="A child on record goes by this name"):
        room.workspace.conduct.add_named(
            None, said, SubjectKind.PERSON, grounds="Seen", source="Police"
        )


def test_today_tells_who_lacks_something_by_name_and_counts_the_unverified(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    before = [one.id for one in workspace.read.people() if one.missing]
    with workspace.store.work("old", "As an older file has it") as session:
        for name in ("Marsh", "Moor", "Mill", "Mead", "Munn", "May", "Moss"):
            session.add(PersonOfConcern(label=f"Lee {name}", status="Suspect"))
        session.add(PersonOfConcern(label="Kit Moor", source="Police"))
    lines = [one for one in workspace.read.today() if one.text.startswith("Person")]
    assert [one.text for one in lines] == [
        *["Person of concern: L.M."] * 5,
        "Persons of concern: 2 more of concern",
        f"Persons of concern: {1 + len(before)} not verified yet",
    ]
    assert lines[0].detail == "The record lacks grounds, a source and a day of review."
    assert [one.goes_to for one in lines] == [*["review"] * 5, "persons", "persons"]


def test_what_a_nomination_or_a_joined_record_says_is_not_told_as_missing(
    room: RunningRoom,
) -> None:
    workspace = room.workspace

    def waiting() -> list[str]:
        return [one.text for one in workspace.read.today() if one.goes_to == "persons"]

    workspace.register.close(room.person, "No grounds", "Ann Patel")
    one = workspace.register.add_person("Lee Marsh", review_on=SOON)
    other = workspace.register.add_person("Lee Marsh junior")
    assert waiting() == ["Persons of concern: 2 not verified yet"]
    workspace.register.refer(one, "", "Seen with three children")
    assert waiting() == ["Persons of concern: 1 not verified yet"]
    workspace.register.same(other, one, "One man")
    assert waiting() == []
    workspace.register.change(one, "review_on", None, SOON)
    assert waiting() == ["Persons of concern: 1 not verified yet"]
