"""What a place's page and the map count: nothing that the reader may not see."""

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

import pytest

from models.entities import InformationLine, Measure, PostcodePosition, ReturnInterview
from models.errors import Refusal
from models.marks import Role, Sharing
from models.queries.incidents import incidents
from models.queries.map import map_places
from models.queries.place_figures import place_figures
from models.records.incidents import IncidentKind
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

READER = Reader(now=datetime(2026, 11, 12, 9, 30), role=Role.ADMINISTRATOR, name="Ruth Abbot")


class Northmoor(NamedTuple):
    ann: int
    bea: int
    garages: int
    pike: int
    shop: int


@pytest.fixture
def made(store: Store) -> Northmoor:
    register = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    ann, bea = register.add_child("Ann Low"), register.add_child("Bea High")
    garages = register.add_place("Halewood Garages", place_type="Garage block", ward="Hale",
                                 map_reference="SD 200 690")  # fmt: skip
    shop = register.add_place("Corner Vapes", place_type="Vape or phone shop", postcode="NM1 2AB")
    register.add_place("Starfall", place_type="Online platform, game or server")
    pike = register.add_person("Darren Pike")
    register.link(pike, "frequents", garages)
    register.link(bea, "frequents", garages)
    at = datetime(2026, 11, 6, 18, 0)
    episode = register.add_episode(ann, reported_at=at, returned_at=at.replace(hour=22),
                                   found_where="Halewood garages")  # fmt: skip
    with store.work("fill", "Fill") as session:
        session.add(ReturnInterview(episode_id=episode, learned="Sleeps at Halewood Garages"))
        session.add(InformationLine(origin="return", subject_id=bea, text="At Corner Vapes daily",
                                    information_date=date(2026, 10, 2)))  # fmt: skip
        session.add(InformationLine(origin="return", subject_id=garages, text="Lock broken",
                                    sharing=Sharing.CHAIR_ONLY.value,
                                    information_date=date(2026, 11, 1)))  # fmt: skip
        session.add(Measure(subject_id=garages, name="Closure notice", status="granted",
                            in_force_to=date(2026, 12, 1)))  # fmt: skip
        session.add(Measure(name="Lighting", status="considered", against="Halewood Garages"))
        session.add(PostcodePosition(postcode="NM12AB", easting=321000, northing=470000,
                                     source="postcodes.csv"))  # fmt: skip
    return Northmoor(ann, bea, garages, pike, shop)


def test_a_place_tells_who_is_met_there_when_and_what_is_in_force(
    store: Store, made: Northmoor
) -> None:
    with store.reading() as session:
        found = place_figures(session, READER, made.garages)
    assert {(one.label, one.times, one.linked) for one in found.children} == {
        ("Ann Low", 1, ""), ("Bea High", 0, "is frequented by"),
    }  # fmt: skip
    assert [one.label for one in found.persons] == ["Darren Pike"]
    # The interview tells what its episode tells already, and does not count again.
    assert [one.kind for one in found.incidents] == [IncidentKind.EPISODE, IncidentKind.LINE]
    assert found.week[4][5] == 1 and found.without_time == 1
    assert [one.name for one in found.in_force] == ["Closure notice"]
    assert {one.name for one in found.measures} == {"Closure notice", "Lighting"}


def test_the_map_has_positions_by_reference_and_postcode_and_counts_once(
    store: Store, made: Northmoor
) -> None:
    with store.reading() as session:
        by_name = {one.row.label: one for one in map_places(session, READER)}
    garages, shop = by_name["Halewood Garages"], by_name["Corner Vapes"]
    assert (garages.known_by, shop.known_by) == ("map reference", "postcode")
    assert (garages.easting, shop.northing) == (320_050, 470_000)
    assert garages.children == {made.ann, made.bea} and len(garages.incidents) == 2
    assert shop.children == {made.bea} and garages.shape == "circle"
    assert not by_name["Starfall"].placeable and by_name["Starfall"].easting is None


def test_what_a_reader_may_not_see_moves_no_figure_of_a_place(
    store: Store, made: Northmoor
) -> None:
    member = replace(READER, role=Role.MEMBER)
    held = replace(member, conflicted_subjects=frozenset({made.ann}))
    with store.reading() as session:
        assert len(incidents(session, READER, made.garages)) == 2
        assert len(incidents(session, member, made.garages)) == 1
        assert incidents(session, held, made.garages) == ()
        figures = place_figures(session, held, made.garages)
        (garages,) = (one for one in map_places(session, held) if one.row.id == made.garages)
    assert [one.label for one in figures.children] == ["Bea High"]
    assert sum(map(sum, figures.week)) == figures.without_time == 0
    assert garages.children == {made.bea} and garages.incidents == ()


def test_a_place_in_which_the_reader_has_an_interest_is_nowhere(
    store: Store, made: Northmoor
) -> None:
    held = replace(READER, conflicted_subjects=frozenset({made.garages}))
    with store.reading() as session:
        assert made.garages not in {one.row.id for one in map_places(session, held)}
        assert made.garages not in {one.place_id for one in incidents(session, held)}
        with pytest.raises(Refusal):
            place_figures(session, held, made.garages)
        with pytest.raises(Refusal):
            place_figures(session, READER, made.pike)
