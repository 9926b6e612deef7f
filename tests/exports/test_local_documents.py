"""The plan, the task list and the transfer pack can be read by everybody."""

from datetime import date

import docx
import pytest

from exports import district_tasks, improvement_plan, place_assessment, specimen_moved, template
from models.clock import SetClock
from tests.exports import accessibility, letterheads, reading
from tests.models.services.rooms import running_room


@pytest.fixture
def room(clock: SetClock):
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_each_keeps_the_rules_of_every_word_document(room, tmp_path):
    workspace = room.workspace
    workspace.register.set_status(room.child, date(2026, 10, 1), plan="CP", district="Harbourside")
    workspace.conduct.record_action(room.child_item, "Find a bed", owner_id=room.manager)
    workspace.strategy.add_improvement("Train leads", strategy="workforce")
    improvement_plan.write(workspace, tmp_path / "plan.docx")
    district_tasks.write(workspace, "", tmp_path / "tasks.docx")
    look = template.of(letterheads.made())
    pack = specimen_moved.transfer(workspace, room.meeting, look)
    made = [(tmp_path / name).read_bytes() for name in ("plan.docx", "tasks.docx")]
    for blob in (*made, pack):
        assert accessibility.broken(blob) == []


def test_a_first_name_alone_stands_by_initials_in_lists_and_assessments(room, tmp_path):
    workspace = room.workspace
    register, conduct = workspace.register, workspace.conduct
    place = register.add_place("Mere Arcade")
    friend = register.add_child("Zeb Thorne", system_id="LCS2")
    register.link(friend, "frequents", place, source="Youth worker")
    conduct.record_action(room.child_item, "Make one worker known to Robin", owner_id=room.manager)
    made = register.assess_place(place)
    register.change_assessment(made, "what_happens", "Zeb was met here by Robin.", None)
    district_tasks.write(workspace, "", tmp_path / "tasks.docx")
    place_assessment.write(workspace, place, tmp_path / "place.docx")
    tasks, told = (
        reading.text(docx.Document(str(tmp_path / name))) for name in ("tasks.docx", "place.docx")
    )
    assert "Make one worker known to R.A." in tasks
    assert "Z.T. was met here by R.A." in told
