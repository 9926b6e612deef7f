"""The whole register looked through for records of one person."""

from datetime import date, timedelta

import pytest

from models.entities import Address, Link, PersonOfConcern, Phone
from models.marks import Role, Sharing
from models.queries.matching import possible_matches
from models.queries.register_check import same_person
from models.queries.same_things import same_things
from models.records.papers import PairRecord
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

BORN = date(2010, 3, 4)
FIRST = ("Lee", "Gary", "Shane", "Pavel", "Imran")
FAMILY = (
    "Abbott", "Barraclough", "Cartwright", "Dunnock", "Eastham", "Fairhurst", "Garside", "Ingham",
    "Jowett", "Kershaw", "Lomax", "Midgley", "Nuttall", "Ogden", "Pickup", "Quarmby", "Ramsden",
    "Sutcliffe", "Tattersall", "Unsworth",
)  # fmt: skip


@pytest.fixture
def register(store: Store) -> RegisterService:
    made = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    for name, born in (
        ("Oliver Marsh", BORN), ("Ollie Marsh", BORN), ("Bea High", date(2011, 1, 1)),
        ("Tia Oakes", date(2009, 9, 9)), ("Oliver Marsh", date(1999, 12, 25)),
    ):  # fmt: skip
        made.add_child(name, birth_date=born)
    return made


def pairs(register: RegisterService, **more: object) -> tuple[PairRecord, ...]:
    store = register._store
    with store.reading() as session:
        reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
        return same_person(session, reader, **more)  # type: ignore[arg-type]


def test_a_short_form_with_the_date_of_birth_is_a_likely_pair(register: RegisterService) -> None:
    best = pairs(register)[0]
    assert {best.label, best.with_label} == {"Oliver Marsh", "Ollie Marsh"}
    assert best.likely
    assert "same date of birth" in best.why.lower()


def test_a_namesake_of_another_age_is_no_likely_pair(register: RegisterService) -> None:
    likely = [one for one in pairs(register) if one.likely]
    assert len(likely) == 1


def test_two_of_a_common_name_and_nothing_else_are_possible_and_no_more(
    register: RegisterService,
) -> None:
    for name in ("Jack Smith", "Jack Smith", "Xanthe Quillfeather", "Xanthe Quillfeather"):
        register.add_child(name)
    found = {one.label: one for one in pairs(register)}
    assert not found["Jack Smith"].likely
    assert found["Jack Smith"].why == "Same name, but perhaps two of one name"
    assert found["Xanthe Quillfeather"].likely
    register.add_child("Jack Smith", postcode="NM1 1AA")
    register.add_child("Jack Smith", postcode="NM1 1AA")
    assert [one.likely for one in pairs(register) if one.label == "Jack Smith"][0]


def test_a_record_that_may_be_either_of_two_namesakes_is_likely_neither(
    register: RegisterService,
) -> None:
    born = {"Xanthe Quillfeather": (BORN, date(2012, 11, 20), None)}
    for name, dates in born.items():
        for one in dates:
            register.add_child(name, birth_date=one)
    found = [one for one in pairs(register) if one.label == "Xanthe Quillfeather"]
    assert len(found) == 3 and not any(one.likely for one in found)
    assert sum("who has another date of birth" in one.why for one in found) == 2


def test_two_of_a_name_common_but_for_a_slip_are_possible_and_no_more(
    register: RegisterService,
) -> None:
    for name in ("Jack Smith", "Jack Smyth"):
        register.add_child(name)
    (found,) = [one for one in pairs(register) if "Jack Smith" in (one.label, one.with_label)]
    assert not found.likely


def test_not_the_same_is_not_asked_again_until_a_new_fact(register: RegisterService) -> None:
    best = pairs(register)[0]
    register.not_same(best.subject_id, best.with_id, "Cousins")
    assert best.subject_id not in {one.subject_id for one in pairs(register) if one.likely}
    register.change(best.with_id, "note", "Plays football", seen=None)
    assert not any(one.likely for one in pairs(register))
    register.change(best.with_id, "postcode", "NM1 1AA", seen=None)
    assert any(one.likely for one in pairs(register))


