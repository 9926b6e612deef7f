"""Tiers of one panel: settings of their own, items that go up, and answers that come back."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from exports import phrases
from exports.inspection import as_form, written
from models.clock import SetClock
from models.entities import AgencyReturn, AgendaItem, Decision
from models.errors import Refusal
from models.marks import ItemKind, Role
from models.queries.parting import parting
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import HELD, RunningRoom, running_room

LATER, NEXT = HELD + timedelta(days=21), HELD + timedelta(days=42)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def group(room: RunningRoom) -> int:
    """The strategic group above the panel."""
    return room.workspace.tiers.add("Strategic group", "strategic", acronym="SG")


def why(room: RunningRoom, meeting_id: int) -> list[tuple[str, str]]:
    """What is proposed for a meeting, and why."""
    return [(row.label, row.why) for row in room.workspace.read.pool(meeting_id)]


def test_a_tier_has_its_own_meetings_hours_sections_minutes_and_quorum(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    for key, value in (("starts", "14:00"), ("ends", "16:00"), ("sections", "T,L,V"),
                       ("minutes.theme", "25"), ("quorum", "council")):  # fmt: skip
        workspace.tiers.set(group, key, value)
    meeting = workspace.agenda.plan_meeting(HELD, series_id=group)
    theme = workspace.register.add_theme("Out-of-area beds")
    item = workspace.agenda.add(meeting, theme)
    read = workspace.read
    assert read.meeting(meeting).panel == "Strategic group"
    assert read.meeting(meeting).starts == time(14)
    assert read.panel_of(meeting).section_order == ("T", "L", "V")
    assert read.panel_of(room.meeting).section_order == read.panel().section_order
    assert next(row.planned_minutes for row in read.running_order(meeting) if row.id == item) == 25
    assert read.quorum(meeting).words != read.quorum(room.meeting).words
    assert [row.name for row in read.attendance(meeting)] == []
    workspace.tiers.seat(group, room.manager, "chair")
    assert [row.name for row in read.attendance(meeting)] == ["Sam Lee"]
    assert read.meeting_on(HELD).id == room.meeting
    extra = workspace.tiers.add("Extraordinary panel", "extraordinary")
    assert next(one.acronym for one in read.series() if one.id == extra) == "Extraordinary panel"
    with pytest.raises(Refusal, match="already"):
        workspace.agenda.plan_meeting(HELD, series_id=group)


def test_its_agenda_is_proposed_nothing_of_the_panels_and_takes_nobody(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting, NEXT)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    assert workspace.read.pool(meeting) == ()
    with pytest.raises(Refusal, match="no person by name"):
        workspace.agenda.add(meeting, room.child)
    assert workspace.read.meeting_papers(meeting).earlier_actions == ()
    assert room.person in [row.subject_id for row in workspace.read.pool(_next(room))]


def _next(room: RunningRoom) -> int:
    found = room.workspace.read.meeting_on(NEXT)
    assert found is not None
    return found.id


def test_an_item_goes_up_with_its_history_and_its_answer_comes_back(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace, read = room.workspace, room.workspace.read
    high = workspace.tiers.add("High risk group", "extraordinary")
    workspace.conduct.record_action(room.child_item, "Find a bed", owner_id=room.manager)
    workspace.conduct.decide(room.child_item, "REMAIN", "No bed", review_on=NEXT)
    sent = workspace.tiers.escalate(room.child_item, high, "No bed in the county", "Fund a bed")
    with pytest.raises(Refusal, match="has been sent"):
        workspace.tiers.escalate(room.child_item, high, "Again", "Again")
    workspace.conduct.close(room.meeting, NEXT)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=high)
    assert why(room, meeting) == [
        ("Robin Ashdown", "From Northmoor MACE, 12 November: No bed in the county")
    ]
    assert workspace.agenda.fill(meeting) == 1
    (row,) = read.running_order(meeting)
    item = room.item(row.id)
    assert item.header.reason == "From Northmoor MACE, 12 November: No bed in the county"
    assert (item.header.ask, item.header.last_decision) == ("Fund a bed", "Remain on panel")
    (there,) = read.escalations(row.id)
    assert there.before[0] == "Decided: Remain on panel. No bed"
    assert there.before[1].startswith("Action: Find a bed (Sam Lee")
    clock.move(timedelta(days=21))
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(row.id)
    workspace.conduct.decide(row.id, "CHANGE_PLAN", "Bed funded", review_on=NEXT)
    workspace.conduct.close(meeting)
    (back,) = read.escalations(room.child_item)
    assert (back.standing, back.answer) == ("answered", "Change of plan recommended. Bed funded")
    told = dict(why(room, _next(room)))["Robin Ashdown"]
    assert told.endswith("Answer of High risk group, 3 December: "
                         "Change of plan recommended. Bed funded")  # fmt: skip
    workspace.agenda.fill(_next(room))
    assert read.escalations(sent and room.child_item)[0].standing == "answer taken up"
    workspace.store.undo()
    assert read.escalations(room.child_item)[0].standing == "answered"


def test_a_group_without_names_takes_a_childs_item_by_a_title_that_names_nobody(
    room: RunningRoom, group: int
) -> None:
    tiers, read = room.workspace.tiers, room.workspace.read
    with pytest.raises(Refusal, match="call it something else"):
        tiers.escalate(room.child_item, group, "No beds", "Fund two")
    with pytest.raises(Refusal, match="nobody by name"):
        tiers.escalate(room.child_item, group, "No bed for Robin Ashdown", "Fund", "Beds")
    tiers.escalate(room.child_item, group, "No beds", "Fund two", "Beds for over-14s")
    meeting = room.workspace.agenda.plan_meeting(LATER, series_id=group)
    room.workspace.agenda.fill(meeting)
    (row,) = read.running_order(meeting)
    assert (row.label, row.subject_id) == ("Beds for over-14s", None)
    room.workspace.agenda.remove(row.id)
    assert len(read.pool(meeting)) == 1


def test_a_theme_stands_there_with_numbers_and_no_name(room: RunningRoom, group: int) -> None:
    workspace = room.workspace
    theme = workspace.register.add_theme("Out-of-area beds")
    workspace.register.link(room.child, "part of theme", theme, confidence="confirmed")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    item = room.item(workspace.agenda.add(meeting, theme))
    assert (item.links, item.linked) == ((), ("1 child",))


def test_who_sits_on_the_group_alone_reads_its_items_and_no_child(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    director = workspace.panel.add_member("Iris Bell", room.council, "Director")
    workspace.tiers.unseat(1, director)
    workspace.tiers.seat(group, director)
    theme = workspace.register.add_theme("Out-of-area beds")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.agenda.add(meeting, theme)
    workspace.conduct.record_action(room.child_item, "Find a bed", owner_id=room.manager)
    person = Person(None, "Iris Bell", Role.MEMBER, director, room.council)
    hers = Workspace(workspace.store, person).read
    assert [one.id for one in hers.meetings()] == [meeting]
    assert [row.label for row in hers.running_order(meeting)] == ["Out-of-area beds"]
    assert hers.running_order(room.meeting) == ()
    assert (hers.children(), hers.actions(), hers.people(), hers.find("Ashdown")) == ((),) * 4
    assert [one.label for one in hers.themes()] == ["Out-of-area beds"]
    panel = Workspace(workspace.store, Person(None, "Ann", Role.MEMBER, room.nurse, room.health))
    assert [one.id for one in panel.read.meetings()] == [room.meeting]
    assert panel.read.running_order(meeting) == ()
    assert [one.name for one in panel.read.children()] == ["Robin Ashdown"]
    assert [one.text for one in panel.read.actions()] == ["Find a bed"]


def test_a_tier_needs_a_name_of_its_own_and_the_panel_stays_in_use(
    room: RunningRoom, group: int
) -> None:
    tiers = room.workspace.tiers
    for name in (" ", "Strategic group"):
        with pytest.raises(Refusal, match="name"):
            tiers.add(name)
    with pytest.raises(Refusal, match="stays in use"):
        tiers.change(1, active=False)
    with pytest.raises(Refusal, match="itself"):
        tiers.change(group, feeds_into_id=group)
    tiers.change(1, feeds_into_id=group)
    tiers.change(group, active=False)
    assert [one.name for one in room.workspace.read.series()] == ["Northmoor MACE"]


def test_screening_is_proposed_what_nobody_has_decided_on(room: RunningRoom) -> None:
    workspace = room.workspace
    triage = workspace.tiers.add("Weekly triage", "triage")
    wren = workspace.register.add_child("Wren Holloway")
    referral = workspace.referrals.add(wren, received_on=date(2026, 11, 2), reason="Seen there")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=triage)
    assert ("Wren Holloway", "To be screened") in why(room, meeting)
    workspace.agenda.fill(meeting)
    workspace.referrals.accept(referral, "Meets the threshold")
    panel = workspace.agenda.plan_meeting(NEXT)
    assert ("Wren Holloway", "Accepted referral of 2 November") in why(room, panel)


def test_what_was_decided_to_go_up_stands_on_today_until_it_is_sent(room: RunningRoom) -> None:
    workspace = room.workspace

    def told() -> list[str]:
        return [one.text for one in workspace.read.today() if "not sent" in one.text]

    workspace.conduct.decide(room.child_item, "STEP_UP", "No bed", review_on=NEXT)
    assert told() == []
    high = workspace.tiers.add("High risk group", "extraordinary")
    assert told() == ["V1 of Thu 12 Nov 2026: decided to go up, not sent"]
    workspace.tiers.escalate(room.child_item, high, "No bed", "Fund a bed")
    assert told() == []


def test_both_tiers_read_what_was_sent_and_each_calls_it_by_its_own_name(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    director = workspace.panel.add_member("Iris Bell", room.council, "Director")
    workspace.tiers.unseat(1, director)
    workspace.tiers.seat(group, director)
    workspace.tiers.escalate(room.child_item, group, "No beds", "Fund two", "Beds for over-14s")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.agenda.fill(meeting)
    (sent,) = workspace.read.escalations()
    workspace.tiers.answer(sent.id, "Two beds from April")
    hers = Workspace(workspace.store, Person(None, "Iris", Role.MEMBER, director, room.council))
    nurse = Workspace(workspace.store, Person(None, "Ann", Role.MEMBER, room.nurse, room.health))
    (there,), (back,) = hers.read.escalations(), nurse.read.escalations()
    assert (there.label, there.initials) == ("Beds for over-14s", "Beds for over-14s")
    assert (back.label, back.answer) == ("Robin Ashdown", "Two beds from April")
    workspace.conduct.declare(room.meeting, room.nurse, "My nephew", room.child_item)
    assert nurse.read.escalations() == ()


def test_the_room_of_a_group_without_names_knows_nobody_by_name(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    theme = workspace.register.add_theme("Out-of-area beds")
    workspace.register.link(room.child, "part of theme", theme, confidence="confirmed")
    workspace.conduct.close(room.meeting)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    item = workspace.agenda.add(meeting, theme)
    workspace.conduct.start(meeting)
    workspace.conduct.attend(meeting, room.manager, "P")
    here = workspace.read_as(workspace.room_reader(meeting, item))
    told = [
        repr(one)
        for one in (
            here.item(item), here.capture_context(meeting, item), here.subjects_tonight(meeting),
            here.look_up("Ashdown", here.named_tonight(meeting, item)), here.children(),
            here.find("Robin"), here.network(), here.actions(),
        )
    ]  # fmt: skip
    assert not [one for one in told if "Ashdown" in one or "Pike" in one]


def test_the_room_of_a_group_that_names_people_knows_whom_they_are_linked_with(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    high = workspace.tiers.add("High risk group", "extraordinary")
    workspace.conduct.close(room.meeting)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=high)
    item = workspace.agenda.add(meeting, room.child)
    here = workspace.read_as(workspace.room_reader(meeting, item)).item(item)
    assert here is not None
    assert [one.other_label for one in here.links] == ["Darren Pike"]


def test_a_room_shows_nothing_that_another_tier_said_of_the_same_child(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    high = workspace.tiers.add("High risk group", "extraordinary")
    workspace.conduct.close(room.meeting, NEXT)
    theirs = workspace.agenda.plan_meeting(LATER, series_id=high)
    there = workspace.agenda.add(theirs, room.child)
    workspace.conduct.start(theirs)
    workspace.conduct.say(there, room.council, "Placed under a name of cover")
    workspace.conduct.record_action(there, "Move the cover address", owner_id=room.manager)
    workspace.conduct.close(theirs)
    meeting = workspace.agenda.plan_meeting(NEXT + timedelta(days=1))
    item = workspace.agenda.add(meeting, room.child)
    here = workspace.read_as(workspace.room_reader(meeting, item))
    told = (here.item(item), here.timeline([room.child]), here.actions(), here.find("cover"))
    assert "cover" not in repr(told)
    again = workspace.read_as(workspace.room_reader(theirs, there))
    assert "Move the cover address" in repr(again.actions())


def test_agreeing_minutes_agrees_those_of_the_same_tier_alone(
    room: RunningRoom, group: int
) -> None:
    workspace, read = room.workspace, room.workspace.read
    chair = Workspace(workspace.store, Person(None, "Chair", Role.CHAIR, room.manager))
    other = workspace.agenda.plan_meeting(HELD, series_id=group)
    for meeting in (room.meeting, other):
        if meeting == other:
            workspace.conduct.start(meeting)
        workspace.conduct.close(meeting)
        version = workspace.minutes.draft(meeting)
        workspace.minutes.to_chair(version)
        chair.minutes.approve(version)
    following = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.conduct.previous_minutes(following, HELD, True, None)
    states = {one.meeting_id: one.state for one in read.minutes()}
    assert (states[other], states[room.meeting]) == ("agreed", "approved")


def test_an_answer_to_a_group_without_names_says_what_was_decided_and_no_name(
    room: RunningRoom, group: int
) -> None:
    workspace, read = room.workspace, room.workspace.read
    theme = workspace.register.add_theme("Out-of-area beds")
    meeting = workspace.agenda.plan_meeting(HELD, series_id=group)
    named = workspace.agenda.add(meeting, kind=ItemKind.NEW, title="Beds", section="T")
    with workspace.store.work("test", "A title of before") as session:
        session.get_one(AgendaItem, named).title = "Robin Ashdown's beds"
    with pytest.raises(Refusal, match="nobody by name"):
        workspace.tiers.escalate(named, _third(room), "Beds", "Look")
    asked = workspace.agenda.add(meeting, theme)
    sent = workspace.tiers.escalate(asked, 1, "No beds", "Look into them")
    workspace.conduct.close(room.meeting, NEXT)
    workspace.agenda.fill(_next(room))
    there = next(row.id for row in read.running_order(_next(room)) if row.subject_id == theme)
    with pytest.raises(Refusal, match="nobody by name"):
        workspace.tiers.answer(sent, "A bed for Robin Ashdown")
    with workspace.store.work("test", "Decide") as session:
        session.add(Decision(item_id=there, code="REMAIN", label="Kept", rationale="Robin waits"))
        session.get_one(AgendaItem, there).state = "discussed"
    assert [one.answer for one in read.escalations(asked)] == ["Kept"]


def _third(room: RunningRoom) -> int:
    return room.workspace.tiers.add("Board", "strategic")


def test_who_sits_on_one_tier_is_told_of_no_meeting_of_another(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    director = workspace.panel.add_member("Iris Bell", room.council, "Director")
    workspace.tiers.unseat(1, director)
    workspace.tiers.seat(group, director)
    workspace.conduct.decide(room.child_item, "REMAIN", "As is", review_on=NEXT)
    workspace.conduct.close(room.meeting, NEXT)
    person = Person(None, "Iris Bell", Role.MEMBER, director, room.council)
    hers = Workspace(workspace.store, person).read
    assert workspace.read.pool(_next(room))
    assert hers.pool(_next(room)) == ()
    held = {one.label: one.values[0] for one in hers.performance(HELD).rows}
    assert not held["Held"]
    coming, late = _next(room), HELD - timedelta(days=1)
    with workspace.store.work("test", "A late return") as session:
        session.add(AgencyReturn(agency_id=room.health, meeting_id=coming, due_on=late))
    waits = ("minutes", "meeting", "agenda", "returns")
    assert [one for one in workspace.read.today() if "return" in one.text.casefold()]
    assert not [one for one in hers.today() if one.goes_to in waits and one.target_id]
    assert hers.inspection(HELD).meetings == ()


def test_meetings_planned_are_listed_to_inspectors_by_their_tiers(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    panel, strategic = (one.name for one in workspace.read.series())
    workspace.agenda.plan_meeting(NEXT)
    workspace.agenda.plan_meeting(NEXT + timedelta(days=7), series_id=group)
    found = workspace.read.inspection(NEXT)
    assert [(one.held_on, one.tier) for one in found.meetings] == [
        (NEXT, panel), (NEXT + timedelta(days=7), strategic)
    ]  # fmt: skip
    form = as_form(found, workspace.read.panel())
    assert form["meeting_tiers"] == [panel, strategic]
    words = written(found, workspace.read.panel(), "csv").decode("utf-8-sig")
    assert f"{phrases.day(NEXT)}, {panel}" in words
    listed = workspace.read.inspection_report(NEXT).rows[-1].listed[0]
    assert [one.words.split(",")[0] for one in listed] == [panel, strategic]


def test_what_was_sent_goes_with_the_meeting_that_heard_it_and_is_not_proposed_again(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    workspace.tiers.escalate(room.child_item, group, "No beds", "Fund two", "Beds for over-14s")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.agenda.fill(meeting)
    with workspace.store.reading() as session:
        assert parting(session, "meeting", meeting).rows["escalation"]


def test_an_interest_in_a_child_holds_where_the_item_stands_without_the_name(
    room: RunningRoom, group: int
) -> None:
    workspace = room.workspace
    workspace.tiers.seat(group, room.manager)
    workspace.tiers.escalate(room.child_item, group, "No beds", "Fund two", "Beds for over-14s")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.agenda.fill(meeting)
    person = Person(None, "Sam Lee", Role.MEMBER, room.manager, room.council)
    his = Workspace(workspace.store, person).read
    assert [row.label for row in his.running_order(meeting)] == ["Beds for over-14s"]
    workspace.conduct.declare(room.meeting, room.manager, "My nephew", room.child_item)
    assert his.running_order(meeting) == ()


def test_who_sits_on_the_panel_alone_is_invited_to_present_elsewhere(room: RunningRoom) -> None:
    workspace = room.workspace
    high = workspace.tiers.add("High risk group", "extraordinary")
    item = workspace.agenda.add(workspace.agenda.plan_meeting(LATER, series_id=high), room.child)
    workspace.agenda.set_presenter(room.person_item, room.nurse)
    workspace.agenda.set_presenter(item, room.nurse)
    (row,) = [one for one in workspace.read.running_order(_meeting(room, item)) if one.id == item]
    assert row.invited == ("Ann Patel",)
    here = workspace.read.running_order(room.meeting)
    assert next(one.invited for one in here if one.id == room.person_item) == ()


def _meeting(room: RunningRoom, item: int) -> int:
    with room.workspace.store.reading() as session:
        return session.get_one(AgendaItem, item).meeting_id


def test_what_minutes_said_on_their_way_is_for_who_reads_that_tier(room: RunningRoom) -> None:
    workspace = room.workspace
    high = workspace.tiers.add("High risk group", "extraordinary")
    there = workspace.agenda.plan_meeting(LATER, series_id=high)
    version = workspace.minutes.draft(there)
    workspace.minutes.to_chair(version)
    workspace.minutes.keep_words(version, b"{}")
    nurse = Workspace(workspace.store, Person(None, "Ann", Role.MEMBER, room.nurse, room.health))
    assert (nurse.read.minutes_steps(there), nurse.read.kept_words(version)) == ((), None)
    assert len(workspace.read.minutes_steps(there)) == 1
    assert workspace.read.kept_words(version) == b"{}"


def test_the_room_of_a_tier_that_is_in_use_no_more_reads_its_own_meetings_alone(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    workspace.tiers.add("Triage", "triage")
    high = workspace.tiers.add("High risk group", "extraordinary")
    there = workspace.agenda.plan_meeting(LATER, series_id=high)
    workspace.tiers.change(high, active=False)
    reader = workspace.room_reader(there)
    assert reader.series == {high} and room.child_item in reader.elsewhere
