"""What is brought forward is taken next, and everybody's references stay what they are."""

from datetime import time

import pytest

from models.errors import Refusal
from models.records.issuing import IssuedDocument
from models.rules.forward import in_turn
from tests.ui.live.room import HELD_ON, hold, small_panel


@pytest.fixture
def panel(clock):
    """A panel of two children, a person and a place, its meeting running."""
    made = small_panel(clock)
    made.items["L1"] = made.workspace.agenda.add(made.meeting, made.subjects["Skatepark"])
    hold(made)
    yield made
    made.workspace.close()


def order(panel):
    """The references as the items are taken."""
    return [row.reference for row in in_turn(panel.workspace.read.running_order(panel.meeting))]


def forward(panel, *references):
    for reference in references:
        panel.workspace.conduct.bring_forward(panel.items[reference])


def test_it_comes_after_the_item_in_hand_whatever_its_section(panel):
    panel.workspace.conduct.open_item(panel.items["V1"])
    forward(panel, "L1")
    assert order(panel) == ["V1", "L1", "V2", "O1"]
    assert panel.item("L1").row.reference == "L1"


def test_what_is_brought_forward_later_comes_before_it(panel):
    panel.workspace.conduct.open_item(panel.items["V1"])
    forward(panel, "L1", "O1")
    assert order(panel) == ["V1", "O1", "L1", "V2"]
    forward(panel, "L1")
    assert order(panel) == ["V1", "L1", "O1", "V2"]


def test_before_anything_was_opened_it_is_the_first(panel):
    forward(panel, "V2")
    assert order(panel) == ["V2", "V1", "O1", "L1"]


def test_what_was_opened_is_gone_to_and_not_brought_forward(panel):
    panel.workspace.conduct.open_item(panel.items["V1"])
    with pytest.raises(Refusal, match="opened"):
        forward(panel, "V1")


def test_undo_puts_it_back(panel):
    panel.workspace.conduct.open_item(panel.items["V1"])
    forward(panel, "L1", "O1")
    panel.workspace.store.undo()
    assert order(panel) == ["V1", "L1", "V2", "O1"]
    panel.workspace.store.undo()
    assert order(panel) == ["V1", "V2", "O1", "L1"]


def test_once_the_meeting_runs_no_reference_changes(panel):
    panel.workspace.agenda.remove(panel.items["V1"])
    assert panel.item("V2").row.reference == "V2"
    child = panel.workspace.register.add_child("Mia-Rose Tansley")
    panel.workspace.conduct.add_item(panel.meeting, child)
    assert order(panel) == ["V2", "V3", "O1", "L1"]


def test_once_the_agenda_is_out_no_reference_changes(clock):
    panel = small_panel(clock)
    agenda, read = panel.workspace.agenda, panel.workspace.read
    agenda.move(panel.items["V2"], "V", 0)
    assert panel.item("V2").row.reference == "V1"
    agenda.move(panel.items["V2"], "V", 1)
    panel.workspace.minutes.begin_issue(
        panel.meeting, [IssuedDocument("agenda.docx", "all panel", "0" * 64)]
    )
    agenda.move(panel.items["V2"], "V", 0)
    rows = read.running_order(panel.meeting)
    assert [row.reference for row in rows] == ["V2", "V1", "O1"]
    other = agenda.plan_meeting(HELD_ON.replace(month=12), time(9, 30), time(10, 0))
    agenda.add(other, panel.subjects["Lola Yarrow"])
    assert [row.reference for row in read.running_order(other)] == ["V1"]
    panel.workspace.close()
