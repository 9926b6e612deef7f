"""Several subjects over time: each with all that is permitted, and nothing of what is not."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from models.clock import SetClock
from models.entities import ActionSubject
from models.marks import Information, Role, Sharing
from models.records.timeline import Mark
from models.rules.timeline import clusters
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)


@pytest.fixture
def workspace():
    made = Workspace.memory("Ada Administrator", SetClock(NOW))
    made.panel.make("Northmoor MACE", area="Northmoor")
    yield made
    made.close()


def member(workspace, **changes):
    return workspace.read_as(replace(workspace.reader(), role=Role.MEMBER, **changes))


def test_episodes_have_their_length_and_links_their_days(workspace):
    register = workspace.register
    child, person = register.add_child("Ivy Ashdown"), register.add_person("Dean Pyke")
    register.add_episode(
        child, reported_at=datetime(2026, 11, 1, 20), returned_at=datetime(2026, 11, 3, 8)
    )
    register.link(person, "exploits", child, last_seen=date(2026, 10, 5))
    register.add_assessment(child, assessed_on=date(2026, 9, 1))
    (row, other) = workspace.read.timeline((child, person))
    told = [(one.mark, one.at, one.until) for one in row.happenings if one.mark is not Mark.OTHER]
    assert told == [
        (Mark.ASSESSMENT, date(2026, 9, 1), None),
        (Mark.EPISODE, date(2026, 11, 1), date(2026, 11, 3)),
    ]
    assert {one.at for one in other.happenings} == {date(2026, 10, 5), NOW.date()}


def test_a_link_that_was_changed_says_on_each_day_what_it_said_then(workspace):
    register, clock = workspace.register, workspace.store.clock
    child, person = register.add_child("Ivy Ashdown"), register.add_person("Dean Pyke")
    link = register.link(child, "associates", person, last_seen=date(2026, 10, 5))
    clock.move(timedelta(days=1))
    register.change_link(link, "note", "Told again", None)
    register.relate_link(link, person, "exploits", child)
    (row,) = workspace.read.timeline((child,))
    assert [(one.at.day, one.text) for one in row.happenings] == [
        (5, "Seen: associates with Dean Pyke"),
        (12, "Link recorded: associates with Dean Pyke"),
        (13, "Link changed: is exploited by Dean Pyke"),
    ]
    told = [one.text for one in workspace.read.history(child)]
    assert told == ["Link changed: is exploited by Dean Pyke", "Link: associates with Dean Pyke"]


def test_what_is_hidden_changes_no_row_no_gap_and_no_cluster(workspace):
    register, conduct = workspace.register, workspace.conduct
    children = [register.add_child(name) for name in ("Ivy Ashdown", "Robin Marlow", "Kit Tarn")]
    agency = workspace.panel.add_agency("Police")
    meeting = workspace.agenda.plan_meeting(NOW.date())
    items = [workspace.agenda.add(meeting, one) for one in children]
    conduct.start(meeting)
    for item in items[:2]:
        conduct.say(
            item,
            agency,
            "Seen at the park",
            information=Information.FACT,
            sharing=Sharing.ALL_PANEL,
        )
    before = member(workspace).timeline(children)
    conduct.say(
        items[2], agency, "Seen there too", information=Information.FACT, sharing=Sharing.CHAIR_ONLY
    )
    person = register.add_person("Dean Pyke")
    register.link(person, "exploits", children[2], last_seen=NOW.date(), sharing=Sharing.CHAIR_ONLY)
    assert member(workspace).timeline(children) == before
    assert clusters(before) == ()
    assert len(clusters(workspace.read.timeline(children))) == 1
    assert person not in member(workspace).beside(children[2])


def test_who_has_an_interest_sees_no_row_at_all(workspace):
    one, other = (workspace.register.add_child(name) for name in ("Ivy Ashdown", "Kit Tarn"))
    held = member(workspace, conflicted_subjects=frozenset({one}))
    assert [row.subject.id for row in held.timeline((one, other))] == [other]


def test_those_linked_stand_beside_a_child_and_members_before_their_group(workspace):
    register = workspace.register
    one, other = (register.add_child(name) for name in ("Ivy Ashdown", "Kit Tarn"))
    person, group = register.add_person("Dean Pyke"), register.add_group("Canal Boys")
    place = register.add_place("Skatepark")
    for child in (one, other):
        register.link(child, "member of", group)
        register.link(child, "frequents", place)
    register.link(person, "exploits", one)
    assert workspace.read.beside(one) == (one, person, other)
    assert workspace.read.beside(person) == (person, one)
    assert workspace.read.beside(group) == (one, other, group)
    assert workspace.read.beside(place) == (one, other, place)


def test_joined_records_are_one_row(workspace):
    register = workspace.register
    one, other = (register.add_child(name) for name in ("Ivy Ashdown", "Ivy Ashdowne"))
    register.add_episode(other, reported_at=datetime(2026, 11, 1, 20))
    register.same(one, other, "One girl")
    (row,) = workspace.read.timeline((other, one))
    assert [each.mark for each in row.happenings if each.mark is Mark.EPISODE] == [Mark.EPISODE]


def test_the_agenda_gives_its_subjects_once(workspace):
    one, other = (workspace.register.add_child(name) for name in ("Ivy Ashdown", "Kit Tarn"))
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 19))
    for child in (one, other):
        workspace.agenda.add(meeting, child)
    assert set(workspace.read.on_agenda(meeting)) == {one, other}


def test_an_action_about_several_and_a_measure_to_protect_stand_in_each_childs_row(workspace):
    one, other = (workspace.register.add_child(name) for name in ("Ivy Ashdown", "Kit Tarn"))
    person = workspace.register.add_person("Dean Pyke")
    meeting = workspace.agenda.plan_meeting(NOW.date())
    item, of_person = workspace.agenda.add(meeting, one), workspace.agenda.add(meeting, person)
    workspace.conduct.start(meeting)
    action = workspace.conduct.record_action(item, "Visit both homes", subject_id=one)
    measure = workspace.conduct.disrupt(of_person, "CAWN", against_id=person)
    plan = workspace.read.plans()[0].id
    workspace.disruption.protect(plan, other)
    with workspace.store.work("share", "Share") as session:
        session.add(ActionSubject(action_id=action, subject_id=other, part_text="Visit Kit"))
    (row,) = workspace.read.timeline((other,))
    told = [(one.mark, one.text) for one in row.happenings]
    assert (Mark.ACTION, "Action A001: Visit Kit") in told
    assert any(mark is Mark.MEASURE and "To protect" in text for mark, text in told)
    assert measure


def test_a_membership_that_is_hidden_puts_nobody_beside(workspace):
    register = workspace.register
    one, other = (register.add_child(name) for name in ("Ivy Ashdown", "Kit Tarn"))
    group = register.add_group("Canal Boys")
    register.link(one, "member of", group)
    link = register.link(other, "member of", group, sharing=Sharing.CHAIR_ONLY)
    assert workspace.read.beside(one) == (one, other)
    assert member(workspace).beside(one) == (one,)
    register.end_link(link, "Moved away")
    assert workspace.read.beside(one) == (one,)
