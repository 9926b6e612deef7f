"""Intelligence is triaged, made into links one by one, and never passes for fact."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role
from models.queries.parting import parting
from models.records.reader import Reader, ReaderKind
from models.rules.grading import Grading
from models.rules.naming_in_text import names_in
from models.rules.submissions import GivenBy, check_given
from models.services.intelligence import IntelligenceService
from models.services.signed_in import Person
from tests.models.services.rooms import RunningRoom, running_room

TEXT = "Darren Pike was seen with Robin Ashdown’s friends."


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    yield made
    made.workspace.close()


def submitted(room: RunningRoom) -> int:
    return room.workspace.intelligence.submit(TEXT, information_date=date(2026, 11, 3))


def reading(room: RunningRoom, **who: object) -> list[int]:
    reader: Reader = replace(room.workspace.reader(), **who)
    return [one.id for one in room.workspace.read_as(reader).submissions()]


@pytest.mark.parametrize(
    ("given", "agency", "name", "says"),
    [
        (GivenBy.AGENCY, None, "Ann", "which agency"),
        (GivenBy.ANONYMOUS, None, "Ann", "not to be named"),
        (GivenBy.ANONYMOUS, "Health", None, "not to be named"),
    ],
)
def test_who_submits_is_said_or_wholly_left_out(given, agency, name, says) -> None:
    with pytest.raises(Refusal, match=says):
        check_given(given, agency, name, None)


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (TEXT, ("Robin Ashdown", "Pike", "Al"), ("Robin Ashdown", "Pike")),
        ("PIKE'S car", ("Pike",), ("Pike",)),
        ("Spikes of heat", ("Pike",), ()),
        ("Seán O'Shea", ("Sean O’Shea",), ("Sean O’Shea",)),
    ],
)
def test_names_are_found_as_whole_words(text, names, found) -> None:
    assert names_in(text, names) == found


def test_the_chair_and_the_police_read_it_and_nobody_else(room: RunningRoom) -> None:
    one = submitted(room)
    member = {"role": Role.MEMBER}
    assert reading(room) == reading(room, role=Role.CHAIR) == [one]
    assert reading(room, **member, agency_ids=(room.police,)) == [one]
    for who in (
        {**member, "agency_ids": (room.health,)},
        {"role": Role.MINUTE_TAKER, "agency_ids": ()},
        {"kind": ReaderKind.ROOM, "agency_ids": (room.police,)},
        {"kind": ReaderKind.AUDIENCE, "agency_ids": (room.police,), "in_document": True},
        {"only_items": frozenset({room.child_item}), "agency_ids": (room.police,)},
        {"conflicted_subjects": frozenset({room.child})},
        {"intelligence": False},
    ):
        assert reading(room, **who) == [], who


def test_nothing_is_linked_before_it_is_taken_and_then_one_by_one(room: RunningRoom) -> None:
    service, read = room.workspace.intelligence, room.workspace.read
    one = submitted(room)
    with pytest.raises(Refusal, match="before links are made"):
        service.make_link(one, room.person, "recruits", room.child)
    with pytest.raises(Refusal, match="why it is not taken"):
        service.decide(one, "not taken")
    service.decide(one, "accepted")
    made = service.make_link(one, room.person, "recruits", room.child)
    (link,) = (each for each in read.links_of(room.child) if each.id == made)
    assert (link.information, link.confirmed, link.source) == (
        "intelligence", False, "Intelligence submission I-0001",
    )  # fmt: skip
    assert [each.sentence for each in read.submission(one).links] == [
        "Darren Pike recruits Robin Ashdown"
    ]
    health = replace(room.workspace.reader(), role=Role.MEMBER, agency_ids=(room.health,))
    assert made not in [each.id for each in room.workspace.read_as(health).links_of(room.child)]
    room.workspace.store.undo()
    assert read.submission(one).links == ()


def test_what_a_person_said_of_a_name_is_remembered(room: RunningRoom) -> None:
    service, read = room.workspace.intelligence, room.workspace.read
    one = submitted(room)
    service.name(one, room.child, "Robin Ashdown")
    service.name(one, room.person, "Darren Pike", named=False)
    assert [(each.label, each.confirmed) for each in read.submission(one).mentions] == [
        ("Robin Ashdown", True)
    ]
    assert [row.id for row in read.submissions_naming(room.child)] == [one]
    assert read.submissions_naming(room.person) == ()


def test_a_name_misspelt_and_a_mark_seen_in_part_are_offered_as_such(room: RunningRoom) -> None:
    intelligence, read = room.workspace.intelligence, room.workspace.read
    room.workspace.register.add_person("Raymond Blackstock")
    room.workspace.register.add_vehicle("NK19 CUK")
    one = intelligence.submit("Rayment Blackstock was in NK19 C?K.")
    offered = read.submission(one).mentions
    assert [(each.label, each.as_written, each.how, each.confirmed) for each in offered] == [
        ("NK19 CUK", "NK19 C?K", "a part of the mark", False),
        ("Raymond Blackstock", "Rayment Blackstock", "misspelt", False),
    ]
    intelligence.name(one, offered[1].subject_id, "Rayment Blackstock", named=False)
    assert [each.label for each in read.submission(one).mentions] == ["NK19 CUK"]
    assert room.workspace.read.person(offered[1].subject_id).links == ()


@pytest.mark.parametrize("written", ["Travelinn", "travelinn", "Premier Travel Inn", "Travel-Inn"])
def test_a_place_whose_name_is_joined_or_parted_otherwise_is_offered(
    room: RunningRoom, written: str
) -> None:
    intelligence, read = room.workspace.intelligence, room.workspace.read
    inn = room.workspace.register.add_place("Travel Inn, Quayside")
    room.workspace.register.add_place("Bus Station")
    one = intelligence.submit(f"Seen outside the {written} at nine, near a station for buses.")
    (offered,) = read.submission(one).mentions
    assert (offered.subject_id, offered.how) == (inn, "its name written otherwise")
    assert offered.as_written in written
    assert not offered.confirmed
    assert room.workspace.read.place(inn).links == ()


def test_a_part_of_a_mark_that_is_said_in_words_is_offered(room: RunningRoom) -> None:
    intelligence, read = room.workspace.intelligence, room.workspace.read
    room.workspace.register.add_vehicle("YK17 CUK")
    one = intelligence.submit("A grey Golf, first part of the plate YK17, waits at the park.")
    (offered,) = read.submission(one).mentions
    assert (offered.label, offered.as_written, offered.how) == (
        "YK17 CUK", "first part of the plate YK17", "a part of the mark",
    )  # fmt: skip


def test_it_stands_on_today_until_it_is_triaged_and_may_be_triaged_again(
    room: RunningRoom,
) -> None:
    service, one = room.workspace.intelligence, submitted(room)
    waits = [line for line in room.workspace.read.today() if line.goes_to == "submissions"]
    assert [line.text for line in waits] == ["1 submission of intelligence to triage"]
    service.decide(one, "passed to the police", police_reference="NM/12")
    assert not [each for each in room.workspace.read.today() if each.goes_to == "submissions"]
    service.reopen(one, "The police asked for more")
    assert room.workspace.read.submission(one).row.state == "to triage"


def test_only_police_grade_and_the_grading_goes_with_the_link(room: RunningRoom) -> None:
    store, one = room.workspace.store, submitted(room)
    with pytest.raises(Refusal, match="cannot enter intelligence grading"):
        room.workspace.intelligence.grade(one, Grading("2", "B", "P"))
    nurse = Person(8, "Ann Patel", Role.MEMBER, room.nurse, room.health)
    with pytest.raises(Refusal, match="Only police"):
        IntelligenceService(store, nurse).grade(one, Grading("2", "B", "P"))
    police = Person(9, "Jane Khan", Role.MEMBER, room.detective, room.police)
    with pytest.raises(Refusal, match="conditions"):
        IntelligenceService(store, police).grade(one, Grading("2", "B", "C"))
    IntelligenceService(store, police).grade(one, Grading("2", "B", "C", "Not to the family"))
    room.workspace.intelligence.decide(one, "accepted")
    made = room.workspace.intelligence.make_link(one, room.person, "recruits", room.child)
    (link,) = (each for each in room.workspace.read.links_of(room.child) if each.id == made)
    assert (link.grading, link.conditions) == ("2BC", "Not to the family")


def test_days_to_come_are_refused_and_nothing_is_kept(room: RunningRoom) -> None:
    later = room.workspace.store.clock.today() + timedelta(days=1)
    with pytest.raises(Refusal, match="still to come"):
        room.workspace.intelligence.submit(TEXT, received_on=later)
    assert reading(room) == []


def test_intelligence_goes_with_the_last_record_that_it_names(room: RunningRoom) -> None:
    service, store = room.workspace.intelligence, room.workspace.store
    both, alone = submitted(room), submitted(room)
    service.name(both, room.child, None)
    service.name(both, room.person, None)
    service.name(alone, room.child, None)
    with store.reading() as session:
        goes = parting(session, "subject", room.child, (room.child,))
    assert goes.rows["submission"] == {alone}


def test_the_subjects_copy_counts_intelligence_that_names_them_and_tells_none_of_it(
    room: RunningRoom,
) -> None:
    before = dict(room.workspace.read.subject_file(room.child).kept_back)
    room.workspace.intelligence.name(submitted(room), room.child, None)
    told = room.workspace.read.subject_file(room.child)
    assert dict(told.kept_back) == {**before, "crime": before.get("crime", 0) + 1}
    assert not [line for line in told.lines if "Darren Pike was seen" in line.text]


def test_a_member_by_intelligence_alone_is_said_to_be_one(room: RunningRoom) -> None:
    register, read = room.workspace.register, room.workspace.read
    group = register.add_group("Harbour lads")
    register.link(room.child, "member of", group, information="intelligence")
    (member,) = read.group(group).members
    assert member.confidence == "suspected, intelligence, not verified"
    register.link(room.child, "member of", group, information="fact")
    (member,) = read.group(group).members
    assert member.confidence == "suspected"
