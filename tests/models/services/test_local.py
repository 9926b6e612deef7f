"""Teams with their caseloads, services with a child, other fora, and two authorities."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from sqlalchemy import select

from exports import district_tasks
from models.clock import SetClock
from models.entities import Issue, Review
from models.errors import Conflict, Refusal
from models.marks import Sharing
from tests.exports import reading
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_a_team_has_its_ages_its_caseload_and_its_consultations(room: RunningRoom) -> None:
    workspace, read, local = room.workspace, room.workspace.read, room.workspace.local
    team = workspace.panel.add_agency("Adolescent team")
    assert read.teams() == ()
    local.change_team(team, youngest=16, oldest=18, takes="Exploited, radicalised or complex needs")
    case = local.add_service(room.child, team, "working", since=HELD, worker="Jo Bell")
    with pytest.raises(Refusal, match="already"):
        local.add_service(room.child, team, "referred")
    local.add_service(room.child, team, "working", kind="consultation")
    wren = workspace.register.add_child("Wren Holloway")
    local.add_service(wren, team, "referred")
    (row,) = read.teams()
    assert (row.ages, row.working, row.waiting) == ("16 to 18", (room.child,), (wren,))
    assert row.consulted == (room.child,)
    (mine, consulted) = sorted(read.services_of(room.child), key=lambda one: one.id)
    assert (mine.stands, consulted.stands) == ("on the caseload", "consultation")
    assert [one.stands for one in read.services_of(wren)] == ["waiting"]
    assert (mine.not_eligible, mine.worker) == ("15 years old, taken from 16", "Jo Bell")
    assert consulted.kind == "consultation"
    with pytest.raises(Conflict):
        local.change_service(case, "status", "ended", "referred")
    local.change_service(case, "status", "ended", "working")
    assert read.team(team).ended == (room.child,)
    assert [one.until for one in read.services_of(room.child) if one.id == case] == [HELD]
    local.change_service(case, "status", "paused", "ended")
    assert read.team(team).working == (room.child,)
    for agency, status, field in ((0, "working", "agency_id"), (team, "nothing", "status")):
        with pytest.raises(Refusal) as refused:
            local.add_service(wren, agency, status)
        assert refused.value.field == field
    workspace.conduct.record_action(room.child_item, "See the child", agency_id=team)
    assert read.actions(agency_id=team)[0].agency == "Adolescent team"


def test_a_hint_is_given_where_another_forum_has_the_child(room: RunningRoom) -> None:
    local, read = room.workspace.local, room.workspace.read
    assert read.overlap_of(room.child) == ""
    with pytest.raises(Refusal, match="Choose the forum"):
        local.add_forum(room.child, "TEA")
    forum = local.add_forum(room.child, "MARAC", lead="Ann Patel")
    assert read.overlap_of(room.child).startswith("Two meetings have this child: MARAC and this")
    with pytest.raises(Refusal, match="entered already"):
        local.add_forum(room.child, "MARAC")
    local.change_forum(forum, "until", HELD, None)
    assert read.overlap_of(room.child) == ""
    local.add_forum(room.child, "MARAC")
    assert len(read.fora_of(room.child)) == 2


def test_a_child_who_stays_on_the_panel_counts_before_any_item_stands(room: RunningRoom) -> None:
    workspace, local, read = room.workspace, room.workspace.local, room.workspace.read
    stays, due = _child(room, "Tia Moss"), _child(room, "Ivy Byrne")
    workspace.register.set_status(stays, date(2026, 10, 1), on_panel=True)
    with workspace.store.work("test", "A review to come") as session:
        session.add(Review(subject_id=due, due_on=date(2026, 12, 24), reason="Review"))
    for child in (stays, due, _child(room, "Bo Reed")):
        local.add_forum(child, "MARAC")
        told = read.overlap_of(child)
        assert told.startswith("Two meetings have this child" if child in (stays, due) else "")
        assert bool(told) is (child in (stays, due))


def test_one_panel_for_two_authorities_tells_its_figures_apart(room: RunningRoom) -> None:
    workspace, local = room.workspace, room.workspace.local
    workspace.panel.add_district("Midvale")
    local.set_authority("Harbourside", "City Council")
    local.set_authority("Midvale", "County Council")
    for name, district in (("Wren Holloway", "Midvale"), ("Ivy Byrne", "Harbourside")):
        child = workspace.register.add_child(name)
        workspace.register.set_status(child, date(2026, 10, 1), plan="CP", district=district)
    table = workspace.read.performance_by(HELD, "authority")
    assert table.columns[1:3] == ("City Council", "County Council")
    with pytest.raises(Refusal, match="no such district"):
        local.set_authority("Nowhere", "City Council")


def test_a_district_has_its_own_task_list_for_what_the_panel_decided(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.panel.add_district("Mid & Vale")
    for child, district in (
        (room.child, "harbourside"), (_child(room, "Ivy Byrne"), "Mid and Vale"),
    ):  # fmt: skip
        workspace.register.set_status(child, date(2026, 10, 1), plan="CP", district=district)
        workspace.conduct.record_action(
            None, f"Visit {district}", subject_id=child, owner_id=room.manager
        )
    workspace.conduct.record_action(
        None, "Only for the chair", subject_id=room.child, sharing=Sharing.CHAIR_ONLY
    )
    where = workspace.read.districts_of_actions()
    named = {one.text: where[one.id] for one in workspace.read.actions()}
    assert named["Visit harbourside"] == "Harbourside"
    assert named["Visit Mid and Vale"] == "Mid & Vale"
    district_tasks.write(workspace, "Harbourside", tmp_path / "tasks.docx")
    with workspace.store.reading() as session:
        logged = session.scalars(select(Issue.document)).all()
    assert logged == ["tasks-by-district-2026-11-12.docx"]
    told = reading.text(Document(str(tmp_path / "tasks.docx")))
    assert "Visit harbourside" in told and "R.A." in told
    for held_back in ("Mid and Vale", "Only for the chair", "Ashdown"):
        assert held_back not in told


def _child(room: RunningRoom, name: str) -> int:
    return room.workspace.register.add_child(name)


def test_who_else_is_with_a_child_stands_in_the_copy_of_the_record(room: RunningRoom) -> None:
    workspace = room.workspace
    team = workspace.panel.add_agency("Adolescent team")
    workspace.local.add_service(room.child, team, "working", worker="Jo Bell")
    workspace.local.add_forum(room.child, "MARAC")
    workspace.moving.add_move(room.child, "out", "Leeds City Council", moved_on=HELD)
    workspace.moving.change_transition(room.child, "plan", "A flat of their own", None)
    workspace.extras.write_column(room.child_item, "people", "Her uncle drives", None)
    workspace.extras.write_column(room.child_item, "risk", "May be moved on", None)
    lines = workspace.read.subject_file(room.child).lines
    told = {(one.section, one.text): one.withheld for one in lines}
    for said in (
        ("Teams and services", "Working with the child"), ("Other meetings", "MARAC"),
        ("Moves", "Moves to another area"), ("Growing up", "A flat of their own"),
        ("Meetings", "May be moved on"),
    ):  # fmt: skip
        assert told[said] == ""
    said_of = {one.text: one.said for one in lines if one.section == "Teams and services"}
    assert said_of == {
        "Working with the child": "Adolescent team",
        "Jo Bell": "Who works with the child, Adolescent team",
    }
    assert told["Meetings", "Her uncle drives"] == "third party"
