"""What a child's file may hold is chosen field by field; names of others come with it."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.entities import ActionSubject, Address, Child, Link, Phone
from models.errors import Refusal
from models.marks import Information, Sharing
from models.rules.capture import read_line
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def known(room: RunningRoom, except_child: int | None = None) -> set[tuple[str, str, bool]]:
    found = room.workspace.read.known_names(except_child)
    return {(one.kind, one.text, one.whole) for one in found}


def test_an_extract_has_nothing_but_the_fields_for_the_file(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    for field in ("presentation", "analysis", "parents_view", "diversity", "communications_line"):
        conduct.write(room.child_item, field, "Not for the file", None)
    conduct.say(
        room.child_item,
        room.police,
        "Said",
        information=Information.FACT,
        sharing=Sharing.ALL_PANEL,
    )
    conduct.judge_risk(room.child_item, "High", rationale="Because", dissent="Health disagrees")
    conduct.decide(room.child_item, "REMAIN", "Because", dissent="Police disagree")
    conduct.disrupt(room.child_item, "CAWN")
    item = room.workspace.read.extract_papers(room.child_item).item
    assert item.rounds == item.links == item.measures == item.attending == ()
    assert item.presentation is item.analysis is item.parents_view is item.diversity is None
    assert item.risk is not None
    assert (item.risk.after, item.risk.rationale, item.risk.dissent) == ("High", None, None)
    assert item.decision is not None
    assert item.decision.rationale is item.decision.dissent is None


def test_only_supporting_actions_of_this_child_go_into_the_file(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    other = room.workspace.register.add_child("Sky Merrin", system_id="LCS2")
    conduct.record_action(room.child_item, "Meet weekly")
    conduct.record_action(room.child_item, "Watch the car", kind="intelligence")
    conduct.record_action(room.child_item, "Knock", kind="disrupt person")
    conduct.record_action(room.child_item, "Serve it", measure_code="CP10")
    conduct.record_action(room.child_item, "Named", sharing=Sharing.NAMED_AGENCIES)
    conduct.record_action(room.child_item, "Move both", other_subjects=(other,))
    shared = conduct.record_action(room.child_item, "Meet both", other_subjects=(other,))
    with room.workspace.store.work("part", "Part") as session:
        session.add(ActionSubject(action_id=shared, subject_id=room.child, part_text="Meet Robin"))
    item = room.workspace.read.extract_papers(room.child_item).item
    assert [one.text for one in item.actions] == ["Meet weekly", "Meet Robin"]
    assert all(one.other_subjects == () for one in item.actions)


def test_an_action_that_protects_the_child_reaches_the_file_though_it_is_in_the_catalogue(
    room: RunningRoom,
) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    for line in ("a Khan to convene a strategy meeting within 24 hours", "a Khan to serve a CAWN"):
        (reading,) = read_line(line, context)
        room.workspace.conduct.keep_line(room.child_item, reading)
    item = room.workspace.read.extract_papers(room.child_item).item
    assert [one.text for one in item.actions] == ["Convene a strategy meeting"]


def test_an_item_about_no_child_has_no_extract(room: RunningRoom) -> None:
    with pytest.raises(Refusal):
        room.workspace.read.extract_papers(room.person_item)


def test_the_worker_of_the_day_and_the_reviewers_receive_it(room: RunningRoom) -> None:
    with room.workspace.store.work("edit", "Edit") as session:
        child = session.get_one(Child, room.child)
        child.lead_name, child.iro_or_cp_chair, child.team = "Kian Baines", "Ada Fox", "East"
    papers = room.workspace.read.extract_papers(room.child_item)
    assert papers.addressed_to == "Kian Baines"
    assert papers.copies_to == ("Ada Fox", "Team manager, East")
    assert {"Jane Khan", "Kian Baines", "Ada Fox"} <= set(papers.professionals)


def test_names_numbers_and_homes_of_others_are_known(room: RunningRoom) -> None:
    register = room.workspace.register
    register.add_alias(room.person, "Dazza", "street name")
    register.add_alias(room.person, "Big Daz", "street name")
    register.add_phone("07700 900123")
    other = register.add_child("Sky Merrin", system_id="LCS2")
    with room.workspace.store.work("edit", "Edit") as session:
        session.add(Address(subject_id=other, text="14 Denton Road", postcode="NM3 4AB"))
        session.get_one(Child, other).parental_responsibility = "Mother: Sarah Merrin; no contact"
    found = known(room, room.child)
    assert {
        ("child", "Sky Merrin", True),
        ("child", "LCS2", True),
        ("family", "Sarah Merrin", True),
        ("place", "14 Denton Road", True),
        ("place", "NM3 4AB", True),
        ("person_of_concern", "Darren Pike", True),
        ("person_of_concern", "Dazza", False),
        ("person_of_concern", "Big Daz", True),
    } <= found
    assert any(kind == "phone" for kind, _, _ in found)
    assert not any("Ashdown" in text for _, text, _ in found)
    assert ("child", "Robin Ashdown", True) in known(room)


def test_a_childs_own_phone_and_home_are_not_hidden_but_a_refuge_is(room: RunningRoom) -> None:
    phone = room.workspace.register.add_phone("07700 900123")
    with room.workspace.store.work("edit", "Edit") as session:
        session.add(Link(from_id=room.child, to_id=phone, relation="uses"))
        session.add(Address(subject_id=room.child, text="2 Mill Lane"))
        session.add(Address(subject_id=room.child, text="9 Refuge Way", restricted=True))
        assert session.get_one(Phone, phone).digits
    texts = {text for _, text, _ in known(room, room.child)}
    assert "2 Mill Lane" not in texts
    assert "9 Refuge Way" in texts
    assert not any(text.startswith("07700") for text in texts)


def test_why_nobody_holds_the_plan_goes_to_the_file_until_somebody_does(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    conduct.cover(room.child_item, "lead", covered=False, reason="Between two teams")
    conduct.cover(room.child_item, "review", covered=False, reason="Not for the file")
    said = [(one.code, one.reason) for one in read.extract_papers(room.child_item).item.required]
    assert said == [("lead", "Between two teams")]
    conduct.name_lead(room.child_item, "Kian Baines")
    assert read.extract_papers(room.child_item).item.required == ()
