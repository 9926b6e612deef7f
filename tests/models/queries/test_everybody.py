"""What the room shows in the place of names and homes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from models.clock import SetClock
from models.entities import Address
from models.queries import everybody as queries
from models.rules.masking import NameMask
from tests.models.rules.test_bearers import seen
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_where_a_child_lives_stays_off_the_wall_and_a_place_of_concern_does_not(
    room: RunningRoom,
) -> None:
    register = room.workspace.register
    person = register.add_person("Dale Cutler")
    register.add_place("Mill Parade", address="6 Mill Parade", postcode="HB1 1QQ")
    with room.workspace.store.work("home", "Homes") as session:
        session.add(Address(subject_id=room.child, text="14 Orchard Street", postcode="HB7 1AA"))
        session.add(Address(subject_id=person, text="22 Dock Road"))
    shown = room.workspace.read.everybody().masked(
        "Visit 14 Orchard St, HB7 1AA, then 22 Dock Road and 6 Mill Parade, HB1 1QQ"
    )
    assert shown == (
        "Visit (home address), (home postcode), then 22 Dock Road and 6 Mill Parade, HB1 1QQ"
    )


def test_who_works_with_a_child_stands_by_a_whole_name_that_is_only_like_a_childs(
    room: RunningRoom,
) -> None:
    workspace, text = room.workspace, "Robin Ashton visits, with Ashton's manager"
    assert workspace.read.everybody().masked(text).startswith("R.A. visits")
    workspace.register.add_child("Tia Oakes", lead_name="Robin Ashton (social worker)")
    assert workspace.read.everybody().masked(text).startswith("Robin Ashton visits")


@pytest.mark.parametrize("name", ["Robin Ashdown", "Robbo", "Robin", "Robbo Ashdown", "Tia Oakes"])
def test_who_works_with_a_child_and_bears_somebodys_name_does_not(
    room: RunningRoom, name: str
) -> None:
    register = room.workspace.register
    register.add_alias(room.child, "Robbo", "nickname")
    register.add_child("Tia Marie Oakes", lead_name=name)
    said = f"{name} visits; Robin Ashdown, Robbo and Tia Oakes were seen"
    shown = room.workspace.read.everybody().masked(said)
    assert not {"Ashdown", "Robbo", "Oakes"} & set(shown.replace(",", "").split())
    assert name == "Robin" or not shown.startswith(name)


def known(mask: NameMask) -> tuple[Any, ...]:
    """All that a mask knows, whatever the order in which it came to know it."""
    return (*seen(mask), mask.homes)


def test_the_mask_knows_whatever_has_changed_since(room: RunningRoom) -> None:
    workspace, register, panel = room.workspace, room.workspace.register, room.workspace.panel
    place = register.add_place("Old mill", address="2 Mill Parade")
    changes: list[Callable[[], object]] = [
        lambda: register.add_child("Tia Oakes"),
        lambda: register.add_alias(room.child, "Ace", "nickname"),
        lambda: register.change(room.child, "name", "Robin Ash", seen="Robin Ashdown"),
        lambda: workspace.store.undo(),
        lambda: workspace.store.undo(),
        lambda: workspace.store.redo(),
        lambda: panel.add_member("Darren Pike", room.police, "Constable"),
        lambda: panel.add_member("Tia Stone", room.health, "Nurse"),
        lambda: panel.change_member(room.nurse, name="Robin Ashdown"),
        lambda: register.add_child("Ali Reed", lead_name="Robin Ashton"),
        lambda: register.change(room.child, "lead_name", "Kay Fern", seen=None),
        lambda: workspace.store.undo(),
        lambda: register.add_place("Mill Parade", address="6 Mill Parade", postcode="HB1 1QQ"),
        lambda: register.change(place, "address", "6 Mill Parade", seen="2 Mill Parade"),
        lambda: workspace.store.undo(),
        lambda: register.same(room.child, register.add_child("Robyn Ashdown"), "Same child"),
        lambda: workspace.store.undo(),
    ]
    with workspace.store.work("home", "Homes") as session:
        session.add(Address(subject_id=room.child, text="6 Mill Parade", postcode="HB1 1QQ"))
    for change in changes:
        workspace.read.everybody()
        change()
        with workspace.store.reading() as session:
            fresh = queries._read(session, 0).mask
        assert known(workspace.read.everybody()) == known(fresh)


def test_the_same_mask_is_given_while_no_name_changes(room: RunningRoom) -> None:
    mask = room.workspace.read.everybody()
    room.workspace.conduct.say(room.child_item, room.police, "Seen near the bus station.")
    assert room.workspace.read.everybody() is mask


def test_a_place_that_is_nobodys_home_leaves_the_mask_as_it_was(room: RunningRoom) -> None:
    mask = room.workspace.read.everybody()
    room.workspace.register.add_place("Mill Parade", address="6 Mill Parade", postcode="HB1 1QQ")
    assert room.workspace.read.everybody() is mask


def test_no_name_is_held_when_the_panel_is_locked(room: RunningRoom) -> None:
    store = room.workspace.store
    mask = room.workspace.read.everybody()
    assert len(store.answers)
    room.workspace.lock()
    assert not len(store.answers)
    assert room.workspace.read.everybody() is not mask
    assert not len(store.answers)


def test_the_mask_of_children_is_the_same_until_a_name_or_a_home_changes(
    room: RunningRoom,
) -> None:
    workspace = room.workspace

    def mask() -> object:
        return workspace.read.meeting_papers(room.meeting).every_child

    held = mask()
    room.workspace.conduct.say(room.child_item, room.police, "Seen again")
    assert mask() is held
    workspace.register.add_alias(room.child, "Robbo")
    assert mask() is not held
    assert mask().masked("with Robbo") == "with R.A."
