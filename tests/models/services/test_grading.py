"""Intelligence is graded by police, of what their own agency brought, and seen by few."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Information, Role
from models.rules.grading import Grading
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room

GIVEN = Grading("2", "B", "P")


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def as_member(room: RunningRoom, member: int, agency: int, role: Role = Role.MEMBER) -> Workspace:
    return Workspace(room.workspace.store, Person(None, "Somebody", role, member, agency))


def said(room: RunningRoom, agency: int, information: Information) -> int:
    conduct = room.workspace.conduct
    return conduct.say(room.child_item, agency, "A second phone.", information=information)


def grading_of(workspace: Workspace, room: RunningRoom, line: int) -> str | None:
    item = workspace.read.item(room.child_item)
    assert item is not None
    return next(one.grading for one in item.lines if one.id == line)


def test_police_grade_a_line_of_their_own_and_undo_takes_it_back(room: RunningRoom) -> None:
    line = said(room, room.police, Information.INTELLIGENCE)
    as_member(room, room.detective, room.police).conduct.grade(line, GIVEN)
    assert grading_of(room.workspace, room, line) == "2BP"
    room.workspace.store.undo()
    assert grading_of(room.workspace, room, line) is None


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.MINUTE_TAKER, Role.AUDITOR])
def test_nobody_else_grades(room: RunningRoom, role: Role) -> None:
    line = said(room, room.police, Information.INTELLIGENCE)
    other = as_member(room, room.manager, room.council, role)
    assert not other.conduct.may_grade(room.police)
    with pytest.raises(Refusal):
        other.conduct.grade(line, GIVEN)


def test_a_member_of_another_agency_does_not_grade(room: RunningRoom) -> None:
    line = said(room, room.police, Information.INTELLIGENCE)
    with pytest.raises(Refusal, match="Only police"):
        as_member(room, room.nurse, room.health).conduct.grade(line, GIVEN)


def test_police_do_not_grade_what_another_agency_brought(room: RunningRoom) -> None:
    line = said(room, room.health, Information.INTELLIGENCE)
    with pytest.raises(Refusal, match="their own agency"):
        as_member(room, room.detective, room.police).conduct.grade(line, GIVEN)


def test_only_intelligence_is_graded(room: RunningRoom) -> None:
    line = said(room, room.police, Information.FACT)
    with pytest.raises(Refusal, match="Only intelligence"):
        as_member(room, room.detective, room.police).conduct.grade(line, GIVEN)


def test_handling_with_conditions_says_which(room: RunningRoom) -> None:
    line = said(room, room.police, Information.INTELLIGENCE)
    police = as_member(room, room.detective, room.police).conduct
    with pytest.raises(Refusal, match="conditions"):
        police.grade(line, Grading("2", "B", "C"))
    police.grade(line, Grading("2", "B", "C", "not to the family"))
    assert grading_of(room.workspace, room, line) == "2BC"


def test_police_add_a_graded_line_of_their_own_and_no_other(room: RunningRoom) -> None:
    police = as_member(room, room.detective, room.police).conduct
    line = police.say(
        room.child_item,
        room.police,
        "A second phone.",
        information=Information.INTELLIGENCE,
        grading=("2", "B", "P"),
    )
    assert grading_of(room.workspace, room, line) == "2BP"
    with pytest.raises(Refusal):
        police.say(room.child_item, room.health, "Missed a clinic.")


def test_gradings_are_not_selected_for_those_whom_they_are_not_for(room: RunningRoom) -> None:
    line = said(room, room.police, Information.INTELLIGENCE)
    police = as_member(room, room.detective, room.police)
    police.conduct.grade(line, GIVEN)
    taker = as_member(room, room.manager, room.council, Role.MINUTE_TAKER)
    whole_room = room.workspace.read_as(room.workspace.room_reader(room.meeting, room.child_item))
    asked: list[str] = []
    from sqlalchemy import event

    engine = room.workspace.store.engine
    event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    for reader in (taker.read, as_member(room, room.nurse, room.health).read, whole_room):
        item = reader.item(room.child_item)
        assert item is not None
        assert [one.grading for one in item.lines] == [None]
    graded = [one for one in asked if "information_line.source_grade" in one]
    assert graded == []
    for workspace in (police, room.workspace):
        assert grading_of(workspace, room, line) == "2BP"
