"""Children near 18 are listed, proposed and settled; moves are told, packed and receipted."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document

from exports import disclosing
from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.marks import Information, Role, Sharing
from models.records.disclosure import DisclosureRow
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import HELD, RunningRoom, running_room

NEXT = HELD + timedelta(days=42)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_a_child_near_18_is_listed_on_today_and_proposed_until_it_is_settled(
    room: RunningRoom,
) -> None:
    workspace, read = room.workspace, room.workspace.read
    assert read.transitions() == ()
    workspace.register.change(room.child, "birth_date", date(2009, 4, 1), date(2011, 1, 2))
    workspace.register.add_child("Wren Holloway", birth_date=date(2009, 2, 1))
    assert [one.name for one in read.transitions()] == ["Wren Holloway", "Robin Ashdown"]
    told = [one for one in read.noticed() if "turns 18" in one.text]
    assert told[1].text == "R.A. turns 18 on 1 April 2027, in 20 weeks"
    workspace.conduct.decide(room.child_item, "REMAIN", "As is", review_on=NEXT)
    workspace.conduct.close(room.meeting, NEXT)
    meeting = read.meeting_on(NEXT)
    assert meeting is not None
    why = {row.label: row.why for row in read.pool(meeting.id)}
    assert "Wren Holloway" not in why and "turns 18" not in why["Robin Ashdown"].casefold()
    workspace.panel.set("transition_months", "205")
    assert read.transition(room.child).begins_on == date(2026, 5, 1)

    moving = workspace.moving
    with pytest.raises(Refusal, match="adult service"):
        moving.settle(room.child)
    moving.change_transition(room.child, "adult_service", "Northmoor Adults", None)
    with pytest.raises(Conflict):
        moving.change_transition(room.child, "adult_service", "Another", None)
    moving.tick(room.child, "views")
    found = read.transition(room.child)
    assert found.lacking == ("nobody leads there", "no plan", "1 of 10 points done")
    moving.settle(room.child)
    assert [one.name for one in read.transitions()] == ["Wren Holloway"]
    workspace.store.undo()
    assert len(read.transitions()) == 2


def test_the_panel_hears_of_it_once_the_time_begins(room: RunningRoom) -> None:
    workspace, read = room.workspace, room.workspace.read
    workspace.register.change(room.child, "birth_date", date(2009, 6, 1), date(2011, 1, 2))
    workspace.conduct.decide(room.child_item, "NOTIFICATION", "Known")
    workspace.conduct.close(room.meeting, NEXT)
    meeting = read.meeting_on(NEXT)
    assert meeting is not None
    (row,) = [one for one in read.pool(meeting.id) if one.subject_id == room.child]
    assert row.why.startswith("Turns 18 on 1 June 2027, in 22 weeks; no adult service named")


def test_a_move_is_told_packed_and_receipted(room: RunningRoom, tmp_path: Path) -> None:
    workspace, moving, read = room.workspace, room.workspace.moving, room.workspace.read
    workspace.conduct.say(room.child_item, room.police, "Seen with Darren Pike",
                          sharing=Sharing.CHAIR_ONLY,
                          information=Information.INTELLIGENCE)  # fmt: skip
    workspace.conduct.say(room.child_item, room.health, "Sleeps badly since May")
    move = moving.add_move(room.child, "out", "Cumbria Council", moved_on=HELD)
    assert [one.text for one in read.noticed() if "another area" in one.text] == [
        "R.A.: moves to another area, Cumbria Council"
    ]
    with pytest.raises(Refusal, match="not been written"):
        moving.change_move(move, "receipt_on", HELD, None)
    moving.change_move(move, "told_on", HELD, None)
    moving.change_move(move, "told_whom", "Duty manager", None)
    (row,) = read.moves(room.child)
    assert row.owed == ("transfer pack not written",)

    pack = moving.begin_pack(move)
    assert moving.begin_pack(move) == pack
    asked = _asked(room, pack)
    with pytest.raises(Refusal, match="confirm"):
        disclosing.write(workspace, pack, room.child, tmp_path)
    made = disclosing.prepare(workspace, asked)
    disclosing.confirm(workspace, asked, disclosing.digest(workspace, made, asked))
    names = disclosing.write(workspace, pack, room.child, tmp_path)
    assert names[0] == "transfer/transfer-pack.docx"
    told = _text(tmp_path / names[0])
    assert "Cumbria Council" in told and "Robin Ashdown" in told and "Sleeps badly" in told
    assert "Darren Pike" not in told and "Pike" not in told
    (row,) = read.moves(room.child)
    assert (row.pack_written_on, row.owed) == (HELD, ("transfer pack not given",))
    moving.change_move(move, "pack_given_on", HELD, None)
    assert read.moves(room.child)[0].owed == ("no receipt for the pack",)
    moving.change_move(move, "receipt_on", HELD, None)
    assert read.moves(room.child)[0].owed == ()
    with pytest.raises(Refusal, match="stays on record"):
        moving.remove_move(move)


def test_a_child_who_moved_in_is_asked_about(room: RunningRoom) -> None:
    moving, read = room.workspace.moving, room.workspace.read
    move = moving.add_move(room.child, "placed_in", "Leeds City Council", moved_on=HELD)
    assert read.moves()[0].owed == ("sending area not asked",)
    moving.change_move(move, "asked", "Their chronology and who leads", None)
    moving.change_move(move, "asked_on", HELD, None)
    moving.change_move(move, "answered_on", HELD, None)
    assert read.moves()[0].owed == ()
    moving.remove_move(move)
    assert read.moves() == ()


def _asked(room: RunningRoom, pack: int) -> DisclosureRow:
    return next(one for one in room.workspace.read.disclosures(room.child) if one.id == pack)


def _text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_who_has_an_interest_in_a_child_begins_no_pack_of_theirs(room: RunningRoom) -> None:
    workspace = room.workspace
    moved = workspace.moving.add_move(room.child, "out", "Tarnshire")
    workspace.conduct.declare(room.meeting, room.manager, "My nephew", room.child_item)
    person = Person(None, "Sam Lee", Role.ADMINISTRATOR, room.manager, room.council)
    with pytest.raises(Refusal, match="not yours to read"):
        Workspace(workspace.store, person).moving.begin_pack(moved)
    assert workspace.read.moves(room.child)[0].disclosure_id is None
