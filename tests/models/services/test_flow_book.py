"""A panel writes its own flow; the one a child went through keeps its steps."""

from datetime import date

import pytest

from models import codes
from models.errors import Refusal
from models.rules.flows import foretold

TODAY = date(2026, 11, 12)


@pytest.fixture
def own(panel):
    return panel.flow_book.copy("cerar", "Northmoor flow")


def steps(code):
    return [one.label for one in codes.flow(code).steps]


def test_limits_are_set_locally_and_foretold(panel, own) -> None:
    panel.flow_book.change_step(own, "contact", "working_days", 1)
    panel.flow_book.change_step(own, "checklist", "who", "School with the hub")
    lines = foretold(codes.flow(own), TODAY)
    assert lines[0] == "1. Contact screened, CERAR manager: by Fri 13 Nov 2026"
    assert lines[1].startswith("2. Vulnerability checklist, School with the hub: no limit")
    child = panel.register.add_child("Robin Ashdown")
    panel.flows.enter(child, own)
    assert panel.read.flows_of(child)[0].open_step.due_on == date(2026, 11, 13)


def test_steps_are_added_ordered_and_taken_out_each_as_one_step_back(panel, own) -> None:
    before = steps(own)
    panel.flow_book.add_step(own, "Mapping meeting", "Analyst", 5)
    assert steps(own)[-2:] == ["Mapping meeting", "Step down"]
    panel.flow_book.move_step(own, "mapping_meeting", -1)
    assert steps(own)[-3] == "Mapping meeting"
    panel.flow_book.drop_step(own, "plan")
    panel.flow_book.move_step(own, "review", 1)  # the end stays last: nothing is kept
    assert "Safety plan" not in steps(own)
    for _ in range(3):
        panel.store.undo()
    assert steps(own) == before


REFUSED = [
    (lambda book, own: book.drop_step(own, "step_down"), "stays"),
    (lambda book, own: book.change_step(own, "step_down", "ends", False), "last step"),
    (lambda book, own: book.change_step(own, "review", "ends", True), "last step"),
    (lambda book, own: book.change_step(own, "step_down", "repeats", True), "cannot repeat"),
    (lambda book, own: book.change_step(own, "plan", "working_days", "soon"), "working days"),
    (lambda book, own: book.change_step(own, "plan", "working_days", 900), "working days"),
    (lambda book, own: book.change_step(own, "plan", "label", "Review"), "already"),
    (lambda book, own: book.add_step(own, "  "), "words"),
    (lambda book, own: book.change_step("cerar", "plan", "who", "Anybody"), "copy it"),
    (lambda book, own: book.rename(own, "CERAR"), "already"),
    (lambda book, own: book.new_version(own, "1", TODAY), "name of its own"),
]


@pytest.mark.parametrize(("act", "words"), REFUSED)
def test_what_would_break_a_flow_is_refused(panel, own, act, words) -> None:
    before = codes.flow(own)
    with pytest.raises(Refusal, match=words):
        act(panel.flow_book, own)
    assert codes.flow(own) == before


def test_a_flow_a_child_is_in_stands_still_and_the_child_goes_on_in_it(panel, own) -> None:
    child = panel.register.add_child("Robin Ashdown")
    panel.flows.enter(child, own, "plan")
    with pytest.raises(Refusal, match="new version"):
        panel.flow_book.drop_step(own, "review")
    later = panel.flow_book.new_version(own, "2027", TODAY)
    panel.flow_book.drop_step(later, "review")
    assert own not in {one.code for one in codes.flows()}
    panel.flows.finish(panel.read.flows_of(child)[0].open_step.id)
    assert panel.read.flows_of(child)[0].open_step.label == "Review"
    other = panel.register.add_child("Ivy Marsh")
    with pytest.raises(Refusal, match="in use"):
        panel.flows.enter(other, own)
    panel.flows.enter(other, later, "plan")
    assert panel.read.flows_of(other)[0].to_come == ("Step down",)


def test_a_flow_begun_from_nothing_ends_with_stepping_down(panel) -> None:
    made = panel.flow_book.make("Short flow")
    assert steps(made) == ["Step down"]
    panel.flow_book.add_step(made, "Meeting")
    assert steps(made) == ["Meeting", "Step down"]
