"""Groups and places that are called after somebody, as others look on."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from models.clock import SetClock
from models.queries.short_labels import short_label
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture(scope="module")
def room() -> Iterator[RunningRoom]:
    made = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    register = made.workspace.register
    for name in ("Tia Kerr", "Aidan Ravenscroft", "Station Holloway"):
        register.add_child(name)
    yield made
    made.workspace.close()


@pytest.mark.parametrize(
    ("kind", "label", "shown"),
    [
        ("child", "Aidan Ravenscroft", "A.R."),
        ("person_of_concern", "Darren Pike", "D.P."),
        ("group", "Aidan Ravenscroft and Tia Ker crew", "A.R. and T.K. crew"),
        ("location", "Kerr, Tia: her grandmother's flat", "T.K.: her grandmother's flat"),
        ("group", "Aidan and Tia Kerr crew", "A.R. and T.K. crew"),
        ("location", "Arcade by Aidan's", "Arcade by A.R.'s"),
        ("location", "Kerr's garage", "Kerr's garage"),
        ("location", "Station Road garages", "Station Road garages"),
        (None, "Hotels by the ring road", "Hotels by the ring road"),
        (None, "", ""),
    ],
)
def test_each_name_in_a_label_is_initials(
    room: RunningRoom, kind: str | None, label: str, shown: str
) -> None:
    with room.workspace.store.reading() as session:
        assert short_label(session, kind, label) == shown


def test_a_name_that_comes_on_record_later_is_initials_in_what_is_linked(room: RunningRoom) -> None:
    register, read = room.workspace.register, room.workspace.read
    flat = register.add_place("Zephaniah Fortescue's flat")
    register.link(room.child, "frequents", flat)

    def called() -> str:
        return next(
            one.other_initials for one in read.child(room.child).links if one.other_id == flat
        )

    assert called() == "Zephaniah Fortescue's flat"
    child = register.add_child("Zephaniah Fortescue")
    assert called() == "Z.F.'s flat"
    register.change(child, "name", "Zeph Fortescue", seen="Zephaniah Fortescue")
    register.add_alias(child, "Zephaniah Fortescue", "nickname")
    assert called() == "Z.F.'s flat"
