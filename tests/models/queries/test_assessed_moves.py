"""Where risk moved is said by one rule everywhere, and anew where an assessment before changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.workspace import Workspace

SEPTEMBER, NOVEMBER = date(2026, 9, 1), date(2026, 11, 3)


@pytest.fixture
def panel() -> Iterator[Workspace]:
    made = Workspace.memory("Ada Administrator", SetClock(datetime(2026, 11, 12, 9, 30)))
    made.panel.make("Northmoor MACE", area="Northmoor")
    yield made
    made.close()


def moves(panel: Workspace, child: int) -> list[tuple[str | None, str | None]]:
    """Level before and direction of each assessment, which the head and time line say too."""
    record = panel.read.child(child)
    assert record.row.direction == record.assessments[0].direction
    told = [one.text for one in panel.read.history(child) if one.kind == "assessment"]
    assert [text.split(", by")[0].split(": ")[2:] for text in told] == [
        [one.direction] if one.direction else [] for one in record.assessments
    ]
    return [(one.previous_level, one.direction) for one in record.assessments]


def test_one_entered_after_a_later_one_moves_the_later_one(panel) -> None:
    child = panel.register.add_child("Ivy Byrne")
    panel.register.add_assessment(child, assessed_on=NOVEMBER, level="High")
    assert moves(panel, child) == [(None, None)]
    panel.register.add_assessment(child, assessed_on=SEPTEMBER, level="Medium")
    assert moves(panel, child) == [("Medium", "increased"), (None, None)]
    panel.register.add_assessment(child, assessed_on=date(2026, 10, 1), level="High")
    assert moves(panel, child)[0] == ("High", "same")


@pytest.mark.parametrize(("level", "way"), [("Low", "increased"), ("High", "same")])
def test_correcting_an_assessment_moves_the_one_after_it(panel, level, way) -> None:
    child = panel.register.add_child("Ivy Byrne")
    panel.register.add_assessment(child, assessed_on=SEPTEMBER, level="Medium", author="Ann Lee")
    panel.register.add_assessment(child, assessed_on=NOVEMBER, level="High", author="Ann Lee")
    first = panel.read.child(child).assessments[1]
    mended = replace(first.entered, judgement=level)
    panel.register.correct_assessment(first.id, mended, first.entered)
    assert moves(panel, child)[0] == (level, way)
    panel.store.undo()
    assert moves(panel, child)[0] == ("Medium", "increased")


def test_a_day_put_right_changes_which_comes_before(panel) -> None:
    child = panel.register.add_child("Ivy Byrne")
    panel.register.add_assessment(child, assessed_on=SEPTEMBER, level="Low", author="Ann Lee")
    panel.register.add_assessment(child, assessed_on=NOVEMBER, level="High", author="Ann Lee")
    first = panel.read.child(child).assessments[1]
    later = replace(first.entered, assessed_on=date(2026, 11, 10))
    panel.register.correct_assessment(first.id, later, first.entered)
    assert moves(panel, child) == [("High", "decreased"), (None, None)]


def test_what_a_form_told_of_the_level_before_stands(panel) -> None:
    child = panel.register.add_child("Ivy Byrne")
    panel.register.add_assessment(child, assessed_on=SEPTEMBER, level="Low")
    panel.register.add_assessment(
        child, assessed_on=NOVEMBER, level="Medium", previous_level="High"
    )
    assert moves(panel, child)[0] == ("High", "decreased")
