"""Records of the register as an administrator keeps them."""

from datetime import date, datetime

import pytest
from sqlalchemy import func, select

from models.entities import (
    ChildStatus,
    Link,
    MatchQuestion,
    Member,
    PersonOfConcern,
    Phone,
    ReadingLog,
    Review,
    User,
    Vehicle,
)
from models.errors import Conflict, Refusal
from models.marks import Role
from models.queries import children, find, links, people
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

NOW = datetime(2026, 11, 12, 9, 30)
READER = Reader(now=NOW, role=Role.ADMINISTRATOR, name="Ruth Abbot")


@pytest.fixture
def register(store: Store) -> RegisterService:
    return RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))


def child_of(store: Store, child_id: int):
    with store.reading() as session:
        return children.child(session, READER, child_id)


def test_an_nhs_number_that_fails_its_check_is_refused_where_it_is_typed(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low", nhs_number="943 476 5919")
    with pytest.raises(Refusal, match="check digit"):
        register.change(one, "nhs_number", "943 476 5918", "943 476 5919")
    register.change(one, "nhs_number", None, "943 476 5919")
    with pytest.raises(Refusal):
        register.add_child("Bea High", nhs_number="12345")


def test_a_child_is_added_with_a_first_status(store: Store, register: RegisterService) -> None:
    child_id = register.add_child(
        "Jasmine Underhill", system_id="CL645336", birth_date=date(2012, 6, 1), plan="CPP",
        category="cse 2", district="Allerdale", since=date(2026, 9, 1),
    )  # fmt: skip
    read = child_of(store, child_id)
    assert (read.row.name, read.row.age, read.row.initials) == ("Jasmine Underhill", 14, "J.U.")
    assert (read.row.plan, read.plan_code) == ("CP", "CP")
    assert (read.row.category, read.row.district) == ("CSE2", "Allerdale")


@pytest.mark.parametrize(
    ("name", "fields", "field"),
    [
        ("  ", {}, "name"),
        ("Ann Low", {"favourite_colour": "red"}, "favourite_colour"),
        ("Ann Low", {"birth_date": "1 May 2012"}, "birth_date"),
        ("Ann Low", {"birth_date": date(2027, 1, 1)}, "birth_date"),
        ("Ann Low", {"closed_on": date(2026, 1, 1)}, "closed_on"),
        ("Ann Low", {"system_id": "CL1"}, "system_id"),
    ],
)
def test_what_does_not_fit_a_child_is_refused_whole(
    store: Store, register: RegisterService, name: str, fields: dict[str, object], field: str
) -> None:
    register.add_child("Bea High", system_id="CL1")
    with pytest.raises(Refusal) as refused:
        register.add_child(name, **fields)
    assert refused.value.field == field
    assert "Low" not in refused.value.message
    with store.reading() as session:
        assert len(children.children(session, READER)) == 1


def test_an_agency_member_adds_nobody(store: Store) -> None:
    with pytest.raises(Refusal):
        RegisterService(store, Person(2, "Ola", Role.MEMBER)).add_child("Ann Low")


def test_a_status_keeps_what_is_not_named_and_leaves_the_past_alone(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low", plan="CIN", district="Eden", since=date(2026, 1, 1))
    register.set_status(one, date(2026, 6, 1), plan="CLA")
    register.set_status(one, date(2026, 6, 1), risk="High")
    with store.reading() as session:
        then = {row.id: row for row in children.children(session, READER, date(2026, 5, 31))}
        now = {row.id: row for row in children.children(session, READER)}
        assert session.scalar(select(func.count()).select_from(ChildStatus)) == 2
    assert (then[one].plan, then[one].risk) == ("CiN plan", None)
    assert (now[one].plan, now[one].risk, now[one].district) == ("CLA", "High", "Eden")


def test_a_field_changed_by_two_people_shows_both_texts(register: RegisterService) -> None:
    one = register.add_child("Ann Low", school="Moor Lane")
    register.change(one, "school", "Hill Top", "Moor Lane")
    with pytest.raises(Conflict) as moved:
        register.change(one, "school", "River End", "Moor Lane")
    assert (moved.value.theirs, moved.value.yours) == ("Hill Top", "River End")


def test_a_name_is_changed_and_undone(store: Store, register: RegisterService) -> None:
    one = register.add_child("Ann Low")
    register.change(one, "name", " Anne  Low ", "Ann Low")
    assert child_of(store, one).row.name == "Anne Low"
    store.undo()
    assert child_of(store, one).row.name == "Ann Low"


def test_a_person_of_concern_who_is_a_child_is_a_child_first(
    store: Store, register: RegisterService
) -> None:
    with pytest.raises(Refusal, match="child's own record first"):
        register.add_person("Kai Dunn", birth_date=date(2010, 1, 1))
    child_id = register.add_child("Kai Dunn", birth_date=date(2010, 1, 1))
    person_id = register.add_person("", child_id=child_id)
    with store.reading() as session:
        read = people.person(session, READER, person_id)
    assert (read.name, read.is_child, read.child_id) == ("Kai Dunn", True, child_id)
    with pytest.raises(Refusal, match="already recorded"):
        register.add_person("Kai Dunn", child_id=child_id)


def test_the_same_vehicle_phone_and_account_are_one_record_each(
    store: Store, register: RegisterService
) -> None:
    assert register.add_vehicle("ab12 cde") == register.add_vehicle("AB12CDE")
    assert register.add_phone("07700 900123") == register.add_phone("+44 7700 900 123")
    assert register.add_account("Ghost", "Snapchat") == register.add_account("ghost", "snapchat")
    assert register.add_account("Ghost", "Telegram") != register.add_account("ghost", "snapchat")
    with store.reading() as session:
        assert session.scalars(select(Phone.digits)).all() == ["07700900123"]


def test_vehicles_of_which_nobody_saw_the_mark_are_each_their_own(
    store: Store, register: RegisterService
) -> None:
    one, other = register.add_vehicle("silver Astra"), register.add_vehicle("silver  Astra")
    assert one != other
    register.change(one, "name", "AB12 CDE", "silver Astra")
    with store.reading() as session:
        assert session.get_one(Vehicle, one).registration == "AB12CDE"
        assert session.get_one(Vehicle, other).label == "silver Astra"
        assert session.get_one(Vehicle, other).registration == ""


def test_a_vehicle_that_an_earlier_version_read_from_a_paper_is_the_same_by_hand(
    store: Store, register: RegisterService
) -> None:
    with store.work("import", "Import a paper") as session:
        read = Vehicle(label="NK19 CUK", registration="NK19 CUK")
        session.add(read)
        session.flush()
        read_id = read.id
    assert register.add_vehicle("nk19cuk") == read_id


def test_harm_is_linked_from_the_one_who_causes_it(store: Store, register: RegisterService) -> None:
    child_id = register.add_child("Ann Low")
    person_id = register.add_person("Wes Tate")
    link_id = register.link(person_id, "exploits", child_id, source="Police")
    with store.reading() as session:
        assert [one.relation for one in links.links_of(session, READER, person_id)] == ["exploits"]
        assert [one.relation for one in links.links_of(session, READER, child_id)] == [
            "is exploited by"
        ]
        row = session.get_one(Link, link_id)
        assert (row.from_role, row.to_role) == ("causing harm", "harmed")


def test_victim_and_offender_cannot_be_swapped(store: Store, register: RegisterService) -> None:
    child_id, other = register.add_child("Ann Low"), register.add_child("Bea High")
    person_id = register.add_person("Wes Tate")
    with pytest.raises(Refusal, match="Turn the link round"):
        register.link(child_id, "exploits", person_id)
    with pytest.raises(Refusal, match="not recorded as causing harm"):
        register.link(child_id, "exploits", other)
    register.add_exploitation(child_id, "CCE", role_in_harm="both")
    assert register.link(child_id, "exploits", other)


@pytest.mark.parametrize("worded", ["19", "Kian Baines", "CSE, county lines"])
def test_a_form_of_exploitation_is_one_of_the_list(register: RegisterService, worded: str) -> None:
    child_id = register.add_child("Ann Low")
    with pytest.raises(Refusal, match="Child sexual exploitation, .*County lines") as refused:
        register.add_exploitation(child_id, worded)
    assert refused.value.field == "worded"


@pytest.mark.parametrize("relation", ["victim of", "knows", ""])
def test_a_relation_of_no_list_is_refused(register: RegisterService, relation: str) -> None:
    one, other = register.add_child("Ann Low"), register.add_child("Bea High")
    with pytest.raises(Refusal):
        register.link(one, relation, other)


def test_kinds_that_do_not_fit_and_links_to_oneself_are_refused(register: RegisterService) -> None:
    one, place = register.add_child("Ann Low"), register.add_place("Skatepark")
    with pytest.raises(Refusal, match="Turn the link round"):
        register.link(place, "frequents", one)
    with pytest.raises(Refusal):
        register.link(one, "associates", one)
    with pytest.raises(Refusal):
        register.link(one, "associates", 999)


def test_the_same_link_twice_is_one(register: RegisterService) -> None:
    one, other = register.add_child("Ann Low"), register.add_child("Bea High")
    first = register.link(one, "associates", other, last_seen=date(2026, 1, 1))
    assert register.link(other, "associates with", one, last_seen=date(2026, 3, 1)) == first


def test_an_ended_link_stays_on_file_with_its_reason(
    store: Store, register: RegisterService
) -> None:
    one, other = register.add_child("Ann Low"), register.add_child("Bea High")
    link_id = register.link(one, "associates", other)
    with pytest.raises(Refusal):
        register.end_link(link_id, " ")
    register.end_link(link_id, "Moved away")
    with store.reading() as session:
        assert links.links_of(session, READER, one) == ()
        assert session.get_one(Link, link_id).ended_on == NOW.date()


def test_an_assessment_is_in_date_through_the_day_a_month_after(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low", birth_date=date(2012, 1, 1))
    register.add_assessment(one, assessed_on=date(2026, 9, 1), level="Medium")
    register.add_assessment(
        one, assessed_on=date(2026, 10, 12), level="High",
        answers=[("Going missing", "present"), ("Older boyfriend", "absent")],
    )  # fmt: skip
    read = child_of(store, one)
    assert (read.row.risk, read.row.direction, read.row.assessment_overdue) == (
        "High", "increased", False,
    )  # fmt: skip
    assert read.assessments[0].indicators == ("Going missing",)
    assert [each.in_date for each in read.assessments] == [True, False]
    with store.reading() as session:
        later = Reader(now=datetime(2026, 11, 13, 9, 0))
        assert children.child(session, later, one).row.assessment_overdue


@pytest.mark.parametrize("day", [date(2026, 11, 13), date(2011, 12, 31)])
def test_an_assessment_cannot_lie_ahead_or_before_birth(
    register: RegisterService, day: date
) -> None:
    one = register.add_child("Ann Low", birth_date=date(2012, 1, 1))
    with pytest.raises(Refusal):
        register.add_assessment(one, assessed_on=day)


def test_a_return_interview_is_late_after_72_hours(store: Store, register: RegisterService) -> None:
    one = register.add_child("Ann Low", missing_90_days=7)
    episode = register.add_episode(
        one, reported_at=datetime(2026, 11, 7, 22), returned_at=datetime(2026, 11, 8, 6)
    )
    read = child_of(store, one)
    assert (read.row.missing_90_days, read.row.interviews_late) == (1, 1)
    assert read.row.missing_told == 7
    assert (read.episodes[0].hours_missing, read.episodes[0].overdue) == (8.0, True)
    with pytest.raises(Refusal):
        register.add_interview(episode, accepted=False)
    register.add_interview(episode, conducted_at=datetime(2026, 11, 12, 9))
    read = child_of(store, one)
    assert (read.row.interviews_late, read.episodes[0].within_72_hours) == (0, False)


def test_a_return_cannot_come_before_the_report(register: RegisterService) -> None:
    one = register.add_child("Ann Low")
    with pytest.raises(Refusal) as refused:
        register.add_episode(
            one, reported_at=datetime(2026, 11, 7, 22), returned_at=datetime(2026, 11, 7, 21)
        )
    assert refused.value.field == "returned_at"


def test_closing_needs_a_reason_and_a_second_person(
    store: Store, register: RegisterService
) -> None:
    with store.work("people", "People") as session:
        session.add(User(id=1, name="Ruth Abbot", role="administrator"))
        session.add(Member(name="Chris Vale"))
    one = register.add_child("Ann Low", plan="CIN")
    for reason, second in (
        ("", "Chris Vale"), ("Risk is low", "Chris Vale"), ("Moved to Leeds", None),
        ("Moved to Leeds", "Ruth Abbot"), ("Moved to Leeds", "Nobody Known"),
    ):  # fmt: skip
        with pytest.raises(Refusal):
            register.close(one, reason, second)
    register.close(one, "Moved to Leeds", "Chris Vale")
    read = child_of(store, one)
    assert (read.closed_on, read.row.on_panel) == (NOW.date(), False)
    with store.reading() as session:
        assert session.scalars(select(Review.due_on)).all() == [date(2027, 2, 12)]


def test_records_said_to_be_the_same_are_read_as_one_and_apart_again(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Aidan Ravenscroft", system_id="CL9", plan="CIN")
    other = register.add_child("Aiden Ravenscroft")
    register.add_assessment(other, assessed_on=date(2026, 11, 1), level="High")
    with store.work("ask", "Ask") as session:
        question = MatchQuestion(subject_id=other, with_id=one, why="near name")
        session.add(question)
        session.flush()
    register.settle_match(question.id, True, "Same date of birth seen on the birth certificate")
    with store.reading() as session:
        rows = children.children(session, READER)
        assert [(row.id, row.risk) for row in rows] == [(one, "High")]
        assert [hit.id for hit in find.find(session, READER, "aiden")] == [one]
    assert child_of(store, other).row.id == one
    assert child_of(store, one).aliases == ("Aiden Ravenscroft",)
    again = register.add_child("aidan  RAVENSCROFT")
    register.same(one, again, "Same day of birth")
    assert child_of(store, one).aliases == ("Aiden Ravenscroft",)
    with pytest.raises(Refusal, match="the name on record already"):
        register.add_alias(one, "Aidan Ravenscroft")
    register.not_same(one, again, "Cousins")
    register.settle_match(question.id, False, "Cousins")
    with store.reading() as session:
        assert len(children.children(session, READER)) == 3


def test_opening_a_record_is_noted_once_and_is_no_step(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low")
    before = (store.last_operation, store.undo_label)
    told: list[object] = []
    store.subscribe(told.append)
    for revealed in (False, False, True):
        register.reading_of(one, revealed)
    with store.reading() as session:
        rows = session.execute(select(ReadingLog.reader, ReadingLog.revealed)).all()
    assert [tuple(row) for row in rows] == [("Ruth Abbot", False), ("Ruth Abbot", True)]
    assert (store.last_operation, store.undo_label) == before
    assert told == []


def test_a_person_of_concern_cannot_become_a_child_unseen(
    store: Store, register: RegisterService
) -> None:
    one = register.add_person("Wes Tate")
    with pytest.raises(Refusal, match="child's own record"):
        register.change(one, "birth_date", date(2011, 1, 1), None)
    child_id = register.add_child("Wes Tate", birth_date=date(2011, 1, 1))
    register.change(one, "child_id", child_id, None)
    register.change(one, "birth_date", date(2011, 1, 1), None)
    with store.reading() as session:
        assert session.get_one(PersonOfConcern, one).child_id == child_id
