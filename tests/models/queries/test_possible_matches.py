"""Who on record may be somebody asked about."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.entities import Alias, Child, PersonOfConcern
from models.marks import Role, Sharing
from models.queries.matching import possible_matches
from models.records.papers import MatchRecord
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

READER = Reader(now=datetime(2026, 11, 12, 9, 30))
BORN = date(2010, 3, 4)


@pytest.fixture
def panel(store: Store) -> Store:
    with store.work("fill", "Fill") as session:
        for label, born in (
            ("Aidan Ravenscroft", BORN), ("Bea High", date(2011, 1, 1)),
            ("Catherine Smith", date(2009, 9, 9)), ("John Smith", date(2008, 8, 8)),
        ):  # fmt: skip
            session.add(Child(label=label, birth_date=born, system_id=f"CL{born.year}"))
        wes = PersonOfConcern(label="Wesley Tate", postcode="CA1 1AB")
        session.add(wes)
        session.flush()
        session.add(Alias(subject_id=wes.id, name="Big W"))
    return store


def asked(panel: Store, *facts: object, **more: object) -> tuple[MatchRecord, ...]:
    with panel.reading() as session:
        return possible_matches(session, READER, *facts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("A. Ravenscroft", "Aidan Ravenscroft"),
        ("Ravenscroft Aidan", "Aidan Ravenscroft"),
        ("Aiden Ravenscraft", "Aidan Ravenscroft"),
        ("Kathryn Smith", "Catherine Smith"),
        ("Big W", "Wesley Tate"),
        ("Rawenscroft", "Aidan Ravenscroft"),
        ("Ravemscroft", "Aidan Ravenscroft"),
    ],
)
def test_a_near_name_finds_the_one_meant(panel: Store, name: str, found: str) -> None:
    first = asked(panel, name)[0]
    assert first.label == found
    assert first.why
    assert 0 < first.probability < 1


def test_date_of_birth_alone_finds_and_swapped_days_do_too(panel: Store) -> None:
    assert asked(panel, "", BORN)[0].label == "Aidan Ravenscroft"
    assert asked(panel, "", date(2010, 4, 3))[0].label == "Aidan Ravenscroft"


def test_everything_together_is_nearly_certain_and_stands_first(panel: Store) -> None:
    found = asked(panel, "Aidan Ravenscroft", BORN, None, None, 1)
    assert len(found) == 1
    assert found[0].probability > 0.99
    assert {one.field for one in found[0].reasons} == {"name", "dob"}


def test_numbers_find_whatever_the_name(panel: Store) -> None:
    assert asked(panel, "Someone Else", system_id="cl2011")[0].label == "Bea High"


def test_nobody_is_like_a_stranger(panel: Store) -> None:
    assert asked(panel, "Xavier Quill", date(1970, 1, 1)) == ()
    assert asked(panel) == ()


def test_a_record_that_the_reader_may_not_know_of_changes_no_figure(panel: Store) -> None:
    before = asked(panel, "Aidan Ravenscroft")
    with panel.work("add", "Add") as session:
        hidden = Child(label="Aidan Ravenscroft", birth_date=BORN)
        session.add(hidden)
        session.flush()
        held = replace(READER, conflicted_subjects=frozenset({hidden.id}))
    with panel.reading() as session:
        after = possible_matches(session, held, "Aidan Ravenscroft")
    assert [one.weight for one in after] == [one.weight for one in before]
    assert after[0].weight > asked(panel, "Aidan Ravenscroft")[0].weight


def test_who_has_the_telephone_is_found_by_it_where_the_reader_may_see_whose_it_is(
    store: Store,
) -> None:
    register = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    person = register.add_person("Dean Pyke")
    phone = register.add_phone("07700 900123")
    register.link(person, "uses", phone, sharing=Sharing.CHAIR_ONLY)
    asked = {"phones": ("+44 7700 900123",)}
    with store.reading() as session:
        chair = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
        (found,) = possible_matches(session, chair, "Deano", **asked)
        assert found.subject_id == person and found.why.startswith("Same telephone")
        member = Reader(now=store.clock.now(), role=Role.MEMBER, agency_ids=(1,))
        assert possible_matches(session, member, "Deano", **asked) == possible_matches(
            session, member, "Deano"
        )


def test_who_has_an_account_a_letter_apart_is_found_by_it(store: Store) -> None:
    register = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    person = register.add_person("Dean Pyke")
    register.link(person, "uses", register.add_account("kmx_19", "Snapchat"))
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        for said in ("kmx_91", "k.mx19", "@KMX19", "snapchat kmx_19", "kmx193"):
            (found,) = possible_matches(session, reader, "Deano", handles=(said,))
            assert found.subject_id == person and "online account" in found.why.lower()
