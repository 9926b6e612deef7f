"""What is read again is as the file, the reader, the day and the panel's lists have it now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.clock import SetClock
from models.marks import Sharing
from models.queries.knowable import leads
from models.records.item import ItemRecord
from models.records.reader import Reader
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.answers import asked_again, hourless
from tests.models.services.rooms import RunningRoom, running_room

PASSPHRASE = "twelve quiet mornings"


@pytest.fixture(autouse=True)
def answers_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_again(monkeypatch)
    hourless(monkeypatch)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def on_disk(clock: SetClock, tmp_path: Path) -> Iterator[RunningRoom]:
    """The same in a file."""
    path, cost = tmp_path / "panel.mace", Cost(64, 1, 1)
    made = Workspace.create(path, PASSPHRASE, "Coordinator", clock=clock, cost=cost)
    yield running_room(clock, made)
    made.close()


def other_window(room: RunningRoom) -> Workspace:
    """A second window on the same file."""
    file = room.workspace.store.file
    assert file is not None
    return Workspace.open(file.path, PASSPHRASE, clock=room.workspace.store.clock)


def texts(item: ItemRecord | None) -> list[str | None]:
    assert item is not None
    return [line.text for line in item.lines]


def as_room(room: RunningRoom) -> ItemRecord | None:
    """The item as everybody present may read it now."""
    reader = room.workspace.room_reader(room.meeting, room.child_item)
    return room.workspace.read_as(reader).item(room.child_item)


def test_what_one_reader_was_given_is_not_given_to_another(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.say(room.child_item, room.police, "For the chair.", sharing=Sharing.CHAIR_ONLY)
    conduct.say(
        room.child_item, room.police, "For health.",
        sharing=Sharing.NAMED_AGENCIES, shared_with=(room.health,),
    )  # fmt: skip
    chair = room.workspace.reader()
    member = Reader(now=chair.now, agency_ids=(room.council,))
    nurse = Reader(now=chair.now, agency_ids=(room.health,))
    for _ in range(2):
        read = {who: room.workspace.read_as(who).item(room.child_item) for who in (chair, nurse)}
        assert texts(read[chair]) == ["For the chair.", "For health."]
        assert texts(read[nurse]) == ["For health."]
        assert texts(room.workspace.read_as(member).item(room.child_item)) == []
        assert texts(as_room(room)) == []
        none = replace(member, conflicted_items=frozenset({room.child_item}))
        assert room.workspace.read_as(none).item(room.child_item) is None


def test_the_room_reads_what_those_may_who_are_in_it_now(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.say(
        room.child_item, room.police, "For health.",
        sharing=Sharing.NAMED_AGENCIES, shared_with=(room.health,),
    )  # fmt: skip
    assert texts(as_room(room)) == []
    conduct.attend(room.meeting, room.manager, "P", left=room.workspace.store.clock.now().time())
    assert texts(as_room(room)) == ["For health."]
    room.workspace.store.undo()
    assert texts(as_room(room)) == []
    room.workspace.store.redo()
    assert texts(as_room(room)) == ["For health."]
    conduct.attend_guest(room.meeting, "Jo Bell", "P", agency_id=room.council)
    assert texts(as_room(room)) == []


def test_a_line_shared_more_narrowly_is_gone_at_once(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    line = conduct.say(room.child_item, room.police, "Seen near the bus station.")
    assert texts(as_room(room)) == ["Seen near the bus station."]
    conduct.change_line(line, sharing=Sharing.CHAIR_ONLY)
    assert texts(as_room(room)) == []
    assert texts(room.item()) == ["Seen near the bus station."]
    conduct.withdraw_line(line)
    assert texts(room.item()) == []


def test_an_interest_declared_in_another_window_is_heeded(on_disk: RunningRoom) -> None:
    other = other_window(on_disk)
    assert as_room(on_disk) is not None
    other.conduct.declare(on_disk.meeting, on_disk.nurse, "aunt", item_id=on_disk.person_item)
    reader = on_disk.workspace.room_reader(on_disk.meeting, on_disk.child_item)
    assert on_disk.person_item in reader.conflicted_items
    assert on_disk.workspace.read_as(reader).item(on_disk.person_item) is None
    other.close()


def test_what_another_window_does_and_takes_back_is_read(on_disk: RunningRoom) -> None:
    other = other_window(on_disk)
    assert texts(on_disk.item()) == []
    other.conduct.say(on_disk.child_item, on_disk.police, "Seen near the bus station.")
    assert texts(on_disk.item()) == ["Seen near the bus station."]
    other.store.undo()
    assert texts(on_disk.item()) == []
    other.store.redo()
    assert texts(on_disk.item()) == ["Seen near the bus station."]
    other.register.change(on_disk.child, "name", "Robin Ash", seen="Robin Ashdown")
    assert on_disk.item().header.name == "Robin Ash"
    other.close()


def test_records_said_to_be_the_same_are_read_as_one_at_once(room: RunningRoom) -> None:
    with room.workspace.store.reading() as session:
        assert leads(session) == {}
    again = room.workspace.register.add_child("Robin Ashdown", birth_date=date(2011, 1, 2))
    room.item()
    room.workspace.register.same(room.child, again, "Same date of birth")
    with room.workspace.store.reading() as session:
        assert leads(session) == {again: room.child}
    room.item()


def test_what_is_late_is_late_the_day_after(room: RunningRoom) -> None:
    clock = room.workspace.store.clock
    assert isinstance(clock, SetClock)
    room.workspace.conduct.record_action(
        room.child_item, "Visit the address", owner_id=room.nurse, due_on=clock.today()
    )
    before = room.item().actions[0].standing
    clock.move(timedelta(days=1))
    assert room.item().actions[0].standing != before


def test_the_panels_own_lists_are_heeded(room: RunningRoom) -> None:
    room.workspace.conduct.decide(room.child_item, "REMAIN", "Risk has not changed")
    decision = room.item().decision
    assert decision is not None and not decision.closes
    room.workspace.panel.change_code("decisions", "REMAIN", "closes", True)
    decision = room.item().decision
    assert decision is not None and decision.closes
    room.workspace.store.undo()
    decision = room.item().decision
    assert decision is not None and not decision.closes


def test_a_setting_that_changes_is_heeded(room: RunningRoom) -> None:
    assert room.workspace.read.running_order(room.meeting)[0].reference == "V1"
    assert room.workspace.read.setting("sections", "") == ""
    room.workspace.panel.set("sections", "O,V")
    assert room.workspace.read.setting("sections", "") == "O,V"
    assert room.workspace.read.running_order(room.meeting)[0].reference == "O1"


def test_a_locked_panel_keeps_nothing_in_mind(on_disk: RunningRoom) -> None:
    workspace = on_disk.workspace
    on_disk.item()
    assert len(workspace.store.answers)
    workspace.lock()
    on_disk.item()
    assert not len(workspace.store.answers)
    assert not workspace.unlock("not this one")
    on_disk.item()
    assert not len(workspace.store.answers)
    assert workspace.unlock(PASSPHRASE)
    on_disk.item()
    assert len(workspace.store.answers)
