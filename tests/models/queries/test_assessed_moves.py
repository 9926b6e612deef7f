"""The list of a child's assessments and the child's head say by one rule where risk moved."""

from datetime import date, datetime

from models.clock import SetClock
from models.workspace import Workspace


def test_one_entered_after_a_later_one_moves_the_later_one_in_both() -> None:
    workspace = Workspace.memory("Ada Administrator", SetClock(datetime(2026, 11, 12, 9, 30)))
    workspace.panel.make("Northmoor MACE", area="Northmoor")
    register, read = workspace.register, workspace.read
    child = register.add_child("Ivy Byrne")
    register.add_assessment(child, assessed_on=date(2026, 11, 3), level="High")
    register.add_assessment(child, assessed_on=date(2026, 9, 1), level="Medium")
    record = read.child(child)
    assert [one.direction for one in record.assessments] == ["increased", None]
    assert record.row.direction == record.assessments[0].direction
    workspace.close()
