"""Where a place lies, who looks after it, and its assessments version by version."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.marks import Role
from models.queries.place_assessments import guardians, place_assessments
from models.queries.places import place
from models.records.reader import Reader
from models.services.conduct import ConductService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

ADA = Person(1, "Ada Administrator", Role.ADMINISTRATOR)
READER = Reader(now=datetime(2026, 11, 12, 9, 30), role=Role.ADMINISTRATOR)
MEMBER = Reader(now=READER.now, role=Role.MEMBER)


@pytest.fixture
def register(store: Store) -> RegisterService:
    return RegisterService(store, ADA)


def read(store: Store, place_id: int, reader: Reader = READER):
    with store.reading() as session:
        return place_assessments(session, reader, place_id)


def test_a_position_is_kept_as_written_and_as_degrees_and_taken_back(
    store: Store, register: RegisterService
) -> None:
    garages = register.add_place("Halewood Garages")
    register.locate(garages, " SD 200 690 ")
    with store.reading() as session:
        found = place(session, READER, garages)
    assert (found.map_reference, found.latitude) == ("SD 200 690", 54.11109)
    with pytest.raises(Refusal, match="no position"):
        register.locate(garages, "behind the shops")
    store.undo()
    with store.reading() as session:
        assert place(session, READER, garages).map_reference is None


def test_the_latest_version_is_worked_on_and_earlier_ones_stand(
    store: Store, register: RegisterService, clock: SetClock
) -> None:
    garages = register.add_place("Halewood Garages")
    first = register.assess_place(garages)
    register.change_assessment(first, "environment", "No light.", None)
    register.change_assessment(first, "measured_after", "Nine calls.", None)
    with pytest.raises(Conflict):
        register.change_assessment(first, "environment", "Dark.", "seen otherwise")
    with pytest.raises(Refusal, match="today or earlier"):
        register.change_assessment(first, "assessed_on", date(2027, 1, 1), date(2026, 11, 12))
    clock.set(datetime(2026, 12, 1, 10, 0))
    second = register.assess_place(garages)
    register.change_assessment(second, "review_on", date(2027, 3, 1), None)
    with pytest.raises(Refusal, match="stands as it was"):
        register.change_assessment(first, "environment", "Lit now.", "No light.")
    later, earlier = read(store, garages)
    assert later.latest and not earlier.latest and later.author == ADA.name
    # What was measured after belongs to the version before; a new one begins without it.
    assert later.values["environment"] == "No light." and later.values["measured_after"] is None
    assert (later.assessed_on, earlier.values["measured_after"]) == (
        date(2026, 12, 1), "Nine calls.",
    )  # fmt: skip
    with store.reading() as session:
        assert place(session, READER, garages).review_on == date(2027, 3, 1)


def test_a_second_press_begins_no_second_version(
    store: Store, register: RegisterService, clock: SetClock
) -> None:
    garages = register.add_place("Halewood Garages")
    first = register.assess_place(garages)
    with pytest.raises(Refusal, match="is begun"):
        register.assess_place(garages)
    register.change_assessment(first, "environment", "No light.", None)
    clock.set(datetime(2026, 12, 1, 10, 0))
    register.assess_place(garages)
    with pytest.raises(Refusal, match="is begun"):
        register.assess_place(garages)
    assert len(read(store, garages)) == 2


def test_the_weight_of_a_place_is_one_of_the_list(store: Store, register: RegisterService) -> None:
    made = register.assess_place(register.add_place("Halewood Garages"))
    for words in ("h", "mainly", "heavy"):
        with pytest.raises(Refusal, match="not understood"):
            register.change_assessment(made, "weighting", words, None)
    register.change_assessment(made, "weighting", "Mainly the place", None)
    register.change_assessment(made, "weighting", "not yet", "mainly the place")
    register.change_assessment(made, "weighting", None, "not yet weighed")


def test_a_version_for_the_chair_is_read_by_nobody_else(
    store: Store, register: RegisterService
) -> None:
    garages = register.add_place("Halewood Garages")
    made = register.assess_place(garages)
    register.change_assessment(made, "sharing", "chair only", "all panel")
    assert read(store, garages, MEMBER) == () and len(read(store, garages)) == 1


def test_a_guardian_is_given_a_task_like_any_owner_and_ends(
    store: Store, register: RegisterService
) -> None:
    garages = register.add_place("Halewood Garages")
    moira = register.add_guardian(garages, "Moira Bell", role="Community Guardian")
    ConductService(store, ADA).record_action(
        None, "Walk past at nine", owner="Moira Bell", subject_id=garages
    )
    with store.reading() as session:
        (row,) = guardians(session, READER, garages)
    assert (row.role, row.open_tasks, row.until) == ("Community Guardian", 1, None)
    register.end_guardian(moira)
    with pytest.raises(Refusal):
        register.end_guardian(moira)
    with pytest.raises(Refusal, match="name"):
        register.add_guardian(garages, " ")
    with pytest.raises(Refusal, match="no place"):
        register.assess_place(register.add_person("Dean Pyke"))


def test_only_the_postcodes_given_are_kept_and_read_again_they_move(
    store: Store, register: RegisterService
) -> None:
    assert register.take_postcodes({"NM1 2AB": (1.0, 2.0)}, "codes.csv") == 1
    assert register.take_postcodes({"nm12ab": (3.0, 4.0), "NM1 2AC": (5, 6)}, "new.csv") == 1
