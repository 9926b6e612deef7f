"""A child's way through a flow: clocks, reasons, and stepping down with a second person."""

from datetime import date, datetime, timedelta

import pytest

from models import codes
from models.clock import SetClock
from models.errors import Refusal
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)
TODAY = NOW.date()


@pytest.fixture
def panel():
    made = Workspace.memory("Ada Administrator", SetClock(NOW))
    made.panel.make("Northmoor MACE")
    made.panel.add_member("Bo Second", None, "Deputy chair")
    yield made
    made.close()


@pytest.fixture
def child(panel):
    return panel.register.add_child("Robin Ashdown", since=date(2026, 9, 1))


def only(panel, child):
    (one,) = panel.read.flows_of(child)
    return one


def to_end(panel, child):
    made = panel.flows.enter(child, "cerar", "review")
    panel.flows.finish(only(panel, child).open_step.id)
    return made


def test_a_child_enters_at_a_step_and_goes_on(panel, child) -> None:
    panel.flows.enter(child, "cerar", "checklist", holder="Kim Hart", on=date(2026, 11, 9))
    one = only(panel, child)
    assert (one.open_step.label, one.open_step.holder) == ("Vulnerability checklist", "Kim Hart")
    assert one.to_come == ("Initial assessment meeting", "Safety plan", "Review", "Step down")
    panel.flows.finish(one.open_step.id, note="No further concern at school.")
    one = only(panel, child)
    assert [each.state for each in one.steps] == ["done", "open"]
    panel.store.undo()
    assert [each.state for each in only(panel, child).steps] == ["open"]


def test_a_step_is_skipped_only_with_its_reason(panel, child) -> None:
    panel.flows.enter(child, "cerar")
    step = only(panel, child).open_step
    with pytest.raises(Refusal, match="why"):
        panel.flows.skip(step.id, " ")
    panel.flows.skip(step.id, "Known to the team already.")
    first = only(panel, child).steps[0]
    assert (first.state, first.reason) == ("skipped", "Known to the team already.")
    with pytest.raises(Refusal, match="not open"):
        panel.flows.finish(step.id)


def test_a_review_repeats_as_often_as_it_must(panel, child) -> None:
    panel.flows.enter(child, "cerar", "review")
    panel.flows.finish(only(panel, child).open_step.id, again=True)
    assert [one.label for one in only(panel, child).steps] == ["Review", "Review"]
    with pytest.raises(Refusal, match="repeat"):
        panel.store.undo()
        panel.store.undo()
        panel.flows.enter(child, "cerar")
        panel.flows.finish(only(panel, child).open_step.id, again=True)


STEPPING_DOWN = [
    ("Risk is low", "Bo Second", "reason"),
    ("", "Bo Second", "reason"),
    ("School and home hold.", "Ada Administrator", "second_person"),
    ("School and home hold.", "Nobody Known", "second_person"),
    ("School and home hold.", None, "second_person"),
]


@pytest.mark.parametrize(("reason", "second", "field"), STEPPING_DOWN)
def test_a_level_alone_never_steps_a_child_down(panel, child, reason, second, field) -> None:
    entry = to_end(panel, child)
    with pytest.raises(Refusal) as refused:
        panel.flows.step_down(entry, reason, second)
    assert refused.value.field == field
    assert only(panel, child).ended_on is None


def test_stepping_down_is_agreed_and_looked_at_again_in_three_months(panel, child) -> None:
    entry = to_end(panel, child)
    with pytest.raises(Refusal, match="second person"):
        panel.flows.finish(only(panel, child).open_step.id)
    with pytest.raises(Refusal, match="not skipped"):
        panel.flows.skip(only(panel, child).open_step.id, "Enough.")
    panel.flows.step_down(entry, "School and home hold; the adults are gone.", "Bo Second")
    one = only(panel, child)
    assert (one.ended_on, one.second_person) == (TODAY, "Bo Second")
    row = panel.read.child(child).row
    assert (row.next_review, row.closed_on) == (date(2027, 2, 12), None)
    panel.flows.enter(child, "cerar")


def test_leaving_early_needs_the_same(panel, child) -> None:
    entry = panel.flows.enter(child, "cerar")
    with pytest.raises(Refusal, match="still open"):
        panel.flows.step_down(entry, "Moved to Westmoor with a full handover.", "Bo Second")
    with pytest.raises(Refusal):
        panel.flows.step_down(entry, "Level medium", "Bo Second", left=True)
    panel.flows.step_down(entry, "Moved to Westmoor; handed over.", "Bo Second", left=True)
    assert only(panel, child).steps[0].state == "skipped"


def test_no_child_is_in_two_flows_and_none_that_is_closed(panel, child) -> None:
    panel.flows.enter(child, "cerar")
    with pytest.raises(Refusal, match="already"):
        panel.flows.enter(child, "cerar")
    other = panel.register.add_child("Ivy Marsh", since=date(2026, 9, 1))
    panel.register.close(other, "Moved away with a handover.", "Bo Second")
    with pytest.raises(Refusal, match="closed"):
        panel.flows.enter(other, "cerar")


def test_no_status_takes_a_child_off_the_tracker(panel, child) -> None:
    for field in ("on_tracker", "on_panel"):
        with pytest.raises(Refusal, match="second person"):
            panel.register.set_status(child, TODAY, **{field: False, "risk": "Low"})


def test_a_late_step_presses_and_says_why_when_it_is_done(panel, child) -> None:
    panel.flows.enter(child, "cerar")
    step = only(panel, child).open_step
    panel.flows.put_off(step.id, TODAY + timedelta(days=1), "The hub asks for two days.")
    panel.store.clock.move(timedelta(days=7))
    (late,) = panel.read.open_steps()
    assert (late.urgency, late.clock) == ("high", "4 working days late")
    with pytest.raises(Refusal, match="say why"):
        panel.flows.finish(step.id)
    panel.flows.finish(step.id, reason="The school was closed.")
    assert ", late" in only(panel, child).steps[0].clock


def test_a_flow_without_its_list_row_is_told_and_not_lost(panel, child) -> None:
    assert codes.flow("cerar") is not None
    with pytest.raises(Refusal, match="in use"):
        panel.flows.enter(child, "no such flow")


def test_the_time_line_tells_of_entering_each_step_and_leaving(panel, child) -> None:
    entry = to_end(panel, child)
    panel.flows.step_down(entry, "School and home hold; the adults are gone.", "Bo Second")
    told = [one.text for one in panel.read.history(child)]
    wanted = {"Entered CERAR", "CERAR: Review done", "CERAR: Step down done", "Left CERAR"}
    assert wanted <= set(told)
