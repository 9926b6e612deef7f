"""Places, vehicles, telephones and accounts are found by a part, a slip or another way to write."""

import pytest

from models.entities import PostcodePosition
from models.marks import Role
from models.queries.matching_things import possible_things
from models.queries.same_things import same_things
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.check import check
from models.storage.store import Store


@pytest.fixture
def register(store: Store) -> RegisterService:
    made = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    made.add_place("Canal Basin", address="12 Wharf Road", postcode="NM1 2AB")
    made.add_place("Kingsway Arcade", address="High Street", postcode="NM3 4CD")
    made.locate(made.add_place("Bus bay"), "320018, 469012")
    made.add_place("Harbour Park skatepark")
    made.add_vehicle("AB12 CDE")
    made.add_phone("07700 900123")
    made.add_account("@big.wes_", "Snapchat")
    return made


@pytest.mark.parametrize(
    ("kind", "text", "label", "why"),
    [
        ("vehicle", "ab12cde", "AB12 CDE", "same registration"),
        ("vehicle", "B12 C", "AB12 CDE", "part of the mark"),
        ("vehicle", "reg starts ab12", "AB12 CDE", "part of the mark"),
        ("vehicle", "grey Golf, last part of the plate 2CDE", "AB12 CDE", "part of the mark"),
        ("vehicle", "AB12 CDF", "AB12 CDE", "one sign apart"),
        ("phone", "+44 7700 900123", "07700 900123", "same telephone"),
        ("phone", "+44 (0)7700 900123", "07700 900123", "same telephone"),
        ("phone", "447700900123", "07700 900123", "same telephone"),
        ("phone", "900123", "07700 900123", "same 6 figures"),
        ("online_account", "Big Wes", "@big.wes_", "same handle"),
        ("online_account", "snapchat: bigwes", "@big.wes_", "same handle"),
        ("online_account", "big_wse", "@big.wes_", "one letter apart"),
        ("online_account", "@bigwess on Snap", "@big.wes_", "one letter apart"),
        ("online_account", "igwes", "@big.wes_", "one letter apart"),
        ("location", "SD 20000 69000", "Bus bay", "20 m away"),
        ("location", "SD 200 690", "Bus bay", "within"),
        ("location", "the canal basin", "Canal Basin", "same name"),
        ("location", "Wharf Rd", "Canal Basin", "one name or address within the other"),
        ("location", "yard at Wharf Street, nm1 2ab", "Canal Basin", "same postcode"),
        ("location", "Kingsway Arkade", "Kingsway Arcade", "nearly"),
        ("location", "Harbor Park", "Harbour Park skatepark", "nearly"),
        ("location", "Canalbasin", "Canal Basin", "same name"),
        ("location", "basin", "Canal Basin", "within the other"),
        ("location", "park", "Harbour Park skatepark", "part of the name"),
        ("location", "Harbour skatepar", "Harbour Park skatepark", "nearly"),
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
    assert "70 m away" in found.why


def test_a_joined_record_is_found_under_the_name_that_stands(register: RegisterService) -> None:
    other = register.add_vehicle("XY34 ZZZ")
    lead = register.add_vehicle("KL56 MNO")
    register.same(lead, other, "Plates were changed")
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        (found,) = possible_things(session, reader, "vehicle", "XY34ZZZ")
    assert (found.subject_id, found.label) == (lead, "KL56 MNO")


def test_places_side_by_side_are_asked_about_whatever_their_names(
    register: RegisterService,
) -> None:
    for name, position in (
        ("The shelter", "320036, 469014"), ("Far bay", "320418, 469012"),
        ("Kebab house", "320200, 469300"), ("Off licence", "320210, 469300"),
    ):  # fmt: skip
        register.locate(register.add_place(name), position)
    for name, address in (("Kebab house", "12 Dock Lane"), ("Off licence", "14 Dock Lane")):
        register.change(_place(register, name), "address", address, seen=None)
    (pair,) = _read(register, same_things)
    assert {pair.label, pair.with_label} == {"Bus bay", "The shelter"}
    assert not pair.likely
    assert "20 m away" in pair.why


def test_a_place_known_by_its_postcode_is_near_one_known_by_its_position(
    register: RegisterService,
) -> None:
    placed = register.add_place("Dock cafe", postcode="NM7 7AA")
    other = register.add_place("Quay kiosk")
    register.locate(other, "SD 2010 6910")
    with register._store.work("lie", "Say where postcodes lie") as session:
        session.add(
            PostcodePosition(postcode="NM77AA", easting=320110, northing=469100, source="test")
        )
    found = _read(register, possible_things, "location", "320110, 469105")
    assert {one.subject_id for one in found} >= {placed, other}
    (near,) = (one for one in found if one.subject_id == placed)
    assert "from the middle of the postcode" in near.why
    assert check(register._store).sound


def _place(register: RegisterService, name: str) -> int:
    return _read(register, possible_things, "location", name)[0].subject_id


def _read(register: RegisterService, query, *given):
    store = register._store
    reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
    with store.reading() as session:
        return query(session, reader, *given)
