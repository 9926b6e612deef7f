"""Groups: dated assessments, growth as a figure, and nothing of whom the reader may not know."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role, Sharing
from models.workspace import Workspace

SPRING, NOW = datetime(2026, 3, 3, 9, 30), datetime(2026, 11, 12, 9, 30)


@pytest.fixture
def clock():
    return SetClock(SPRING)


@pytest.fixture
def workspace(clock):
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE", area="Northmoor")
    yield made
    made.close()


@pytest.fixture
def group(workspace):
    return workspace.register.add_group("Canal Boys", group_type="Peer exploitation group")


def child(workspace, name, group, **known):
    made = workspace.register.add_child(name, **known)
    return made, workspace.register.link(made, "member of", group)


def as_member(workspace, meeting=None, **changes):
    """The same file as an agency member reads it."""
    reader = replace(workspace.reader(), role=Role.MEMBER, **changes)
    return workspace.read_as(reader)


def test_no_further_young_people_is_a_figure_against_the_last_review(workspace, clock, group):
    child(workspace, "Ivy Ashdown", group)
    workspace.register.assess_group(group, people="Three friends from school")
    clock.set(NOW)
    found = workspace.read.group(group).growth
    assert (found.since, found.young_people) == (SPRING.date(), 0)
    child(workspace, "Robin Marlow", group)
    person = workspace.register.add_person("Dean Pyke")
    workspace.register.link(person, "member of", group)
    found = workspace.read.group(group).growth
    assert [one.label for one in found.joined] == ["Dean Pyke", "Robin Marlow"]
    assert found.young_people == 1


def test_who_left_is_told_with_the_day(workspace, clock, group):
    _, link = child(workspace, "Ivy Ashdown", group)
    workspace.register.assess_group(group, people="One")
    clock.set(NOW)
    workspace.register.end_link(link, "Moved away")
    left = workspace.read.group(group).growth.left
    assert [(one.label, one.left_on) for one in left] == [("Ivy Ashdown", NOW.date())]


def test_versions_keep_their_author_members_and_roles(workspace, clock, group):
    ivy, _ = child(workspace, "Ivy Ashdown", group)
    first = workspace.register.assess_group(group, people="Ivy is led", roles={ivy: "peripheral"})
    clock.set(NOW)
    robin, _ = child(workspace, "Robin Marlow", group)
    workspace.register.assess_group(
        group, author="Sgt Khan", people="Ivy is in deeper", roles={ivy: "core"}, plan_lead="Khan"
    )
    latest, before = workspace.read.group(group).versions
    assert (before.id, before.author) == (first, "Ada Administrator")
    assert [(one.label, one.role) for one in before.members] == [("Ivy Ashdown", "peripheral")]
    assert latest.author == "Sgt Khan"
    assert {one.label: one.role for one in latest.members} == {
        "Ivy Ashdown": "core", "Robin Marlow": None,
    }  # fmt: skip
    assert [one.subject_id for one in latest.growth.joined] == [robin]
    workspace.store.undo()
    assert len(workspace.read.group(group).versions) == 1


def test_a_role_not_named_again_stays(workspace, clock, group):
    ivy, _ = child(workspace, "Ivy Ashdown", group)
    workspace.register.assess_group(group, roles={ivy: "Harming"})
    workspace.register.assess_group(group, risk="High")
    assert workspace.read.group(group).members[0].role == "harming"


def test_a_hidden_member_changes_nothing_for_who_may_not_know(workspace, clock, group):
    child(workspace, "Ivy Ashdown", group)
    hidden = workspace.register.add_child("Robin Marlow", school="Hill School")
    workspace.register.assess_group(group, people="Friends")
    plain = as_member(workspace).group(group)
    clock.set(NOW)
    workspace.register.link(hidden, "member of", group, sharing=Sharing.CHAIR_ONLY)
    shown = as_member(workspace).group(group)
    assert (shown.members, shown.growth) == (
        plain.members,
        replace(plain.growth, since=SPRING.date()),
    )
    workspace.register.assess_group(group, risk="Higher", sharing=Sharing.CHAIR_ONLY)
    workspace.register.assess_group(group, risk="Lower")
    shown = as_member(workspace).group(group)
    assert [one.risk for one in shown.versions] == ["Lower", None]
    assert {one.label for each in shown.versions for one in each.members} == {"Ivy Ashdown"}
    assert shown.versions[0].growth.joined == ()
    assert len(workspace.read.group(group).versions) == 3


def test_who_has_an_interest_in_a_member_reads_no_assessment_that_speaks_of_them(workspace, group):
    ivy, _ = child(workspace, "Ivy Ashdown", group)
    workspace.register.assess_group(group, people="Of Ivy")
    held = as_member(workspace, conflicted_subjects=frozenset({ivy}))
    assert held.group(group).versions == () and held.group(group).members == ()
    with pytest.raises(Refusal):
        as_member(workspace, conflicted_subjects=frozenset({group})).group(group)


def test_places_and_schools_that_members_share_are_found(workspace, group):
    one, _ = child(workspace, "Ivy Ashdown", group, school="Hill School")
    other, _ = child(workspace, "Robin Marlow", group, school="Hill  School")
    park, shop, own = (
        workspace.register.add_place(name) for name in ("Skatepark", "Vape shop", "Garages")
    )
    for who in (one, other):
        workspace.register.link(who, "frequents", park)
    workspace.register.link(one, "frequents", shop)
    workspace.register.link(group, "harms at", own)
    found = {place.label: place.whose for place in workspace.read.group(group).places}
    assert found == {
        "Skatepark": ("Ivy Ashdown", "Robin Marlow"),
        "Hill School": ("Ivy Ashdown", "Robin Marlow"),
        "Garages": ("the group",),
    }


def test_what_is_told_to_whom_is_kept_with_its_day(workspace, group):
    made = workspace.register.assess_group(group, plan="Talk to the school")
    row = workspace.register.tell_of_group(made, "The school", "Watch the gate", "Khan")
    workspace.register.told_of_group(row)
    told = workspace.read.group(group).versions[0].told
    assert [(one.whom, one.told_on) for one in told] == [("The school", SPRING.date())]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "people"),
        ({"people": "x", "assessed_on": date(2026, 3, 4)}, "assessed_on"),
        ({"people": "x", "roles": {1: "captain"}}, "roles"),
    ],
)
def test_an_unfit_assessment_is_refused_and_nothing_kept(workspace, group, given, field):
    with pytest.raises(Refusal) as refused:
        workspace.register.assess_group(group, **given)
    assert refused.value.field == field
    assert workspace.read.group(group).versions == ()


def test_all_case_holders_of_a_group_stand_in_one_list(workspace, group):
    agency = workspace.panel.add_agency("Children's Services", kind="children's social care")
    lead = workspace.panel.add_member("Jo Reed", agency, "Social worker", email="jo@north.gov.uk")
    one, _ = child(workspace, "Ivy Ashdown", group, lead_name="Jo Reed", team="East team")
    other, _ = child(workspace, "Robin Marlow", group, lead_member_id=lead,
                     iro_or_cp_chair="Pat Vale")  # fmt: skip
    none, _ = child(workspace, "Sam Tarn", group)
    found = workspace.read.case_holders(group)
    assert [(one.name, one.part, one.agency, one.email) for one in found.holders] == [
        ("Jo Reed", "Lead professional", "Children's Services", "jo@north.gov.uk"),
        ("Pat Vale", "IRO or CP chair", None, None),
    ]
    assert [each.subject_id for each in found.holders[0].members] == [one, other]
    assert [each.subject_id for each in found.without] == [none]


def test_the_head_of_a_groups_item_says_growth_members_and_places_by_initials(workspace, group):
    ivy, _ = child(workspace, "Ivy Ashdown", group, school="Hill School")
    child(workspace, "Robin Marlow", group, school="Hill School")
    hidden = workspace.register.add_child("Sam Tarn")
    workspace.register.link(hidden, "member of", group, sharing=Sharing.CHAIR_ONLY)
    workspace.register.assess_group(group, roles={ivy: "core"})
    meeting = workspace.agenda.plan_meeting(date(2026, 3, 12))
    item = workspace.agenda.add(meeting, group)
    said = [words for words, _ in as_member(workspace).item(item).header.tags]
    assert said == [
        "First look: growth is counted from here",
        "2 members: I.A. core, R.M.",
        "Hill School: 2 of them",
    ]


def test_what_nobody_was_told_yet_stands_with_the_assessment_in_force(workspace, clock, group):
    first = workspace.register.assess_group(group, people="Friends")
    told, open_one = (
        workspace.register.tell_of_group(first, whom, "Watch the gate")
        for whom in ("The school", "The bus company")
    )
    workspace.register.told_of_group(told)
    clock.set(NOW)
    second = workspace.register.assess_group(group, people="Friends, two more")
    new = workspace.register.tell_of_group(second, "The parents", "Who the men are")
    read = workspace.read.group(group)
    assert [(one.id, one.said_on) for one in read.telling] == [
        (new, NOW.date()),
        (open_one, SPRING.date()),
    ]
    workspace.register.told_of_group(open_one)
    assert [one.id for one in workspace.read.group(group).telling] == [new]


def test_today_tells_of_a_group_what_somebody_was_to_be_told_by_now(workspace, clock, group):
    ivy, _ = child(workspace, "Ivy Ashdown", group)
    made = workspace.register.assess_group(group, people="Friends")
    hidden = workspace.register.assess_group(group, people="More", sharing=Sharing.CHAIR_ONLY)
    late = workspace.register.tell_of_group(made, "The school", "Gate", by_date=date(2026, 3, 9))
    workspace.register.tell_of_group(hidden, "Police", "Names", by_date=date(2026, 3, 9))
    workspace.register.tell_of_group(made, "Parents", "All", by_date=date(2026, 12, 9))
    clock.set(NOW)

    def lines(read):
        return [one for one in read.today() if one.text.startswith("Not told yet")]

    (line, _) = lines(workspace.read)
    assert (line.text, line.detail, line.target_id) == (
        "Not told yet, of a group: Canal Boys",
        "due Mon 9 Mar 2026",
        group,
    )
    assert len(lines(as_member(workspace))) == 1
    assert lines(as_member(workspace, conflicted_subjects=frozenset({ivy}))) == []
    workspace.register.told_of_group(late)
    assert lines(as_member(workspace)) == []


def reviewed(workspace):
    return [one.text for one in workspace.read.today() if one.text.startswith("Review of a")]


def test_a_review_of_a_group_or_place_stands_on_today_once_its_day_is_past(workspace, clock, group):
    workspace.register.assess_group(group, people="Friends", review_on=date(2026, 4, 1))
    workspace.register.add_place("Skatepark", review_on=date(2026, 4, 1))
    clock.set(datetime(2026, 4, 1, 9, 0))
    assert reviewed(workspace) == []
    clock.set(NOW)
    assert reviewed(workspace) == ["Review of a group: Canal Boys", "Review of a place: Skatepark"]
    for at in range(6):
        workspace.register.add_place(f"Shop {at}", review_on=date(2026, 5, 1))
    assert reviewed(workspace)[1:2] == ["Review of a place: Skatepark"]
    assert "2 more reviews of places overdue" in [one.text for one in workspace.read.today()]
    held = as_member(workspace, conflicted_subjects=frozenset({group}))
    assert not [one for one in held.today() if "Canal" in one.text]


def test_a_new_assessment_is_the_review_that_was_due(workspace, clock, group):
    workspace.register.assess_group(group, people="Friends", review_on=date(2026, 4, 1))
    clock.set(NOW)
    workspace.register.assess_group(group, people="Friends still")
    assert workspace.read.group(group).review_on is None
    assert reviewed(workspace) == []
    soon = date(2026, 12, 1)
    workspace.register.assess_group(group, people="Friends", review_on=soon)
    workspace.register.assess_group(group, people="Friends and more")
    assert workspace.read.group(group).review_on == soon
