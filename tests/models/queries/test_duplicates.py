"""Possible duplicates: what papers asked and what the register shows, until a person has said."""

from datetime import date, timedelta

import pytest

from models.entities import MatchQuestion
from models.errors import Refusal
from models.marks import ItemKind, Role
from models.queries.duplicates import duplicates, weightier
from models.queries.joined_records import joined_records
from models.queries.register_check import same_person
from models.queries.running_order import running_order
from models.queries.same_things import same_things
from models.queries.side_by_side import side_by_side
from models.records.duplicates import DuplicateRow
from models.records.reader import Reader
from models.services.agenda import AgendaService
from models.services.panel import PanelService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

BORN = date(2010, 3, 4)


@pytest.fixture
def register(store: Store) -> RegisterService:
    return RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))


def read(register: RegisterService, query, *given, **hidden):
    store = register._store
    with store.reading() as session:
        reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR, **hidden)
        return query(session, reader, *given)


def listed(register: RegisterService):
    return read(register, duplicates, read(register, same_person) + read(register, same_things))


def marsh(register: RegisterService) -> tuple[int, int]:
    return (
        register.add_child("Oliver Marsh", birth_date=BORN, gender="male"),
        register.add_child("Ollie Marsh", birth_date=BORN, postcode="NM1 1AA"),
    )


def test_a_pair_that_a_paper_asked_and_the_register_shows_stands_once(register) -> None:
    one, other = marsh(register)
    with register._store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=other, with_id=one, weight=3.0, why="Near name"))
    (row,) = listed(register)
    assert row.likely and "same date of birth" in row.why.lower()


def test_who_may_be_either_of_two_is_likely_neither_whatever_a_paper_asked(register) -> None:
    name = "Xanthe Quillfeather"
    one, _ = (register.add_child(name, birth_date=born) for born in (BORN, date(2012, 11, 20)))
    undated = register.add_child(name)
    with register._store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=undated, with_id=one, weight=25.0, why="Same name"))
    rows = {frozenset(row.key): row for row in listed(register)}
    assert not any(row.likely for row in rows.values())
    assert rows[frozenset((one, undated))].weight == 25.0


def test_the_record_that_was_referred_or_says_more_is_the_one_to_stand(register) -> None:
    bare, full = register.add_person("Le Marsh"), register.add_person("Lee Marsh")
    asked = (MatchQuestion(subject_id=full, with_id=bare, weight=3.0, why="Near name"),)
    with register._store.work("ask", "Ask") as session:
        session.add_all(asked)
    assert read(register, duplicates)[0].with_id == bare
    register.change(full, "grounds", "Two reports", seen=None)
    (row,) = read(register, duplicates)
    assert (row.with_label, row.label) == ("Lee Marsh", "Le Marsh")


def test_a_joined_record_goes_by_the_name_of_the_one_that_stands_on_an_agenda_too(register) -> None:
    who = Person(1, "Ruth Abbot", Role.ADMINISTRATOR)
    PanelService(register._store, who).make("Northmoor")
    agenda = AgendaService(register._store, who)
    meeting = agenda.plan_meeting(date(2026, 12, 10))
    bare, full = register.add_person("Le Marsh"), register.add_person("Lee Marsh")
    agenda.add(meeting, bare, kind=ItemKind.NEW)
    register.same(full, bare, "One man")
    assert [one.label for one in read(register, running_order, meeting)] == ["Lee Marsh"]


def test_left_for_later_stands_last_with_who_and_when_and_a_new_fact_brings_it_back(
    register, clock
) -> None:
    one, other = marsh(register)
    register.put_off(one, other, "Near name", 12.0)
    (row,) = listed(register)
    assert (row.put_aside_by, row.put_aside_at) == ("Ruth Abbot", clock.now())
    clock.move(timedelta(days=1))
    register.change(one, "note", "Plays football", seen=None)
    assert listed(register)[0].put_aside_by
    register.change(one, "postcode", "NM1 1AA", seen=None)
    assert listed(register)[0].put_aside_by is None


