"""Improvement actions stand apart from those of cases, and priorities count what serves them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from exports import improvement_plan
from models.clock import SetClock
from models.entities import Improvement
from models.errors import Conflict, Refusal
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.mark.parametrize(
    "told", ["what happened to Robin A.", "LCS620625", "the girl born 2 January 2011"]
)
def test_an_improvement_action_tells_of_nobody_by_initial_number_or_birth(
    room: RunningRoom, told: str
) -> None:
    room.workspace.register.change(room.child, "system_id", "LCS620625", "LCS1")
    with pytest.raises(Refusal, match="names somebody"):
        room.workspace.strategy.add_improvement(f"Train hotel staff after {told}")


def test_an_improvement_action_is_no_action_of_a_case_and_names_nobody(
    room: RunningRoom, tmp_path: Path
) -> None:
    strategy, read = room.workspace.strategy, room.workspace.read
    with pytest.raises(Refusal, match="names somebody"):
        strategy.add_improvement("Train the staff who saw Robin Ashdown")
    with pytest.raises(Refusal, match="what is to be done"):
        strategy.add_improvement(" ")
    one = strategy.add_improvement(
        "Train every school's lead", strategy="workforce", source="audit",
        owner_id=room.manager, due_on=HELD - timedelta(days=1),
    )  # fmt: skip
    (row,) = read.improvements()
    assert (row.reference, row.owner, row.agency) == ("I001", "Sam Lee", "Children's social care")
    assert (row.priority, row.rag) == ("Workforce and learning", "red")
    assert read.actions() == ()
    room.workspace.agenda.plan_meeting(HELD + timedelta(days=42))
    assert read.meeting_papers(room.meeting).earlier_actions == ()
    assert not [one for one in read.today() if "I001" in one.text]
    improvement_plan.write(room.workspace, tmp_path / "plan.docx")
    words = [cell.text for table in Document(str(tmp_path / "plan.docx")).tables
             for line in table.rows for cell in line.cells]  # fmt: skip
    assert "Train every school's lead. From: audit." in words
    with pytest.raises(Conflict):
        strategy.change_improvement(one, "text", "Train leads", "Something else")
    strategy.change_improvement(one, "text", "Train leads", row.text)
    with pytest.raises(Refusal, match="what shows"):
        strategy.update_improvement(one, "complete")
    strategy.update_improvement(one, "complete", "All 40 schools came")
    (row,) = read.improvements()
    assert (row.status, row.finished) == ("complete late", True)
    assert row.told == ("Thu 12 Nov 2026, complete late: All 40 schools came",)
    room.workspace.store.undo()
    assert read.improvements()[0].status == "agreed"


def test_an_improvement_action_given_to_nobody_of_the_panel_is_no_members_any_more(
    room: RunningRoom,
) -> None:
    strategy, store = room.workspace.strategy, room.workspace.store
    one = strategy.add_improvement("Train every school's lead", owner_id=room.manager)
    strategy.change_improvement(one, "owner_name", "The schools", "Sam Lee")
    with store.reading() as session:
        row = session.get_one(Improvement, one)
        assert (row.owner_id, row.owner_name) == (None, "The schools")
    strategy.change_improvement(one, "owner_name", "sam lee", "The schools")
    with store.reading() as session:
        row = session.get_one(Improvement, one)
        assert (row.owner_id, row.owner_name) == (room.manager, "Sam Lee")


def test_priorities_count_improvements_case_actions_and_themes_apart(room: RunningRoom) -> None:
    workspace = room.workspace
    theme = workspace.register.add_theme("Out-of-area beds")
    workspace.conduct.record_action(room.child_item, "Find a bed", owner_id=room.manager)
    (action,) = workspace.read.actions()
    workspace.strategy.serve("protect", action_id=action.id)
    workspace.strategy.serve("protect", subject_id=theme)
    workspace.strategy.add_improvement("Commission two beds", strategy="protect", theme_id=theme)
    found = {one.code: one for one in workspace.read.priorities()}["protect"]
    assert (found.improvements, found.overdue, found.actions, found.open_actions) == (1, 0, 1, 1)
    assert found.themes == ("Out-of-area beds",)
    workspace.strategy.serve(None, action_id=action.id)
    assert {one.code: one.actions for one in workspace.read.priorities()}["protect"] == 0
    with pytest.raises(Refusal, match="priority of the list"):
        workspace.strategy.serve("nothing", action_id=action.id)
    with pytest.raises(Refusal, match="theme, never"):
        workspace.strategy.serve("protect", subject_id=room.child)