def test_the_same_is_asked_no_more_and_unmerges_wholly(register: RegisterService) -> None:
    before = pairs(register)
    best = before[0]
    register.same(best.subject_id, best.with_id, "Mother confirms")
    assert not any(one.likely for one in pairs(register))
    register.not_same(best.subject_id, best.with_id, "Mother was wrong")
    register.change(best.subject_id, "school", "Northmoor High", seen=None)
    assert pairs(register)[0].label == best.label


def test_it_tells_how_far_it_is_and_stops_when_told(register: RegisterService) -> None:
    told: list[int] = []
    pairs(register, progress=lambda done, of, words: told.append(of))
    assert told
    assert pairs(register, cancelled=lambda: True) == ()


def test_the_journal_is_read_only_where_two_were_told_apart(
    register: RegisterService, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    monkeypatch.setattr("models.queries.settled._whom", lambda *row: read.append(row) or ())
    pairs(register)
    best = pairs(register)[0]
    register.same(best.subject_id, best.with_id, "Mother confirms")
    pairs(register)
    assert read == []


@pytest.mark.parametrize("what", ["phone", "vehicle", "account", "home"])
def test_something_both_are_since_found_to_have_is_a_new_fact(
    register: RegisterService, what: str
) -> None:
    best = pairs(register)[0]
    ends = (best.subject_id, best.with_id)
    register.not_same(*ends, "Cousins")
    if what == "home":
        for one in ends:
            assert not any(each.likely for each in pairs(register))
            with register._store.work("live", "Live") as session:
                session.add(Address(subject_id=one, text="14 Mill Bank, Midvale"))
    else:
        add = getattr(register, f"add_{what}")
        thing = add({"phone": "07700 900123", "vehicle": "AB12 CDE", "account": "kmx_19"}[what])
        for one in ends:
            assert not any(each.likely for each in pairs(register))
            register.link(one, "uses", thing)
    assert {(one.subject_id, one.with_id) for one in pairs(register) if one.likely} == {ends}
    register.not_same(*ends, "They share it")
    assert not any(each.likely for each in pairs(register))


def test_what_the_reader_may_not_see_whose_it_is_brings_no_question_back(
    register: RegisterService,
) -> None:
    best = pairs(register)[0]
    register.not_same(best.subject_id, best.with_id, "Cousins")
    phone = register.add_phone("07700 900123")
    for one in (best.subject_id, best.with_id):
        register.link(one, "uses", phone, sharing=Sharing.CHAIR_ONLY)
    assert any(one.likely for one in pairs(register))
    store = register._store
    with store.reading() as session:
        member = Reader(now=store.clock.now(), role=Role.MEMBER, agency_ids=(1,), register=True)
        assert not any(one.likely for one in same_person(session, member))


def test_numbers_given_out_in_a_row_make_nobody_a_pair(register: RegisterService) -> None:
    """A hundred people of one street, with the numbers that a shop sold them one after another."""
    with register._store.work("many", "Many") as session:
        for at in range(100):
            name, number = f"{FIRST[at % 5]} {FAMILY[at // 5]}", f"07700 900{200 + at}"
            born = BORN - timedelta(days=9000 + 97 * at)
            person = PersonOfConcern(label=name, birth_date=born)
            phone = Phone(label=number, digits=number.replace(" ", ""))
            session.add_all((person, phone))
            session.flush()
            session.add(Link(from_id=person.id, relation="uses", to_id=phone.id))
            session.add(Address(subject_id=person.id, text=f"{at + 1} Station Road"))
    assert {one.kind for one in pairs(register)} == {"child"}
    store = register._store
    with store.reading() as session:
        reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
        assert same_things(session, reader) == ()
        found = possible_matches(session, reader, "Lee Abbott", phones=["07700 900202"])
    assert [one.label for one in found if "telephone" in one.why.lower()] == ["Shane Abbott"]
