"""Places, vehicles, telephones and accounts are found by a part, a slip or another way to write."""

import pytest

from models.marks import Role
from models.queries.matching_things import possible_things
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store


@pytest.fixture
def register(store: Store) -> RegisterService:
    made = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    made.add_place("Canal Basin", address="12 Wharf Road", postcode="NM1 2AB")
    made.add_place("Kingsway Arcade", address="High Street", postcode="NM3 4CD")
    made.add_vehicle("AB12 CDE")
    made.add_phone("07700 900123")
    made.add_account("@big.wes_", "Snapchat")
    return made


@pytest.mark.parametrize(
    ("kind", "text", "label", "why"),
    [
        ("vehicle", "ab12cde", "AB12 CDE", "same registration"),
        ("vehicle", "B12 C", "AB12 CDE", "part of the mark"),
        ("vehicle", "AB12 CDF", "AB12 CDE", "one sign apart"),
        ("phone", "+44 7700 900123", "07700 900123", "same telephone"),
        ("phone", "+44 (0)7700 900123", "07700 900123", "same telephone"),
        ("phone", "447700900123", "07700 900123", "same telephone"),
        ("phone", "900123", "07700 900123", "same 6 figures"),
        ("online_account", "Big Wes", "@big.wes_", "same handle"),
        ("location", "the canal basin", "Canal Basin", "same name"),
        ("location", "Wharf Rd", "Canal Basin", "same name or address"),
        ("location", "Kingsway Arkade", "Kingsway Arcade", "nearly"),
    ],
)
def test_it_is_found_with_its_reason(
    register: RegisterService, kind: str, text: str, label: str, why: str
) -> None:
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        best = possible_things(session, reader, kind, text)[0]
    assert label in best.label
    assert why in best.why.lower()


def test_a_stranger_is_nothing_on_record(register: RegisterService) -> None:
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        assert possible_things(session, reader, "vehicle", "ZZ99 QQQ") == ()
        assert possible_things(session, reader, "location", "Town Hall") == ()


def test_a_place_on_the_meridian_is_as_near_as_any(register: RegisterService) -> None:
    register.add_place("Meridian Kiosk", postcode="NM5 6EF", latitude=51.48, longitude=0.0)
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        (found,) = possible_things(session, reader, "location", "Kiosk", "NM5 6EF", (51.48, 0.001))
    assert "0.1 km apart" in found.why


def test_a_joined_record_is_found_under_the_name_that_stands(register: RegisterService) -> None:
    other = register.add_vehicle("XY34 ZZZ")
    lead = register.add_vehicle("KL56 MNO")
    register.same(lead, other, "Plates were changed")
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        (found,) = possible_things(session, reader, "vehicle", "XY34ZZZ")
    assert (found.subject_id, found.label) == (lead, "KL56 MNO")