def test_later_is_one_step_and_is_answered_by_what_is_said_in_the_end(register) -> None:
    one, other = marsh(register)
    register.put_off(one, other, "Near name")
    register._store.undo()
    assert listed(register)[0].put_aside_by is None
    register.put_off(one, other, "Near name")
    register.not_same(one, other, "Cousins")
    assert listed(register) == ()
    with register._store.reading() as session:
        assert [one.answer for one in session.query(MatchQuestion)] == ["not the same"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Same surname and same vehicle", "Same vehicle or telephone or account",
         "Same surname and same vehicle"),
        ("Same surname and same first name", "Same vehicle or telephone or account",
         "Same surname and same first name; same vehicle or telephone or account"),
        ("Same surname", "A name spelt nearly alike", "Same surname"),
        ("Same telephone and same vehicle",
         "Same telephone, same vehicle and the same other name",
         "Same telephone and same vehicle; the same other name"),
        ("Same date of birth, same school, first name one letter apart (Dmitri, Dmitriy)",
         "First name one letter apart (Dmitriy, Dmitri), same date of birth",
         "Same date of birth, same school, first name one letter apart (Dmitri, Dmitriy)"),
        ("Same name and same birthday, another year", "Same name, but another date of birth",
         "Same name and same birthday, another year"),
        ("Names in another order (surname one letter apart (Stock, Stok), same first name)",
         "Day and month of birth swapped, but another school",
         ("Names in another order (surname one letter apart (Stock, Stok), same first name); "
          "day and month of birth swapped and another school")),
    ],
)  # fmt: skip
def test_a_reason_is_told_once(one: str, other: str, told: str) -> None:
    ends = (1, "person_of_concern", "Dan Pike", None, 2, "person_of_concern", "Dan Pyke", None)
    rows = [DuplicateRow(*ends, weight, why, True) for weight, why in ((9.0, one), (7.0, other))]
    assert weightier(*rows).why == weightier(*rows[::-1]).why == told


def test_a_papers_reason_does_not_name_again_who_stands_over_it(register) -> None:
    one, other = marsh(register)
    why = "Near name, but another school: Oliver Marsh"
    with register._store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=other, with_id=one, weight=3.0, why=why))
    assert [row.why for row in read(register, duplicates)] == ["Near name, but another school"]


def test_weeks_later_a_joined_record_comes_apart_wholly(register, clock) -> None:
    one, other = marsh(register)
    person = register.add_person("Dean Pyke")
    register.link(person, "exploits", other)
    before = read(register, side_by_side, one, other)
    register.same(one, other, "Mother confirms")
    (row,) = read(register, joined_records)
    assert (row.lead_label, row.other_label, row.reason) == (
        "Oliver Marsh", "Ollie Marsh", "Mother confirms",
    )  # fmt: skip
    clock.move(timedelta(weeks=6))
    register.not_same(one, other, "Mother was wrong")
    assert read(register, joined_records) == ()
    assert read(register, side_by_side, one, other) == before


def test_two_records_are_read_side_by_side_with_what_agrees(register) -> None:
    one, other = marsh(register)
    fields = {field.label: field for field in read(register, side_by_side, one, other)}
    assert fields["Date of birth"].standing == "same"
    assert fields["Names"].standing == "other"
    assert (fields["Postcode"].mine, fields["Postcode"].theirs, fields["Postcode"].standing) == (
        "", "NM1 1AA", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "names", "pairs"),
    [
        ("place", ("Harbour Skate Park", "Harbour Skatepark"), 1),
        ("place", ("Bus interchange", "Northmoor bus interchange"), 1),
        ("place", ("Chip shop", "Nail bar"), 0),
        ("vehicle", ("AB12 CDE", "AB12 CDF"), 1),
        ("vehicle", ("AB12 CDE", "XY99 ZZZ"), 0),
        ("phone", ("07700 900123", "+44 7700 900133"), 0),
        ("account", ("raybo_88", "raybo_89"), 0),
        ("account", ("raybo_88", "rayba_88"), 1),
    ],
)
def test_places_and_things_nearly_alike_are_asked_about(register, kind, names, pairs) -> None:
    for name in names:
        getattr(register, f"add_{kind}")(name)
    assert len(listed(register)) == pairs


def test_two_places_of_one_postcode_alone_are_no_duplicates(register) -> None:
    register.add_place("Chip shop", postcode="NM1 1AA")
    register.add_place("Nail bar", postcode="NM1 1AA")
    assert listed(register) == ()


def test_whom_the_reader_may_not_know_of_is_in_no_pair_and_in_no_joining(register) -> None:
    one, other = marsh(register)
    pairs = read(register, same_person)
    hidden = {"conflicted_subjects": frozenset({other})}
    assert read(register, duplicates, pairs, **hidden) == ()
    with pytest.raises(Refusal):
        read(register, side_by_side, one, other, **hidden)
    register.same(one, other, "Mother confirms")
    assert read(register, joined_records, **hidden) == ()


def test_two_of_a_common_name_whom_a_paper_asked_about_are_possible_and_no_more(register) -> None:
    one, other = register.add_child("Jack Smith"), register.add_child("Jack Smith")
    with register._store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=other, with_id=one, weight=14.2, why="Same name"))
    assert [row.likely for row in listed(register)] == [False]


def test_what_a_paper_knew_beside_a_common_name_keeps_its_pair_likely(register) -> None:
    one, other = register.add_child("Jack Smith"), register.add_child("Jack Smith")
    asked = MatchQuestion(subject_id=other, with_id=one, weight=24.0, why="Same system id")
    with register._store.work("ask", "Ask") as session:
        session.add(asked)
    assert [row.likely for row in read(register, duplicates)] == [True]
